"""Rusta och matcha: a placement by the month, reported in one of the agency's systems, paid by the month and by result.

Sources: the agency's page on documentation in Rusta och matcha, and its news for suppliers. What only one of the
systems has or asks for stands in that system's file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.dates import last_of_months
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, agency_reminders, development_plan, deviations, second_period, systems
from ipsu_cli.rules.due import FIRST_PLAN
from ipsu_cli.rules.labels import DEVELOPMENT_PLAN, DEVIATION, PLAN
from ipsu_cli.rules.model import DEVIATION_OPTIONS, DocumentType, Rules, Service, Violation, rule, violation
from ipsu_cli.rules.sources import (
    LEVELS,
    NEW_ROUND,
    OFFICE,
    ON_JOINT_PLANS,
    ON_PERIODIC_REPORTS,
    ON_SIGNALS,
    ORDERS,
    ROUNDS,
)

if TYPE_CHECKING:
    from ipsu_cli.core.case import Case
    from ipsu_cli.rules.facts.case import CaseFacts, DecideFacts
    from ipsu_cli.rules.facts.delivery import DeliverFacts
    from ipsu_cli.rules.facts.document import SubmitFacts

SERVICE = Service(
    label="Rusta och matcha",
    unit="month",
    units=("day", "month", "result"),
    levels=("A", "B", "C"),
    agreement="rusta-matcha",
    systems=(
        "ka-webb",
        "msfa",
    ),
    periods=2,
    documents=(
        DocumentType(
            "iup",
            Role.DEVELOPMENT,
            required=True,
            label=DEVELOPMENT_PLAN,
            options=("goal", "own-search", "supplier"),
            typed="--goal TEXT --own-search HOURS --supplier HOURS",
            answered=False,
        ),
        DocumentType(
            "gp",
            Role.PLAN,
            required=True,
            due_days=FIRST_PLAN,
            label=PLAN,
            options=("mandatory", "optional"),
            typed="--mandatory NAME=HOURS --optional NAME=HOURS",
            leaves_out=("eget arbete",),
            answered=False,
        ),
        DocumentType(
            "avvikelse",
            Role.DEVIATION,
            single=True,
            label=DEVIATION,
            options=(*DEVIATION_OPTIONS, "activity", "expected", "absent", "misconduct"),
        ),
    ),
)

# How long a placement is at most, its periods together.
MONTHS = Dated(
    "placement-months",
    ("2022-01-01", 12, ROUNDS),
)
A_WEEK = Hours(7 * 24_00)
FILE_PLAN = "ipsu document submit {case} gp --mandatory NAME=HOURS --optional NAME=HOURS"


@rule(
    acts.CASE,
    "case.system-missing",
    "R34",
    ON_SIGNALS,
    missing=True,
    fix="ipsu case edit {case} --system SYSTEM",
)
def a_placement_is_in_one_system(f: CaseFacts) -> Iterator[Violation]:
    """A case in Rusta och matcha lies in one of the systems KA-Webb and MSFA."""
    if not f.case.placement.system:
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.system-bound", "R34", ON_SIGNALS)
def a_placement_stays_in_its_system(f: CaseFacts) -> Iterator[Violation]:
    """A case stays in its system once a plan is confirmed or something is delivered."""
    if f.bound and f.before and f.before.placement.system and f.case.placement.system != f.before.placement.system:
        yield violation(case=f.case.ref, system=f.before.placement.system)


@rule(acts.CASE, "case.level-missing", "E3", LEVELS, warn=True, fix="ipsu case edit {case} --level LEVEL")
def a_placement_has_a_level(f: CaseFacts) -> Iterator[Violation]:
    """A case in Rusta och matcha has level A, B or C, by which the agency pays."""
    if not f.case.placement.level:
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.billing", "E7", ORDERS, warn=True, fix="ipsu agreement list")
def a_placement_is_billed_as_its_system_wants(f: CaseFacts) -> Iterator[Violation]:
    """The agreement is invoiced in the way that the case's system demands.

    What is ordered in MSFA is invoiced over Peppol, what is in KA-Webb by self-billing.
    """
    billing = systems.system(f.case.placement.system).billing if f.case.placement.system else None
    if billing and f.agreement and f.agreement.billing != billing:
        yield violation(case=f.case.ref, system=f.case.placement.system, agreement=f.agreement.ref, kind=billing)


@rule(acts.CASE, "case.over-a-year", "E1", ROUNDS, warn=True, dated=(MONTHS,))
def a_placement_lasts_its_two_periods_at_most(f: CaseFacts) -> Iterator[Violation]:
    """A placement lasts no longer than its two periods together."""
    if f.case.from_day and f.case.to_day:
        yield from _too_long(f.case, f.case.from_day, f.case.to_day)


def _too_long(case: Case, first: dt.date, to: dt.date) -> Iterator[Violation]:
    months = MONTHS.on(first)
    last = last_of_months(first, months)
    if to > last:
        yield violation(case=case.ref, to_day=to, months=months, last=last)


@rule(acts.CASE, "case.after-not-earlier", "E2", NEW_ROUND, fix="ipsu case list --service rusta-matcha")
def a_new_round_follows_one_of_the_same_person(f: CaseFacts) -> Iterator[Violation]:
    """A new round of Rusta och matcha follows an earlier placement of the same person.

    `--after` names it.
    """
    earlier = f.mapping
    if earlier and (earlier.service != f.case.service or earlier.person.id != f.case.person.id):
        yield violation(case=f.case.ref, after=earlier.ref)


@rule(acts.DECIDE, "decision.over-a-year", "E1", ROUNDS, warn=True, dated=(MONTHS,))
def a_decision_leaves_two_periods_at_most(f: DecideFacts) -> Iterator[Violation]:
    """A decision leads to no more months in all than the two periods together."""
    if f.case.from_day:
        yield from _too_long(f.case, f.case.from_day, f.to)


@rule(
    acts.SUBMIT,
    "gp.no-activities",
    "R10",
    ON_JOINT_PLANS,
    missing=True,
    fix=FILE_PLAN,
)
def a_joint_plan_has_activities(f: SubmitFacts) -> Iterator[Violation]:
    """A joint plan has activities, mandatory and optional, with hours a week."""
    if f.type == "gp" and not (f.fields.get("mandatory") or f.fields.get("optional")):
        yield violation(case=f.case.ref)


@rule(acts.SUBMIT, "gp.no-hours", "R10", ON_JOINT_PLANS, warn=True, fix=FILE_PLAN)
def a_joint_plan_has_hours(f: SubmitFacts) -> Iterator[Violation]:
    """A joint plan has hours a week for one of its activities at least."""
    planned = [*(f.fields.get("mandatory") or ()), *(f.fields.get("optional") or ())]
    if f.type == "gp" and planned and not any(activity.hours for activity in planned):
        yield violation(case=f.case.ref)


@rule(acts.SUBMIT, "document.over-week", "R10", OFFICE)
def a_week_has_168_hours(f: SubmitFacts) -> Iterator[Violation]:
    """The hours a week of a joint plan or a development plan fit in the week."""
    planned = [*(f.fields.get("mandatory") or ()), *(f.fields.get("optional") or ())]
    listed = [activity.hours or Hours(0) for activity in planned]
    hours = Hours.total([*listed, *(f.fields.get(name) or Hours(0) for name in ("own_search", "supplier"))])
    if hours > A_WEEK:
        yield violation(case=f.case.ref, type=f.type, hours=hours, most=A_WEEK)


@rule(acts.SUBMIT, "gp.own-left-out", "R11", ON_JOINT_PLANS, warn=True)
def a_joint_plan_leaves_out_what_the_participant_does_alone(f: SubmitFacts) -> Iterator[Violation]:
    """The participant's own activities do not stand in the joint plan."""
    for name in f.left_out:
        yield violation(case=f.case.ref, activity=name)


