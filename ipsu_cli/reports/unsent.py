"""What the accountant has not been sent: vouchers of what is new, and of what has changed since it was sent."""

import datetime as dt

from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.voucher import Row, Voucher, difference, postings, rounded
from ipsu_cli.core.voucher_part import ISSUE
from ipsu_cli.office import Office
from ipsu_cli.reports.unsent_months import voucher_day
from ipsu_cli.reports.vouchers import Books
from ipsu_cli.store import Store, invoices, packages, self_billed, sent_vouchers
from ipsu_cli.store.sent_vouchers import Changed


class Unsent(NamedTuple):
    """A voucher of an invoice, and how the invoice stands. Without rows nothing is to be posted after all."""

    voucher: Voucher
    invoice: Invoice
    of: Changed


def of_month(store: Store, office: Office, month: Month) -> list[Unsent]:
    """The vouchers of the month's package, in the order of their days."""
    books, sent, theirs = Books(store, office), packages.months(store), self_billed.by_invoice(store)
    found = []
    for change in sent_vouchers.changed(store):
        day = voucher_day(change, theirs)
        if packages.first_unsent(Month.of(day), sent) == month:
            invoice = invoices.by_id(store, change.invoice_id)
            voucher = _voucher(books, invoice, change, max(day, month.first))
            found.append(Unsent(voucher, invoice, change))
    return sorted(found, key=lambda unsent: unsent.voucher.date)


def _voucher(books: Books, invoice: Invoice, change: Changed, day: dt.date) -> Voucher:
    number = invoice.number or ""
    first = sent_vouchers.first(books.store, change.invoice_id, change.part)
    if change.part == ISSUE and first is None:
        voucher = books.issue(invoice, number)._replace(date=day)
        return _with_original(books.store, voucher, invoice)
    sent = sent_vouchers.rows(books.store, change.invoice_id, change.part)
    now = postings(invoice) if change.part == ISSUE else rounded(_rounded(change, sent))
    left = difference(books.rows(invoice, number, now), sent)
    if first is None:
        return books.rounding(invoice, day, tuple(left))
    return books.correction(invoice, left, first, change.part, day)


def _rounded(change: Changed, sent: list[Row]) -> Ore:
    """What all payments of the invoice are rounded by: what was sent, and what is still to be posted."""
    return change.rounding_ore - Ore.total(row.posting.amount_ore for row in sent if row.posting.role == "rounding")


def _with_original(store: Store, voucher: Voucher, invoice: Invoice) -> Voucher:
    """A credit refers to the voucher of the invoice that it takes back, where that was sent."""
    original = invoices.id_of(store, invoice.refers_to) if invoice.refers_to else None
    first = sent_vouchers.first(store, original, ISSUE) if original else None
    return voucher._replace(corrects=first.month, corrects_on=first.on) if first else voucher
