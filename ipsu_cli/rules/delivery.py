"""What every service asks of a delivery."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Quantity
from ipsu_cli.rules import acts
from ipsu_cli.rules.model import Rules, Violation, rule, violation
from ipsu_cli.rules.sources import CHANGED_PLAN, OFFICE, REJECTION, WHEN_DELIVERED

if TYPE_CHECKING:
    from ipsu_cli.rules.facts.delivery import DeliverFacts


@rule(acts.DELIVER, "delivery.future", "A24", WHEN_DELIVERED, by_set=True)
def a_delivery_is_not_dated_after_today(f: DeliverFacts) -> Iterator[Violation]:
    """A delivery is dated today or earlier."""
    if f.to_day > f.today:
        yield violation(case=f.case.ref, day=f.to_day, today=f.today)


@rule(
    acts.DELIVER,
    "delivery.outside-period",
    "A12",
    CHANGED_PLAN,
    fix="ipsu case decide {case} --to DATE --on DATE",
    by_set=True,
)
def a_delivery_lies_in_the_participant_period(f: DeliverFacts) -> Iterator[Violation]:
    """Deliveries are for days in the participant period, up to the day that the case was closed.

    The delivery period is the participant period, as the agency has decided it.
    """
    if f.unit == "result":
        return  # the agency approves a result also after the period
    if f.hours < f.replaces:
        return  # a correction that takes hours away, also of a day that a decision has left outside
    case = f.case
    ends = min((day for day in (case.to_day, case.closed_on) if day), default=f.to_day)
    if (case.from_day and f.from_day < case.from_day) or f.to_day > ends:
        outside = f.to_day if f.to_day > ends else f.from_day
        closed = case.closed_on is not None and outside > case.closed_on
        fix = {"fix": "ipsu case reopen {case} --reason TEXT"} if closed else {}
        yield violation(case=case.ref, day=outside, from_day=case.from_day, to_day=ends, **fix)


@rule(
    acts.DELIVER,
    "delivery.locked",
    "A32",
    REJECTION,
    fix="ipsu invoice resolve {invoice} --case {case} --outcome OUTCOME",
    by_set=True,
)
def a_locked_case_takes_no_delivery(f: DeliverFacts) -> Iterator[Violation]:
    """Deliveries are reported only in a case that is not under investigation."""
    lock = f.case.locked
    if lock:
        yield violation(case=f.case.ref, since=lock.since, invoice=lock.invoice)


@rule(acts.DELIVER, "delivery.nothing", "A23", OFFICE, by_set=True)
def a_delivery_is_more_than_nothing(f: DeliverFacts) -> Iterator[Violation]:
    """A delivery is more than zero hours."""
    if f.quantity <= Quantity(0):
        yield violation(case=f.case.ref, hours=f.quantity)


@rule(acts.DELIVER, "delivery.two-months", "A26", OFFICE, fix="ipsu deliver {case} HOURS --on DATE", by_set=True)
def a_delivery_lies_in_one_month(f: DeliverFacts) -> Iterator[Violation]:
    """A delivery lies in one calendar month.

    Hours belong to the month of the work date, so a week that runs over the end of a month needs dates.
    """
    if Month.of(f.from_day) != Month.of(f.to_day):
        yield violation(case=f.case.ref, from_day=f.from_day, to_day=f.to_day)


@rule(
    acts.DELIVER,
    "delivery.after-agreement",
    "A4",
    OFFICE,
    warn=True,
    fix="ipsu agreement edit {agreement} --to DATE --reason TEXT",
    by_set=True,
)
def a_delivery_lies_in_its_agreement(f: DeliverFacts) -> Iterator[Violation]:
    """A delivery is for days on which its agreement runs."""
    if f.agreement_ends and f.to_day > f.agreement_ends:
        yield violation(case=f.case.ref, agreement=f.case.agreement, day=f.to_day, ends=f.agreement_ends)


RULES: Rules = (
    a_delivery_is_not_dated_after_today,
    a_delivery_lies_in_the_participant_period,
    a_locked_case_takes_no_delivery,
    a_delivery_is_more_than_nothing,
    a_delivery_lies_in_one_month,
    a_delivery_lies_in_its_agreement,
)
