"""Period 2 of a placement by the month (Rusta och matcha): when it begins, and the joint plan that it is decided on.

Source: the agency's page on documentation in Rusta och matcha, and its page on the periods.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from ipsu_cli.core.case import Case
from ipsu_cli.core.dated import Dated
from ipsu_cli.core.dates import ONE_DAY, Month, last_of_months, months_away
from ipsu_cli.core.document import Document, plan_of, standing
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts import DecideFacts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE, ON_JOINT_PLANS, ROUNDS

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


def longest_period_1(first: dt.date | None) -> dt.date | None:
    """The last day that period 1 can have, of a placement that begins on `first`; None where it has no first day."""
    return last_of_months(first, PERIOD.on(first)) if first else None


def is_period_2(first: dt.date | None, to: dt.date) -> bool:
    """Does a period that ends on `to` go on into period 2, whatever it is called?"""
    longest = longest_period_1(first)
    return longest is not None and to > longest


def decides_period_2(f: DecideFacts) -> bool:
    """Is it this decision that period 2 begins with? A later one, on its end alone, asks for no new plan."""
    has_begun = f.decided_on is not None and f.case.to_day is not None and is_period_2(f.case.from_day, f.case.to_day)
    return f.period == 2 or (is_period_2(f.case.from_day, f.to) and not has_begun)


def plan_opens(first: dt.date | None, to: dt.date | None) -> dt.date | None:
    """The first day on which the joint plan for period 2 can be filed, of a placement from `first` to `to`; None
    without a period."""
    ends = min((day for day in (to, longest_period_1(first)) if day), default=None)
    return months_away(ends + ONE_DAY, -NEAR_END.on(ends)) if ends else None


def plan_of_period_1(case: Case, filed: Sequence[Document]) -> Document | None:
    """The joint plan that period 1 was run on: that of its first whole month."""
    if case.from_day is None:
        return None
    month = Month.of(case.from_day)
    return plan_of(filed, _type(case), month if case.from_day == month.first else month.next())


def plan_for_period_2(case: Case, filed: Sequence[Document], by: dt.date) -> Document | None:
    """The newest joint plan that was filed by a day, near the end of period 1, and is not the first of all."""
    plans, opens = standing(filed, _type(case), by), plan_opens(case.from_day, case.to_day)
    newest = plans[-1] if len(plans) > 1 else None
    return newest if newest and newest.submitted and opens and newest.submitted >= opens else None


def hours_a_week(plan: Document) -> Hours:
    """All that a joint plan has; an activity without hours has none."""
    return Hours.total(activity.hours or Hours(0) for activity in plan.activities)


def _type(case: Case) -> str | None:
    """The type of document that the joint plan of the service is."""
    return services.type_of(case, Role.PLAN)


@rule(
    acts.DECIDE, "decision.gp-not-updated", "R15", ON_JOINT_PLANS, missing=True, fix=FILE_PLAN,
    dated=(PERIOD, NEAR_END),
)  # fmt: skip
def the_joint_plan_is_updated_before_period_2(f: DecideFacts) -> Iterator[Violation]:
    """Before the decision on period 2 a new version of the joint plan is filed, in the last months of period 1.

    A decision that leads past the months of period 1 is on period 2, whatever it is called.
    """
    if decides_period_2(f) and plan_for_period_2(f.case, f.filed, f.on) is None:
        yield violation(case=f.case.ref, plan=_type(f.case), opens=plan_opens(f.case.from_day, f.case.to_day))


@rule(acts.DECIDE, "decision.gp-not-intensified", "R15", ON_JOINT_PLANS, fix=FILE_PLAN)
def period_2_is_more_intense(f: DecideFacts) -> Iterator[Violation]:
    """Before period 2 more hours a week are planned than in the joint plan that period 1 was run on."""
    newest, first = plan_for_period_2(f.case, f.filed, f.on), plan_of_period_1(f.case, f.filed)
    if not (decides_period_2(f) and newest and first):
        return
    before, after = hours_a_week(first), hours_a_week(newest)
    if after <= before:
        yield violation(case=f.case.ref, plan=_type(f.case), before=before, after=after)


RULES: Rules = (
    the_joint_plan_is_updated_before_period_2,
    period_2_is_more_intense,
)
