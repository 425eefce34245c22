"""`ipsu invoice receive`: the agency's self-invoices, from its files or by hand; a file whole or not at all."""

import datetime as dt

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.effect import ADDED, KNOWN
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import CREDIT, Reference, SelfInvoice, StatedInvoice
from ipsu_cli.core.series import Gap, Numbered, Restart, gaps, restarts
from ipsu_cli.core.to_json import JsonObject
from ipsu_cli.flows import day_order
from ipsu_cli.flows.self_invoice_check import Resolver, Settled, refuse
from ipsu_cli.office import Office
from ipsu_cli.read.self_invoice import Incoming, read
from ipsu_cli.reports import billed_wrong
from ipsu_cli.reports.received import gap_warning, received_tables, restart_warning
from ipsu_cli.rules.receiving import RECEIVE
from ipsu_cli.store import Writing, answers, credited, originals, pairs, self_invoices, settlements, typed_credits
from ipsu_cli.store.overlaps import Overlaps
from ipsu_cli.store.self_invoices import KnownCase
from ipsu_cli.validation import Broken, Finding, check, warning

COMPLETED = "completed"


class Received(NamedTuple):
    """A self-invoice, what was done with it, and its id where something was."""

    invoice: SelfInvoice
    what: str
    id: int = 0

    def to_json(self) -> JsonObject:
        """The self-invoice, and what was done with it."""
        return {**self.invoice.to_json(), "outcome": self.what}


class Receipt(NamedTuple):
    """All that came in at once."""

    self_invoices: list[Received]

    def to_json(self) -> JsonObject:
        """A single one stands by itself, several in a list."""
        if len(self.self_invoices) == 1:
            return {"self_invoice": self.self_invoices[0]}
        return {"self_invoices": self.self_invoices}


def receive_files(office: Office, files: list[Incoming], agreement: str | None) -> Answer[Receipt]:
    """Take in what the files state, in the order of its days and times: a file may come twice, or too early."""

    def take_in(store: Writing) -> Answer[Receipt]:
        resolver = Resolver(store, office, agreement)
        read_in: list[tuple[StatedInvoice, Incoming | None]] = [
            (stated, file) for file in files for stated in resolver.stated(file, read(file))
        ]
        refuse(resolver.errors)
        read_in.sort(key=lambda pair: (pair[0].date, pair[0].time, pair[0].total_ore < Ore(0)))
        return _take_in(store, office, resolver, read_in)

    return office.change("invoice receive", take_in)


class TypedHead(NamedTuple):
    """The head of a self-invoice as it is typed; `refers` is the number that a credit refers to."""

    number: str
    agreement: str
    on: dt.date
    total: Ore
    type: str
    refers: str | None


def receive_head(office: Office, head: TypedHead) -> Answer[Receipt]:
    """Enter a self-invoice by hand: its head alone. The VAT is what the agreement's rate makes of the total."""

    def enter(store: Writing) -> Answer[Receipt]:
        total = -abs(head.total) if head.type == CREDIT else head.total
        refers = () if head.refers is None else (Reference(head.refers),)
        stated = StatedInvoice(head.number, head.on, head.type, refers, total)
        return _take_in(store, office, Resolver(store, office, head.agreement), [(stated, None)])

    return office.change("invoice receive", enter)


def _take_in(
    store: Writing, office: Office, resolver: Resolver, read_in: list[tuple[StatedInvoice, Incoming | None]]
) -> Answer[Receipt]:
    outcomes: list[Received] = []
    warnings: list[Finding] = [*resolver.warnings]
    broken: list[Finding] = []
    before = self_invoices.numbers(store)
    for stated, file in read_in:
        try:
            outcome, found = _one(store, office, resolver, stated, file)
        except Broken as problem:
            broken += problem.findings
            continue
        outcomes.append(outcome)
        warnings += found
    if broken:
        raise Broken(broken)
    over = {finding.figures["self_invoice"] for finding in warnings if finding.code == "self-invoice.over-credited"}
    overlaps = Overlaps(store)
    odd = [
        finding
        for outcome in outcomes
        for finding in _odd(store, outcome, overlaps)
        # the same, line by line, of what is over-credited as a whole
        if finding.code != "self-invoice.credited-too-much" or outcome.invoice.number not in over
    ]
    warnings += [finding for place, finding in enumerate(odd) if finding not in odd[:place]]
    outcomes = [
        outcome._replace(invoice=self_invoices.by_id(store, outcome.id)) if outcome.id else outcome
        for outcome in outcomes
    ]
    warnings += _series(before, self_invoices.numbers(store))
    return _answer(outcomes, warnings)


