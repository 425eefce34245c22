"""A case: one person in one service, with its period, and what only one family of services has of it.

Each field that is typed is declared as a fact: see `core.fact`.
"""

import datetime as dt
from typing import Annotated

from ipsu_cli.core import registry
from ipsu_cli.core.answer import Text
from ipsu_cli.core.fact import ARGUMENT, EDIT, Day, Flag, Word, fact
from ipsu_cli.core.identity import is_erased
from ipsu_cli.core.kind import (
    AGREEMENT,
    CASE,
    DAY,
    EXTENT,
    FLAG,
    LEVEL,
    NAME,
    NOTE,
    PART,
    PERSONNUMMER,
    SERVICE,
    TEXT,
    code,
    code_of,
)
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.text import UNSPECIFIED

GENDERS = ("woman", "man", "other", "unknown")
TRAININGS = (
    "labour_market_training",
    "preparatory_training",
    "folk_high_school_establishment_course",
    "folk_high_school_study_motivation",
    "service_with_training_element",
)
STATUSES = ("queued", "planned", "active", "ended")
RESULTS = ("passed", "not_passed", "interrupted")

ASSISTANCE = code("yes", "no", "unknown")._replace(show=lambda answer: Text(f"code.assistance-{answer}"))
CARE_CONTACT = code("psychiatry", "primary_care")
RESULT = code(*RESULTS)
SUPPORT = SERVICE.typed("SERVICE|unspecified")._replace(codes=lambda: (*SERVICE.codes(), UNSPECIFIED))
SYSTEM = code_of(registry.systems, "|".join(registry.systems()))


class Person(NamedTuple):
    """Who takes part. `personnummer` has twelve digits; `gender` is what the person states."""

    id: int
    personnummer: Annotated[
        str, fact(PERSONNUMMER, key="participant.personnummer", row="", required=True, personal=True, hidden=True)
    ]
    name: Annotated[str, fact(NAME, key="participant.name", row="", required=True, personal=True, hidden=True)]
    gender: Annotated[Word, fact(code(*GENDERS), key="participant.gender", hidden=True)]
    protected: Annotated[bool, fact(FLAG, key="participant.protected", row="")]

    @property
    def erased(self) -> bool:
        """Was the person erased? Then nobody knows who it was."""
        return is_erased(self.personnummer)


class Lock(NamedTuple):
    """An open investigation: no delivery and no invoice of the case until it is closed. `reason` is None where it may
    not be seen."""

    since: dt.date
    invoice: str
    reason: str | None


class Training(NamedTuple):
    """What a case of support in a training (IPSU) has: the meeting, the decision, and the training itself."""

    meeting: Annotated[Day, fact(DAY)] = None
    mapping_agreed: Annotated[bool, fact(FLAG, row="")] = False
    decision: Annotated[Day, fact(DAY)] = None
    name: Annotated[Word, fact(NAME, "training", "training_name", "training.name", personal=True, hidden=True)] = None
    type: Annotated[
        Word, fact(code(*TRAININGS, metavar="TYPE"), "training-type", "training_type", "training.type", row="")
    ] = None
    from_day: Annotated[Day, fact(DAY, "training-from", "training_from", "training.from", row="")] = None
    to_day: Annotated[Day, fact(DAY, "training-to", "training_to", "training.to", row="")] = None
    result: Annotated[Word, fact(RESULT, "training-result", "training_result", typed=EDIT)] = None


class Placement(NamedTuple):
    """What a placement by the month (Rusta och matcha) has. `extent` is its share of full time."""

    system: Annotated[Word, fact(SYSTEM)] = None
    extent: Annotated[Percent | None, fact(EXTENT)] = None
    level: Annotated[Word, fact(LEVEL)] = None


