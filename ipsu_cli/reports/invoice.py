"""`ipsu invoice list` and `invoice show`."""

from collections.abc import Callable
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.json_records import invoice_shape
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import Store, invoices

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


def invoice_list(office: Office, month: Month | None, fail_after: int | None) -> Answer:
    """The invoices by number; `fail_after` demands an answer within so many days.

    Sums stay as issued, on cancelled invoices too: only what is open can be added up.
    """
    with office.reading() as store:
        found = invoices.listed(store, month, with_lines=office.json)
    rows: list[tuple[Any, ...]] = [_row(each, office) for each in found]
    late = fail_after is not None and any(
        each.status in ("created", "rejected") and (office.today - each.date).days > fail_after for each in found
    )
    table = Table("invoices", INVOICES, rows, totals=("open",))
    data = {"invoices": [invoice_shape(each) for each in found]}
    return Answer(data, [Text("message.count", {"count": len(found)})], [table] if rows else [], exit=6 if late else 0)


def _row(invoice: Invoice, office: Office) -> tuple[Any, ...]:
    waiting = (office.today - invoice.date).days if invoice.status in ("created", "rejected") else None
    return (
        invoice.number, invoice.kind, invoice.agreement, invoice.month, invoice.date, invoice.status, waiting,
        invoice.net_ore, invoice.vat_ore, invoice.total_ore, invoice.open_ore, invoice.payable_from,
    )  # fmt: skip


def invoice_show(office: Office, number: str, finish: Callable[[Store, Answer], None] | None = None) -> Answer:
    """One invoice with its lines; `finish` makes a workbook of it."""
    with office.reading() as store:
        answer = _invoice(store, office, number)
        approved = answer.data["invoice"]["approved"]
        if finish:
            finish(store, answer)
        elif approved:
            answer.lines = [Text("message.approved-by", {"day": approved["on"], "who": approved["by"]})]
    return answer


def _invoice(store: Store, office: Office, number: str) -> Answer:
    found = invoices.get(store, number)
    rows: list[tuple[Any, ...]] = [
        (e.case, e.service, e.from_day, e.to_day, e.quantity, e.unit, e.unit_price_ore, e.net_ore, e.status,
         e.refers_to) for e in found.lines
    ]  # fmt: skip
    tables = [
        Table("invoice", INVOICES, [_row(found, office)], figures={"invoice": number}),
        Table("lines", LINES, rows, totals=("net",)),
    ]
    approval = invoices.approval(store, number)
    approved = approval and {"on": approval[0], "by": approval[1]}
    shape = {**invoice_shape(found), "approved": approved}
    return Answer({"invoice": shape}, tables=tables, invoices=(found,))
