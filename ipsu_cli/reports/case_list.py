"""`ipsu case list`."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.enrolment_shown import CaseSummary
from ipsu_cli.core.listing import Listing
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.records import mapped
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports import revealing
from ipsu_cli.reports.case_summary import summary
from ipsu_cli.rules import services
from ipsu_cli.store import Store, Writing, filters, revealed
from ipsu_cli.store.case_list import CasesAsked, cases_listed
from ipsu_cli.store.scope import Chosen

LIST = (
    Column("case"), Column("service", "code"), Column("agreement"), Column("from", "day"), Column("to", "day"),
    Column("status", "code"), Column("coach"), Column("locked", "day"),
)  # fmt: skip


class Cases(NamedTuple):
    """The cases asked for."""

    cases: Sequence[CaseSummary]


class CasesQuery(NamedTuple):
    """Which cases are asked for: those that fit all of what is given."""

    service: str | None
    agreement: str | None
    coach: str | None
    status: str | None
    month: Month | None
    site: str | None = None

    @property
    def chosen(self) -> Chosen:
        """What is asked of the register, as it is typed."""
        services, agreements, coaches, sites = (
            [name] if name else [] for name in (self.service, self.agreement, self.coach, self.site)
        )
        return Chosen(services, agreements, coaches, sites=sites)


def case_list(office: Office, query: CasesQuery, listing: Listing) -> Answer[Cases]:
    """The cases that fit. Names and whole numbers only where asked for, never a protected person's. A whole number is
    logged first: nothing is shown before that is saved."""
    return revealing.shown(office, "case list", lambda store: _cases(store, office, query, listing), _note)


def _note(store: Writing, answer: Answer[Cases]) -> None:
    seen = (shown.shown.case for shown in answer.payload.cases)
    revealed.note(store, (case.ref for case in seen if not case.person.protected and not case.person.erased))


def _cases(store: Store, office: Office, query: CasesQuery, listing: Listing) -> Answer[Cases]:
    first, last = (query.month.first, query.month.last) if query.month else (None, None)
    queued, names = services.codes_to_bind().queued, office.names
    chosen = filters.in_register(store, query.chosen)
    asked = CasesAsked(chosen, first, last, query.status, office.today, queued, names)
    part = cases_listed(store, asked, listing)
    found = part.records
    listed = mapped(lambda case: summary(case, office.today, name=names, reveal=office.reveal), found)
    asked_for = (("name",) if names else ()) + (("personnummer",) if office.reveal else ())
    rows = mapped(lambda shown: _row(shown.shown.case, office.today, queued) + _person(shown, asked_for), listed)
    table = Table("cases", LIST + tuple(map(Column, asked_for)), rows)
    return Answer(Cases(listed), part.lines(listing), [table] if found else [])


def _person(shown: CaseSummary, asked_for: Sequence[str]) -> tuple[Any, ...]:
    """What is asked for of the person, as far as it may be seen."""
    return tuple(getattr(shown.shown.participant, key) for key in asked_for)


def _row(case: Case, today: dt.date, queued: Collection[str]) -> tuple[Any, ...]:
    """A case as a row of the table; `queued` are the services that people wait for: support ends with the case."""
    since = case.locked.since if case.locked else None
    to = case.closed_on if case.from_day and case.service in queued else case.to_day
    return (case.ref, case.service, case.agreement, case.from_day, to, case.status(today),
           None if case.person.protected else case.coach, since)  # fmt: skip
