"""A case as it is shown, to people and to scripts: names, numbers and what is hidden only where they may be seen."""

import datetime as dt
from typing import Any, NamedTuple

from ipsu_cli.core.case import Case, Lock
from ipsu_cli.core.fact import Fact, facts_of, json_maker, json_of
from ipsu_cli.core.identity import masked, whole
from ipsu_cli.core.to_json import JsonObject, only

CASE_FACTS = tuple(fact for fact in facts_of(Case) if fact.key and fact.path[0] not in ("person", "referral"))
REFERRAL_FACTS = tuple(fact for fact in facts_of(Case) if fact.key and fact.path[0] == "referral")
_case_json, _referral_json = json_maker(CASE_FACTS), json_maker(REFERRAL_FACTS)


class Participant(NamedTuple):
    """Who takes part, as far as it may be seen."""

    personnummer: str | None
    name: str | None
    gender: str | None
    protected: bool


class CaseShown(NamedTuple):
    """A case on a day. `name` shows the person's name, `reveal` the whole number and a protected person as well."""

    case: Case
    today: dt.date
    name: bool = False
    reveal: bool = False

    @property
    def hides(self) -> bool:
        """Is that left out which is hidden of a protected person?"""
        return self.case.person.protected and not self.reveal

    @property
    def participant(self) -> Participant:
        person = self.case.person
        if self.hides:
            return Participant(None, None, None, protected=True)
        if person.erased:
            return Participant(None, None, person.gender, person.protected)
        number = whole(person.personnummer) if self.reveal else masked(person.personnummer)
        name = person.name if self.name else None
        return Participant(number, name, person.gender, person.protected)

    @property
    def status(self) -> str:
        return self.case.status(self.today)

    @property
    def locked(self) -> Lock | None:
        """An open investigation, without its reason where that is hidden."""
        lock = self.case.locked
        return lock._replace(reason=None) if lock and self.hides else lock

    def says(self, fact: Fact) -> Any:
        """What the case says of a fact, None where that is hidden."""
        return None if self.hides and fact.hidden else fact.kind.seen(fact.of(self.case))

    def to_json(self) -> JsonObject:
        """What every case has."""
        facts = _case_json(self.case, self.hides)
        return {"case": self.case.ref, **only(self, "participant", "status", "locked"), **facts}


class ReferralShown(NamedTuple):
    """What is set of a municipality's facts on a case of another service."""

    shown: CaseShown

    def to_json(self) -> JsonObject:
        """Under the same keys as on a municipality's. What is hidden of a protected person is left out: that it is set
        would be said by an empty one."""
        case = self.shown.case
        found = json_of(case, tuple(fact for fact in REFERRAL_FACTS if self.shown.says(fact) is not None))
        if case.referral.support:
            found.setdefault("support", {})["service"] = case.referral.support
        return found


class SupportDays(NamedTuple):
    """From the first day of support to its last; None of what is not there yet."""

    from_day: dt.date | None
    to_day: dt.date | None


class QueueDays(NamedTuple):
    """A place in the queue: from when, to when, why it ended, and how many days of it have passed."""

    from_day: dt.date | None
    to_day: dt.date | None
    reason: str | None
    days: int | None


class SupportGiven(NamedTuple):
    """The support: its days, its service, why it ended, and to whom the person was referred."""

    refer_to: str | None
    from_day: dt.date | None
    to_day: dt.date | None
    service: str | None
    reason: str | None


class EnrolmentShown(NamedTuple):
    """What a municipality's case has next to the rest: its queue, its support, and what the checks rest on."""

    shown: CaseShown

    @property
    def period(self) -> SupportDays:
        case = self.shown.case
        return SupportDays(case.from_day, case.closed_on if case.from_day else None)

    @property
    def queue(self) -> QueueDays:
        """It ends on the day before support, or with the closing of a case that never started."""
        case, today = self.shown.case, self.shown.today
        queued, left = case.referral.queued_on, case.from_day or case.closed_on
        if queued is None:
            return QueueDays(None, None, None, None)
        passed = (min(left or today, today) - queued).days
        return QueueDays(queued, left, "enrolled" if case.from_day else case.close_reason, passed)

    @property
    def support(self) -> SupportGiven:
        case = self.shown.case
        refer_to = None if self.shown.hides else case.referral.refer_to
        if case.from_day is None:
            return SupportGiven(refer_to, None, None, None, None)
        service = case.referral.support or case.service
        return SupportGiven(refer_to, *self.period, service, case.close_reason)

    def to_json(self) -> JsonObject:
        """The facts, with all that is known of the queue and the support."""
        facts = _referral_json(self.shown.case, self.shown.hides)
        return {**facts, **only(self, "queue", "support", "period")}


class CaseSummary(NamedTuple):
    """A case as a list shows it and a change leaves it; `enrolment` of a municipality's alone."""

    shown: CaseShown
    enrolment: EnrolmentShown | None

    def to_json(self) -> JsonObject:
        """What an enrolment has stands next to the rest; its period is that of the support."""
        return {**self.shown.to_json(), **(self.enrolment.to_json() if self.enrolment else {})}
