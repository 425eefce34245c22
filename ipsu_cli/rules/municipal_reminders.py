"""What nobody has typed of the municipalities' services: reviews, long pauses, stable work, consent, employers.

Source: Uppsala's follow-up of IPS and Supported Education 2025.
"""

from collections.abc import Iterator

from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.reminders import CASE, CaseReminderFacts, so_long_after
from ipsu_cli.rules.sources import CONCLUSION, FOLLOWED_UP, IPS_GROUP, IPS_METHOD


@rule(CASE, "todo.review", "U8", FOLLOWED_UP, warn=True, fix="ipsu review add {case} --on DATE --progress yes")
def support_is_reviewed_regularly(f: CaseReminderFacts) -> Iterator[Violation]:
    """The support is reviewed regularly; the office says after how many days."""
    last = max((day for day in (f.from_day, f.reviewed) if day), default=None)
    due = so_long_after(last, f.habits.review_days)
    if due and f.by >= due:
        yield violation(case=f.ref, last=last, most=f.habits.review_days, about=last, due=due)


@rule(CASE, "todo.pause", "U11", CONCLUSION, warn=True, fix="ipsu case close {case} --on DATE --reason pause_requested")
def a_pause_ends_before_it_is_long(f: CaseReminderFacts) -> Iterator[Violation]:
    """A pause that goes on is looked at when it has lasted as many days as the office has settled."""
    due = so_long_after(f.paused, f.habits.pause_days)
    if due and f.by >= due:
        yield violation(case=f.ref, paused=f.paused, most=f.habits.pause_days, about=f.paused, due=due)


@rule(
    CASE, "todo.stable", "U10", FOLLOWED_UP, warn=True, fix="ipsu case close {case} --on DATE --reason stable_no_need"
)
def support_is_offered_to_end_when_work_is_stable(f: CaseReminderFacts) -> Iterator[Violation]:
    """Whoever has worked for as many days as the office has settled is offered to end the support."""
    due = so_long_after(f.employed, f.habits.stable_days)
    if due and f.by >= due:
        yield violation(case=f.ref, employed=f.employed, most=f.habits.stable_days, about=f.employed, due=due)


@rule(CASE, "todo.consent", "U2", IPS_GROUP, warn=True, fix="ipsu case edit {case} --consent DATE")
def a_consent_that_was_taken_back_is_asked_about(f: CaseReminderFacts) -> Iterator[Violation]:
    """Where the consent to collaboration with the care is taken back, somebody asks what is to come of the support."""
    taken = f.consent_withdrawn
    if taken and f.by >= taken and (f.consent is None or f.consent <= taken):
        yield violation(case=f.ref, taken=taken, about=taken, due=taken)


@rule(CASE, "todo.first-contact", "U5", IPS_METHOD, warn=True, fix="ipsu contact add {case} employer --on DATE")
def the_search_for_work_begins_with_the_support(f: CaseReminderFacts) -> Iterator[Violation]:
    """The first contact with an employer is made soon after the start of the support."""
    due = so_long_after(f.from_day, f.habits.contact_days)
    if due and f.from_day and f.by >= f.from_day and f.employer_met is None:
        yield violation(case=f.ref, from_day=f.from_day, about=f.from_day, due=due)


# Of all of the municipalities' services, and of those to work.
MUNICIPAL: Rules = (
    a_consent_that_was_taken_back_is_asked_about,
    a_pause_ends_before_it_is_long,
    support_is_offered_to_end_when_work_is_stable,
    support_is_reviewed_regularly,
)
TO_WORK: Rules = (the_search_for_work_begins_with_the_support,)
