"""What support in a training (IPSU B) is held to, apart from its plan: the result of the training, its days, absence.

Sources: the agency's questions and answers for suppliers, and the office's own reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.answer import Text
from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.core.document import covers
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import ABSENCE_DUTY, INTRODUCTION

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.case import CaseFacts
    from ipsu_cli.rules.facts.delivery import DeliverFacts
    from ipsu_cli.rules.facts.document import SubmitFacts
    from ipsu_cli.rules.facts.invoice import ReadyFacts

# A training that ended in one way is not closed for another.
CONTRADICTIONS = (("interrupted", "passed"), ("completed", "interrupted"))


@rule(
    acts.CASE,
    "case.result-missing",
    "A3",
    INTRODUCTION,
    warn=True,
    fix="ipsu case edit {case} --training-result RESULT",
)
def support_ends_with_the_result_of_the_training(f: CaseFacts) -> Iterator[Violation]:
    """A case of IPSU B is closed with the result of the training, which is the goal of the service.

    Not where it goes on with another supplier.
    """
    closed = f.case.closed_on and f.case.close_reason not in (IN_ERROR, "changed_supplier")
    if closed and f.case.training.result is None:
        yield violation(case=f.case.ref)


@rule(acts.CASE, "case.result-contradicts", "A3", INTRODUCTION)
def the_result_of_the_training_fits_the_reason(f: CaseFacts) -> Iterator[Violation]:
    """The result of the training and the reason for which the case is closed do not contradict each other.

    What was interrupted is not passed, and what was completed was not interrupted.
    """
    if (f.case.close_reason, f.case.training.result) in CONTRADICTIONS:
        yield violation(
            case=f.case.ref, reason=Text(f"code.{f.case.close_reason}"), result=Text(f"code.{f.case.training.result}")
        )


@rule(
    acts.INVOICE,
    "training.dates-missing",
    "A8",
    INTRODUCTION,
    fix="ipsu case edit {case} --training-from DATE --training-to DATE",
)
def the_training_is_known_before_the_invoice(f: ReadyFacts) -> Iterator[Violation]:
    """Hours in IPSU B are invoiced once the first and last day of the training are known.

    They are compared with its days only then.
    """
    if f.training_unknown:
        yield violation()


@rule(
    acts.DELIVER, "delivery.on-absent-day", "E6", ABSENCE_DUTY, warn=True, fix="ipsu document list {case}", by_set=True
)
def hours_are_not_of_days_reported_absent(f: DeliverFacts) -> Iterator[Violation]:
    """Hours are delivered for days that no deviation report calls absence."""
    if f.hours > f.replaces and any(covers(report, f.from_day, f.to_day) for report in f.deviations):
        yield violation(case=f.case.ref, from_day=f.from_day, to_day=f.to_day)


@rule(acts.SUBMIT, "deviation.hours-delivered", "E6", ABSENCE_DUTY, warn=True, fix="ipsu delivery list {case}")
def absence_is_not_of_days_with_hours(f: SubmitFacts) -> Iterator[Violation]:
    """A deviation report is about days for which no hours are delivered."""
    first, last = f.fields.get("from"), f.fields.get("to")
    if f.role is not Role.DEVIATION or not (first and last):
        return
    for begins, ends in f.worked:
        if first <= begins.isoformat() and ends.isoformat() <= last:
            yield violation(case=f.case.ref, from_day=begins, to_day=ends)
            return


RULES: Rules = (
    support_ends_with_the_result_of_the_training,
    the_result_of_the_training_fits_the_reason,
    the_training_is_known_before_the_invoice,
    hours_are_not_of_days_reported_absent,
    absence_is_not_of_days_with_hours,
)