def _one(
    store: Writing, office: Office, resolver: Resolver, stated: StatedInvoice, file: Incoming | None
) -> tuple[Received, list[Finding]]:
    """One self-invoice: known, added, or given the lines that its head was entered without."""
    settled = resolver.settle(stated)
    invoice, agreement = settled.invoice, settled.agreement
    there = self_invoices.find(store, agreement.ref, invoice.date.year, invoice.number)
    completes = there is not None and _completes(store, invoice, *there)
    if there and not completes and says_no_more(invoice, there[1]):
        return Received(there[1], KNOWN), []
    twin = () if there is None or completes else differing(invoice, there[1])
    warnings = check(RECEIVE, None, resolver.facts(settled, office.today, twin))
    file_id = self_invoices.keep_file(store, file.content, file.kind) if file and file.content else None
    if completes and there:
        id = there[0]
        if there[1].lines:
            typed_credits.forget(store, id)
        self_invoices.complete(store, id, invoice, resolver.cases, file_id)
    else:
        id = self_invoices.add(store, invoice, agreement.id, resolver.cases, file_id)
        originals.refer(store, id, settled.known_originals)
        warnings += _lines_of_head(store, id, settled, resolver.cases)
    taken = credited.set_against(store, id)
    pairs.keep(store, [id])
    if completes:
        answers.of_head_to_lines(store, id)
    settlements.settle(store, id, taken, office.today, office.who)
    return Received(self_invoices.by_id(store, id), COMPLETED if completes else ADDED, id), warnings


def _completes(store: Writing, invoice: SelfInvoice, id: int, there: SelfInvoice) -> bool:
    """Are these the lines of one that was typed as a head alone?"""
    return bool(invoice.lines) and self_invoices.is_typed(store, id) and _same_head(invoice, there)


def _lines_of_head(store: Writing, id: int, settled: Settled, cases: dict[str, KnownCase]) -> list[Finding]:
    """Give a credit that was typed as a head alone the lines that its total says; a warning where it says none."""
    credit = settled.invoice
    if credit.lines or not credit.credits or not typed_credits.is_about_lines(store, id):
        return []
    lines = typed_credits.lines(store, id, credit, settled.agreement.vat)
    self_invoices.add_lines(store, id, lines, cases)
    if lines:
        return []
    figures = {"self_invoice": credit.number, "refers_to": credit.refers_to}
    return [warning("self-invoice.credit-of-what", "E14", "ipsu invoice receive FILE", **figures)]


def _odd(store: Writing, received: Received, overlaps: Overlaps) -> list[Finding]:
    """What is odd in one that came in, once all have: its credit may have come with it."""
    if received.what == KNOWN:
        return []
    id, invoice = received.id, self_invoices.by_id(store, received.id)
    billed = [*billed_wrong.odd(store, id, invoice, overlaps), *billed_wrong.never_billed(store, id)]
    early = day_order.of_self_invoice(invoice)
    one_of = billed_wrong.one_of(store, id, invoice.number)
    return [*billed, *one_of, *_uncredited(invoice, settlements.unsettled(store, id)), *early]


def _uncredited(invoice: SelfInvoice, unsettled: list[settlements.Unsettled]) -> list[Finding]:
    """A replacement of what was rejected, while the credit of that has not come."""
    if not unsettled:
        return []
    figures = {"numbers": list(dict.fromkeys(line.number for line in unsettled)), "self_invoice": invoice.number}
    cases = list(dict.fromkeys(line.case for line in unsettled))
    return [warning("self-invoice.no-credit", "E14", "ipsu invoice list --received", cases=cases, **figures)]


# What stands in a head, and the column that it is shown in.
HEAD = {"date": "date", "type": "kind", "refers_to": "refers_to", "total_ore": "total"}


def _same_head(invoice: SelfInvoice, there: SelfInvoice) -> bool:
    return all(getattr(invoice, name) == getattr(there, name) for name in HEAD)


def says_no_more(invoice: SelfInvoice, there: SelfInvoice) -> bool:
    """Is all of the invoice there already? A head alone says nothing of lines, and its VAT is calculated."""
    if not invoice.lines:
        return _same_head(invoice, there)
    return not differing(invoice, there)


def differing(invoice: SelfInvoice, there: SelfInvoice) -> tuple[str, ...]:
    """What is not alike in two self-invoices of one number; the order of the lines says nothing."""
    shown = {**HEAD, "net_ore": "net"}
    found = [column for name, column in shown.items() if getattr(invoice, name) != getattr(there, name)]
    if sorted(invoice.lines, key=repr) != sorted((line.stated for line in there.lines), key=repr):
        found.append("lines")
    return tuple(found)


def _series(before: list[Numbered], after: list[Numbered]) -> list[Finding]:
    """The gaps and restarts that were not there before."""
    old_gaps: set[Gap] = set(gaps(before))
    old_restarts: set[Restart] = set(restarts(before))
    found = [gap_warning(gap) for gap in gaps(after) if gap not in old_gaps]
    return found + [restart_warning(restart) for restart in restarts(after) if restart not in old_restarts]


def _answer(outcomes: list[Received], warnings: list[Finding]) -> Answer[Receipt]:
    lines = [
        Text(
            f"message.received-{outcome.what}",
            {
                "number": outcome.invoice.number,
                "agreement": outcome.invoice.agreement,
                "day": outcome.invoice.date,
                "total": outcome.invoice.total_ore,
            },
        )
        for outcome in outcomes
    ]
    tables = received_tables(outcomes[0].invoice) if len(outcomes) == 1 and outcomes[0].invoice.lines else []
    return Answer(Receipt(outcomes), lines, tables, warnings)
