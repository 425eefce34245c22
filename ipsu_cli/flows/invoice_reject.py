"""`ipsu invoice reject`: cases that the agency has to look into, kept on the lines that they are about: of a basis of
ours, or of a self-invoice that bills what stands on none."""

import datetime as dt
from collections.abc import Iterable

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.comparison import EQUAL, is_at
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.self_invoice import APPROVED, WHYS, SelfInvoice
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.core.text import as_word
from ipsu_cli.flows import day_order
from ipsu_cli.flows.invoice import Stepped, of_status, refuse_day, refuse_own_credit, stepped
from ipsu_cli.office import Office
from ipsu_cli.reports.held_against import held_against
from ipsu_cli.reports.received import received_tables
from ipsu_cli.rules import acts
from ipsu_cli.rules.facts.invoice import RejectFacts
from ipsu_cli.store import (
    Store,
    Writing,
    answers,
    cases,
    comparison,
    deliveries,
    heads_of_one,
    invoices,
    pairs,
    self_invoices,
)
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
        _keep_head(store, invoice)
        heads_of_one.say_which(store, id)
        listed = answers.on_basis(store, id)
        for ref in dict.fromkeys(refs):
            case = cases.get(store, ref)
            if not invoices.set_line_status(store, id, ref, "created", "rejected"):
                command = f"ipsu invoice show {number}"
                raise Refused("invoice.no-such-line", invoice=number, case=ref, command=command)
            if case.locked:
                raise Refused("invoice.already-locked", case=ref, invoice=case.locked.invoice)
            invoices.open_investigation(store, id, case.id, reason, on, why)
            lines = _unlike_ours(store, id, ref, _rejectable(listed, ref, why, number))
            keys = [(line.self_invoice_id, line.line_id) for line in lines]
            answers.reject(store, keys, why, WHYS[why], reason, on, office.who)
        invoices.set_status(store, id, "rejected")
        early = day_order.of_answer(store, invoice, on)
        return stepped(store, number, "message.rejected", cases=refs)._replace(warnings=early)

    return office.change("invoice reject", lock_cases)


def _keep_head(store: Writing, invoice: Invoice) -> None:
    """Where a head alone may be about a basis that no self-invoice is about, the rejection says that it is."""
    if not pairs.about(store, invoice.id):
        head = comparison.head_id_about(store, invoice)
        if head is not None:
            pairs.add(store, head, invoice.id)


def _rejectable(listed: Iterable[Answerable], case: str, why: str, number: str) -> list[Answerable]:
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
    return still_open


def _unlike_ours(store: Store, id: int, case: str, lines: list[Answerable]) -> list[Answerable]:
    """Those of a case's lines that are not what stands on the basis: a right one next to a wrong one awaits no credit.
    All of them where each is as ours: then the office knows what no comparison can."""
    about = {row.line_id for row in answers.on_basis(store, id) if row.case == case}
    standing = [line for paired in pairs.about(store, id) for line in self_invoices.lines(store, paired)]
    theirs = [line for line in standing if line.id in about]
    apart = [row for row in held_against(store, [id], theirs).rows if row.case == case and row.status != EQUAL]
    unlike = {line.id for line in theirs if any(is_at(row, line) for row in apart)}
    return [line for line in lines if line.line_id in unlike] or lines


class ReceivedRejected(NamedTuple):
    """The self-invoice, with how its lines are answered now."""

    self_invoice: SelfInvoice


def reject_received(
    office: Office,
    wanted: Wanted,
    refs: list[str],
    reason: str,
    on: dt.date,
    *,
    self_fixable: bool | None,
    why: str = "other",
) -> Answer[ReceivedRejected]:
    """What a self-invoice bills that stands on no basis of ours: no case is locked, for nothing of ours is looked into.
    Its lines await what `why` demands. Of a head alone, which names no case, the head is rejected."""

    def enter_rejection(store: Writing) -> Answer[ReceivedRejected]:
        listed = self_invoices.of_number(store, wanted)
        options = f"--case {as_word(refs[0])} --reason TEXT --not-self-fixable"
        id = self_invoices.the_one(wanted, listed, f"ipsu invoice reject {wanted.words} {options}")
        theirs = self_invoices.by_id(store, id)
        check(acts.REJECT, None, RejectFacts(theirs.number, self_fixable))
        refuse_day(on, office.today, theirs.date)
        _refuse_on_basis(store, id, theirs, refs)
        answers.reject(store, _of_cases(store, id, theirs, refs), why, WHYS[why], reason, on, office.who)
        _say_why_of(store, theirs, refs, reason)
        now = self_invoices.by_id(store, id)
        figures = {"number": theirs.number, "agreement": theirs.agreement, "cases": refs}
        return Answer(ReceivedRejected(now), [Text("message.rejected-received", figures)], received_tables(now))

    return office.change("invoice reject", enter_rejection)


def _say_why_of(store: Writing, theirs: SelfInvoice, refs: list[str], reason: str) -> None:
    """What a head alone, which names no case, is rejected for is kept with the cases of ours that were named: it is
    found there, and goes with them."""
    if theirs.lines:
        return
    for id in dict.fromkeys(cases.id_of(store, ref) for ref in refs):
        if id is not None:
            deliveries.say_why(store, reason, case_id=id)


def _refuse_on_basis(store: Store, id: int, theirs: SelfInvoice, refs: list[str]) -> None:
    """A case that stands on a basis that the self-invoice is about is rejected there, where it is locked."""
    on_bases = answers.rejectable_on(store, id) or _on_basis_of_head(store, id, theirs)
    for ref in refs:
        if ref in on_bases:
            basis = on_bases[ref]
            command = f"ipsu invoice reject {basis} --case {as_word(ref)} --reason TEXT --not-self-fixable"
            raise Refused(
                "self-invoice.on-basis",
                rule="A30",
                command=command,
                self_invoice=theirs.number,
                invoice=basis,
                case=ref,
            )


def _on_basis_of_head(store: Store, id: int, theirs: SelfInvoice) -> dict[str, str]:
    """The cases of the bases that a head alone may be about, though it is not kept yet."""
    if theirs.lines or pairs.all_of(store).get(id):
        return {}
    found: dict[str, str] = {}
    for invoice in invoices.unanswered(store):
        if invoice.agreement == theirs.agreement and comparison.head_id_about(store, invoice) == id:
            standing = invoices.get(store, invoice.number or "").lines
            found |= {line.case: invoice.number or "" for line in standing if line.status == "created"}
    return found


def _of_cases(store: Store, id: int, theirs: SelfInvoice, refs: list[str]) -> list[tuple[int, int | None]]:
    """The lines of these cases that stand and may be answered. Raises `Refused` for a case that it does not bill, and
    where all is answered."""
    listed = answers.of_self_invoice(store, id)
    standing = [line for line in listed if line.line_id is None or (line.left_ore or 0) > 0]
    command = f"ipsu invoice show {Wanted(theirs.number, theirs.agreement, theirs.date.year).words}"
    found = []
    for ref in dict.fromkeys(refs):
        about = [line for line in standing if line.line_id is None or line.case == ref]
        if not about:
            raise Refused("self-invoice.no-such-line", self_invoice=theirs.number, case=ref, command=command)
        still_open = [line for line in about if line.state != APPROVED and not line.settled]
        if not still_open:
            raise Refused("self-invoice.answered", rule="E12", self_invoice=theirs.number, command=command)
        found += [(line.self_invoice_id, line.line_id) for line in still_open]
    return list(dict.fromkeys(found))
