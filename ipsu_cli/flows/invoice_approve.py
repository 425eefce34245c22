"""`ipsu invoice approve`: a basis of ours, or a self-invoice of the agency's; with either, the other."""

import datetime as dt

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.self_invoice import REJECTED, SelfInvoice
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.flows import day_order
from ipsu_cli.flows.invoice import Stepped, of_status, refuse_day, stepped
from ipsu_cli.office import Office
from ipsu_cli.reports import differences
from ipsu_cli.reports.billed_wrong import one_of
from ipsu_cli.reports.received import received_tables
from ipsu_cli.store import Store, Writing, answers, heads_of_one, invoices, pairs, self_invoices
from ipsu_cli.store.tied_bases import tied_to
from ipsu_cli.validation import Broken, Finding, warning


def approve(office: Office, number: str, on: dt.date, *, despite: bool = False) -> Answer[Stepped]:
    """The office stands behind the basis, and so behind what the agency's self-invoices bill of it. Raises `Broken`
    where they differ; `despite` approves all the same, and reports it."""

    def enter_approval(store: Writing) -> Answer[Stepped]:
        invoice = of_status(store, number, "created")
        refuse_day(on, office.today, invoice.date)
        if _is_empty(invoice):
            raise Refused("invoice.empty", invoice=number, command=f"ipsu invoice cancel {number} --reason TEXT")
        found = differences.of_basis(store, invoice)
        _refuse(found, number, f"ipsu invoice approve {number} --despite-difference", despite=despite)
        _approve_basis(store, invoice, on)
        heads_of_one.say_which(store, invoice.id)
        equal = not any(finding.level == "stop" for finding in found)
        open_lines = [line for line in answers.on_basis(store, invoice.id) if _may_be_approved(line, equal=equal)]
        answers.approve(store, [(line.self_invoice_id, line.line_id) for line in open_lines], on, office.who)
        others = _approve_bases(store, _tied(store, invoice), on)
        warnings = [*_warnings(found), *day_order.of_answer(store, invoice, on)]
        answer = stepped(store, number, "message.approved")
        told = [Text("message.approved", {"invoice": other}) for other in others]
        return answer._replace(lines=[*answer.lines, *told], warnings=warnings)

    return office.change("invoice approve", enter_approval)


def _tied(store: Store, invoice: Invoice) -> list[str]:
    """The other bases of heads alone that are about it: their answer is one."""
    bases = (invoices.by_id(store, basis).number for basis in tied_to(store, [invoice.id]) if basis != invoice.id)
    return [number for number in bases if number]


def _may_be_approved(line: answers.Answerable, *, equal: bool) -> bool:
    """What has no answer; and where all is equal by now, what was rejected before an investigation upheld ours."""
    return line.state is None or (equal and line.state == REJECTED and not line.settled)


class ReceivedApproved(NamedTuple):
    """The self-invoice, and the bases that were approved with it."""

    self_invoice: SelfInvoice
    approved: list[str]


def approve_received(office: Office, wanted: Wanted, on: dt.date, *, despite: bool = False) -> Answer[ReceivedApproved]:
    """The office approves what a self-invoice bills; a basis of which all is answered then is approved as well."""

    def enter_approval(store: Writing) -> Answer[ReceivedApproved]:
        listed = self_invoices.of_number(store, wanted)
        command = f"ipsu invoice approve {wanted.words}"
        id = self_invoices.the_one(wanted, listed, command)
        theirs = self_invoices.by_id(store, id)
        refuse_day(on, office.today, theirs.date)
        lines = answers.open_lines(store, id)
        if not lines:
            known = Wanted(theirs.number, theirs.agreement, theirs.date.year)
            shown = f"ipsu invoice show {known.words}"
            raise Refused("self-invoice.answered", rule="E12", self_invoice=theirs.number, command=shown)
        found = differences.of_self_invoice(store, id, theirs)
        _refuse(found, theirs.number, f"{command} --despite-difference", despite=despite)
        answers.approve(store, lines, on, office.who)
        unsure = list(one_of(store, id, theirs.number))
        bases = [] if unsure else _approve_bases(store, pairs.all_of(store).get(id, []), on)
        now = self_invoices.by_id(store, id)
        lines_shown = [Text("message.approved-received", {"number": theirs.number, "agreement": theirs.agreement})]
        lines_shown += [Text("message.approved", {"invoice": number}) for number in bases]
        approved = ReceivedApproved(now, bases)
        warnings = [*_warnings(found), *unsure, *day_order.of_self_invoice(now, answered=on)]
        return Answer(approved, lines_shown, received_tables(now), warnings)

    return office.change("invoice approve", enter_approval)


def _approve_bases(store: Writing, numbers: list[str], on: dt.date) -> list[str]:
    """The bases of which every line of the agency's is answered, and nothing is awaited, are approved too."""
    approved = []
    for number in numbers:
        invoice = invoices.get(store, number)
        waits = [line for line in answers.on_basis(store, invoice.id) if line.state is None or line.awaits]
        if invoice.status == "created" and not waits and not _is_empty(invoice):
            _approve_basis(store, invoice, max(on, invoice.date))
            approved.append(number)
    return approved


def _approve_basis(store: Writing, invoice: Invoice, on: dt.date) -> None:
    status = "approved" if invoice.open_ore else "paid"
    invoices.set_status(store, invoice.id, status, approved_on=on.isoformat())


def _is_empty(invoice: Invoice) -> bool:
    """Has all left it?"""
    return bool(invoice.lines) and all(line.status == "corrected" for line in invoice.lines)


def _refuse(found: list[Finding], number: str, command: str, *, despite: bool) -> None:
    stops = [finding for finding in found if finding.level == "stop"]
    if stops and not despite:
        first = warning("approve.differs", "E12", command, number=number)._replace(level="stop")
        raise Broken([first, *stops])


def _warnings(found: list[Finding]) -> list[Finding]:
    return [finding._replace(level="warn") for finding in found]
