"""A case: one person in one service, with its period."""

import datetime as dt
from typing import NamedTuple

from ipsu_cli.core.hours import Hours


class Person(NamedTuple):
    """Who takes part. `personnummer` has twelve digits; `gender` is what the person states."""

    id: int
    personnummer: str
    name: str
    gender: str | None
    protected: bool


class Lock(NamedTuple):
    """An open investigation: no delivery and no invoice of the case until it is closed."""

    since: dt.date
    invoice: str
    reason: str


class Case(NamedTuple):
    """What the register holds of a case today. `to_day` moves by the agency's decision alone.

    A municipal case has a queue from `queued_on`, support from `from_day`, and ends on `closed_on`; `support` is
    the service given where it is not the one queued for. `extent` is in hundredths of a per cent of full time.
    """

    id: int
    ref: str
    service: str
    person: Person
    agreement: str | None
    from_day: dt.date | None
    to_day: dt.date | None
    site: str | None
    coach: str | None
    officer: str | None
    order: str | None
    meeting: dt.date | None
    mapping_agreed: bool
    decision: dt.date | None
    training_name: str | None
    training_type: str | None
    training_from: dt.date | None
    training_to: dt.date | None
    after: str | None
    closed_on: dt.date | None
    close_reason: str | None
    training_result: str | None
    locked: Lock | None
    # Rusta och matcha.
    system: str | None = None
    extent: Hours | None = None
    level: str | None = None
    # IPS, Supported Education and Supported Employment; a flag that nobody has answered is None.
    queued_on: dt.date | None = None
    support: str | None = None
    municipality: str | None = None
    resident: bool | None = None
    disability: bool | None = None
    motivated: bool | None = None
    care_contact: str | None = None
    consent: dt.date | None = None
    consent_withdrawn: dt.date | None = None
    sus_consent: dt.date | None = None
    preference: str | None = None
    assistance: str | None = None
    target_group: str | None = None
    refer_to: str | None = None

    @property
    def last_day(self) -> dt.date | None:
        """The last day of the case: of its period, or the closing day where that is earlier."""
        return min((day for day in (self.to_day, self.closed_on) if day), default=None)

    @property
    def given(self) -> str:
        """The service that is given, where that is noted; else the one queued for."""
        noted = self.from_day and self.support and self.support != "unspecified"
        return str(self.support) if noted else self.service

    def status(self, today: dt.date) -> str:
        """`planned`, `active` or `ended`: before, in or after the period or the support; `queued` before the
        support of who waits for it. Open is not closed."""
        if self.closed_on and self.closed_on <= today:
            return "ended"
        if self.from_day is None or today < self.from_day:
            return "queued" if self.queued_on and self.queued_on <= today else "planned"
        return "ended" if self.to_day and today > self.to_day else "active"
