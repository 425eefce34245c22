"""`ipsu export sus`: starts and ends of support."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.identity import whole
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.export import queued_services
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.support_spans import Supported, supported

SUS = (
    Column("case"), Column("participant"), Column("service", "code"), Column("agreement"),
    Column("event", "code"), Column("on", "day"), Column("reason", "code"),
)  # fmt: skip

ANONYMOUS = "anonymous"


class SusEvent(NamedTuple):
    """The start or the end of a person's support; `reason` is that of the end."""

    case: str
    participant: str
    service: str
    agreement: str | None
    event: str
    on: dt.date
    reason: str | None


class SusEvents(NamedTuple):
    """The starts and ends of the period, by day."""

    sus: list[SusEvent]


def sus(office: Office, period: Period) -> Answer[SusEvents]:
    """The starts and ends of support in the period, a row each. A number stands only where the person has agreed,
    is not protected, and it is asked for; then a line is left in the log first."""
    if not office.reveal:
        with office.reading() as store:
            return _sus(store, period, reveal=False)

    def reveal(store: Writing) -> Answer[SusEvents]:
        store.change()
        return _sus(store, period, reveal=True)

    return office.change("export sus --reveal", reveal, secret=True)


def _sus(store: Store, period: Period, *, reveal: bool) -> Answer[SusEvents]:
    found = supported(store, queued_services(), period.first, period.last)
    events = [event for support in found for event in _events(support, period, reveal=reveal)]
    events.sort(key=lambda event: (event.on, event.case, event.event == "end"))
    table = Table("sus", SUS, events, figures={"first": period.first, "last": period.last})
    return Answer(SusEvents(events), [Text("message.count", {"count": len(events)})], [table])


def _events(support: Supported, period: Period, *, reveal: bool) -> Iterator[SusEvent]:
    """The start and the end of a case, those that lie in the period."""
    known = reveal and support.sus_consent is not None and not support.protected
    participant = whole(support.personnummer) if known else ANONYMOUS
    for event, on, reason in (("start", support.started, None), ("end", support.ended, support.reason)):
        if on and period.first <= on <= period.last:
            yield SusEvent(support.case, participant, support.service, support.agreement, event, on, reason)
