"""What happens in a municipality's support, and is followed up: outcomes, pauses and reviews.

Sources: Uppsala's follow-up of IPS and Supported Education, and the application of Gislaved, Gnosjö and Värnamo for
SE/IPS.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.rules import acts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import CONCLUSION, FOLLOWED_UP, GGV, OFFICE

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.case import FollowFacts


@rule(acts.FOLLOW, "follow.outside", "U15", OFFICE, fix="ipsu case show {case}")
def what_happens_lies_in_the_enrolment(f: FollowFacts) -> Iterator[Violation]:
    """Outcomes, reviews and pauses lie between the first day of support and the closing day, both days of support."""
    start, end = f.case.from_day, f.case.closed_on
    if f.kind != "contact" and (start is None or f.on < start or (end and f.on > end)):
        yield violation(case=f.case.ref, day=f.on, from_day=start, to_day=end)


@rule(acts.FOLLOW, "pause.backwards", "U11", OFFICE)
def a_pause_ends_after_it_begins(f: FollowFacts) -> Iterator[Violation]:
    """A pause ends on the day that it begins at the earliest."""
    if f.to and f.to < f.on:
        yield violation(case=f.case.ref, day=f.on, to_day=f.to)


@rule(acts.FOLLOW, "pause.overlaps", "U11", OFFICE, fix="ipsu case show {case}")
def pauses_do_not_overlap(f: FollowFacts) -> Iterator[Violation]:
    """Pauses of a case do not overlap: a day lies in one pause at most."""
    for other in f.pauses if f.kind == "pause" else ():
        if (f.to is None or other.from_day <= f.to) and (other.to_day is None or f.on <= other.to_day):
            yield violation(case=f.case.ref, day=f.on, from_day=other.from_day, to_day=other.to_day)


@rule(
    acts.FOLLOW,
    "pause.long",
    "U11",
    CONCLUSION,
    warn=True,
    fix="ipsu case close {case} --on DATE --reason pause_requested",
)
def pauses_are_short(f: FollowFacts) -> Iterator[Violation]:
    """Pauses are short; how long a long pause is, is the office's setting."""
    days = ((f.to or f.today) - f.on).days + 1
    if f.kind == "pause" and days > f.long_days:
        yield violation(case=f.case.ref, days=days, most=f.long_days)


@rule(
    acts.FOLLOW,
    "review.decision-missing",
    "U9",
    FOLLOWED_UP,
    missing=True,
    fix="ipsu review add {case} --on {day} --progress no --decision DECISION",
)
def without_progress_the_support_is_reconsidered(f: FollowFacts) -> Iterator[Violation]:
    """A review without progress decides whether the support goes on: continue, refer or close."""
    if f.kind == "review" and not f.progress and f.decision is None:
        yield violation(case=f.case.ref, day=f.on)


@rule(
    acts.FOLLOW,
    "review.receiver-missing",
    "U9",
    FOLLOWED_UP,
    missing=True,
    fix="ipsu review add {case} --on {day} --progress no --decision refer --refer-to TEXT",
)
def a_decision_to_refer_names_the_receiver(f: FollowFacts) -> Iterator[Violation]:
    """A review that decides to refer the person says to whom: another kind of support is offered."""
    if f.kind == "review" and f.decision == "refer" and not f.refer_to:
        yield violation(case=f.case.ref, day=f.on)


@rule(
    acts.FOLLOW,
    "outcome.subsidised-studies",
    "G9",
    GGV.at("Värnamo kommun: Aktiviteter"),
    fix="ipsu outcome add {case} employment --subsidised --on DATE",
)
def an_employment_alone_is_subsidised(f: FollowFacts) -> Iterator[Violation]:
    """Only an employment can be subsidised; studies have no wage subsidy."""
    if f.kind == "outcome" and f.subsidised and f.outcome != "employment":
        yield violation(case=f.case.ref, day=f.on)


@rule(acts.FOLLOW, "outcome.twice", "U15", OFFICE, warn=True, fix="ipsu outcome list {case}")
def an_outcome_is_entered_once(f: FollowFacts) -> Iterator[Violation]:
    """An outcome is entered once; the same outcome twice on one day is unusual."""
    if f.kind == "outcome" and f.same:
        yield violation(case=f.case.ref, day=f.on)


@rule(acts.FOLLOW, "outcome.nothing-ended", "U15", OFFICE, warn=True, fix="ipsu outcome list {case}")
def an_employment_that_ends_has_begun(f: FollowFacts) -> Iterator[Violation]:
    """An employment that ends has begun on an earlier day.

    The same day counts as the beginning of the next one: whoever changes jobs has work.
    """
    if f.kind == "outcome" and f.outcome == "employment_ended" and not (f.employed_since and f.employed_since < f.on):
        yield violation(case=f.case.ref, day=f.on)


RULES: Rules = (
    a_decision_to_refer_names_the_receiver,
    a_pause_ends_after_it_begins,
    an_employment_alone_is_subsidised,
    an_employment_that_ends_has_begun,
    an_outcome_is_entered_once,
    pauses_are_short,
    pauses_do_not_overlap,
    what_happens_lies_in_the_enrolment,
    without_progress_the_support_is_reconsidered,
)
