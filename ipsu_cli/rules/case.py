"""What every service asks of a case, and of a decision that moves its period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import CHANGED_PLAN, INTRODUCTION, OFFICE, WHEN_DELIVERED

if TYPE_CHECKING:
    from ipsu_cli.core.case import Case, OtherCase
    from ipsu_cli.rules.facts.case import CaseFacts, DecideFacts, FollowFacts


@rule(
    acts.CASE,
    "case.period-missing",
    "A12",
    CHANGED_PLAN,
    fix="ipsu case edit {case} --from DATE --to DATE",
)
def a_case_has_a_period(f: CaseFacts) -> Iterator[Violation]:
    """The case has a participant period with a first and a last day.

    The agency orders the service for a period; a municipality's support has no set end.
    """
    if services.service(f.case.service).queued:
        return
    if f.case.from_day is None or f.case.to_day is None:
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.no-queue", "U12", OFFICE, fix="ipsu case edit {case} --queued ''")
def a_case_of_the_agency_has_no_queue(f: CaseFacts) -> Iterator[Violation]:
    """Only a service that people wait for has a day on which the queue began.

    With one, a case that the agency has ordered would stand in the queue until its period, and in its figures.
    """
    if f.case.referral.queued_on and not services.service(f.case.service).queued:
        yield violation(case=f.case.ref, queued=f.case.referral.queued_on, service=f.case.service)


@rule(acts.CASE, "case.period-backwards", "A12", CHANGED_PLAN)
def a_period_ends_after_it_begins(f: CaseFacts) -> Iterator[Violation]:
    """The participant period and the training end no earlier than they begin."""
    for first, last in ((f.case.from_day, f.case.to_day), (f.case.training.from_day, f.case.training.to_day)):
        if first and last and last < first:
            yield violation(case=f.case.ref, from_day=first, to_day=last)


@rule(acts.CASE, "case.one-open", "one-at-a-time", OFFICE, fix="ipsu case close {other} --on DATE --reason CODE")
def a_person_has_one_open_case_in_a_service(f: CaseFacts) -> Iterator[Violation]:
    """A person has at most one open case in the same service.

    The other case is named only where its person is no secret.
    """
    was = f.before
    stood = was and was.closed_on is None and (was.person.id, was.given) == (f.case.person.id, f.case.given)
    opens = f.case.closed_on is None and not stood
    other = next((other.ref for other in f.other_cases if other.open), None)
    if other and opens:
        yield violation(case=f.case.ref, other=other)


@rule(acts.CASE, "case.overlaps", "one-at-a-time", OFFICE, fix="ipsu case show {other}")
def a_person_has_one_case_at_a_time_in_a_service(f: CaseFacts) -> Iterator[Violation]:
    """The cases of a person in the same service do not overlap; the last day of one may be the first day of the next.

    What overlapped before the change is not held against it, nor what was registered in error.
    """
    if f.case.close_reason == IN_ERROR:
        return
    for other in f.other_cases:
        if _overlaps(f.case, other) and not (f.before and _overlaps(f.before, other)):
            yield violation(case=f.case.ref, other=other.ref, from_day=other.from_day, to_day=other.last_day)


def _overlaps(case: Case, other: OtherCase) -> bool:
    """Have the two more in common than a day that ends one and begins the other?"""
    if case.from_day is None or other.from_day is None:
        return False
    last, other_last = case.last_day or dt.date.max, other.last_day or dt.date.max
    return case.from_day < other_last and other.from_day < last


@rule(acts.CASE, "case.agreement-service", "A4", INTRODUCTION, fix="ipsu agreement list")
def the_agreement_covers_the_service(f: CaseFacts) -> Iterator[Violation]:
    """The agreement that the case stands under covers its service."""
    service = f.case.service
    if f.agreement and not f.agreement.covers((service, services.service(service).agreement)):
        yield violation(case=f.case.ref, agreement=f.agreement.ref, service=service)


@rule(acts.CASE, "case.outside-agreement", "A4", OFFICE, warn=True)
def a_case_begins_while_the_agreement_runs(f: CaseFacts) -> Iterator[Violation]:
    """The case begins while the agreement runs.

    Not so for a person who has had a municipality's support since before the agreement.
    """
    if not (f.agreement and f.case.from_day):
        return
    early = f.case.from_day < f.agreement.from_day and not services.service(f.case.service).queued
    ended = f.agreement.to_day and f.case.from_day > f.agreement.to_day
    if early or ended:
        yield violation(
            case=f.case.ref,
            agreement=f.agreement.ref,
            from_day=f.agreement.from_day,
            to_day=f.agreement.to_day,
        )


@rule(acts.CASE, "case.site-unknown", "J27", OFFICE, warn=True)
def the_site_is_one_of_the_agreement(f: CaseFacts) -> Iterator[Violation]:
    """The service is given in one of the towns that the agreement lists.

    An agreement may list none. Of a protected person the town is not even named in a warning.
    """
    if f.case.person.protected or not (f.agreement and f.agreement.sites and f.case.site):
        return
    if f.case.site not in f.agreement.sites:
        yield violation(case=f.case.ref, site=f.case.site, sites=list(f.agreement.sites))


@rule(acts.CASE, "case.period-bound", "A12", CHANGED_PLAN, fix="ipsu case decide {case} --to DATE --on DATE")
def a_bound_period_moves_by_decision_alone(f: CaseFacts) -> Iterator[Violation]:
    """Once a joint plan is confirmed or something is delivered, the participant period moves only by the employment
    officer's decision."""
    moved = f.before and (f.before.from_day, f.before.to_day) != (f.case.from_day, f.case.to_day)
    if moved and f.bound:
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.closed-early", "A12", OFFICE)
def a_case_is_not_closed_before_it_begins(f: CaseFacts) -> Iterator[Violation]:
    """A case is closed on the first day of its period or support at the earliest."""
    if f.case.closed_on and f.case.from_day and f.case.closed_on < f.case.from_day:
        yield violation(case=f.case.ref, closed=f.case.closed_on, from_day=f.case.from_day)


