"""`ipsu invoice list --received`: the agency's self-invoices, and what is missing in their series."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.received_shapes import gap_shape, self_invoice_shape
from ipsu_cli.core.self_invoice import SelfInvoice
from ipsu_cli.core.series import Gap, Restart, gaps, restarts
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import self_invoices
from ipsu_cli.validation import Finding, warning

RECEIVED = (
    Column("number"), Column("date", "day"), Column("kind", "code"), Column("agreement"), Column("refers_to"),
    Column("net", "money"), Column("vat", "money"), Column("total", "money"),
)  # fmt: skip
LINES = (
    Column("case"), Column("from", "day"), Column("to", "day"), Column("hours", "hours"),
    Column("unit_price", "money"), Column("net", "money"),
)  # fmt: skip


def received_list(office: Office) -> Answer:
    """Every self-invoice by its day, and what its series lacks."""
    with office.reading() as store:
        found = self_invoices.listed(store, with_lines=office.json)
        numbers = self_invoices.numbers(store)
    missing = gaps(numbers)
    warnings = [*map(gap_warning, missing), *map(restart_warning, restarts(numbers))]
    data = {"self_invoices": [*map(self_invoice_shape, found)], "gaps": [*map(gap_shape, missing)]}
    tables = [Table("received", RECEIVED, [*map(_row, found)])] if found else []
    return Answer(data, [Text("said.count", {"count": len(found)})], tables, warnings)


def received_tables(invoice: SelfInvoice) -> list[Table]:
    """One self-invoice with its lines."""
    rows: list[tuple[Any, ...]] = [tuple(each) for each in invoice.lines]
    head = Table("received", RECEIVED, [_row(invoice)])
    return [head, Table("received-lines", LINES, rows, totals=("hours", "net"))] if rows else [head]


def _row(each: SelfInvoice) -> tuple[Any, ...]:
    return (each.number, each.date, f"self-{each.type}", each.agreement, each.refers_to, each.net_ore, each.vat_ore,
            each.total_ore)  # fmt: skip


def gap_warning(gap: Gap) -> Finding:
    """A gap, said."""
    figures = {"agreement": gap.agreement, "year": gap.year, "after": gap.after, "before": gap.before}
    command = "ipsu invoice list --received"
    missing = list(gap.missing)
    return warning("self-invoice.gap", "E13", command, count=gap.lacking, missing=missing, **figures)


def restart_warning(restart: Restart) -> Finding:
    """A restart, said."""
    figures = {"number": restart.number, "day": restart.date, "before": restart.before}
    command = "ipsu invoice list --received"
    return warning("self-invoice.restart", "E13", command, agreement=restart.agreement, year=restart.year, **figures)
