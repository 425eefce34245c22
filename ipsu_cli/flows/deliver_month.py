"""What Rusta och matcha delivers: a month with its report, and a result that the agency has approved."""

import datetime as dt
from typing import Any, NamedTuple

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month
from ipsu_cli.core.document import report_of
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.role import Role
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts import DeliverFacts
from ipsu_cli.store import Store, Writing, agreements, deliveries, documents
from ipsu_cli.validation import Finding, check, warning

ONE = Quantity(1_00)


class Entered(NamedTuple):
    """A delivery that was entered: its id, the facts by which it was judged, and what the rules warn of."""

    id: int
    facts: DeliverFacts
    warnings: list[Finding]


class DaysInMonth(NamedTuple):
    """The days of a month that lie in the period."""

    first: dt.date
    last: dt.date

    @property
    def quantity(self) -> Quantity:
        """How many they are."""
        return ONE * ((self.last - self.first).days + 1)


def days_in(case: Case, month: Month) -> DaysInMonth:
    """The days of the month that lie in the case's period. Raises `Refused` where there are none."""
    first = max(month.first, case.from_day or month.first)
    last = min(month.last, case.last_day or month.last)
    if last < first:
        figures: dict[str, Any] = {"case": case.ref, "month": month, "from_day": case.from_day, "to_day": case.last_day}
        raise Refused("delivery.month-outside", rule="R16", command=f"ipsu case show {case.ref}", **figures)
    return DaysInMonth(first, last)


def month_facts(store: Store, case: Case, month: Month, today: dt.date, unit: str | None = None) -> DeliverFacts:
    """The facts of a month: its days in the period, or one where the price, or what was asked for, is by the month."""
    days = days_in(case, month)
    units = tuple(code for code in services.service(case.service).priced if code != "result")
    if unit is not None and unit not in units:
        raise Unreadable("value.code", value=unit, known=list(units), option="--unit")
    priced = agreements.unit_in_force(store, case, (unit,) if unit else units, days.last)
    unit = unit or priced or units[0]
    type = services.type_of(case, Role.PERIODIC)
    report = report_of(documents.of_case(store, case.id), type, month)
    return DeliverFacts(
        case=case,
        from_day=days.first,
        to_day=days.last,
        today=today,
        quantity=days.quantity if unit == "day" else ONE,
        already=deliveries.of_month(store, case.id, month),
        documents={report.type: report} if report else {},
        unit=unit,
        priced=priced is not None,
        month=month,
    )


def enter_month(store: Writing, facts: DeliverFacts) -> Entered:
    """Enter the delivery of a month. Raises `Broken` where a rule stops it."""
    case = facts.case
    warnings = check(acts.DELIVER, case.service, facts)
    if not facts.priced:
        warnings.append(_unpriced(case, facts))
    id = deliveries.add(store, case.id, facts.from_day, facts.to_day, facts.unit, facts.quantity)
    return Entered(id, facts, warnings)


def _unpriced(case: Case, facts: DeliverFacts) -> Finding:
    command = f"ipsu price set {case.agreement} {case.service} AMOUNT --unit day/month --from {facts.from_day}"
    return warning("delivery.unpriced", command=command, case=case.ref, unit=facts.unit)


def enter_result(store: Writing, case: Case, on: dt.date, today: dt.date) -> int:
    """Enter the delivery of a result that the agency has approved."""
    already = deliveries.of_unit(store, case.id, "result")
    if already:
        raise Refused("result.delivered", rule="R31", case=case.ref, delivery=already[0],
                      command=f"ipsu delivery list {case.ref}")  # fmt: skip
    facts = DeliverFacts(case=case, from_day=on, to_day=on, today=today, quantity=ONE, unit="result")
    check(acts.DELIVER, case.service, facts)
    return deliveries.add(store, case.id, on, on, "result", ONE)


def take_result_back(store: Writing, case: Case) -> None:
    """The confirmation was a mistake: so was the delivery, unless it stands on an invoice."""
    for id in deliveries.of_unit(store, case.id, "result"):
        found = deliveries.get(store, id)
        if found.invoice:
            raise Refused("document.result-invoiced", rule="R31", case=case.ref, invoice=found.invoice,
                          command=f"ipsu delivery cancel {id} --reason TEXT")  # fmt: skip
        if case.locked:
            raise Refused("delivery.locked", rule="A32", case=case.ref, since=case.locked.since,
                          invoice=case.locked.invoice, command=f"ipsu case show {case.ref}")  # fmt: skip
        deliveries.cancel(store, id)
