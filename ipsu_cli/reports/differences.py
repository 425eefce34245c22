"""What stands against approving: where the agency's self-invoices differ from a basis of ours, over all of them and
their credits; hours that two of them bill; what is billed and was never delivered; numbers that never came."""

from collections.abc import Collection, Iterable

from ipsu_cli.core.comparison import EQUAL, NOT_COMPARED, Compared
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.self_invoice import SelfInvoice, SelfLine
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.core.series import gaps
from ipsu_cli.reports.billed_wrong import MOST_LINES, odd, one_of
from ipsu_cli.reports.held_against import held_against, unbuilt_warning
from ipsu_cli.reports.received import gap_warning
from ipsu_cli.reports.reconciliation import apart, line_warning, set_against, warnings_of
from ipsu_cli.store import Store, answers, comparison, credited, invoices, owed, pairs, self_invoices
from ipsu_cli.store.overlaps import Overlaps
from ipsu_cli.store.tied_bases import tied_to
from ipsu_cli.validation import Finding, warning

ById = dict[int, SelfInvoice]


def of_basis(store: Store, invoice: Invoice, overlaps: Overlaps | None = None) -> list[Finding]:
    """What stands against approving a basis, those that stop it (`level` is stop) among them. Nothing where the agency
    has made no self-invoice of it, or all is equal. `overlaps` is what is known already of what is billed twice."""
    overlaps = overlaps or Overlaps(store)
    id = invoice.id
    bases = tied_to(store, [id])
    received = {paired: self_invoices.by_id(store, paired) for basis in bases for paired in pairs.about(store, basis)}
    if not received:
        alone = comparison.head_about(store, invoice)  # a head that may be about it: that stops nothing
        return [finding._replace(level="warn") for finding in _of_one(store, invoice, alone)] if alone else []
    return [*_compared(store, bases, invoice, received), *_of_all(store, received, overlaps)]


def of_self_invoice(store: Store, id: int, theirs: SelfInvoice) -> list[Finding]:
    """What stands against approving a self-invoice: against the bases that it is about, or that it is about none. One
    that is about none and has been taken back, and its credit, are right together: nothing of it was ours."""
    numbers, overlaps = _standing(store, id), Overlaps(store)
    if not numbers and credited.is_settled(store, id):
        return _gaps(store, [theirs])
    if not numbers:
        command = f"ipsu invoice show {Wanted(theirs.number, theirs.agreement, theirs.date.year).words}"
        found = [warning("self-invoice.no-basis", "E12", command, self_invoice=theirs.number)._replace(level="stop")]
        found += (finding._replace(level="stop") for finding in one_of(store, id, theirs.number))
        return [*found, *_of_all(store, {id: theirs}, overlaps)]
    listed = [finding for number in numbers for finding in of_basis(store, invoices.head(store, number), overlaps)]
    return [finding for place, finding in enumerate(listed) if finding not in listed[:place]]


def _standing(store: Store, id: int) -> list[str]:
    """The bases that a self-invoice is about, but for those that were cancelled: others have come in their place."""
    numbers = pairs.all_of(store).get(id, [])
    return [number for number in numbers if invoices.head(store, number).status != "cancelled"]


def _of_one(store: Store, invoice: Invoice, theirs: SelfInvoice) -> list[Finding]:
    """One that is about the basis alone, with its VAT."""
    found = set_against(store, invoice, theirs)
    told = [*warnings_of(theirs), *(unbuilt_warning(unbuilt, theirs.number) for unbuilt in found.unbuilt)]
    if found.status == EQUAL:
        return told
    stops = found.status != NOT_COMPARED or found.difference_total_ore != Ore(0)
    return [
        *_told(
            invoice, theirs.number, found.status, found.rows, found.difference_hours, found.difference_net_ore, stops
        ),
        *told,
    ]


