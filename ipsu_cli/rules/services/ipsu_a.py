"""IPSU A Kartläggning: a mapping of one to three weeks, paid as a whole.

Sources: the agency's questions and answers for suppliers, and a supplier's description of IPSU.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, aids, register_in_training
from ipsu_cli.rules.due import MAPPING_PLAN
from ipsu_cli.rules.ipsu_sections import PLAN_OF_MAPPING, REPORT_OF_MAPPING
from ipsu_cli.rules.labels import DEVIATION, PLAN, REPORT
from ipsu_cli.rules.model import DEVIATION_OPTIONS, DocumentType, Rules, Service, Violation, rule, violation
from ipsu_cli.rules.sources import INTRODUCTION, NO_SHOW, OFFICE, ON_BOTH_PARTS, ON_MAPPING

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.case import CaseFacts
    from ipsu_cli.rules.facts.delivery import DeliverFacts
    from ipsu_cli.rules.facts.document import SubmitFacts

SERVICE = Service(
    label="IPSU A Kartläggning",
    unit="case",
    agreement="ipsu",
    aids=True,
    documents=(
        DocumentType(
            "gp",
            Role.PLAN,
            required=True,
            due_days=MAPPING_PLAN,
            label=PLAN,
            sections=PLAN_OF_MAPPING,
            options=("reason",),
        ),
        DocumentType(
            "sr",
            Role.FINAL,
            required=True,
            closing=True,
            label=REPORT,
            sections=REPORT_OF_MAPPING,
            options=("reason", "no-mapping"),
        ),
        DocumentType("avvikelse", Role.DEVIATION, label=DEVIATION, options=DEVIATION_OPTIONS, single=True),
    ),
)

# The shortest and the longest guideline, in days.
MAPPING_DAYS = Dated(
    "mapping-days",
    ("2026-01-01", (7, 21), ON_MAPPING),
)


@rule(acts.CASE, "case.mapping-length", "J10", ON_MAPPING, warn=True, dated=(MAPPING_DAYS,))
def a_mapping_takes_as_long_as_the_guideline_says(f: CaseFacts) -> Iterator[Violation]:
    """A mapping takes as many days as the guideline says, first and last day counted."""
    if f.case.from_day and f.case.to_day and f.case.from_day <= f.case.to_day:
        days = (f.case.to_day - f.case.from_day).days + 1
        shortest, longest = MAPPING_DAYS.on(f.case.from_day)
        if not shortest <= days <= longest:
            yield violation(case=f.case.ref, days=days, shortest=shortest, longest=longest)


@rule(acts.CASE, "case.training-missing", "A6", INTRODUCTION, warn=True, fix="ipsu case edit {case} --training NAME")
def a_mapping_is_for_one_named_training(f: CaseFacts) -> Iterator[Violation]:
    """The case is for a named training, and in IPSU B the first and last day of the training are there too."""
    if not f.case.training.name:
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.meeting-late", "J8", ON_BOTH_PARTS)
def the_parties_meet_before_the_mapping_starts(f: CaseFacts) -> Iterator[Violation]:
    """The multi-party meeting is held on the first day of the mapping at the latest."""
    if f.case.training.meeting and f.case.from_day and f.case.training.meeting > f.case.from_day:
        yield violation(case=f.case.ref, meeting=f.case.training.meeting, from_day=f.case.from_day)


@rule(acts.CASE, "case.decision-early", "A16", NO_SHOW)
def the_agency_decides_after_the_meeting(f: CaseFacts) -> Iterator[Violation]:
    """The decision on IPSU A is made on the day of the multi-party meeting at the earliest."""
    if f.case.training.meeting and f.case.training.decision and f.case.training.decision < f.case.training.meeting:
        yield violation(case=f.case.ref, meeting=f.case.training.meeting, decision=f.case.training.decision)


@rule(acts.CASE, "case.mapping-during-training", "J12", ON_MAPPING, warn=True)
def a_mapping_comes_before_the_training(f: CaseFacts) -> Iterator[Violation]:
    """The mapping begins before the training begins.

    A need that is found during the training is possible.
    """
    if f.case.from_day and f.case.training.from_day and f.case.from_day >= f.case.training.from_day:
        yield violation(case=f.case.ref, from_day=f.case.from_day, training_from=f.case.training.from_day)


@rule(acts.CASE, "case.mapping-delivered", "A16", NO_SHOW, fix="ipsu delivery list {case}")
def what_a_delivered_mapping_rests_on_stays(f: CaseFacts) -> Iterator[Violation]:
    """What a delivered mapping rests on is not taken away: the meeting, the agreement on a mapping and the decision."""
    if f.has_delivery and not (f.case.training.meeting and f.case.training.mapping_agreed and f.case.training.decision):
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.gp-before-meeting", "J9", ON_BOTH_PARTS, warn=True, fix="ipsu document list {case}")
def the_meeting_is_entered_before_its_joint_plan(f: CaseFacts) -> Iterator[Violation]:
    """The joint plan (GP) of a mapping that is filed already is of the day of the multi-party meeting or later."""
    meeting = f.case.training.meeting
    if meeting and f.plan_filed and f.plan_filed < meeting:
        yield violation(case=f.case.ref, meeting=meeting, filed=f.plan_filed)


@rule(acts.SUBMIT, "gp.before-meeting", "J9", ON_BOTH_PARTS, fix="ipsu case show {case}")
def a_joint_plan_is_drawn_up_at_the_meeting(f: SubmitFacts) -> Iterator[Violation]:
    """The joint plan (GP) of a mapping is filed on the day of the multi-party meeting or later."""
    meeting = f.case.training.meeting
    if f.role is Role.PLAN and meeting and f.on < meeting:
        yield violation(case=f.case.ref, day=f.on, meeting=meeting)


@rule(acts.SUBMIT, "sr.before-mapping", "J11", ON_MAPPING, fix="ipsu case show {case}")
def a_final_report_follows_the_beginning_of_the_mapping(f: SubmitFacts) -> Iterator[Violation]:
    """The final report (SR) of a mapping is filed on its first day or later."""
    if f.role is Role.FINAL and f.case.from_day and f.on < f.case.from_day:
        yield violation(case=f.case.ref, day=f.on, from_day=f.case.from_day)


@rule(acts.SUBMIT, "sr.no-show-early", "A17", NO_SHOW)
def a_no_show_is_reported_when_the_planned_period_is_over(f: SubmitFacts) -> Iterator[Violation]:
    """A final report (SR) that no mapping could be carried out is filed on the last planned day or later."""
    if f.role is Role.FINAL and f.fields.get("no_mapping") and f.case.to_day and f.on < f.case.to_day:
        yield violation(case=f.case.ref, day=f.on, to_day=f.case.to_day)


@rule(acts.DELIVER, "mapping.delivered", "A15", NO_SHOW, fix="ipsu delivery list {case}")
def a_mapping_is_delivered_once(f: DeliverFacts) -> Iterator[Violation]:
    """A mapping is delivered once, at one fixed price."""
    if f.already:
        yield violation(case=f.case.ref, delivery=f.already)


@rule(acts.DELIVER, "mapping.meeting-missing", "A16", NO_SHOW, missing=True, fix="ipsu case edit {case} --meeting DATE")
def a_multi_party_meeting_was_held(f: DeliverFacts) -> Iterator[Violation]:
    """The employment officer, the supplier and the participant have had a multi-party meeting."""
    if f.case.training.meeting is None or f.case.training.meeting > f.today:
        yield violation(case=f.case.ref)


@rule(acts.DELIVER, "mapping.not-agreed", "A16", NO_SHOW, missing=True, fix="ipsu case edit {case} --mapping-agreed")
def a_mapping_was_agreed(f: DeliverFacts) -> Iterator[Violation]:
    """The multi-party meeting has decided to carry out a mapping."""
    if not f.case.training.mapping_agreed:
        yield violation(case=f.case.ref)


@rule(
    acts.DELIVER,
    "mapping.decision-missing",
    "A16",
    NO_SHOW,
    missing=True,
    fix="ipsu case edit {case} --decision DATE",
)
def the_agency_decided_on_a_mapping(f: DeliverFacts) -> Iterator[Violation]:
    """The employment officer has made a decision on IPSU A."""
    if f.case.training.decision is None or f.case.training.decision > f.today:
        yield violation(case=f.case.ref)


@rule(acts.DELIVER, "mapping.not-started", "A17", NO_SHOW, missing=True)
def the_planned_start_was_reached(f: DeliverFacts) -> Iterator[Violation]:
    """The first day of the mapping has come."""
    if f.case.from_day and f.today < f.case.from_day:
        yield violation(case=f.case.ref, from_day=f.case.from_day)


@rule(acts.DELIVER, "mapping.not-over", "A17", NO_SHOW, missing=True)
def the_whole_planned_period_has_passed(f: DeliverFacts) -> Iterator[Violation]:
    """A no-show is delivered once the whole planned period has passed."""
    if f.no_show and f.case.to_day and f.today < f.case.to_day:
        yield violation(case=f.case.ref, to_day=f.case.to_day)


@rule(acts.DELIVER, "mapping.gp-unconfirmed", "A18", NO_SHOW, missing=True, fix="ipsu document {step} {case} gp")
def the_joint_plan_is_confirmed(f: DeliverFacts) -> Iterator[Violation]:
    """The joint plan (GP) is filed and confirmed."""
    yield from _unconfirmed(f, "gp")


@rule(
    acts.DELIVER, "mapping.sr-unconfirmed", "A18", NO_SHOW, missing=True, fix="ipsu document {step} {case} sr{option}"
)
def the_final_report_is_confirmed(f: DeliverFacts) -> Iterator[Violation]:
    """The final report (SR) is filed and confirmed."""
    yield from _unconfirmed(f, "sr")


def _unconfirmed(f: DeliverFacts, type: str) -> Iterator[Violation]:
    document = f.documents.get(type)
    if document is None or document.status != "confirmed":
        step = "confirm" if document and document.status == "submitted" else "submit"
        status = document.status if document else "missing"
        option = " --no-mapping" if type == "sr" and step == "submit" and f.no_show else ""
        yield violation(case=f.case.ref, status=status, step=step, option=option)


@rule(
    acts.DELIVER, "mapping.sr-silent", "A18", NO_SHOW, missing=True, fix="ipsu document submit {case} sr --no-mapping"
)
def the_final_report_says_that_no_mapping_was_possible(f: DeliverFacts) -> Iterator[Violation]:
    """When the participant has not shown up, the final report (SR) describes that no mapping could be carried out."""
    report = f.documents.get("sr")
    if f.no_show and report and not report.fields.get("no_mapping"):
        yield violation(case=f.case.ref)


@rule(
    acts.DELIVER,
    "mapping.deviation-missing",
    "A19",
    NO_SHOW,
    missing=True,
    fix="ipsu document submit {case} avvikelse --from DATE --to DATE --known",
)
def the_absence_was_reported(f: DeliverFacts) -> Iterator[Violation]:
    """When the participant has not shown up, a deviation report of the absence is filed."""
    if f.no_show and not f.deviations:
        yield violation(case=f.case.ref)


@rule(
    acts.DELIVER,
    "mapping.deviation-ends-early",
    "A17",
    NO_SHOW,
    missing=True,
    fix="ipsu document submit {case} avvikelse --from {last} --to {to_day} --known",
)
def the_absence_lasted_to_the_last_planned_day(f: DeliverFacts) -> Iterator[Violation]:
    """When the participant has not shown up, the deviation report reaches the last planned day."""
    last = max((str(deviation.fields.get("to")) for deviation in f.deviations), default=None)
    if f.no_show and last and f.case.to_day and last < f.case.to_day.isoformat():
        yield violation(case=f.case.ref, last=last, to_day=f.case.to_day)


@rule(acts.DELIVER, "mapping.deviation-short", "A19", OFFICE, warn=True)
def the_report_covers_the_planned_period(f: DeliverFacts) -> Iterator[Violation]:
    """When the participant has not shown up, the deviation report begins with the planned period.

    One report is enough.
    """
    first = min((str(deviation.fields.get("from")) for deviation in f.deviations), default=None)
    if f.no_show and first and f.case.from_day and first > f.case.from_day.isoformat():
        yield violation(case=f.case.ref, first=first, from_day=f.case.from_day)


@rule(acts.DELIVER, "mapping.no-show-unsaid", "A17", OFFICE, warn=True, fix="ipsu delivery list {case}")
def a_mapping_without_a_mapping_is_a_no_show(f: DeliverFacts) -> Iterator[Violation]:
    """The delivery and the final report (SR) say the same about the mapping."""
    report = f.documents.get("sr")
    if not f.no_show and report and report.fields.get("no_mapping"):
        yield violation(case=f.case.ref)


RULES: Rules = (
    aids.a_need_found_during_support_is_not_lent_in_a_mapping,
    *aids.RULES,
    *register_in_training.MAPPING,
    a_mapping_takes_as_long_as_the_guideline_says,
    a_mapping_is_for_one_named_training,
    the_parties_meet_before_the_mapping_starts,
    the_agency_decides_after_the_meeting,
    a_mapping_comes_before_the_training,
    what_a_delivered_mapping_rests_on_stays,
    the_meeting_is_entered_before_its_joint_plan,
    a_joint_plan_is_drawn_up_at_the_meeting,
    a_final_report_follows_the_beginning_of_the_mapping,
    a_no_show_is_reported_when_the_planned_period_is_over,
    a_mapping_is_delivered_once,
    a_multi_party_meeting_was_held,
    a_mapping_was_agreed,
    the_agency_decided_on_a_mapping,
    the_planned_start_was_reached,
    the_whole_planned_period_has_passed,
    the_joint_plan_is_confirmed,
    the_final_report_is_confirmed,
    the_final_report_says_that_no_mapping_was_possible,
    the_absence_was_reported,
    the_absence_lasted_to_the_last_planned_day,
    the_report_covers_the_planned_period,
    a_mapping_without_a_mapping_is_a_no_show,
)
