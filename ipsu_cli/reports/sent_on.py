"""What is sent on about the municipalities' services: starts and ends for SUS, and an anonymous monthly list."""

from collections.abc import Iterator
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.identity import age_on, whole
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.rules import services
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.supported import Supported, supported

SUS = (
    Column("case"), Column("participant"), Column("service", "code"), Column("agreement"),
    Column("event", "code"), Column("on", "day"), Column("reason", "code"),
)  # fmt: skip
MONTHLY = (
    Column("service", "code"), Column("gender", "code"), Column("age", "count"), Column("from", "day"),
    Column("to", "day"),
)  # fmt: skip
ANONYMOUS = "anonymous"
IN_ERROR = "registered_in_error"


def sus(office: Office, period: Period) -> Answer:
    """The starts and ends of support in the period, a row each. A number stands only where the person has agreed,
    is not protected, and it is asked for; then a line is left in the log first."""
    if not office.reveal:
        with office.reading() as store:
            return _sus(store, period, reveal=False)

    def work(store: Writing) -> Answer:
        store.change  # noqa: B018 (the line in the log)
        return _sus(store, period, reveal=True)

    return office.change("export sus --reveal", work, secret=True)


def _sus(store: Store, period: Period, *, reveal: bool) -> Answer:
    found = supported(store, _followed_up(), period.first, period.last)
    shapes = [row for each in found for row in _events(each, period, reveal=reveal)]
    shapes.sort(key=lambda each: (each["on"], each["case"], each["event"] == "end"))
    return _answer("sus", SUS, shapes, {"first": period.first, "last": period.last})


def _followed_up() -> list[str]:
    return [code for code in services.codes() if services.service(code).queued]


def _events(each: Supported, period: Period, *, reveal: bool) -> Iterator[dict[str, Any]]:
    """The start and the end of a case, those that lie in the period."""
    known = reveal and each.sus_consent is not None and not each.protected
    about = {
        "case": each.case,
        "participant": whole(each.personnummer) if known else ANONYMOUS,
        "service": each.service,
        "agreement": each.agreement,
    }
    for event, on, reason in (("start", each.begun, None), ("end", each.ended, each.reason)):
        if on and period.first <= on <= period.last:
            yield {**about, "event": event, "on": on, "reason": reason}


def monthly(office: Office, month: Month) -> Answer:
    """Who had support in the month, without anything that says who it is; of a protected person only the days."""
    with office.reading() as store:
        found = supported(store, _followed_up(), month.first, month.last)
    shapes = [_anonymous(each, month) for each in found if each.reason != IN_ERROR]
    shapes.sort(key=lambda each: (each["from"], each["service"], each["gender"] or "", each["age"] or 0))
    return _answer("monthly", MONTHLY, shapes, {"first": month.first, "last": month.last})


def _anonymous(each: Supported, month: Month) -> dict[str, Any]:
    """The age is that of the month's last day, or of the last day of support before it."""
    ended = each.ended if each.ended and each.ended <= month.last else None
    hidden = each.protected
    return {
        "service": each.service,
        "gender": None if hidden else each.gender or "unknown",
        "age": None if hidden else age_on(each.personnummer, ended or month.last),
        "from": each.begun,
        "to": ended,
    }


def _answer(name: str, columns: tuple[Column, ...], shapes: list[dict[str, Any]], figures: dict[str, Any]) -> Answer:
    rows = [tuple(each[column.key] for column in columns) for each in shapes]
    return Answer({name: shapes}, [Text("said.count", {"count": len(rows)})], [Table(name, columns, rows, (), figures)])
