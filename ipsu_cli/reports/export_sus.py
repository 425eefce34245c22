"""`ipsu export sus`: starts and ends of support."""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.core.identity import whole
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports import revealing
from ipsu_cli.reports.export import queued_services
from ipsu_cli.reports.register import warn_of_findings
from ipsu_cli.store import Store, Writing, revealed
from ipsu_cli.store.support_spans import Supported, supported

SUS = (
    Column("case"), Column("participant"), Column("service", "code"), Column("agreement"),
    Column("event", "code"), Column("on", "day"), Column("reason", "code"), Column("gender", "code"),
    Column("budget_year"),
)  # fmt: skip

ANONYMOUS = "anonymous"


class SusEvent(NamedTuple):
    """The start or the end of a person's support; `reason` is that of the end. Of an anonymous participant there is the
    gender and the budget year alone, as SUS had it: all else is None."""

    case: str | None
    participant: str
    service: str | None
    agreement: str | None
    event: str | None
    on: dt.date | None
    reason: str | None
    gender: str
    budget_year: int


class SusEvents(NamedTuple):
    """The starts and ends of the period, by day."""

    sus: list[SusEvent]


def sus(office: Office, period: Period) -> Answer[SusEvents]:
    """The starts and ends of support in the period, a row each. A number stands only where the person has agreed,
    is not protected, and it is asked for; then a line is left in the log first."""
    return revealing.shown(office, "export sus", lambda store: _sus(store, office, period), _note)


def _note(store: Writing, answer: Answer[SusEvents]) -> None:
    revealed.note(store, (event.case for event in answer.payload.sus if event.case))


def _sus(store: Store, office: Office, period: Period) -> Answer[SusEvents]:
    found = supported(store, queued_services(), period.first, period.last)
    events = sorted(
        (event for support in found for event in _events(support, period, reveal=office.reveal)), key=_place
    )
    warnings = warn_of_findings(store, office, period, queued_services())
    table = Table("sus", SUS, events, figures={"first": period.first, "last": period.last})
    return Answer(SusEvents(events), [Text("message.count", {"count": len(events)})], [table], warnings)


def _place(event: SusEvent) -> tuple[int, str, str, str]:
    """By day; the anonymous after them by year and gender, so that no order tells a day."""
    if event.on is None:
        return event.budget_year, "anonymous", event.gender, ""
    return 0, event.on.isoformat(), event.case or "", event.event or ""


def _events(support: Supported, period: Period, *, reveal: bool) -> Iterator[SusEvent]:
    """The start and the end of a case, those that lie in the period.

    What was registered in error stands where the person is known, so that the receiver can take the entry back.
    """
    known = reveal and support.sus_consent is not None and not support.protected
    if support.reason == IN_ERROR and not known:
        return
    gender = support.gender or "unknown"
    for event, on, reason in (("start", support.started, None), ("end", support.ended, support.reason)):
        if not on or not period.first <= on <= period.last:
            continue
        if known:
            number = whole(support.personnummer)
            yield SusEvent(support.case, number, support.service, support.agreement, event, on, reason, gender, on.year)
        else:
            yield SusEvent(None, ANONYMOUS, None, None, None, None, None, gender, on.year)
