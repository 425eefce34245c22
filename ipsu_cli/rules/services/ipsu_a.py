"""IPSU A Kartläggning: a mapping of one to three weeks, paid as a whole.

Sources: the agency's questions and answers for suppliers, and a supplier's description of IPSU.
"""

from collections.abc import Iterator

from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, aids
from ipsu_cli.rules.facts import CaseFacts, DeliverFacts
from ipsu_cli.rules.ipsu_sections import PLAN_OF_MAPPING, REPORT_OF_MAPPING
from ipsu_cli.rules.labels import DEVIATION, PLAN, REPORT
from ipsu_cli.rules.model import DEVIATION_OPTIONS, DocumentType, Rules, Service, Violation, rule, violation
from ipsu_cli.rules.sources import AGENCY, OFFICE, SUPPLIER

SERVICE = Service(
    label="IPSU A Kartläggning",
    unit="case",
    agreement="ipsu",
    aids=True,
    documents=(
        DocumentType(
            "gp", Role.PLAN, required=True, due_days=5, label=PLAN, sections=PLAN_OF_MAPPING, options=("reason",)
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

SHORTEST, LONGEST = 7, 21


@rule(acts.CASE, "case.mapping-length", "J10", SUPPLIER, warn=True)
def a_mapping_takes_one_to_three_weeks(f: CaseFacts) -> Iterator[Violation]:
    """The guideline is 7 to 21 days, first and last day counted."""
    if f.case.from_day and f.case.to_day and f.case.from_day <= f.case.to_day:
        days = (f.case.to_day - f.case.from_day).days + 1
        if not SHORTEST <= days <= LONGEST:
            yield violation(case=f.case.ref, days=days, shortest=SHORTEST, longest=LONGEST)


@rule(acts.CASE, "case.training-missing", "A6", AGENCY, warn=True, fix="ipsu case edit {case} --training NAME")
def a_mapping_is_for_one_named_training(f: CaseFacts) -> Iterator[Violation]:
    """The mapping decides on support in a specific training."""
    if not f.case.training.name:
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.meeting-late", "J8", SUPPLIER)
def the_parties_meet_before_the_mapping_starts(f: CaseFacts) -> Iterator[Violation]:
    """The multi-party meeting is held on the first day of the mapping at the latest."""
    if f.case.training.meeting and f.case.from_day and f.case.training.meeting > f.case.from_day:
        yield violation(case=f.case.ref, meeting=f.case.training.meeting, from_day=f.case.from_day)


@rule(acts.CASE, "case.decision-early", "A16", AGENCY)
def the_agency_decides_after_the_meeting(f: CaseFacts) -> Iterator[Violation]:
    """First the meeting, then the decision on IPSU A."""
    if f.case.training.meeting and f.case.training.decision and f.case.training.decision < f.case.training.meeting:
        yield violation(case=f.case.ref, meeting=f.case.training.meeting, decision=f.case.training.decision)


@rule(acts.CASE, "case.mapping-during-training", "J12", SUPPLIER, warn=True)
def a_mapping_comes_before_the_training(f: CaseFacts) -> Iterator[Violation]:
    """Normally the mapping starts first; a need found during the training is possible."""
    if f.case.from_day and f.case.training.from_day and f.case.from_day >= f.case.training.from_day:
        yield violation(case=f.case.ref, from_day=f.case.from_day, training_from=f.case.training.from_day)


@rule(acts.CASE, "case.mapping-delivered", "A16", AGENCY, fix="ipsu delivery list {case}")
def what_a_delivered_mapping_rests_on_stays(f: CaseFacts) -> Iterator[Violation]:
    """The meeting, the agreement on a mapping and the decision are not taken away once it is delivered."""
    if f.has_delivery and not (f.case.training.meeting and f.case.training.mapping_agreed and f.case.training.decision):
        yield violation(case=f.case.ref)


@rule(acts.DELIVER, "mapping.delivered", "A15", AGENCY, fix="ipsu delivery list {case}")
def a_mapping_is_delivered_once(f: DeliverFacts) -> Iterator[Violation]:
    """One fixed price, once."""
    if f.already:
        yield violation(case=f.case.ref, delivery=f.already)


@rule(acts.DELIVER, "mapping.meeting-missing", "A16", AGENCY, missing=True, fix="ipsu case edit {case} --meeting DATE")
def a_multi_party_meeting_was_held(f: DeliverFacts) -> Iterator[Violation]:
    """The agency, the supplier and the jobseeker have met."""
    if f.case.training.meeting is None or f.case.training.meeting > f.today:
        yield violation(case=f.case.ref)


@rule(acts.DELIVER, "mapping.not-agreed", "A16", AGENCY, missing=True, fix="ipsu case edit {case} --mapping-agreed")
def a_mapping_was_agreed(f: DeliverFacts) -> Iterator[Violation]:
    """The meeting agreed on a mapping."""
    if not f.case.training.mapping_agreed:
        yield violation(case=f.case.ref)


@rule(
    acts.DELIVER,
    "mapping.decision-missing",
    "A16",
    AGENCY,
    missing=True,
    fix="ipsu case edit {case} --decision DATE",
)
def the_agency_decided_on_a_mapping(f: DeliverFacts) -> Iterator[Violation]:
    """The agency has decided on IPSU A."""
    if f.case.training.decision is None or f.case.training.decision > f.today:
        yield violation(case=f.case.ref)


@rule(acts.DELIVER, "mapping.not-started", "A17", AGENCY, missing=True)
def the_planned_start_was_reached(f: DeliverFacts) -> Iterator[Violation]:
    """A mapping that has not started is not delivered."""
    if f.case.from_day and f.today < f.case.from_day:
        yield violation(case=f.case.ref, from_day=f.case.from_day)


@rule(acts.DELIVER, "mapping.not-over", "A17", AGENCY, missing=True)
def the_whole_planned_period_has_passed(f: DeliverFacts) -> Iterator[Violation]:
    """A no-show is absence in the whole planned period, so it is known on the last day."""
    if f.no_show and f.case.to_day and f.today < f.case.to_day:
        yield violation(case=f.case.ref, to_day=f.case.to_day)


@rule(acts.DELIVER, "mapping.gp-unconfirmed", "A18", AGENCY, missing=True, fix="ipsu document {step} {case} gp")
def the_joint_plan_is_confirmed(f: DeliverFacts) -> Iterator[Violation]:
    """All documents are filed and confirmed."""
    yield from _unconfirmed(f, "gp")


@rule(acts.DELIVER, "mapping.sr-unconfirmed", "A18", AGENCY, missing=True, fix="ipsu document {step} {case} sr{option}")
def the_final_report_is_confirmed(f: DeliverFacts) -> Iterator[Violation]:
    """All documents are filed and confirmed."""
    yield from _unconfirmed(f, "sr")


def _unconfirmed(f: DeliverFacts, type: str) -> Iterator[Violation]:
    document = f.documents.get(type)
    if document is None or document.status != "confirmed":
        step = "confirm" if document and document.status == "submitted" else "submit"
        status = document.status if document else "missing"
        option = " --no-mapping" if type == "sr" and step == "submit" and f.no_show else ""
        yield violation(case=f.case.ref, status=status, step=step, option=option)


@rule(acts.DELIVER, "mapping.sr-silent", "A18", AGENCY, missing=True, fix="ipsu document submit {case} sr --no-mapping")
def the_final_report_says_that_no_mapping_was_possible(f: DeliverFacts) -> Iterator[Violation]:
    """After a no-show the final report describes that no mapping could be carried out."""
    report = f.documents.get("sr")
    if f.no_show and report and not report.fields.get("no_mapping"):
        yield violation(case=f.case.ref)


@rule(
    acts.DELIVER,
    "mapping.deviation-missing",
    "A19",
    AGENCY,
    missing=True,
    fix="ipsu document submit {case} avvikelse --from DATE --to DATE --known/--unknown",
)
def the_absence_was_reported(f: DeliverFacts) -> Iterator[Violation]:
    """A no-show has a deviation report."""
    if f.no_show and not f.deviations:
        yield violation(case=f.case.ref)


@rule(acts.DELIVER, "mapping.deviation-short", "A19", OFFICE, warn=True)
def the_report_covers_the_planned_period(f: DeliverFacts) -> Iterator[Violation]:
    """One report suffices; its days should span the whole planned period."""
    if not (f.no_show and f.deviations and f.case.from_day and f.case.to_day):
        return
    first = min(str(each.fields.get("from")) for each in f.deviations)
    last = max(str(each.fields.get("to")) for each in f.deviations)
    if first > f.case.from_day.isoformat() or last < f.case.to_day.isoformat():
        yield violation(case=f.case.ref, first=first, last=last, from_day=f.case.from_day, to_day=f.case.to_day)


@rule(acts.DELIVER, "mapping.no-show-unsaid", "A17", OFFICE, warn=True, fix="ipsu deliver {case} --no-show")
def a_mapping_without_a_mapping_is_a_no_show(f: DeliverFacts) -> Iterator[Violation]:
    """A final report that says that no mapping was possible fits a no-show."""
    report = f.documents.get("sr")
    if not f.no_show and report and report.fields.get("no_mapping"):
        yield violation(case=f.case.ref)


RULES: Rules = (
    aids.a_need_found_during_support_is_not_lent_in_a_mapping,
    *aids.RULES,
    a_mapping_takes_one_to_three_weeks,
    a_mapping_is_for_one_named_training,
    the_parties_meet_before_the_mapping_starts,
    the_agency_decides_after_the_meeting,
    a_mapping_comes_before_the_training,
    what_a_delivered_mapping_rests_on_stays,
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
    the_report_covers_the_planned_period,
    a_mapping_without_a_mapping_is_a_no_show,
)
