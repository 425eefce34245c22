"""What nobody has typed of the agency's services: weeks and months, the end of a period, a result.

Sources: the agency's questions and answers for suppliers, a supplier's description of IPSU, and the agency's page on
documentation in Rusta och matcha.
"""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.dates import ONE_DAY, Month, Week
from ipsu_cli.core.document import Document
from ipsu_cli.rules.due import after_absence, result_day
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.reminders import CASE, CaseReminderFacts
from ipsu_cli.rules.second_period import (
    NEAR_END,
    PERIOD,
    end_of_period_1,
    is_period_2,
    plan_for_period_2,
    plan_opens,
    too_few_hours,
)
from ipsu_cli.rules.sources import OFFICE, ON_DEVIATIONS, ON_JOINT_PLANS, ON_RESULTS, ON_SUPPORT, WHEN_DELIVERED

# How long before its end a period or a plan is asked about.
SOON = 14 * ONE_DAY

# IPSU B.


@rule(CASE, "todo.week", "A24", WHEN_DELIVERED, warn=True, fix="ipsu deliver {case} HOURS {days}")
def a_planned_week_has_hours_or_a_deviation_report(f: CaseReminderFacts) -> Iterator[Violation]:
    """A week of the plan that has ended has hours, or a deviation report says why it has none."""
    for week in f.silent_weeks:
        yield violation(case=f.ref, period=week, due=after_absence(week.sunday, f.days), days=days_to_type(week))


def days_to_type(week: Week) -> str:
    """How the hours of a week are entered: those of one in two months by day."""
    return f"--week {week}" if Month.of(week.monday) == Month.of(week.sunday) else "--on DATE"


@rule(CASE, "todo.absence.day", "A23", OFFICE, warn=True, fix="ipsu delivery list {case}")
def a_day_of_absence_has_no_hours(f: CaseReminderFacts) -> Iterator[Violation]:
    """A day on which the participant was reported absent has no hours, or somebody says why it has."""
    for day in f.absent_days:
        yield violation(case=f.ref, day=day, about=day, due=after_absence(day, f.days))


@rule(CASE, "todo.decision", "J14", ON_SUPPORT, warn=True, fix="ipsu contact add {case} officer --on DATE")
def a_period_that_ends_in_the_training_is_asked_about(f: CaseReminderFacts) -> Iterator[Violation]:
    """The officer is asked what comes when the period or the plan ends while the training goes on.

    The question is noted as a contact with the officer.
    """
    ends = min((day for day in (f.to_day, f.plan_ends) if day), default=None)
    if ends is None or f.training_to is None or f.training_to <= ends or f.by < ends - SOON:
        return
    if f.officer_asked is None or f.officer_asked < ends - SOON:
        yield violation(case=f.ref, ends=ends, training_to=f.training_to, about=ends, due=ends)


# Rusta och matcha.


@rule(
    CASE,
    "todo.absence.month",
    "R6",
    ON_DEVIATIONS,
    warn=True,
    fix="ipsu document submit {case} {document} --from DATE --to DATE --known --activity NAME --expected 10:00-11:00"
    " --absent 10:00-11:00",
)
def a_month_without_hours_has_a_deviation_report(f: CaseReminderFacts) -> Iterator[Violation]:
    """A month that was reported without an hour has a deviation report, or somebody says why it has none."""
    for month in f.idle_months:
        yield violation(case=f.ref, period=month, document=f.deviation_type, due=after_absence(month.last, f.days))


@rule(CASE, "todo.result", "R28", ON_RESULTS, warn=True, fix="ipsu document submit {case} {document} --result {reason}")
def a_signal_is_followed_by_its_result(f: CaseReminderFacts) -> Iterator[Violation]:
    """A result is reported as many months after it was learned of as the agreement says."""
    for signal in f.signals:
        due = result_day(signal.learned, f.days)
        if f.by >= due:
            yield violation(case=f.ref, type=signal.type, document=signal.result, learned=signal.learned,
                            reason=signal.reason or "RESULT", about=signal.learned, due=due)  # fmt: skip


@rule(
    CASE,
    "todo.period-2.plan",
    "R15",
    ON_JOINT_PLANS,
    warn=True,
    dated=(PERIOD, NEAR_END),
    fix="ipsu document submit {case} {document} --mandatory NAME=HOURS --optional NAME=HOURS",
)
def the_joint_plan_is_updated_towards_the_end_of_period_1(f: CaseReminderFacts) -> Iterator[Violation]:
    """Towards the end of period 1 a joint plan with more hours is filed, before the decision on period 2."""
    opens = _period_2_opens(f)
    if opens and f.by >= opens and _updated_plan(f) is None:
        yield violation(case=f.ref, document=f.placement.plan_type, opens=opens, about=f.from_day,
                        due=end_of_period_1(f.placement))  # fmt: skip


@rule(
    CASE,
    "todo.period-2.decision",
    "R15",
    ON_JOINT_PLANS,
    warn=True,
    fix="ipsu case decide {case} --to DATE --on DATE --period 2",
)
def period_2_is_decided_before_period_1_ends(f: CaseReminderFacts) -> Iterator[Violation]:
    """The decision on period 2 is entered when the joint plan has been updated for it.

    Not where the placement was ordered for longer than period 1.
    """
    opens, plan = _period_2_opens(f), _updated_plan(f)
    if opens and f.by >= opens and plan and f.to_day and not is_period_2(f.from_day, f.to_day):
        yield violation(case=f.ref, filed=plan.submitted, about=f.from_day, due=f.to_day)


def _updated_plan(f: CaseReminderFacts) -> Document | None:
    """The joint plan that period 2 can be decided on."""
    plan = plan_for_period_2(f.placement, f.by)
    return None if too_few_hours(f.placement, f.by) else plan


def _period_2_opens(f: CaseReminderFacts) -> dt.date | None:
    """The first day on which a joint plan is one for period 2; None where period 2 has been decided."""
    if f.from_day is None or f.to_day is None:
        return None
    if f.decided and (f.decided > 1 or is_period_2(f.from_day, f.to_day)):
        return None
    opens = plan_opens(f.placement)
    return opens and max(f.from_day, opens)


SUPPORT_IN_TRAINING: Rules = (
    a_day_of_absence_has_no_hours,
    a_period_that_ends_in_the_training_is_asked_about,
    a_planned_week_has_hours_or_a_deviation_report,
)
PLACEMENT: Rules = (
    a_month_without_hours_has_a_deviation_report,
    a_signal_is_followed_by_its_result,
    period_2_is_decided_before_period_1_ends,
    the_joint_plan_is_updated_towards_the_end_of_period_1,
)
