"""Why an entry of a bank's file is not entered, and what to type if it should be."""

import datetime as dt
from collections.abc import Collection, Mapping

from ipsu_cli.core.answer import Text
from ipsu_cli.core.bank import Entry, Unread
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.payment import Payment
from ipsu_cli.flows.bank_ledger import Standing, fits_to_the_ore
from ipsu_cli.flows.bank_names import PAYABLE
from ipsu_cli.flows.invoice import known_figures

KNOWN, CHARGE, TEST_FILE, RETURNED = "bank.known-by-amount", "bank.charge", "bank.test-file", "bank.returned"
CURRENCY = "SEK"


class Misfit(NamedTuple):
    """Why an entry is on no invoice, which it may be about, and what to type if it should be on one. `text` is the
    name of the sentence where it is not the code's own."""

    code: str
    figures: Mapping[str, object]
    command: str | None = None
    invoice: str | None = None
    text: str | None = None


class Told(NamedTuple):
    """An entry that was not entered, and why."""

    entry: Entry | Unread
    why: Misfit


def unusable(entry: Entry, named: Standing | None, today: dt.date) -> Misfit | None:
    """Why an entry is never entered, whatever it names; `named` is the one invoice that it does."""
    number = named.number if named else None
    if entry.oddity == TEST_FILE:
        return Misfit(entry.oddity, {})
    if entry.amount_ore < Ore(0) and named and entry.oddity != CHARGE:
        return returned(named, entry)
    if entry.oddity:
        return Misfit(entry.oddity, {}, invoice=number)
    if entry.amount_ore < Ore(0):
        return Misfit("bank.debit", {})
    if entry.currency != CURRENCY:
        command = _in_kronor(named.invoice, entry) if named else None
        return Misfit("bank.currency", {"currency": entry.currency}, command, number)
    if not entry.booked:
        return Misfit("bank.not-booked", {}, invoice=number)
    if entry.on > today:
        return Misfit("bank.future", {"today": today}, invoice=number)
    return None


def _in_kronor(invoice: Invoice, entry: Entry) -> str:
    """What enters another currency, once somebody knows what it makes in kronor."""
    if invoice.status not in PAYABLE:
        return f"ipsu invoice show {invoice.number}"
    return f"ipsu invoice paid {invoice.number} --on {max(entry.on, invoice.date)} --amount SEK"


def returned(standing: Standing, entry: Entry) -> Misfit:
    """Money that went out and names an invoice: a payment that was returned, which may have come in with the same
    statement, or a credit that was paid back."""
    number = standing.number
    if standing.invoice.open_ore < Ore(0):
        return Misfit(RETURNED, {"invoice": number}, entered_by_hand(number, entry), number)
    came = [*standing.kept.all(), *(kept.payment for kept in standing.new)]
    paid = [payment for payment in came if payment.amount_ore == -entry.amount_ore]
    command = f"ipsu invoice unpaid {number} {paid[-1].id} --reason TEXT" if paid else f"ipsu invoice show {number}"
    return Misfit(RETURNED, {"invoice": number}, command, number)


def known_by_amount(invoice: Invoice, payment: Payment, entry: Entry) -> Misfit:
    """The same amount came that day already. The command is for whoever knows that it is another payment."""
    number = invoice.number or ""
    may_be = invoice.status in PAYABLE and fits_to_the_ore(invoice.open_ore, entry.amount_ore)
    command = entered_by_hand(number, entry) if may_be else f"ipsu invoice show {number}"
    return Misfit(KNOWN, known_figures(invoice, payment), command, number)


def pays(invoice: Invoice, entry: Entry) -> Misfit | None:
    """Why an entry does not pay the invoice that it names."""
    number = invoice.number
    show = f"ipsu invoice show {number}"
    if invoice.status not in PAYABLE:
        return Misfit("bank.status", {"invoice": number, "status": Text(f"code.{invoice.status}")}, show, number)
    if not fits_to_the_ore(invoice.open_ore, entry.amount_ore):
        return Misfit("bank.over-open", {"invoice": number, "open": invoice.open_ore}, show, number)
    if entry.on < invoice.date:
        by_hand = entered_by_hand(number or "", entry._replace(on=invoice.date))
        return Misfit("bank.before-invoice", {"invoice": number, "day": invoice.date}, by_hand, number)
    return None


def several(named: Collection[Invoice], entry: Entry) -> Misfit:
    """One that names more than one invoice. What is open on the first that still is may be a part of it."""
    numbers = [invoice.number for invoice in named]
    waiting = (invoice for invoice in named if invoice.status in PAYABLE and invoice.open_ore > Ore(0))
    first = next(waiting, None)
    if first is None:
        return Misfit("bank.several", {"invoices": numbers}, f"ipsu invoice show {numbers[0]}")
    command = f"ipsu invoice paid {first.number} --on {max(entry.on, first.date)}"
    command += f" --amount {entry.amount_ore.fixed()}" if first.open_ore > entry.amount_ore else ""
    return Misfit("bank.several", {"invoices": numbers}, command)


def entered_by_hand(number: str, entry: Entry) -> str:
    """What enters it by hand."""
    return f"ipsu invoice paid {number} --on {entry.on} --amount {abs(entry.amount_ore).fixed()}"
