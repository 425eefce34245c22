"""`ipsu export sus`: starts and ends of support."""

from collections.abc import Iterator
from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.identity import whole
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column
from ipsu_cli.office import Office
from ipsu_cli.reports.export import queued_services, rows_answer
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.support_spans import Supported, supported

SUS = (
    Column("case"), Column("participant"), Column("service", "code"), Column("agreement"),
    Column("event", "code"), Column("on", "day"), Column("reason", "code"),
)  # fmt: skip

ANONYMOUS = "anonymous"


def sus(office: Office, period: Period) -> Answer:
    """The starts and ends of support in the period, a row each. A number stands only where the person has agreed,
    is not protected, and it is asked for; then a line is left in the log first."""
    if not office.reveal:
        with office.reading() as store:
            return _sus(store, period, reveal=False)

    def reveal(store: Writing) -> Answer:
        store.change()
        return _sus(store, period, reveal=True)

    return office.change("export sus --reveal", reveal, secret=True)


def _sus(store: Store, period: Period, *, reveal: bool) -> Answer:
    found = supported(store, queued_services(), period.first, period.last)
    shapes = [row for support in found for row in _events(support, period, reveal=reveal)]
    shapes.sort(key=lambda shape: (shape["on"], shape["case"], shape["event"] == "end"))
    return rows_answer("sus", SUS, shapes, {"first": period.first, "last": period.last})


def _events(support: Supported, period: Period, *, reveal: bool) -> Iterator[dict[str, Any]]:
    """The start and the end of a case, those that lie in the period."""
    known = reveal and support.sus_consent is not None and not support.protected
    about = {
        "case": support.case,
        "participant": whole(support.personnummer) if known else ANONYMOUS,
        "service": support.service,
        "agreement": support.agreement,
    }
    for event, on, reason in (("start", support.started, None), ("end", support.ended, support.reason)):
        if on and period.first <= on <= period.last:
            yield {**about, "event": event, "on": on, "reason": reason}