class Referral(NamedTuple):
    """What a municipality's case (IPS, SEd, SE) has: its queue, what the checks rest on, and the person's wishes.

    `support` is the service given where it is not the one queued for. A flag that nobody has answered is None.
    """

    queued_on: Annotated[Day, fact(DAY, "queued", key="queue.from", row="")] = None
    support: Annotated[Word, fact(SUPPORT, key="", row="", typed=EDIT)] = None
    refer_to: Annotated[Word, fact(TEXT, key="support.refer_to", typed=EDIT, personal=True, hidden=True)] = None
    resident: Annotated[Flag, fact(FLAG, key="eligibility.resident", hidden=True)] = None
    disability: Annotated[Flag, fact(FLAG, key="eligibility.disability", hidden=True)] = None
    motivated: Annotated[Flag, fact(FLAG, key="eligibility.motivated", hidden=True)] = None
    care_contact: Annotated[Word, fact(CARE_CONTACT, key="eligibility.care_contact", hidden=True)] = None
    consent: Annotated[Day, fact(DAY, key="eligibility.consent", hidden=True)] = None
    consent_withdrawn: Annotated[Day, fact(DAY, key="eligibility.consent_withdrawn", hidden=True)] = None
    sus_consent: Annotated[Day, fact(DAY, hidden=True)] = None
    municipality: Annotated[Word, fact(NAME, personal=True, hidden=True)] = None
    preference: Annotated[Word, fact(NOTE, personal=True, hidden=True)] = None
    target_group: Annotated[Word, fact(TEXT.typed("CODE"), hidden=True)] = None
    assistance: Annotated[Word, fact(ASSISTANCE, hidden=True)] = None


class OtherCase(NamedTuple):
    """Another case of a person in a service. One that waits has no first day, one without a set end no last day."""

    ref: str
    from_day: dt.date | None
    last_day: dt.date | None
    open: bool


class Case(NamedTuple):
    """What the register holds of a case today. `to_day` moves by the agency's decision alone.

    A municipal case has support from `from_day` and ends on `closed_on`.
    """

    id: int
    ref: Annotated[str, fact(CASE, "case", "", "", "", ARGUMENT, required=True)]
    service: Annotated[str, fact(SERVICE, column="", required=True)]
    agreement: Annotated[Word, fact(AGREEMENT, column="")]
    person: Person
    from_day: Annotated[Day, fact(DAY, "from", key="period.from", row="")] = None
    to_day: Annotated[Day, fact(DAY, "to", key="period.to", row="")] = None
    site: Annotated[Word, fact(PART.typed("TOWN"), personal=True, hidden=True)] = None
    coach: Annotated[Word, fact(PART, personal=True, hidden=True)] = None
    officer: Annotated[Word, fact(NAME, personal=True, hidden=True)] = None
    order: Annotated[Word, fact(TEXT.typed("REF"), column="order_ref", hidden=True)] = None
    training: Training = Training()
    after: Annotated[Word, fact(CASE, column="")] = None
    closed_on: Annotated[Day, fact(DAY, "closed", row="", typed=EDIT)] = None
    close_reason: Annotated[Word, fact(TEXT.typed("CODE|TEXT"), "reason", row="", typed=EDIT, personal=True)] = None
    placement: Placement = Placement()
    referral: Referral = Referral()
    locked: Lock | None = None

    @property
    def last_day(self) -> dt.date | None:
        """The last day of the case: of its period, or the closing day where that is earlier."""
        return min((day for day in (self.to_day, self.closed_on) if day), default=None)

    @property
    def given(self) -> str:
        """The service that is given, where that is noted; else the one queued for."""
        support = self.referral.support
        return support if self.from_day and support and support != UNSPECIFIED else self.service

    def status(self, today: dt.date) -> str:
        """`planned`, `active` or `ended`: before, in or after the period or the support; `queued` before the
        support of who waits for it. Open is not closed."""
        if self.closed_on and self.closed_on <= today:
            return "ended"
        if self.from_day is None or today < self.from_day:
            queued = self.referral.queued_on
            return "queued" if queued and queued <= today else "planned"
        return "ended" if self.to_day and today > self.to_day else "active"
