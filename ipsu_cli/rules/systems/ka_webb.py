"""KA-Webb: placements that are self-billed, reported with R1 and R2, with a row for the participant's own work."""

from collections.abc import Iterator

from ipsu_cli.core.document import standing
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, periodic_report
from ipsu_cli.rules.facts import ReadyFacts, SubmitFacts
from ipsu_cli.rules.labels import PERIODIC, RESULT_1, RESULT_2
from ipsu_cli.rules.model import DocumentType, Rules, System, Violation, rule, violation
from ipsu_cli.rules.sources import MATCHING, OFFICE

SYSTEM = System(
    label="KA-Webb",
    billing="self",
    own_row="Eget arbete",
    own_until="2022-06",
    calendar=True,
    documents=(
        DocumentType(
            "pr",
            Role.PERIODIC,
            required=True,
            monthly=True,
            label=PERIODIC,
            options=("hours", "own-work"),
            typed="--hours NAME=HOURS …",
            answered=False,
        ),
        DocumentType("r1", Role.SIGNAL, label=RESULT_1, options=("result", "learned"), answered=False),
        DocumentType("r2", Role.RESULT, label=RESULT_2, options=("result", "learned")),
    ),
)
LEAST = 3


@rule(acts.SUBMIT, "gp.few-activities", "R26", OFFICE, warn=True)
def a_joint_plan_has_three_activities_also_here(f: SubmitFacts) -> Iterator[Violation]:
    """The demand of three activities stands under MSFA; here it is advice."""
    activities = len(f.fields.get("mandatory") or ()) + len(f.fields.get("optional") or ())
    if f.type == "gp" and 0 < activities < LEAST:
        yield violation(case=f.case.ref, activities=activities, least=LEAST)


@rule(
    acts.SUBMIT,
    "pr.own-work-missing",
    "R20",
    MATCHING,
    missing=True,
    fix="ipsu document submit {case} pr --period {month} --own-work HOURS …",
)
def own_work_was_estimated_until_july_2022(f: SubmitFacts) -> Iterator[Violation]:
    """For months up to June 2022 the participant's own work is estimated; the month decides, not the day of filing."""
    if f.month and f.month <= SYSTEM.own_until and f.fields.get("own_work") is None:
        yield violation(case=f.case.ref, month=f.month)


@rule(
    acts.SUBMIT,
    "r2.r1-missing",
    "R29",
    MATCHING,
    missing=True,
    fix="ipsu document submit {case} r1 --result {result}",
)
def an_r2_follows_an_r1(f: SubmitFacts) -> Iterator[Violation]:
    """First R1, then R2."""
    if f.type == "r2" and not standing(f.filed, "r1", f.on):
        yield violation(case=f.case.ref, result=f.fields.get("result") or "work/studies")


@rule(acts.SUBMIT, "r2.differs", "R29", MATCHING, fix="ipsu document submit {case} r1 --result {result}")
def an_r2_has_the_reason_of_the_newest_r1(f: SubmitFacts) -> Iterator[Violation]:
    """The reason of R2 is that of R1; where it has changed, a new R1 is filed first."""
    signals = standing(f.filed, "r1", f.on)
    result = f.fields.get("result")
    said = signals[-1].fields.get("result") if signals else None
    if f.type == "r2" and result and said and result != said:
        yield violation(case=f.case.ref, result=result, said=said)


@rule(
    acts.INVOICE,
    "pr.not-filed",
    "R17",
    MATCHING,
    fix="ipsu document submit {case} pr --period {month} --hours NAME=HOURS …",
)
def a_month_is_invoiced_with_its_report(f: ReadyFacts) -> Iterator[Violation]:
    """A month is paid once its periodic report is filed and not returned."""
    if f.unit != "result" and f.report_status not in ("submitted", "confirmed"):
        yield violation()


RULES: Rules = (
    *periodic_report.RULES,
    a_joint_plan_has_three_activities_also_here,
    own_work_was_estimated_until_july_2022,
    an_r2_follows_an_r1,
    an_r2_has_the_reason_of_the_newest_r1,
    a_month_is_invoiced_with_its_report,
)
