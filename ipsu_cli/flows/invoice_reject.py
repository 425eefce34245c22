"""`ipsu invoice reject`: cases of a basis that the agency has to look into, kept on the lines that they are about."""

import datetime as dt
from collections.abc import Iterable

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.self_invoice import APPROVED, WHYS
from ipsu_cli.flows.invoice import Stepped, of_status, refuse_day, refuse_own_credit, stepped
from ipsu_cli.office import Office
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts import RejectFacts
from ipsu_cli.store import Writing, answers, cases, invoices
from ipsu_cli.store.answers import Answerable
from ipsu_cli.validation import check


def reject(
    office: Office,
    number: str,
    refs: list[str],
    reason: str,
    on: dt.date,
    *,
    self_fixable: bool | None,
    why: str = "other",
) -> Answer[Stepped]:
    """What the office cannot fix itself: the agency investigates, and the cases are locked. The lines of its
    self-invoices that are about them are rejected, and await what `why` demands of it."""

    def lock_cases(store: Writing) -> Answer[Stepped]:
        invoice = of_status(store, number, "created", "rejected")
        check(acts.REJECT, None, RejectFacts(number, self_fixable))
        refuse_day(on, office.today, invoice.date)
        id = invoices.id_of(store, number)
        refuse_own_credit(store, id, number)
        listed = answers.on_basis(store, id)
        for ref in dict.fromkeys(refs):
            case = cases.get(store, ref)
            if not invoices.set_line_status(store, id, ref, "created", "rejected"):
                command = f"ipsu invoice show {number}"
                raise Refused("invoice.no-such-line", invoice=number, case=ref, command=command)
            if case.locked:
                raise Refused("invoice.already-locked", case=ref, invoice=case.locked.invoice)
            invoices.open_investigation(store, id, case.id, reason, on, why)
            lines = _rejected(listed, ref, why, number)
            answers.reject(store, lines, why, WHYS[why], reason, on, office.who)
        invoices.set_status(store, id, "rejected")
        return stepped(store, number, "message.rejected", cases=refs)

    return office.change("invoice reject", lock_cases)


def _rejected(listed: Iterable[Answerable], case: str, why: str, number: str) -> list[tuple[int, int | None]]:
    """The lines that stand of a case, and heads alone. Of what was billed twice the newest: the other is right. Raises
    `Refused` where all of them are answered already."""
    about = [
        line
        for line in listed
        if (line.case == case and (line.left_ore or 0) > 0) or (line.line_id is None and line.state is None)
    ]
    still_open = [line for line in about if line.state != APPROVED and not line.settled]
    if about and not still_open:
        numbers = list(dict.fromkeys(line.number for line in about))
        command = f"ipsu invoice show {number}"
        raise Refused("self-invoice.answered", rule="E12", self_invoice=numbers, command=command)
    if why == "twice" and still_open:
        newest = still_open[-1].self_invoice_id
        still_open = [line for line in still_open if line.self_invoice_id == newest]
    return [(line.self_invoice_id, line.line_id) for line in still_open]
