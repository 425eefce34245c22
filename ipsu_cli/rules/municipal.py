"""What the municipalities' services share: a queue, checks before the support, and what happens in it.

Sources: Uppsala's follow-up of IPS and Supported Education, and the application of Gislaved, Gnosjö and Värnamo for
SE/IPS. Each of the services takes from here the rules that are its own too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.core.identity import age_on
from ipsu_cli.rules import acts, follow_up, services
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import IPS_GROUP, IPS_METHOD, OFFICE, UPPSALA

if TYPE_CHECKING:
    from ipsu_cli.core.case import Case
    from ipsu_cli.rules.facts.case import CaseFacts

# The case.


@rule(acts.CASE, "case.no-beginning", "U12", OFFICE, fix="ipsu case edit {case} --queued DATE")
def a_case_begins_in_the_queue_or_with_the_support(f: CaseFacts) -> Iterator[Violation]:
    """A municipality's case has the day of the referral, or the first day of support where there was no queue."""
    if f.case.referral.queued_on is None and f.case.from_day is None:
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.age", "age-at-referral", UPPSALA)
def the_person_has_the_age_of_the_target_group(f: CaseFacts) -> Iterator[Violation]:
    """The person has the age of the target group, in completed years, when the referral came, else at the start.

    The agreement says which, else the service. A person who grows older later keeps the support, and so does one
    who was taken in before the agreement asked for other ages.
    """
    day = _age_day(f.case)
    ages = services.demands(f.case.given, day, f.requirement).ages if day else None
    if day is None or ages is None or (f.before and _judged_by_age(f.before) == _judged_by_age(f.case)):
        return
    if not ages.youngest <= age_on(f.case.person.personnummer, day) <= ages.oldest:
        yield violation(case=f.case.ref, day=day, youngest=ages.youngest, oldest=ages.oldest)


def _age_day(case: Case) -> dt.date | None:
    """The day on which the age is judged."""
    return case.referral.queued_on or case.from_day


def _judged_by_age(case: Case) -> tuple[object, ...]:
    """All that the age of a case is judged by."""
    return case.person.personnummer, _age_day(case), case.given, case.agreement


@rule(acts.CASE, "case.future", "A24", OFFICE)
def what_is_to_come_is_not_entered(f: CaseFacts) -> Iterator[Violation]:
    """A referral, a start and a consent are entered once they have happened."""
    case, referral = f.case, f.case.referral
    days = referral.queued_on, case.from_day, referral.consent, referral.consent_withdrawn, referral.sus_consent
    for day in sorted({day for day in days if day and day > f.today}):
        yield violation(case=case.ref, day=day, today=f.today)


@rule(acts.CASE, "case.start-before-queue", "U12", OFFICE, fix="ipsu case edit {case} --queued DATE")
def support_begins_after_the_referral(f: CaseFacts) -> Iterator[Violation]:
    """Support begins on the day of the referral at the earliest."""
    if f.case.referral.queued_on and f.case.from_day and f.case.from_day < f.case.referral.queued_on:
        yield violation(case=f.case.ref, from_day=f.case.from_day, queued=f.case.referral.queued_on)


@rule(acts.CASE, "case.closed-before-queue", "U12", OFFICE)
def nobody_leaves_a_queue_before_coming_to_it(f: CaseFacts) -> Iterator[Violation]:
    """A person who never had support leaves the queue on the day of the referral at the earliest."""
    case = f.case
    if case.closed_on and case.referral.queued_on and not case.from_day and case.closed_on < case.referral.queued_on:
        yield violation(case=case.ref, closed=case.closed_on, queued=case.referral.queued_on)


@rule(acts.CASE, "case.no-set-end", "U6", IPS_METHOD, fix="ipsu case close {case} --on DATE --reason CODE")
def support_has_no_set_end(f: CaseFacts) -> Iterator[Violation]:
    """Support in IPS, SEd and SE has no end that is set beforehand.

    It lasts as long as it is needed, and ends with the closing.
    """
    if f.case.to_day:
        yield violation(case=f.case.ref, to_day=f.case.to_day)


@rule(acts.CASE, "case.followed-outside", "U15", OFFICE, fix="ipsu case show {case}")
def what_has_happened_stays_in_the_enrolment(f: CaseFacts) -> Iterator[Violation]:
    """Outcomes, reviews and pauses lie in the support also when its days are corrected."""
    first, last = f.first_followed, f.last_followed
    if first is None or last is None or f.case.close_reason == IN_ERROR:
        return
    start, end = f.case.from_day, f.case.closed_on
    if start is None or first < start or (end and last > end):
        yield violation(case=f.case.ref, first=first, last=last)


@rule(acts.CASE, "case.consent-withdrawn", "U2", IPS_GROUP, warn=True, fix="ipsu case edit {case} --consent DATE")
def support_goes_on_with_consent(f: CaseFacts) -> Iterator[Violation]:
    """The support is given in collaboration with the care, with the person's consent.

    When the consent is taken back, the office is asked what is to come of the support.
    """
    newly = f.before is None or f.before.referral.consent_withdrawn != f.case.referral.consent_withdrawn
    if newly and f.case.closed_on is None and f.case.referral.consent_withdrawn and not _consents(f, f.today):
        yield violation(case=f.case.ref, day=f.case.referral.consent_withdrawn)