@rule(acts.CASE, "case.error-invoiced", "E14", OFFICE, fix="ipsu delivery list {case}")
def what_is_invoiced_was_not_registered_in_error(f: CaseFacts) -> Iterator[Violation]:
    """A case is closed as registered in error only while no delivery of it stands on an invoice."""
    if f.case.close_reason == IN_ERROR and f.invoiced:
        yield violation(case=f.case.ref)


@rule(acts.CASE, "date.future", "A24", WHEN_DELIVERED)
def a_case_is_not_closed_in_the_future(f: CaseFacts) -> Iterator[Violation]:
    """A case is closed with today's date or an earlier one."""
    if f.case.closed_on and f.case.closed_on > f.today:
        yield violation(day=f.case.closed_on, today=f.today)


@rule(acts.CASE, "case.delivered-after-closing", "A12", OFFICE, warn=True, fix="ipsu delivery list {case}")
def nothing_is_delivered_after_the_closing(f: CaseFacts) -> Iterator[Violation]:
    """When a case is closed there are no deliveries after the closing day.

    They are still invoiced, so they are checked when the case is closed, and when its closing day moves. A result is
    approved after it, and what was registered in error is not invoiced.
    """
    closed = f.case.closed_on
    if f.case.close_reason == IN_ERROR or (f.before and f.before.closed_on == closed):
        return
    if closed and f.last_delivered and f.last_delivered > closed:
        yield violation(case=f.case.ref, closed=f.case.closed_on, last_delivered=f.last_delivered)


@rule(acts.DECIDE, "decision.before-last", "A12", OFFICE)
def decisions_follow_each_other(f: DecideFacts) -> Iterator[Violation]:
    """Decisions are entered in the order in which they are made, because the newest one holds."""
    if f.decided_on and f.on < f.decided_on:
        yield violation(case=f.case.ref, day=f.on, decided=f.decided_on)


