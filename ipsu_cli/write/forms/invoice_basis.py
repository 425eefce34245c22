"""The accountant's workbook: a month's invoices, their lines, what is held, and how to post it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.identity import shown_orgnr
from ipsu_cli.core.invoice import Invoice, Line
from ipsu_cli.core.money import Ore
from ipsu_cli.core.voucher import Voucher
from ipsu_cli.locale import known, say
from ipsu_cli.write.sheet import Head, Worksheet
from ipsu_cli.write.sie import account_label
from ipsu_cli.write.xlsx import write_book

SUMMARY = {
    "invoice": "code",
    "kind": "text",
    "agreement": "code",
    "area": "text",
    "purchaser": "text",
    "status": "text",
    "date": "day",
    "due": "day",
    "self-invoice": "code",
    "net": "money",
    "rate": "rate",
    "vat": "money",
    "total": "money",
    "paid": "money",
    "open": "money",
    "payable-from": "day",
}
EXEMPT = {"exempt": "text"}
LINES = {
    "invoice": "code",
    "case": "code",
    "service": "text",
    "from": "day",
    "to": "day",
    "quantity": "hours",
    "unit": "text",
    "unit-price": "money",
    "net": "money",
    "status": "text",
    "stands": "money",
    "means": "text",
    "refers-to": "code",
}
# A line that counts for nothing: its deliveries are free again.
LEFT = ("corrected", "cancelled")
HELD = {
    "case": "code",
    "reason": "text",
    "code": "code",
    "quantity": "hours",
    "unit": "text",
    "net": "money",
    "command": "text",
}
POSTINGS = {
    "account": "code",
    "account-label": "text",
    "invoice": "code",
    "area": "text",
    "agreement": "code",
    "service": "text",
    "rate": "rate",
    "debit": "money",
    "credit": "money",
}


def write_invoice_basis(path: Path, basis: InvoiceBasis, force: bool) -> None:
    """Four sheets, in the office's language. A cancelled invoice keeps its row and counts for nothing."""
    sheets = [make(basis) for make in (_summary, _lines, _held, _postings)]
    write_book(path, sheets, basis.lang, force=force, today=basis.made_on)


def _summary(basis: InvoiceBasis) -> Worksheet:
    above = {
        "office": basis.office_name,
        "orgnr": shown_orgnr(basis.orgnr),
        "month": basis.month,
        "made-on": basis.made_on,
    }
    exempt = any(invoice.vat_exempt_reason for invoice in basis.invoices)
    return _sheet(
        basis,
        "summary",
        SUMMARY | EXEMPT if exempt else SUMMARY,
        [_summary_row(basis, number, invoice) for number, invoice in _numbered(basis)],
        ("net", "vat", "total", "paid", "open"),
        above=tuple((say(f"sheet.{name}", basis.lang), value) for name, value in above.items()),
    )


def _summary_row(basis: InvoiceBasis, number: str, invoice: Invoice) -> dict[str, Any]:
    counts = invoice.status != "cancelled"
    theirs = basis.theirs.get(invoice.number or "")
    date = theirs.date if theirs else invoice.date
    return {
        "invoice": number,
        "kind": _label(basis, "kind", invoice.kind),
        "agreement": invoice.agreement,
        "area": invoice.area,
        "purchaser": invoice.purchaser,
        "status": _label(basis, "status", invoice.status),
        "date": date,
        "due": date + dt.timedelta(days=basis.days) if counts else None,
        "self-invoice": theirs and theirs.number,
        "net": invoice.net_ore if counts else None,
        "rate": invoice.vat,
        "vat": invoice.vat_ore if counts else None,
        "total": invoice.total_ore if counts else None,
        "paid": invoice.paid_ore if counts else None,
        "open": invoice.open_ore if counts else None,
        "payable-from": invoice.payable_from,
        "exempt": invoice.vat_exempt_reason,
    }


