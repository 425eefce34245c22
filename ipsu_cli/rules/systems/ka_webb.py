"""KA-Webb: placements that are self-billed, reported with R1 and R2, with a row for the participant's own work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.document import standing
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, periodic_report
from ipsu_cli.rules.labels import PERIODIC, RESULT_1, RESULT_2
from ipsu_cli.rules.model import DocumentType, Rules, System, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE, ON_OWN_WORK, ON_PERIODIC_REPORTS, ON_RESULTS

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.document import SubmitFacts
    from ipsu_cli.rules.facts.invoice import ReadyFacts

# Is the participant's own work asked for?
OWN_WORK = Dated(
    "own-work",
    ("2022-01-01", True, ON_OWN_WORK),
    ("2022-07-01", False, ON_OWN_WORK),
)

SYSTEM = System(
    label="KA-Webb",
    billing="self",
    own_row="Eget arbete",
    own_work=OWN_WORK,
    calendar=True,
    documents=(
        DocumentType(
            "pr",
            Role.PERIODIC,
            required=True,
            monthly=True,
            label=PERIODIC,
            options=("hours", "own-work"),
            typed="--hours NAME=HOURS",
            answered=False,
        ),
        DocumentType("r1", Role.SIGNAL, label=RESULT_1, options=("result", "learned"), answered=False),
        DocumentType("r2", Role.RESULT, label=RESULT_2, options=("result", "learned")),
    ),
)
# How many activities a joint plan has at least.
LEAST = Dated(
    "activities",
    ("2022-01-01", 3, OFFICE),
)


@rule(acts.SUBMIT, "gp.few-activities", "R26", OFFICE, warn=True, dated=(LEAST,))
def a_joint_plan_has_as_many_activities_as_in_msfa(f: SubmitFacts) -> Iterator[Violation]:
    """A joint plan has as many activities in KA-Webb as it must have in MSFA.

    The demand stands under MSFA; here it is advice.
    """
    activities, least = len(f.fields.get("mandatory") or ()) + len(f.fields.get("optional") or ()), LEAST.on(f.on)
    if f.type == "gp" and 0 < activities < least:
        yield violation(case=f.case.ref, activities=activities, least=least)


@rule(
    acts.SUBMIT,
    "pr.own-work-missing",
    "R20",
    ON_OWN_WORK,
    missing=True,
    fix="ipsu document submit {case} pr --period {month} --hours NAME=HOURS --own-work HOURS",
    dated=(OWN_WORK,),
)
def own_work_is_estimated_where_it_is_asked_for(f: SubmitFacts) -> Iterator[Violation]:
    """Own work is filled in for the months for which it is asked.

    The month decides, not the day of filing.
    """
    if f.month and OWN_WORK.on(f.month.first) and f.fields.get("own_work") is None:
        yield violation(case=f.case.ref, month=f.month)


@rule(
    acts.SUBMIT,
    "r2.r1-missing",
    "R29",
    ON_RESULTS,
    missing=True,
    fix="ipsu document submit {case} r1 --result {result}",
)
def an_r2_follows_an_r1(f: SubmitFacts) -> Iterator[Violation]:
    """R1 is filed before R2."""
    if f.type == "r2" and not standing(f.filed, "r1", f.on):
        yield violation(case=f.case.ref, result=f.fields.get("result") or "RESULT")


@rule(acts.SUBMIT, "r2.differs", "R29", ON_RESULTS, fix="ipsu document submit {case} r1 --result {result}")
def an_r2_has_the_reason_of_the_newest_r1(f: SubmitFacts) -> Iterator[Violation]:
    """R2 has the same reason as the newest R1; where it has changed, a new R1 is filed first."""
    signals = standing(f.filed, "r1", f.on)
    result = f.fields.get("result")
    signalled = signals[-1].fields.get("result") if signals else None
    if f.type == "r2" and result and signalled and result != signalled:
        yield violation(case=f.case.ref, result=result, said=signalled)


@rule(
    acts.INVOICE,
    "pr.not-filed",
    "R17",
    ON_PERIODIC_REPORTS,
    fix="ipsu document submit {case} pr --period {month} --hours NAME=HOURS",
)
def a_month_is_invoiced_with_its_report(f: ReadyFacts) -> Iterator[Violation]:
    """In KA-Webb a month is invoiced when its periodic report is filed and not returned."""
    if f.unit != "result" and f.report_status not in ("submitted", "confirmed"):
        yield violation()


RULES: Rules = (
    *periodic_report.RULES,
    a_joint_plan_has_as_many_activities_as_in_msfa,
    own_work_is_estimated_where_it_is_asked_for,
    an_r2_follows_an_r1,
    an_r2_has_the_reason_of_the_newest_r1,
    a_month_is_invoiced_with_its_report,
)
