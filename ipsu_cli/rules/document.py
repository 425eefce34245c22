"""What every service asks of a document that is filed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts
from ipsu_cli.rules.due import ABSENCE_REPORT, FIRST_PLAN, MAPPING_PLAN, MONTHLY_REPORT, SIGNAL_REPORT
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE, ON_DEVIATIONS, ON_PLANS_OF_SUPPORT, REPORTING

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.document import SubmitFacts


@rule(acts.SUBMIT, "document.future", "A24", OFFICE)
def a_document_is_not_filed_in_the_future(f: SubmitFacts) -> Iterator[Violation]:
    """A document is filed today or earlier."""
    if f.on > f.today:
        yield violation(case=f.case.ref, type=f.type, day=f.on, today=f.today)


@rule(
    acts.SUBMIT, "document.late", "R12", OFFICE, warn=True,
    dated=(FIRST_PLAN, MAPPING_PLAN, MONTHLY_REPORT, ABSENCE_REPORT, SIGNAL_REPORT),
)  # fmt: skip
def a_document_is_in_time(f: SubmitFacts) -> Iterator[Violation]:
    """A document is filed in time: the first joint plan (GP) within some working days after the first day of the
    period.

    Lateness is a warning, and never refused. Each signal of work or studies has a day of its own [R27].
    """
    of_its_own = f.role is Role.SIGNAL
    if f.due and f.on > f.due and (f.version == 1 or of_its_own):
        number = {"number": "R27"} if of_its_own else {}
        yield violation(case=f.case.ref, type=f.type, due=f.due, day=f.on, **number)


@rule(
    acts.SUBMIT,
    "document.section-empty",
    "J22",
    ON_PLANS_OF_SUPPORT,
    missing=True,
    fix="ipsu document write {case} {type}",
)
def a_text_written_here_says_something_in_every_section(f: SubmitFacts) -> Iterator[Violation]:
    """Every section of a document that is written here is filled when it is submitted.

    A report that no mapping was possible has none of them.
    """
    if not f.fields.get("no_mapping"):
        for section in f.empty:
            yield violation(number=section.number, case=f.case.ref, type=f.type, heading=section.heading)


@rule(
    acts.SUBMIT,
    "deviation.incomplete",
    "R7",
    ON_DEVIATIONS,
    missing=True,
    fix="ipsu document submit {case} {type} --from DATE --to DATE --known",
)
def a_deviation_report_says_when_and_whether_known(f: SubmitFacts) -> Iterator[Violation]:
    """A deviation report gives the first and last day of the absence, and whether it was known or unknown."""
    if f.role is not Role.DEVIATION:
        return
    for option, name in (("--from DATE", "from"), ("--to DATE", "to"), ("--known|--unknown", "known")):
        if f.fields.get(name) is None:
            yield violation(case=f.case.ref, type=f.type, option=option)


@rule(acts.SUBMIT, "deviation.not-ended", "E4", REPORTING)
def a_deviation_is_reported_once_it_has_ended(f: SubmitFacts) -> Iterator[Violation]:
    """A deviation report is filed once the deviation has ended."""
    last = f.fields.get("to")
    if f.role is Role.DEVIATION and last and last > f.on.isoformat():
        yield violation(case=f.case.ref, to_day=last, day=f.on)


@rule(acts.SUBMIT, "deviation.before-period", "R6", ON_DEVIATIONS, warn=True, fix="ipsu case show {case}")
def a_deviation_is_of_days_of_the_case(f: SubmitFacts) -> Iterator[Violation]:
    """A deviation report is about days of the participant period."""
    first, begins = f.fields.get("from"), f.case.from_day
    if f.role is Role.DEVIATION and first and begins and first < begins.isoformat():
        yield violation(case=f.case.ref, day=first, from_day=begins)


@rule(acts.SUBMIT, "deviation.backwards", "R7", ON_DEVIATIONS)
def a_deviation_does_not_end_before_it_begins(f: SubmitFacts) -> Iterator[Violation]:
    """A deviation does not end before it begins."""
    first, last = f.fields.get("from"), f.fields.get("to")
    if f.role is Role.DEVIATION and first and last and last < first:
        yield violation(case=f.case.ref, from_day=first, to_day=last)


RULES: Rules = (
    a_document_is_not_filed_in_the_future,
    a_document_is_in_time,
    a_text_written_here_says_something_in_every_section,
    a_deviation_report_says_when_and_whether_known,
    a_deviation_is_reported_once_it_has_ended,
    a_deviation_does_not_end_before_it_begins,
    a_deviation_is_of_days_of_the_case,
)
