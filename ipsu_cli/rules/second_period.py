"""Period 2 of a placement by the month (Rusta och matcha): when it begins, and the joint plan that it is decided on.

Source: the agency's page on documentation in Rusta och matcha, and its page on the periods.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.dates import ONE_DAY, Month, last_of_months, months_away
from ipsu_cli.core.document import Document, plan_of, standing
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE, ON_JOINT_PLANS, ROUNDS

if TYPE_CHECKING:
    from ipsu_cli.core.case import Case
    from ipsu_cli.rules.facts.case import DecideFacts

# How long a period is at most.
PERIOD = Dated(
    "period-months",
    ("2022-01-01", 6, ROUNDS),
)
# How near the end of period 1 the joint plan is updated.
NEAR_END = Dated(
    "period-2-plan-months",
    ("2022-01-01", 3, OFFICE),
)
FILE_PLAN = "ipsu document submit {case} {plan} --mandatory NAME=HOURS --optional NAME=HOURS"


class PlacementSpan(NamedTuple):
    """A placement from its first day to its last, with what is filed of it; `plan_type` is the type of document that
    its joint plan is."""

    first: dt.date | None
    last: dt.date | None
    plan_type: str | None
    filed: Sequence[Document] = ()


def placement_of(case: "Case", filed: Sequence[Document]) -> PlacementSpan:
    """The placement that a case is."""
    return PlacementSpan(case.from_day, case.to_day, services.type_of(case, Role.PLAN), filed)


def is_period_2(first: dt.date | None, to: dt.date) -> bool:
    """Does a period that ends on `to` go on into period 2, whatever it is called?"""
    longest = _longest_period_1(first)
    return longest is not None and to > longest


def decides_period_2(f: "DecideFacts") -> bool:
    """Is it this decision that period 2 begins with? A later one, on its end alone, asks for no new plan."""
    has_begun = f.decided_on is not None and f.case.to_day is not None and is_period_2(f.case.from_day, f.case.to_day)
    return f.period == 2 or (is_period_2(f.case.from_day, f.to) and not has_begun)


def end_of_period_1(placement: PlacementSpan) -> dt.date | None:
    """Its last day, also where the placement was ordered for longer; None without a period."""
    return min((day for day in (placement.last, _longest_period_1(placement.first)) if day), default=None)


def _longest_period_1(first: dt.date | None) -> dt.date | None:
    """The last day that period 1 can have; None where it has no first day."""
    return last_of_months(first, PERIOD.on(first)) if first else None


def plan_opens(placement: PlacementSpan) -> dt.date | None:
    """The first day on which the joint plan for period 2 can be filed; None without a period."""
    ends = end_of_period_1(placement)
    return months_away(ends + ONE_DAY, -NEAR_END.on(ends)) if ends else None


def plan_of_period_1(placement: PlacementSpan) -> Document | None:
    """The joint plan that period 1 was run on: that of its first whole month."""
    if placement.first is None:
        return None
    month = Month.of(placement.first)
    whole = month if placement.first == month.first else month.next()
    return plan_of(placement.filed, placement.plan_type, whole)


def plan_for_period_2(placement: PlacementSpan, by: dt.date) -> Document | None:
    """The newest joint plan that was filed by a day, near the end of period 1, and is not the first of all."""
    plans, opens = standing(placement.filed, placement.plan_type, by), plan_opens(placement)
    newest = plans[-1] if len(plans) > 1 else None
    return newest if newest and newest.submitted and opens and newest.submitted >= opens else None


def too_few_hours(placement: PlacementSpan, by: dt.date) -> tuple[Hours, Hours] | None:
    """The hours a week of period 1 and those of the plan for period 2, where these are no more; else None."""
    first, newest = plan_of_period_1(placement), plan_for_period_2(placement, by)
    if first is None or newest is None:
        return None
    before, after = hours_a_week(first), hours_a_week(newest)
    return (before, after) if after <= before else None


def hours_a_week(plan: Document) -> Hours:
    """All that a joint plan has; an activity without hours has none."""
    return Hours.total(activity.hours or Hours(0) for activity in plan.activities)


@rule(
    acts.DECIDE, "decision.gp-not-updated", "R15", ON_JOINT_PLANS, missing=True, fix=FILE_PLAN,
    dated=(PERIOD, NEAR_END),
)  # fmt: skip
def the_joint_plan_is_updated_before_period_2(f: "DecideFacts") -> Iterator[Violation]:
    """Before the decision on period 2 a new version of the joint plan is filed, in the last months of period 1.

    A decision that leads past the months of period 1 is on period 2, whatever it is called.
    """
    placement = placement_of(f.case, f.filed)
    if decides_period_2(f) and plan_for_period_2(placement, f.on) is None:
        yield violation(case=f.case.ref, plan=placement.plan_type, opens=plan_opens(placement), on=f.on)


@rule(acts.DECIDE, "decision.gp-not-intensified", "R15", ON_JOINT_PLANS, fix=FILE_PLAN)
def period_2_is_more_intense(f: "DecideFacts") -> Iterator[Violation]:
    """Before period 2 more hours a week are planned than in the joint plan that period 1 was run on."""
    placement = placement_of(f.case, f.filed)
    hours = too_few_hours(placement, f.on)
    if decides_period_2(f) and hours:
        before, after = hours
        yield violation(case=f.case.ref, plan=placement.plan_type, before=before, after=after)


RULES: Rules = (
    the_joint_plan_is_updated_before_period_2,
    period_2_is_more_intense,
)