def _compared(store: Store, bases: list[int], invoice: Invoice, received: ById) -> list[Finding]:
    about = {(row.self_invoice_id, row.line_id) for basis in bases for row in answers.on_basis(store, basis)}
    lines = [line for paired, theirs in received.items() for line in theirs.lines if (paired, line.id) in about]
    standing = {paired: theirs for paired, theirs in received.items() if theirs.lines}
    if len(received) == 1:
        [theirs] = received.values()
        if len(lines) == len(theirs.lines):
            return _of_one(store, invoice, theirs)
    if len(standing) < len(received) and len(received) > 1:
        return _with_heads(store, bases, invoice, received.values(), lines)
    return _together(store, bases, invoice, standing.values(), lines) if lines else []


def _with_heads(
    store: Store, bases: list[int], invoice: Invoice, theirs: Collection[SelfInvoice], lines: list[SelfLine]
) -> list[Finding]:
    """Heads alone, with what else is about the bases, as one sum: nobody knows more of them."""
    billed = Ore.total([*(one.net_ore for one in theirs if not one.lines), *(line.net_ore for line in lines)])
    net = owed.apart(billed, owed.owed_of(store, bases), len(theirs))
    stops = bool(net)
    status = "differs" if stops else NOT_COMPARED
    return _told(invoice, ", ".join(one.number for one in theirs), status, [], None, net, stops)


def _together(
    store: Store, bases: list[int], invoice: Invoice, theirs: Iterable[SelfInvoice], lines: list[SelfLine]
) -> list[Finding]:
    """Several, and their credits, as one: what was credited bills no more."""
    ours = held_against(store, bases, lines)
    rows = [row for row in ours.rows if not row.is_taken_back]
    net = Ore.total(line.net_ore for line in lines) - ours.net_ore
    numbers = ", ".join(invoice.number for invoice in theirs)
    told = [unbuilt_warning(unbuilt, numbers) for unbuilt in ours.unbuilt]
    if all(row.status == EQUAL for row in rows) and not net:
        return told
    hours = [row.difference_hours for row in rows]
    together = None if None in hours else Hours.total(part for part in hours if part is not None)
    stops = bool(net) or any(row.status not in (EQUAL, NOT_COMPARED) for row in rows)
    status = "differs" if stops else NOT_COMPARED
    return [*_told(invoice, numbers, status, rows, together, net, stops), *told]


def _told(
    invoice: Invoice, numbers: str, status: str, rows: list[Compared], hours: Hours | None, net: Ore, stops: bool
) -> list[Finding]:
    command = f"ipsu invoice show {invoice.number}"
    if "," not in numbers:
        command = f"ipsu invoice reconcile {invoice.number} {Wanted(numbers).words}"
    figures = {"invoice": invoice.number, "self_invoice": numbers, "net": net, "apart": apart(hours, net)}
    whole = warning(f"reconcile.{status}", "E12", command, **figures)
    unequal = [row for row in rows if row.status != EQUAL]
    found = [whole, *(line_warning(row, numbers, command) for row in unequal[:MOST_LINES])]
    return [finding._replace(level="stop" if stops else "warn") for finding in found]


def _of_all(store: Store, received: ById, overlaps: Overlaps) -> list[Finding]:
    found = [finding for id, theirs in received.items() for finding in odd(store, id, theirs, overlaps)]
    return [*(finding._replace(level="stop") for finding in found), *_gaps(store, received.values())]


def _gaps(store: Store, received: Iterable[SelfInvoice]) -> list[Finding]:
    """The numbers that never came, in the series and the years of these."""
    found: list[Finding] = []
    years = {(theirs.agreement, theirs.date.year) for theirs in received}
    for agreement in sorted({agreement for agreement, _ in years}):
        lacking = gaps(self_invoices.numbers(store, agreement))
        found += [gap_warning(gap) for gap in lacking if (gap.agreement, gap.year) in years]
    return [finding._replace(level="stop") for finding in found]
