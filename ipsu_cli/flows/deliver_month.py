"""What Rusta och matcha delivers: a month with its report, and a result that the agency has approved."""

import datetime as dt

from ipsu_cli.core.case import Case
from ipsu_cli.core.problem import Refused
from ipsu_cli.flows.deliver_hours import Entered
from ipsu_cli.reports.placement import ONE
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.store import Writing, deliveries
from ipsu_cli.validation import Finding, check, warning


def enter_month(store: Writing, facts: DeliverFacts) -> Entered:
    """Enter the delivery of a month. Raises `Broken` where a rule stops it."""
    case = facts.case
    warnings = check(acts.DELIVER, case.service, facts)
    if not facts.priced:
        warnings.append(_unpriced(case, facts))
    id = deliveries.add(store, case.id, facts.from_day, facts.to_day, facts.unit, facts.quantity)
    return Entered(id, facts, warnings)


def _unpriced(case: Case, facts: DeliverFacts) -> Finding:
    command = f"ipsu price set {case.agreement} {case.service} AMOUNT --unit UNIT --from {facts.from_day}"
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