@rule(
    acts.CASE,
    "case.receiver-missing",
    "U12",
    OFFICE,
    missing=True,
    fix="ipsu case close {case} --on {day} --reason referred_on --refer-to TEXT",
)
def who_is_referred_on_is_referred_to_somebody(f: CaseFacts) -> Iterator[Violation]:
    """A case that is closed because the person is referred on says to whom.

    What was closed before this was asked for may be saved as it is.
    """
    before = f.before and (f.before.close_reason, f.before.referral.refer_to)
    now = f.case.close_reason, f.case.referral.refer_to
    if now == ("referred_on", None) and before != now:
        yield violation(case=f.case.ref, day=f.case.closed_on)


# The outcomes that each reason to close speaks of, any of a group; the first is the one to be entered.
TO_WORK, TO_STUDIES = ("employment",), ("studies_started", "studies_completed")
SPOKEN_OF = {"work": (TO_WORK,), "studies": (TO_STUDIES,), "work_and_studies": (TO_WORK, TO_STUDIES)}


@rule(acts.CASE, "case.no-outcome", "U15", OFFICE, warn=True, fix="ipsu outcome add {case} {outcome} --on {day}")
def a_case_closed_for_work_or_studies_has_the_outcome(f: CaseFacts) -> Iterator[Violation]:
    """A case that is closed for work or studies has the employment or the studies among its outcomes.

    Goals count outcomes, not reasons. A case that comes in closed gets its outcomes after it.
    """
    reason = f.case.close_reason
    if f.before is None or reason is None or f.before.close_reason == reason:
        return
    for expected in SPOKEN_OF.get(reason, ()):
        if set(f.outcomes).isdisjoint(expected):
            yield violation(case=f.case.ref, outcome=expected[0].replace("_", "-"), day=f.case.closed_on)


# The checks before the support, those that the agreement demands. What is missing is said when a case is entered, and
# demanded at the start.


def _demands(f: CaseFacts, check: str) -> bool:
    """Is the check demanded before the support?"""
    return check in services.demands(f.case.given, f.case.from_day or f.today, f.requirement).checks


@rule(acts.START, "eligible.resident", "U2", IPS_GROUP, missing=True, fix="ipsu case edit {case} --resident")
def the_person_is_registered_in_the_municipality(f: CaseFacts) -> Iterator[Violation]:
    """A person who gets support is registered as living in the municipality."""
    if _demands(f, "resident") and not f.case.referral.resident:
        yield violation(case=f.case.ref)


@rule(acts.START, "eligible.disability", "U2", IPS_GROUP, missing=True, fix="ipsu case edit {case} --disability")
def the_person_has_a_mental_disability(f: CaseFacts) -> Iterator[Violation]:
    """A person who gets support in IPS or SEd has a mental disability.

    No diagnosis is kept.
    """
    if _demands(f, "disability") and not f.case.referral.disability:
        yield violation(case=f.case.ref)


@rule(acts.START, "eligible.motivated", "U2", IPS_GROUP, missing=True, fix="ipsu case edit {case} --motivated")
def the_person_wants_to_work_or_study(f: CaseFacts) -> Iterator[Violation]:
    """A person who gets support is motivated for paid work, or in SEd to begin or complete studies."""
    if _demands(f, "motivated") and not f.case.referral.motivated:
        yield violation(case=f.case.ref)


@rule(
    acts.START,
    "eligible.care-contact",
    "U2",
    IPS_GROUP,
    missing=True,
    fix="ipsu case edit {case} --care-contact psychiatry",
)
def the_person_has_a_care_contact(f: CaseFacts) -> Iterator[Violation]:
    """A person who gets support in IPS or SEd has contact with psychiatry or primary care."""
    if _demands(f, "care_contact") and not f.case.referral.care_contact:
        yield violation(case=f.case.ref)


@rule(acts.START, "eligible.consent", "U2", IPS_GROUP, missing=True, fix="ipsu case edit {case} --consent DATE")
def the_person_agrees_to_collaboration_with_the_care(f: CaseFacts) -> Iterator[Violation]:
    """A person who gets support has by the start agreed to collaboration with the care, and not taken it back."""
    if _demands(f, "consent") and not _consents(f, f.case.from_day or f.today):
        yield violation(case=f.case.ref, day=f.case.from_day or f.today)


def _consents(f: CaseFacts, day: dt.date) -> bool:
    """Is there a consent on that day? One that was taken back counts again from a newer consent."""
    given, taken = f.case.referral.consent, f.case.referral.consent_withdrawn
    if given is None or given > day:
        return False
    return taken is None or taken < given or taken > day


# What all of them judge: the case, and what happens in the support.
SUPPORT: Rules = (
    *follow_up.RULES,
    a_case_begins_in_the_queue_or_with_the_support,
    a_case_closed_for_work_or_studies_has_the_outcome,
    nobody_leaves_a_queue_before_coming_to_it,
    support_begins_after_the_referral,
    support_goes_on_with_consent,
    support_has_no_set_end,
    the_person_has_the_age_of_the_target_group,
    what_has_happened_stays_in_the_enrolment,
    what_is_to_come_is_not_entered,
    who_is_referred_on_is_referred_to_somebody,
)
# The checks before the support.
CHECKS: Rules = (
    the_person_agrees_to_collaboration_with_the_care,
    the_person_has_a_care_contact,
    the_person_has_a_mental_disability,
    the_person_is_registered_in_the_municipality,
    the_person_wants_to_work_or_study,
)
