"""A warning where an invoice, an answer or a payment is dated before what it rests on."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.self_invoice import SelfInvoice
from ipsu_cli.rules.order import ANSWER, DAY, INVOICE, PAYMENT, DayFacts
from ipsu_cli.store import Store, Writing, order
from ipsu_cli.validation import Finding, findings

NOTHING = order.RestsOn()


def of_built(store: Writing, made: Sequence[Invoice], today: dt.date) -> list[Finding]:
    """Of invoices that were made now: they follow the work, its entry, and the invoice before them."""
    if not made:
        return []
    resting = order.rests_on(store, [invoice.id for invoice in made], today)
    before = order.last_made(store, store.change())
    return [
        finding
        for invoice in made
        for found in (resting.get(invoice.id, NOTHING),)
        for finding in _of(INVOICE, invoice.number, today, found.worked, found.entered, before)
    ]


def of_credit(made: Invoice, original: Invoice, approved: dt.date | None) -> list[Finding]:
    """Of a credit: it follows the work that it takes back, and the approval of it."""
    worked = max((line.to_day for line in original.lines), default=None)
    return _of(INVOICE, made.number, made.date, worked, approved)


def of_answer(store: Store, invoice: Invoice, on: dt.date) -> list[Finding]:
    """Of an answer to a basis: it follows the work, its entry, and an investigation."""
    found = order.rests_on(store, [invoice.id], on).get(invoice.id, NOTHING)
    return _of(ANSWER, invoice.number, on, found.worked, found.entered, found.investigated)


def of_payments(store: Store, paid: Sequence[tuple[int, str | None, dt.date]]) -> list[Finding]:
    """Of payments, each the id and the number of its invoice and its day: they follow the work and its entry."""
    if not paid:
        return []
    resting = order.rests_on(store, dict.fromkeys(id for id, _, _ in paid), min(on for _, _, on in paid))
    return [
        finding
        for id, number, on in paid
        for found in (resting.get(id, NOTHING),)
        for finding in _of(PAYMENT, number, on, found.worked, found.entered)
    ]


def of_self_invoice(theirs: SelfInvoice, *, answered: dt.date | None = None) -> list[Finding]:
    """Of a self-invoice, or of the answer to it: the work begins on that day at the latest. The last day of a line is
    often that of the month, whatever was worked."""
    begun = max((line.from_day for line in theirs.lines if line.from_day), default=None)
    return _of(ANSWER if answered else INVOICE, theirs.number, answered or theirs.date, begun)


def _of(what: str, number: str | None, on: dt.date, worked: dt.date | None, *entered: dt.date | None) -> list[Finding]:
    last = max((day for day in entered if day), default=None)
    return findings(DAY, None, DayFacts(what, number, on, worked, last))
