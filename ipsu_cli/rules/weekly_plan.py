"""What a plan of hours by the week is held to.

Sources: the agency's questions and answers for suppliers, and a supplier's description of IPSU.
"""

from collections.abc import Iterator
from itertools import pairwise

from ipsu_cli.core.hours import Hours
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts import PlanFacts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import AGENCY, OFFICE, SUPPLIER

EXTENTS = (Hours(500), Hours(1000), Hours(2000), Hours(3000))


@rule(acts.PLAN, "plan.extent", "A28", AGENCY)
def an_extent_is_5_10_20_or_30(f: PlanFacts) -> Iterator[Violation]:
    """Support is planned for 5, 10, 20 or 30 hours a week."""
    for week, hours in f.weeks:
        if hours not in EXTENTS:
            yield violation(case=f.case.ref, week=week, hours=hours, allowed=list(EXTENTS))


@rule(acts.PLAN, "plan.two-extents-one-week", "A29", AGENCY)
def a_week_has_one_extent(f: PlanFacts) -> Iterator[Violation]:
    """Planning is by the week; the same extent twice would double the cap."""
    seen: dict[str, Hours] = {}
    for week, hours in f.weeks:
        if week in seen:
            yield violation(case=f.case.ref, week=week, extents=[seen[week], hours])
        seen[week] = hours


@rule(acts.PLAN, "plan.reason-missing", "A11", AGENCY, fix="ipsu plan set {case} … --reason TEXT")
def a_changed_plan_says_why(f: PlanFacts) -> Iterator[Violation]:
    """Every version after the first is motivated."""
    if f.version > 1 and not f.reason:
        yield violation(case=f.case.ref, version=f.version)


@rule(acts.PLAN, "plan.outside-period", "A13", AGENCY, fix="ipsu case decide {case} --to DATE --on DATE")
def a_plan_lies_in_the_period(f: PlanFacts) -> Iterator[Violation]:
    """Every week has a day in the participant period; an extension is decided first."""
    case = f.case
    outside = [
        week
        for week, _ in f.weeks
        if (case.from_day and week.sunday < case.from_day) or (case.to_day and week.monday > case.to_day)
    ]
    if outside:
        yield violation(case=case.ref, weeks=outside, from_day=case.from_day, to_day=case.to_day)


@rule(acts.PLAN, "plan.outside-training", "J14", SUPPLIER)
def a_plan_lies_in_the_training(f: PlanFacts) -> Iterator[Violation]:
    """Every week has a day in the training."""
    first, last = f.case.training.from_day, f.case.training.to_day
    outside = [week for week, _ in f.weeks if (first and week.sunday < first) or (last and week.monday > last)]
    if outside:
        yield violation(case=f.case.ref, weeks=outside, training_from=first, training_to=last)


@rule(acts.PLAN, "plan.below-delivered", "A10", OFFICE, fix="ipsu delivery list {case}")
def a_plan_covers_what_is_delivered(f: PlanFacts) -> Iterator[Violation]:
    """Hours already delivered set the floor."""
    planned = Hours.total(hours for _, hours in f.weeks)
    if planned < f.delivered:
        yield violation(case=f.case.ref, planned_hours=planned, delivered_hours=f.delivered)


@rule(acts.PLAN, "plan.ends-before-delivered", "A10", OFFICE)
def a_plan_reaches_the_last_delivery(f: PlanFacts) -> Iterator[Violation]:
    """A plan does not end before the last delivered day."""
    ends = max((week.sunday for week, _ in f.weeks), default=None)
    if ends and f.last_delivered and ends < f.last_delivered:
        yield violation(case=f.case.ref, ends=ends, last_delivered=f.last_delivered)


@rule(acts.PLAN, "plan.ended-week-changed", "A10", OFFICE)
def a_week_that_has_ended_keeps_its_extent(f: PlanFacts) -> Iterator[Violation]:
    """After the first version the past is not planned again."""
    if f.in_force is None:
        return
    old, new = f.in_force.counting(f.case.to_day), dict(f.weeks)
    for week in sorted({*old, *new}):
        if week.sunday < f.on and old.get(week) != new.get(week):
            yield violation(case=f.case.ref, week=week, was=old.get(week), wanted=new.get(week))


@rule(acts.PLAN, "plan.extent-rises", "J7", SUPPLIER, warn=True)
def support_tapers_off(f: PlanFacts) -> Iterator[Violation]:
    """The need of support hours should fall over time."""
    for (_, before), (week, after) in pairwise(sorted(f.weeks)):
        if after > before:
            yield violation(case=f.case.ref, week=week, before=before, after=after)


RULES: Rules = (
    an_extent_is_5_10_20_or_30,
    a_week_has_one_extent,
    a_changed_plan_says_why,
    a_plan_lies_in_the_period,
    a_plan_lies_in_the_training,
    a_plan_covers_what_is_delivered,
    a_plan_reaches_the_last_delivery,
    a_week_that_has_ended_keeps_its_extent,
    support_tapers_off,
)
