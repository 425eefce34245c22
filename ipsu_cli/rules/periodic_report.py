"""What a periodic report of Rusta och matcha says, in every system: the activities of the joint plan, by the month.

Source: the agency's page on documentation in Rusta och matcha.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.dates import days_between
from ipsu_cli.core.document import standing
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE, ON_DEVIATIONS, ON_JOINT_PLANS, ON_PERIODIC_REPORTS

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.document import SubmitFacts

DAY = Hours(24_00)
SATURDAY = 5
PLAN = "ipsu document submit {case} {plan} --mandatory NAME=HOURS --optional NAME=HOURS"


@rule(acts.SUBMIT, "pr.outside-period", "R16", ON_PERIODIC_REPORTS, fix="ipsu case show {case}")
def a_periodic_report_is_of_a_month_of_the_service(f: SubmitFacts) -> Iterator[Violation]:
    """A periodic report is of a month that the service touches; each of them has one."""
    first, last = f.case.from_day, f.case.last_day
    if f.month and ((first and f.month.last < first) or (last and f.month.first > last)):
        yield violation(case=f.case.ref, month=f.month, from_day=first, to_day=last)


@rule(acts.SUBMIT, "pr.not-ended", "R16", ON_PERIODIC_REPORTS)
def a_periodic_report_waits_for_the_end_of_its_month(f: SubmitFacts) -> Iterator[Violation]:
    """A periodic report is filed when the month, or the case's part of it, has ended."""
    if f.month is None:
        return
    ends = min(f.month.last, f.case.last_day or f.month.last)
    if f.on < ends:
        yield violation(case=f.case.ref, month=f.month, ends=ends, day=f.on)


@rule(
    acts.SUBMIT,
    "pr.gp-missing",
    "R13",
    ON_JOINT_PLANS,
    missing=True,
    fix=PLAN,
)
def a_periodic_report_starts_from_the_joint_plan(f: SubmitFacts) -> Iterator[Violation]:
    """A periodic report starts from the joint plan."""
    if f.month and f.joint_plan is None:
        yield violation(case=f.case.ref, month=f.month, plan=f.plan_type)


@rule(
    acts.SUBMIT,
    "pr.activity-unknown",
    "R14",
    ON_JOINT_PLANS,
    fix=PLAN,
)
def a_report_has_the_activities_of_the_plan(f: SubmitFacts) -> Iterator[Violation]:
    """The report has only activities of the joint plan; where others were done, the plan is updated first."""
    plan = f.joint_plan
    if plan is None:
        return
    planned = {activity.key for activity in plan.activities}
    for reported in f.fields.get("hours") or ():
        if reported.key not in planned:
            yield violation(
                case=f.case.ref, month=f.month, activity=reported.name, version=plan.version, plan=plan.type
            )


@rule(
    acts.SUBMIT,
    "pr.activity-blank",
    "R18",
    ON_PERIODIC_REPORTS,
    missing=True,
    fix="ipsu document submit {case} {type} --period {month} {filled_in}",
)
def a_report_says_something_of_every_activity(f: SubmitFacts) -> Iterator[Violation]:
    """Every activity of the plan has its hours in the report; what was not done has 0."""
    plan = f.joint_plan
    filled = {reported.key for reported in f.fields.get("hours") or () if reported.hours is not None}
    for activity in plan.activities if plan else ():
        if activity.key not in filled:
            yield violation(
                case=f.case.ref, type=f.type, month=f.month, activity=activity.name, filled_in=_filled_in(f)
            )


def _filled_in(f: SubmitFacts) -> tuple[str, ...]:
    """What was reported, and 0 for the rest, in the words of one command that is whole."""
    reported = {activity.key: activity.hours for activity in f.fields.get("hours") or ()}
    planned = f.joint_plan.activities if f.joint_plan else ()
    hours = [(activity.name, reported.get(activity.key) or Hours(0)) for activity in planned]
    words = [word for name, done in hours for word in ("--hours", f"{name}={_typed(done)}")]
    own_work = f.fields.get("own_work")
    return tuple(words if own_work is None else [*words, "--own-work", _typed(own_work)])


def _typed(hours: Hours) -> str:
    """Hours as they are typed: without decimals where they have none."""
    return str(Quantity(hours.hundredths).plain())


@rule(acts.SUBMIT, "pr.over-month", "R22", OFFICE)
def a_month_has_24_hours_a_day(f: SubmitFacts) -> Iterator[Violation]:
    """The hours of a report fit in the month."""
    if f.month is None:
        return
    reported = [activity.hours or Hours(0) for activity in f.fields.get("hours") or ()]
    hours = Hours.total(reported) + (f.fields.get("own_work") or Hours(0))
    most = DAY * f.month.last.day
    if hours > most:
        yield violation(case=f.case.ref, month=f.month, hours=hours, most=most)


@rule(
    acts.SUBMIT, "pr.nothing-done", "R6", ON_DEVIATIONS, warn=True,
    fix="ipsu document submit {case} {deviation} --from DATE --to DATE --known --activity NAME "
    "--expected 10:00-11:00 --absent 10:00-11:00",
)  # fmt: skip
def a_month_in_which_nothing_was_done_has_a_deviation_report(f: SubmitFacts) -> Iterator[Violation]:
    """A month in which the participant did nothing of the joint plan has a deviation report.

    Absence from what is planned is always reported.
    """
    reported = f.fields.get("hours") or ()
    nothing = bool(reported) and not any(activity.hours for activity in reported)
    if f.month and nothing and not any(f.month.first <= day <= f.month.last for day in _days_reported(f)):
        yield violation(case=f.case.ref, month=f.month, deviation=_deviation(f))


@rule(acts.SUBMIT, "pr.hours-while-absent", "R6", ON_DEVIATIONS, warn=True, fix="ipsu document list {case}")
def hours_are_of_days_that_are_not_reported_absent(f: SubmitFacts) -> Iterator[Violation]:
    """A report has hours only where the month has a weekday that is not reported as absence."""
    hours = Hours.total(activity.hours or Hours(0) for activity in f.fields.get("hours") or ())
    weekdays = {day for day in _days_of_month(f) if day.weekday() < SATURDAY}
    if f.month and hours and weekdays and weekdays <= {*_days_reported(f)}:
        yield violation(case=f.case.ref, month=f.month, hours=hours)


def _days_of_month(f: SubmitFacts) -> Iterator[dt.date]:
    """The days of the month that lie in the case."""
    if f.month:
        first = max(f.month.first, f.case.from_day or f.month.first)
        yield from days_between(first, min(f.month.last, f.case.last_day or f.month.last))


def _days_reported(f: SubmitFacts) -> Iterator[dt.date]:
    """The days that a filed deviation report is about."""
    for report in standing(f.filed, _deviation(f)):
        first, last = report.fields.get("from"), report.fields.get("to")
        if first and last:
            yield from days_between(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def _deviation(f: SubmitFacts) -> str | None:
    """The type of document that the deviation report of the service is."""
    return services.type_of(f.case, Role.DEVIATION)


RULES: Rules = (
    a_month_has_24_hours_a_day,
    a_periodic_report_is_of_a_month_of_the_service,
    a_periodic_report_starts_from_the_joint_plan,
    a_periodic_report_waits_for_the_end_of_its_month,
    a_report_has_the_activities_of_the_plan,
    a_report_says_something_of_every_activity,
    a_month_in_which_nothing_was_done_has_a_deviation_report,
    hours_are_of_days_that_are_not_reported_absent,
)