def _lines(basis: InvoiceBasis) -> Worksheet:
    rows = [_line_row(basis, number, invoice, line) for number, invoice in _numbered(basis) for line in invoice.lines]
    return _sheet(basis, "lines", LINES, rows, ("net", "stands"))


def _line_row(basis: InvoiceBasis, number: str, invoice: Invoice, line: Line) -> dict[str, Any]:
    """A line as it was issued, and what stands of it: on a cancelled invoice, nothing."""
    cancelled = invoice.status == "cancelled"
    status = "cancelled" if cancelled else line.status
    meaning = f"sheet.line.{status}"
    return {
        "invoice": number,
        "case": line.case,
        "service": _label(basis, "service", line.service),
        "from": line.from_day,
        "to": line.to_day,
        "quantity": line.quantity,
        "unit": _label(basis, "unit", line.unit),
        "unit-price": line.unit_price_ore,
        "net": None if cancelled else line.net_ore,
        "status": _label(basis, "status", status),
        "stands": None if status in LEFT else line.net_ore,
        "means": say(meaning, basis.lang) if known(meaning, basis.lang) else None,
        "refers-to": line.refers_to or invoice.refers_to,
    }


def _held(basis: InvoiceBasis) -> Worksheet:
    rows = [
        {
            "case": held.case,
            "reason": message,
            "code": held.code,
            "quantity": held.quantity,
            "unit": _label(basis, "unit", held.unit),
            "net": held.net_ore,
            "command": held.command,
        }
        for held, message in basis.held
    ]
    return _sheet(basis, "held", HELD, rows, ("net",))


def _postings(basis: InvoiceBasis) -> Worksheet:
    rows = [row for voucher in basis.vouchers for row in _voucher(basis, voucher)]
    debit, credit = list(POSTINGS).index("debit"), list(POSTINGS).index("credit")
    return _sheet(
        basis,
        "postings",
        POSTINGS,
        rows,
        ("debit", "credit"),
        balance=(debit, credit),
        balance_label=say("sheet.check", basis.lang),
    )


def _voucher(basis: InvoiceBasis, voucher: Voucher) -> Iterator[dict[str, Any]]:
    """What the purchaser owes against the sales of each service and the VAT; of a credit, the other way."""
    for row in voucher.rows:
        amount = row.posting.amount_ore
        yield {
            "account": row.account,
            "account-label": account_label(row.posting, basis.lang),
            "invoice": voucher.invoice,
            "area": voucher.area,
            "agreement": voucher.agreement,
            "service": row.posting.service and _label(basis, "service", row.posting.service),
            "rate": row.posting.rate,
            "debit": amount if amount > Ore(0) else None,
            "credit": -amount if amount < Ore(0) else None,
        }


def _numbered(basis: InvoiceBasis) -> Iterator[tuple[str, Invoice]]:
    """Each invoice with its number; in a dry run there is none yet, but the sheets must fit together."""
    for n, invoice in enumerate(basis.invoices, 1):
        yield invoice.number or say("sheet.draft", basis.lang, n=n), invoice


def _label(basis: InvoiceBasis, group: str, code: str) -> str:
    name = f"sheet.{group}.{code}"
    return say(name, basis.lang) if known(name, basis.lang) else code


def _sheet(
    basis: InvoiceBasis,
    name: str,
    columns: dict[str, str],
    rows: list[dict[str, Any]],
    sums: tuple[str, ...],
    **rest: Any,
) -> Worksheet:
    title = say(f"sheet.{name}", basis.lang)
    heads = tuple(Head(say(f"sheet.head.{column}", basis.lang), kind) for column, kind in columns.items())
    places = tuple(n for n, column in enumerate(columns) if column in sums)
    grid = [tuple(row[column] for column in columns) for row in rows]
    header = " · ".join(part for part in (title, basis.office_name, basis.month) if part)
    return Worksheet(title, heads, grid, places, title=header, **rest)