@rule(
    acts.SUBMIT,
    "result.incomplete",
    "R27",
    ON_SIGNALS,
    missing=True,
    fix="ipsu document submit {case} {type} --result RESULT",
)
def a_result_says_what_it_is(f: SubmitFacts) -> Iterator[Violation]:
    """A signal or a result is of work or of studies."""
    if f.type in ("r1", "r2", "soa", "rr") and not f.fields.get("result"):
        yield violation(case=f.case.ref, type=f.type)


@rule(acts.SUBMIT, "result.learned-later", "R27", ON_SIGNALS)
def a_result_is_learned_of_before_it_is_reported(f: SubmitFacts) -> Iterator[Violation]:
    """A result is reported after it was learned of."""
    learned = f.fields.get("learned")
    if learned and learned > f.on.isoformat():
        yield violation(case=f.case.ref, learned=learned, day=f.on)


@rule(
    acts.DELIVER,
    "delivery.pr-missing",
    "R17",
    ON_PERIODIC_REPORTS,
    missing=True,
    fix="ipsu document submit {case} pr --period {month} --hours NAME=HOURS",
)
def a_month_is_delivered_with_its_report(f: DeliverFacts) -> Iterator[Violation]:
    """A month is delivered only when its periodic report is filed."""
    if f.month is None:
        return
    report = f.documents.get("pr")
    if report is None or report.status == "returned":
        yield violation(case=f.case.ref, month=f.month, status=report.status if report else "missing")


@rule(acts.DELIVER, "delivery.month-twice", "R17", ON_PERIODIC_REPORTS, fix="ipsu delivery list {case}")
def a_month_is_delivered_once(f: DeliverFacts) -> Iterator[Violation]:
    """A month is delivered once."""
    if f.month and f.already:
        yield violation(case=f.case.ref, month=f.month, delivery=f.already)


RULES: Rules = (
    *deviations.RULES,
    *development_plan.RULES,
    *second_period.RULES,
    *agency_reminders.PLACEMENT,
    a_placement_is_in_one_system,
    a_placement_stays_in_its_system,
    a_placement_has_a_level,
    a_placement_is_billed_as_its_system_wants,
    a_placement_lasts_its_two_periods_at_most,
    a_new_round_follows_one_of_the_same_person,
    a_decision_leaves_two_periods_at_most,
    a_joint_plan_has_activities,
    a_joint_plan_has_hours,
    a_week_has_168_hours,
    a_joint_plan_leaves_out_what_the_participant_does_alone,
    a_result_says_what_it_is,
    a_result_is_learned_of_before_it_is_reported,
    a_month_is_delivered_with_its_report,
    a_month_is_delivered_once,
)
