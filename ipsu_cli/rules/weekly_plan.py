"""What a plan of hours by the week is held to.

Sources: the agency's questions and answers for suppliers, and a supplier's description of IPSU.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.dates import ONE_DAY, Week, weeks_between
from ipsu_cli.core.hours import Hours
from ipsu_cli.rules import acts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import CHANGED_PLAN, OFFICE, ON_SUPPORT, SPLIT_WEEKS

if TYPE_CHECKING:
    from ipsu_cli.core.case import Case
    from ipsu_cli.core.plan import Plan
    from ipsu_cli.rules.facts.document import ConfirmFacts, PlanFacts, SubmitFacts

# What a week may be planned for.
EXTENTS = Dated(
    "extents",
    ("2026-01-01", (Hours(500), Hours(1000), Hours(2000), Hours(3000)), SPLIT_WEEKS),
)
ADD_WEEKS = "ipsu plan set {case} WEEKS=HOURS --reason TEXT"


@rule(acts.PLAN, "plan.extent", "A28", SPLIT_WEEKS, dated=(EXTENTS,))
def an_extent_is_one_that_the_agreement_allows(f: PlanFacts) -> Iterator[Violation]:
    """Support is planned for one of the extents that the agreement allows, in hours a week."""
    for week, hours in f.weeks:
        allowed = EXTENTS.on(week.thursday)  # the day that decides which year a week belongs to
        if hours not in allowed:
            yield violation(case=f.case.ref, week=week, hours=hours, allowed=list(allowed))


@rule(acts.PLAN, "plan.two-extents-one-week", "A29", SPLIT_WEEKS)
def a_week_has_one_extent(f: PlanFacts) -> Iterator[Violation]:
    """Every week of the plan has a single extent.

    The same extent twice would double the cap.
    """
    seen: dict[str, Hours] = {}
    for week, hours in f.weeks:
        if week in seen:
            yield violation(case=f.case.ref, week=week, extents=[seen[week], hours])
        seen[week] = hours


@rule(acts.PLAN, "plan.reason-missing", "A11", CHANGED_PLAN, fix="ipsu plan set {case} WEEKS=HOURS --reason TEXT")
def a_changed_plan_says_why(f: PlanFacts) -> Iterator[Violation]:
    """Every version of the plan after the first has a reason."""
    if f.version > 1 and not f.reason:
        yield violation(case=f.case.ref, version=f.version)


@rule(acts.PLAN, "plan.outside-period", "A13", CHANGED_PLAN, fix="ipsu case decide {case} --to DATE --on DATE")
def a_plan_lies_in_the_period(f: PlanFacts) -> Iterator[Violation]:
    """Every week of the plan has at least one day in the participant period.

    An extension is decided first.
    """
    yield from outside_period(f.case, [week for week, _ in f.weeks])


@rule(acts.SUBMIT, "plan.outside-period", "A13", CHANGED_PLAN, fix="ipsu case decide {case} --to DATE --on DATE")
def a_plan_that_is_filed_lies_in_the_period(f: SubmitFacts) -> Iterator[Violation]:
    """Every week of the plan has at least one day in the participant period.

    Once more as it is filed: the period may have been shortened since the plan was set.
    """
    if f.plan:
        yield from outside_period(f.case, list(f.plan.weeks))


@rule(acts.CONFIRM, "plan.outside-period", "A13", CHANGED_PLAN, fix="ipsu case decide {case} --to DATE --on DATE")
def a_plan_that_is_confirmed_lies_in_the_period(f: ConfirmFacts) -> Iterator[Violation]:
    """Every week of the plan has at least one day in the participant period.

    Once more as it is confirmed.
    """
    if f.plan:
        yield from outside_period(f.case, list(f.plan.weeks))


def outside_period(case: Case, weeks: list[Week]) -> Iterator[Violation]:
    """The weeks that have no day in the participant period."""
    outside = [
        week
        for week in weeks
        if (case.from_day and week.sunday < case.from_day) or (case.to_day and week.monday > case.to_day)
    ]
    if outside:
        yield violation(case=case.ref, weeks=outside, from_day=case.from_day, to_day=case.to_day)


@rule(
    acts.SUBMIT, "plan.made-before-decision", "A14", CHANGED_PLAN,
    fix="ipsu plan set {case} WEEKS=HOURS --reason TEXT",
)  # fmt: skip
def a_plan_for_an_extension_is_made_after_its_decision(f: SubmitFacts) -> Iterator[Violation]:
    """The joint plan for an extended period is made for it, once the extension is decided.

    A draft from before, that a shorter period had put outside, does not come back by itself.
    """
    if f.plan and f.made_before:
        yield violation(case=f.case.ref, decided=f.decided_on)


@rule(acts.PLAN, "plan.added-week-missing", "A14", CHANGED_PLAN, fix=ADD_WEEKS)
def a_plan_has_every_week_that_was_added(f: PlanFacts) -> Iterator[Violation]:
    """The joint plan for an extended period states the extent of every week that the extension has added."""
    yield from without_extent(f.case, [week for week, _ in f.weeks], f.extended_from, f.in_force)


@rule(acts.SUBMIT, "plan.added-week-missing", "A14", CHANGED_PLAN, fix=ADD_WEEKS)
def a_plan_that_is_filed_has_every_week_that_was_added(f: SubmitFacts) -> Iterator[Violation]:
    """The joint plan for an extended period states the extent of every week that the extension has added.

    Once more as it is filed: the period may have been extended again since the plan was set.
    """
    if f.plan:
        yield from without_extent(f.case, list(f.plan.weeks), f.extended_from, f.in_force)


@rule(acts.CONFIRM, "plan.added-week-missing", "A14", CHANGED_PLAN, fix=ADD_WEEKS)
def a_plan_that_is_confirmed_has_every_week_that_was_added(f: ConfirmFacts) -> Iterator[Violation]:
    """The joint plan for an extended period states the extent of every week that the extension has added.

    Once more as it is confirmed.
    """
    if f.plan:
        yield from without_extent(f.case, list(f.plan.weeks), f.extended_from, f.in_force)


def without_extent(
    case: Case, weeks: list[Week], extended_from: dt.date | None, in_force: Plan | None
) -> Iterator[Violation]:
    """The weeks that an extension has added and that a plan for it leaves out.

    A plan that has none of them is not for the extension, and what the plan in force has is no longer added: it may be
    taken away again.
    """
    added = _added(case, extended_from, in_force)
    missing = [week for week in added if week not in weeks]
    if missing and len(missing) < len(added):
        yield violation(case=case.ref, weeks=missing, to_day=case.to_day)


def _added(case: Case, extended_from: dt.date | None, in_force: Plan | None) -> list[Week]:
    """The weeks wholly after the former end and the plan in force that have a day in the period and the training."""
    last = min((day for day in (case.to_day, case.training.to_day) if day), default=None)
    if extended_from is None or last is None:
        return []
    first = max(extended_from, in_force.ends if in_force else extended_from) + ONE_DAY
    weeks = weeks_between(Week.of(first), Week.of(last))
    return [week for week in weeks if week.monday >= first and week.monday <= last]


@rule(acts.PLAN, "plan.outside-training", "J14", ON_SUPPORT)
def a_plan_lies_in_the_training(f: PlanFacts) -> Iterator[Violation]:
    """Every week of the plan has at least one day in the training."""
    first, last = f.case.training.from_day, f.case.training.to_day
    outside = [week for week, _ in f.weeks if (first and week.sunday < first) or (last and week.monday > last)]
    if outside:
        yield violation(case=f.case.ref, weeks=outside, training_from=first, training_to=last)


@rule(acts.PLAN, "plan.below-delivered", "A10", OFFICE, fix="ipsu delivery list {case}")
def a_plan_covers_what_is_delivered(f: PlanFacts) -> Iterator[Violation]:
    """A plan has at least as many hours as are already delivered."""
    planned = Hours.total(hours for _, hours in f.weeks)
    if planned < f.delivered:
        yield violation(case=f.case.ref, planned_hours=planned, delivered_hours=f.delivered)


@rule(acts.PLAN, "plan.ends-before-delivered", "A10", OFFICE)
def a_plan_reaches_the_last_delivery(f: PlanFacts) -> Iterator[Violation]:
    """A plan reaches as far as the latest delivery."""
    ends = max((week.sunday for week, _ in f.weeks), default=None)
    if ends and f.last_delivered and ends < f.last_delivered:
        yield violation(case=f.case.ref, ends=ends, last_delivered=f.last_delivered)


@rule(acts.PLAN, "plan.ended-week-changed", "A10", OFFICE)
def a_week_that_has_ended_keeps_its_extent(f: PlanFacts) -> Iterator[Violation]:
    """Weeks that have ended keep the extent that they had in the version before."""
    if f.in_force is None:
        return
    old, new = f.in_force.counting(f.case.to_day), dict(f.weeks)
    for week in sorted({*old, *new}):
        if week.sunday < f.on and old.get(week) != new.get(week):
            yield violation(case=f.case.ref, week=week, was=old.get(week), wanted=new.get(week))


@rule(acts.PLAN, "plan.extent-rises", "J7", ON_SUPPORT, warn=True)
def support_tapers_off(f: PlanFacts) -> Iterator[Violation]:
    """The extent falls or stays the same from week to week."""
    for (_, before), (week, after) in pairwise(sorted(f.weeks)):
        if after > before:
            yield violation(case=f.case.ref, week=week, before=before, after=after)


RULES: Rules = (
    an_extent_is_one_that_the_agreement_allows,
    a_week_has_one_extent,
    a_changed_plan_says_why,
    a_plan_lies_in_the_period,
    a_plan_that_is_filed_lies_in_the_period,
    a_plan_for_an_extension_is_made_after_its_decision,
    a_plan_that_is_confirmed_lies_in_the_period,
    a_plan_has_every_week_that_was_added,
    a_plan_that_is_filed_has_every_week_that_was_added,
    a_plan_that_is_confirmed_has_every_week_that_was_added,
    a_plan_lies_in_the_training,
    a_plan_covers_what_is_delivered,
    a_plan_reaches_the_last_delivery,
    a_week_that_has_ended_keeps_its_extent,
    support_tapers_off,
)
