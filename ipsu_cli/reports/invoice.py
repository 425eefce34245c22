"""`ipsu invoice list` and `invoice show`."""

from collections.abc import Callable, Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.listing import Listing
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.payment import Payment
from ipsu_cli.core.records import mapped
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject
from ipsu_cli.office import Office
from ipsu_cli.store import Store, answers, invoices
from ipsu_cli.store.answers import Rejection
from ipsu_cli.store.invoice_list import invoices_listed, unanswered_after

INVOICES = (
    Column("invoice"), Column("kind", "code"), Column("agreement"), Column("month", "month"),
    Column("date", "day"), Column("status", "code"), Column("days", "count"),
    Column("net", "money"), Column("vat", "money"), Column("total", "money"), Column("open", "money"),
    Column("payable_from", "day"),
)  # fmt: skip

LINES = (
    Column("case"), Column("service", "code"), Column("from", "day"), Column("to", "day"),
    Column("quantity", "hours"), Column("unit", "code"), Column("unit_price", "money"), Column("net", "money"),
    Column("status", "code"), Column("refers_to"),
)  # fmt: skip

PAYMENTS = (
    Column("payment"), Column("date", "day"), Column("amount", "money"), Column("rounding", "money"),
    Column("source", "code"), Column("file"), Column("who"),
)  # fmt: skip


REJECTIONS = (
    Column("case"), Column("rejected", "day"), Column("who"), Column("why", "code"), Column("reason"),
    Column("closed", "day"), Column("outcome", "code"), Column("self_invoice"), Column("awaits", "code"),
    Column("settled_by"),
)  # fmt: skip


class Invoices(NamedTuple):
    """The invoices asked for."""

    invoices: Sequence[Invoice]


class InvoiceShown(NamedTuple):
    """An invoice, and what of it was rejected."""

    invoice: Invoice
    rejections: list[Rejection]

    def to_json(self) -> JsonObject:
        """The rejections stand with the invoice."""
        return {"invoice": {**self.invoice.to_json(), "rejections": self.rejections}}


def invoice_list(office: Office, month: Month | None, fail_after: int | None, listing: Listing) -> Answer[Invoices]:
    """The invoices by number; `fail_after` demands an answer within so many days.

    Sums stay as issued, on cancelled invoices too: only what is open can be added up.
    """
    with office.reading() as store:
        part = invoices_listed(store, month, office.today, listing, with_lines=office.json)
        late = fail_after is not None and unanswered_after(store, month, office.today, fail_after)
    rows = mapped(lambda invoice: _row(invoice, office), part.records)
    tables = [Table("invoices", INVOICES, rows, totals=("open",))] if part.records else []
    return Answer(Invoices(part.records), part.lines(listing), tables, exit=6 if late else 0)


def _row(invoice: Invoice, office: Office) -> tuple[Any, ...]:
    waiting = (office.today - invoice.date).days if invoice.status in ("created", "rejected") else None
    return (
        invoice.number, invoice.kind, invoice.agreement, invoice.month, invoice.date, invoice.status, waiting,
        invoice.net_ore, invoice.vat_ore, invoice.total_ore, invoice.open_ore, invoice.payable_from,
    )  # fmt: skip


def payment_row(payment: Payment) -> tuple[Any, ...]:
    """A payment as a list shows it, without its invoice."""
    return (
        payment.id, payment.on, payment.amount_ore, payment.rounding_ore, payment.source, payment.file,
        payment.who,
    )  # fmt: skip


def invoice_show(
    office: Office, number: str, gather: Callable[[Store, Invoice], Callable[[], None]] | None = None
) -> Answer[InvoiceShown]:
    """One invoice with its lines. `gather` gives what writes it to a file once the register is closed: nobody waits for
    that."""
    with office.reading() as store:
        answer = shown(store, office, number)
        write = gather(store, answer.payload.invoice) if gather else None
    if write:
        write()
    return answer


def shown(store: Store, office: Office, number: str) -> Answer[InvoiceShown]:
    """One invoice with its lines, and who has approved it."""
    found = invoices.get(store, number)
    rows: list[tuple[Any, ...]] = [
        (e.case, e.service, e.from_day, e.to_day, e.quantity, e.unit, e.unit_price_ore, e.net_ore, e.status,
         e.refers_to) for e in found.lines
    ]  # fmt: skip
    tables = [
        Table("invoice", INVOICES, [_row(found, office)], figures={"invoice": number}),
        Table("lines", LINES, rows, totals=("net",)),
    ]
    if found.payments:
        tables.append(Table("payments", PAYMENTS, [payment_row(payment) for payment in found.payments]))
    rejected = answers.rejections(store, found.id)
    if rejected:
        tables.append(Table("rejections", REJECTIONS, [tuple(rejection) for rejection in rejected]))
    approved = found.approved
    lines = [Text("message.approved-by", {"day": approved.on, "who": approved.by})] if approved else []
    return Answer(InvoiceShown(found, rejected), lines, tables)
