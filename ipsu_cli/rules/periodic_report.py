"""What a periodic report of Rusta och matcha says, in every system: the activities of the joint plan, by the month.

Source: the agency's page on documentation in Rusta och matcha.
"""

from collections.abc import Iterator

from ipsu_cli.core.hours import Hours
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts import SubmitFacts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE, ON_JOINT_PLANS, ON_PERIODIC_REPORTS

DAY = Hours(24_00)
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
    fix='ipsu document submit {case} {type} --period {month} --hours "{activity}=0" …',
)
def a_report_says_something_of_every_activity(f: SubmitFacts) -> Iterator[Violation]:
    """Every activity of the plan has its hours in the report; what was not done has 0."""
    plan = f.joint_plan
    filled = {reported.key for reported in f.fields.get("hours") or () if reported.hours is not None}
    for activity in plan.activities if plan else ():
        if activity.key not in filled:
            yield violation(case=f.case.ref, type=f.type, month=f.month, activity=activity.name)


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


RULES: Rules = (
    a_month_has_24_hours_a_day,
    a_periodic_report_is_of_a_month_of_the_service,
    a_periodic_report_starts_from_the_joint_plan,
    a_periodic_report_waits_for_the_end_of_its_month,
    a_report_has_the_activities_of_the_plan,
    a_report_says_something_of_every_activity,
)
