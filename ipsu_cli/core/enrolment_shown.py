"""What is shown of a case next to the rest where it is a municipality's, or has facts of one."""

import datetime as dt

from ipsu_cli.core.case import Case
from ipsu_cli.core.case_shown import CaseShown
from ipsu_cli.core.fact import facts_of, json_maker, json_of
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject, only

REFERRAL_FACTS = tuple(fact for fact in facts_of(Case) if fact.key and fact.path[0] == "referral")
_referral_json = json_maker(REFERRAL_FACTS)


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
