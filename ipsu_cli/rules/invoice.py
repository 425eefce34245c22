"""What every service asks of what is invoiced, and of an invoice basis that is rejected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.rules import acts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import OFFICE, REJECTION

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.invoice import ReadyFacts, RejectFacts


@rule(
    acts.INVOICE,
    "case.locked",
    "A32",
    REJECTION,
    fix="ipsu invoice resolve {invoice} --case {case} --outcome OUTCOME",
)
def a_locked_case_is_not_invoiced(f: ReadyFacts) -> Iterator[Violation]:
    """A case is invoiced only when no investigation of it is open."""
    if f.locked:
        yield violation()


@rule(
    acts.INVOICE,
    "price.missing",
    "A25",
    OFFICE,
    fix="ipsu price set {agreement} {service} AMOUNT --unit {unit}{level} --from {from_day}",
)
def every_delivery_has_a_price(f: ReadyFacts) -> Iterator[Violation]:
    """Every delivery has a price that holds on its last day."""
    if not f.priced:
        yield violation()


@rule(acts.REJECT, "invoice.self-fixable", "A30", REJECTION, fix="ipsu delivery correct ID HOURS --reason TEXT")
def what_the_office_can_correct_is_not_rejected(f: RejectFacts) -> Iterator[Violation]:
    """An invoice basis is rejected only for an error that the office cannot put right on its own."""
    if f.self_fixable is not False:
        yield violation(invoice=f.invoice)


RULES: Rules = (
    a_locked_case_is_not_invoiced,
    every_delivery_has_a_price,
    what_the_office_can_correct_is_not_rejected,
)
