"""IPSU B Pedagogiskt stöd: support by the week during a training, paid by the hour.

Sources: the agency's questions and answers for suppliers, and a supplier's description of IPSU.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.hours import Hours
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, agency_reminders, aids, in_training, register_in_training, weekly_plan
from ipsu_cli.rules.due import FIRST_PLAN
from ipsu_cli.rules.ipsu_sections import PLAN_OF_SUPPORT, REPORT_OF_SUPPORT
from ipsu_cli.rules.labels import DEVIATION, PLAN, REPORT
from ipsu_cli.rules.model import DEVIATION_OPTIONS, DocumentType, Rules, Service, Violation, rule, violation
from ipsu_cli.rules.sources import ANY_HOURS, CHANGED_PLAN, INTRODUCTION, OFFICE, ON_PLANS_OF_SUPPORT, ON_SUPPORT

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.case import CaseFacts, DecideFacts
    from ipsu_cli.rules.facts.delivery import DeliverFacts
    from ipsu_cli.rules.facts.document import SubmitFacts
    from ipsu_cli.rules.facts.invoice import ReadyFacts

SERVICE = Service(
    label="IPSU B Pedagogiskt stöd",
    unit="hour",
    agreement="ipsu",
    trains=True,
    planned=True,
    aids=True,
    documents=(
        DocumentType(
            "gp",
            Role.PLAN,
            required=True,
            due_days=FIRST_PLAN,
            plan=True,
            label=PLAN,
            sections=PLAN_OF_SUPPORT,
            options=("reason",),
        ),
        DocumentType(
            "sr",
            Role.FINAL,
            required=True,
            closing=True,
            label=REPORT,
            sections=REPORT_OF_SUPPORT,
            options=("reason",),
        ),
        DocumentType("avvikelse", Role.DEVIATION, label=DEVIATION, options=DEVIATION_OPTIONS, single=True),
    ),
)

DAY = Hours(24_00)


@rule(
    acts.CASE,
    "case.training-missing",
    "A6",
    INTRODUCTION,
    warn=True,
    fix="ipsu case edit {case} --training NAME --training-from DATE --training-to DATE",
)
def support_is_for_one_named_training(f: CaseFacts) -> Iterator[Violation]:
    """The case is for a named training, and in IPSU B the first and last day of the training are there too."""
    if not (f.case.training.name and f.case.training.from_day and f.case.training.to_day):
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.period-outside-training", "J14", ON_SUPPORT)
def support_lies_within_the_training(f: CaseFacts) -> Iterator[Violation]:
    """The participant period in IPSU B lies within the training."""
    case = f.case
    early = case.from_day and case.training.from_day and case.from_day < case.training.from_day
    late = case.to_day and case.training.to_day and case.to_day > case.training.to_day
    if early or late:
        yield violation(
            case=case.ref,
            from_day=case.from_day,
            to_day=case.to_day,
            training_from=case.training.from_day,
            training_to=case.training.to_day,
        )


@rule(acts.CASE, "case.after-not-a-mapping", "J15", ON_SUPPORT, fix="ipsu case list --service ipsu-a")
def support_builds_on_a_mapping_of_the_same_person(f: CaseFacts) -> Iterator[Violation]:
    """The support in IPSU B builds on an IPSU A mapping of the same person.

    `--after` names it.
    """
    mapping = f.mapping
    if mapping and (mapping.service != "ipsu-a" or mapping.person.id != f.case.person.id):
        yield violation(case=f.case.ref, after=mapping.ref)


@rule(acts.DECIDE, "decision.after-training", "J14", ON_SUPPORT, fix="ipsu case edit {case} --training-to DATE")
def a_period_ends_with_the_training(f: DecideFacts) -> Iterator[Violation]:
    """The participant period ends on the last day of the training at the latest."""
    if f.case.training.to_day and f.to > f.case.training.to_day:
        yield violation(case=f.case.ref, to_day=f.to, training_to=f.case.training.to_day)


@rule(
    acts.SUBMIT,
    "plan.missing",
    "J21",
    ON_PLANS_OF_SUPPORT,
    missing=True,
    fix="ipsu plan set {case} WEEKS=HOURS --reason TEXT",
)
def a_joint_plan_is_a_plan(f: SubmitFacts) -> Iterator[Violation]:
    """The hours are planned week by week before the joint plan (GP) is filed.

    The GP of IPSU B is its plan: a new version is planned first.
    """
    if f.type == "gp" and f.plan is None:
        yield violation(case=f.case.ref)


@rule(acts.SUBMIT, "plan.sr-missing", "J20", ON_PLANS_OF_SUPPORT, missing=True, fix="ipsu document submit {after} sr")
def the_first_plan_follows_the_final_report(f: SubmitFacts) -> Iterator[Violation]:
    """The final report (SR) of the mapping is filed before the first joint plan is filed."""
    if f.type != "gp" or f.version != 1 or not f.case.after:
        return
    report = f.report
    if report is None or report.submitted is None or report.submitted > f.on:
        yield violation(case=f.case.ref, after=f.case.after)


@rule(acts.SUBMIT, "plan.no-mapping-case", "J15", ON_SUPPORT, warn=True, fix="ipsu case edit {case} --after CASE")
def support_says_which_mapping_it_builds_on(f: SubmitFacts) -> Iterator[Violation]:
    """The case names the IPSU A mapping that the support builds on.

    A mapping made elsewhere is possible, and unusual.
    """
    if f.type == "gp" and f.version == 1 and not f.case.after:
        yield violation(case=f.case.ref)


@rule(acts.SUBMIT, "plan.before-decision", "A13", CHANGED_PLAN, fix="ipsu document submit {case} gp --on {decided}")
def an_extension_is_decided_before_it_is_planned(f: SubmitFacts) -> Iterator[Violation]:
    """A new joint plan for an extended period is filed after the decision to extend it."""
    if f.type == "gp" and f.decided_on and f.on < f.decided_on:
        yield violation(case=f.case.ref, day=f.on, decided=f.decided_on)


@rule(acts.DELIVER, "delivery.outside-training", "A8", INTRODUCTION, by_set=True)
def support_is_given_in_the_training(f: DeliverFacts) -> Iterator[Violation]:
    """Support is given only while the training runs."""
    first, last = f.case.training.from_day, f.case.training.to_day
    if (first and f.from_day < first) or (last and f.to_day > last):
        outside = f.to_day if last and f.to_day > last else f.from_day
        yield violation(case=f.case.ref, day=outside, training_from=first, training_to=last)


@rule(
    acts.DELIVER,
    "delivery.no-plan",
    "A23",
    ANY_HOURS,
    missing=True,
    fix="ipsu plan set {case} WEEKS=HOURS",
    by_set=True,
)
def hours_have_a_plan(f: DeliverFacts) -> Iterator[Violation]:
    """Hours are delivered from the plan in the GP."""
    if f.plan is None:
        yield violation(case=f.case.ref)


@rule(
    acts.DELIVER,
    "delivery.over-plan",
    "A23",
    ANY_HOURS,
    fix="ipsu plan set {case} WEEKS=HOURS --reason TEXT",
    by_set=True,
)
def delivered_hours_stay_within_the_plan(f: DeliverFacts) -> Iterator[Violation]:
    """The hours delivered are in all no more than the hours planned for the whole period.

    A correction that takes hours away is a step back towards the plan, also where more steps are needed.
    """
    excess = f.delivered + f.hours - f.planned
    if f.plan and excess > Hours(0) and f.hours > f.replaces:
        yield violation(
            case=f.case.ref,
            planned_hours=f.planned,
            delivered_hours=f.delivered,
            attempted_hours=f.hours,
            excess_hours=excess,
        )


@rule(acts.INVOICE, "delivery.over-plan", "A23", ANY_HOURS, fix="ipsu plan set {case} WEEKS=HOURS --reason TEXT")
def invoiced_hours_stay_within_the_plan(f: ReadyFacts) -> Iterator[Violation]:
    """The hours delivered are in all no more than the hours planned for the whole period.

    Once more before they are invoiced: the plan may have been shortened after they were delivered.
    """
    if f.over_plan:
        yield violation()


@rule(acts.DELIVER, "delivery.over-day", "A24", OFFICE, by_set=True)
def a_day_has_24_hours(f: DeliverFacts) -> Iterator[Violation]:
    """The hours of a delivery fit in the days that it is for, with all else that is delivered on the same days."""
    for others, days in f.windows:
        if others + f.hours > DAY * days:
            yield violation(case=f.case.ref, hours=others + f.hours, days=days, most=DAY * days)
            return


@rule(acts.DELIVER, "delivery.unplanned-week", "A23", OFFICE, warn=True, by_set=True)
def a_delivery_lies_in_a_planned_week(f: DeliverFacts) -> Iterator[Violation]:
    """Support is given in a week that the plan has.

    The agency checks the total; a week without a plan is unusual.
    """
    week = f.week
    if f.plan and week not in f.plan.weeks:
        yield violation(case=f.case.ref, week=week)


@rule(acts.DELIVER, "delivery.over-week", "A21", OFFICE, warn=True, by_set=True)
def a_week_stays_within_its_extent(f: DeliverFacts) -> Iterator[Violation]:
    """The hours delivered in a week are no more than the extent planned for it.

    More is allowed as long as the total holds.
    """
    planned = f.plan.weeks.get(f.week) if f.plan else None
    delivered = f.by_week.get(f.week, Hours(0)) + f.hours
    if planned is not None and delivered > planned:
        yield violation(case=f.case.ref, week=f.week, planned_hours=planned, delivered_hours=delivered)


@rule(acts.DELIVER, "delivery.over-row", "A21", OFFICE, warn=True, by_set=True)
def a_row_stays_within_its_plan(f: DeliverFacts) -> Iterator[Violation]:
    """The hours delivered fit in the row of the plan that they belong to.

    A row of the plan is all its weeks of one extent.
    """
    extent = f.plan.weeks.get(f.week) if f.plan else None
    if f.plan is None or extent is None:
        return
    weeks = [week for week, hours in f.plan.counting(f.case.to_day).items() if hours == extent]
    planned = extent * len(weeks)
    delivered = Hours.total(f.by_week.get(week, Hours(0)) for week in weeks) + f.hours
    if delivered > planned:
        yield violation(case=f.case.ref, extent=extent, planned_hours=planned, delivered_hours=delivered)


@rule(acts.INVOICE, "gp.unconfirmed", "A25", OFFICE, fix="ipsu document confirm {case} gp")
def the_joint_plan_is_confirmed_before_the_invoice(f: ReadyFacts) -> Iterator[Violation]:
    """Hours in IPSU B are invoiced once a joint plan (GP) is confirmed."""
    if not f.plan_confirmed:
        yield violation()


RULES: Rules = (
    *aids.RULES,
    *register_in_training.SUPPORT,
    *weekly_plan.RULES,
    *in_training.RULES,
    *agency_reminders.SUPPORT_IN_TRAINING,
    support_is_for_one_named_training,
    support_lies_within_the_training,
    support_builds_on_a_mapping_of_the_same_person,
    a_period_ends_with_the_training,
    a_joint_plan_is_a_plan,
    the_first_plan_follows_the_final_report,
    support_says_which_mapping_it_builds_on,
    an_extension_is_decided_before_it_is_planned,
    support_is_given_in_the_training,
    hours_have_a_plan,
    delivered_hours_stay_within_the_plan,
    invoiced_hours_stay_within_the_plan,
    a_day_has_24_hours,
    a_delivery_lies_in_a_planned_week,
    a_week_stays_within_its_extent,
    a_row_stays_within_its_plan,
    the_joint_plan_is_confirmed_before_the_invoice,
)
