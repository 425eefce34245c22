"""What every service asks of a delivery."""

from collections.abc import Iterator

from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Quantity
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts import DeliverFacts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import AGENCY, OFFICE


@rule(acts.DELIVER, "delivery.future", "A24", AGENCY)
def a_delivery_is_not_dated_after_today(f: DeliverFacts) -> Iterator[Violation]:
    """It is always possible to deliver up to today."""
    if f.to_day > f.today:
        yield violation(case=f.case.ref, day=f.to_day, today=f.today)


@rule(acts.DELIVER, "delivery.outside-period", "A12", AGENCY, fix="ipsu case decide {case} --to DATE --on DATE")
def a_delivery_lies_in_the_participant_period(f: DeliverFacts) -> Iterator[Violation]:
    """The delivery period is the participant period, as the agency has decided it."""
    if f.unit == "result":
        return  # the agency approves a result also after the period
    if f.hours < f.replaces:
        return  # a correction that takes hours away, also of a day that a decision has left outside
    case = f.case
    ends = min((day for day in (case.to_day, case.closed_on) if day), default=f.to_day)
    if (case.from_day and f.from_day < case.from_day) or f.to_day > ends:
        outside = f.to_day if f.to_day > ends else f.from_day
        yield violation(case=case.ref, day=outside, from_day=case.from_day, to_day=ends)


@rule(
    acts.DELIVER,
    "delivery.locked",
    "A32",
    AGENCY,
    fix="ipsu invoice resolve {invoice} --case {case} --outcome corrected/upheld",
)
def a_locked_case_takes_no_delivery(f: DeliverFacts) -> Iterator[Violation]:
    """While an investigation is open, nothing is delivered."""
    lock = f.case.locked
    if lock:
        yield violation(case=f.case.ref, since=lock.since, invoice=lock.invoice)


@rule(acts.DELIVER, "delivery.nothing", "A23", OFFICE)
def a_delivery_is_more_than_nothing(f: DeliverFacts) -> Iterator[Violation]:
    """Zero hours are no delivery."""
    if f.quantity <= Quantity(0):
        yield violation(case=f.case.ref, hours=f.quantity)


@rule(acts.DELIVER, "delivery.two-months", "A26", OFFICE, fix="ipsu deliver {case} HOURS --on DATE")
def a_delivery_lies_in_one_month(f: DeliverFacts) -> Iterator[Violation]:
    """Hours belong to the month of the work date, so a week over two months wants dates."""
    if Month.of(f.from_day) != Month.of(f.to_day):
        yield violation(case=f.case.ref, from_day=f.from_day, to_day=f.to_day)


RULES: Rules = (
    a_delivery_is_not_dated_after_today,
    a_delivery_lies_in_the_participant_period,
    a_locked_case_takes_no_delivery,
    a_delivery_is_more_than_nothing,
    a_delivery_lies_in_one_month,
)
