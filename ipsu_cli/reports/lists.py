"""The plain lists: agreements, prices, settings, documents, deliveries and invoices."""

from collections.abc import Callable
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.shapes import agreement_shape, delivery_shape, invoice_shape, price_shape
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.case import deliveries_table, documents_of, documents_table
from ipsu_cli.store import Store, agreements, cases, deliveries, invoices

AGREEMENTS = (
    Column("agreement"), Column("service", "code"), Column("area"), Column("from", "day"), Column("to", "day"),
    Column("vat", "hours"), Column("payout", "code"), Column("sites"),
)  # fmt: skip
PRICES = (
    Column("agreement"), Column("service", "code"), Column("unit", "code"), Column("level"),
    Column("from", "day"), Column("amount", "money"),
)  # fmt: skip
SETTINGS = (Column("name"), Column("value"))
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


def agreement_list(office: Office) -> Answer:
    """Every agreement."""
    with office.reading() as store:
        found = agreements.all_of(store)
    rows: list[tuple[Any, ...]] = [
        (a.ref, a.service, a.area, a.from_day, a.to_day, agreement_shape(a)["vat"], a.payout, ", ".join(a.sites))
        for a in found
    ]
    shapes = [agreement_shape(each) for each in found]
    return Answer({"agreements": shapes}, tables=[Table("agreements", AGREEMENTS, rows)])


def price_list(office: Office) -> Answer:
    """Every price."""
    with office.reading() as store:
        found = agreements.prices(store)
    rows: list[tuple[Any, ...]] = [
        (p.agreement, p.service, p.unit, p.level, p.from_day, Ore(p.amount_ore)) for p in found
    ]
    shapes = [price_shape(each) for each in found]
    return Answer({"prices": shapes}, tables=[Table("prices", PRICES, rows)])


def setting_list(office: Office) -> Answer:
    """Every setting, with what it is now."""
    with office.reading():
        found = sorted(office.settings.items())
    shapes = [{"name": name, "value": value} for name, value in found]
    rows: list[tuple[Any, ...]] = list(found)
    return Answer({"settings": shapes}, tables=[Table("settings", SETTINGS, rows)])


def document_list(office: Office, ref: str) -> Answer:
    """The documents of a case, those that are missing too."""
    with office.reading() as store:
        shapes = documents_of(store, cases.get(store, ref), office)
    return Answer({"documents": shapes}, tables=[documents_table(shapes)])


def delivery_list(office: Office, ref: str | None) -> Answer:
    """The deliveries of a case, or all."""
    with office.reading() as store:
        case = cases.get(store, ref) if ref else None
        found = deliveries.listed(store, case.id if case else None)
    shapes = [delivery_shape(each) for each in found]
    lines = [Text("said.count", {"count": len(shapes)})]
    return Answer({"deliveries": shapes}, lines, [deliveries_table(shapes)] if shapes else [])


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
    return Answer(data, [Text("said.count", {"count": len(found)})], [table] if rows else [], exit=6 if late else 0)


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
            answer.lines = [Text("said.approved-by", {"day": approved["on"], "who": approved["by"]})]
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