@rule(acts.DECIDE, "decision.delivered-after", "A12", OFFICE, warn=True, fix="ipsu delivery list {case}")
def a_decision_leaves_the_delivered_days_in_the_period(f: DecideFacts) -> Iterator[Violation]:
    """When the period changes, what is delivered lies in it.

    Hours after the new end are outside the period, and would be invoiced all the same.
    """
    if f.last_delivered and f.last_delivered > f.to:
        yield violation(case=f.case.ref, to_day=f.to, last_delivered=f.last_delivered)


@rule(acts.DECIDE, "decision.future", "A12", CHANGED_PLAN)
def a_decision_is_not_made_in_the_future(f: DecideFacts) -> Iterator[Violation]:
    """A decision is entered once the employment officer has made it."""
    if f.on > f.today:
        yield violation(case=f.case.ref, day=f.on, today=f.today)


@rule(acts.DECIDE, "decision.before-start", "A12", CHANGED_PLAN)
def a_decision_leaves_a_period(f: DecideFacts) -> Iterator[Violation]:
    """The participant period ends on its first day at the earliest."""
    if f.case.from_day and f.to < f.case.from_day:
        yield violation(case=f.case.ref, to_day=f.to, from_day=f.case.from_day)


@rule(acts.DECIDE, "decision.closed", "A13", OFFICE, fix="ipsu case reopen {case} --reason TEXT")
def a_closed_case_is_not_prolonged(f: DecideFacts) -> Iterator[Violation]:
    """A decision prolongs no case that is closed. It may still shorten the period of one."""
    closed, last = f.case.closed_on, f.case.to_day
    if closed and f.to > max(closed, last or closed):
        yield violation(case=f.case.ref, to_day=f.to, closed=closed)


@rule(acts.DECIDE, "decision.overlaps", "one-at-a-time", OFFICE, fix="ipsu case show {other}")
def a_decision_leads_into_no_other_case(f: DecideFacts) -> Iterator[Violation]:
    """A period that is prolonged ends on the first day of the person's next case in the service at the latest."""
    decided = f.case._replace(to_day=f.to)
    for other in f.other_cases:
        if _overlaps(decided, other) and not _overlaps(f.case, other):
            yield violation(case=f.case.ref, to_day=f.to, other=other.ref, from_day=other.from_day)


@rule(acts.DECIDE, "case.over-delivered", "A12", OFFICE, warn=True, fix="ipsu delivery list {case}")
def a_decision_leaves_room_for_what_is_delivered(f: DecideFacts) -> Iterator[Violation]:
    """The decided participant period has room for the hours already delivered.

    The agency decides; hours above what is left are then corrected by the office.
    """
    if f.delivered > f.planned:
        yield violation(
            case=f.case.ref,
            planned_hours=f.planned,
            delivered_hours=f.delivered,
            remaining_hours=f.planned - f.delivered,
        )


@rule(acts.FOLLOW, "follow.future", "A24", OFFICE)
def what_has_not_happened_is_not_followed_up(f: FollowFacts) -> Iterator[Violation]:
    """What is followed up is entered once it has happened.

    The last day of a pause may be to come.
    """
    if f.on > f.today:
        yield violation(case=f.case.ref, day=f.on, today=f.today)


RULES: Rules = (
    what_has_not_happened_is_not_followed_up,
    a_closed_case_is_not_prolonged,
    a_case_has_a_period,
    a_case_of_the_agency_has_no_queue,
    a_period_ends_after_it_begins,
    a_person_has_one_open_case_in_a_service,
    a_person_has_one_case_at_a_time_in_a_service,
    the_agreement_covers_the_service,
    a_case_begins_while_the_agreement_runs,
    the_site_is_one_of_the_agreement,
    a_bound_period_moves_by_decision_alone,
    a_case_is_not_closed_before_it_begins,
    what_is_invoiced_was_not_registered_in_error,
    a_case_is_not_closed_in_the_future,
    nothing_is_delivered_after_the_closing,
    decisions_follow_each_other,
    a_decision_leaves_the_delivered_days_in_the_period,
    a_decision_is_not_made_in_the_future,
    a_decision_leaves_a_period,
    a_decision_leads_into_no_other_case,
    a_decision_leaves_room_for_what_is_delivered,
)
