"""The workbook of a comparison, to be sent to the agency: what differs, then every line. No names stand in it."""

import datetime as dt
from pathlib import Path
from typing import Any

from ipsu_cli.core.comparison import EQUAL, Compared, Reconciliation
from ipsu_cli.locale import code_word, say
from ipsu_cli.write.sheet import Head, Worksheet
from ipsu_cli.write.xlsx import write_book

COLUMNS = {
    "case": "text",
    "place": "text",
    "compared": "text",
    "differs": "text",
    "ours-hours": "hours",
    "theirs-hours": "hours",
    "difference-hours": "hours",
    "ours-price": "money",
    "theirs-price": "money",
    "ours-net": "money",
    "theirs-net": "money",
    "difference-net": "money",
}
SUMS = ("ours-hours", "theirs-hours", "difference-hours", "ours-net", "theirs-net", "difference-net")


def write_reconciliation(path: Path, found: Reconciliation, lang: str, today: dt.date, *, force: bool) -> None:
    """In the office's language. `today` is the day that it says it was made."""
    unequal = [row for row in found.rows if row.status != EQUAL]
    pages = [("differences", unequal)] if unequal else []
    pages.append(("compared-lines", found.rows))
    above = tuple((say(f"sheet.{name}", lang), value) for name, value in _above(found, lang, today).items())
    sheets = [_sheet(name, rows, above if not n else (), lang, found) for n, (name, rows) in enumerate(pages)]
    write_book(path, sheets, lang, force=force, today=today)


def _above(found: Reconciliation, lang: str, today: dt.date) -> dict[str, Any]:
    theirs = found.self_invoice
    return {
        "office": found.office_name,
        "orgnr": found.orgnr,
        "made-on": today,
        "head.agreement": theirs.agreement,
        "self-invoice": theirs.number,
        "self-invoice-date": theirs.date,
        "own-basis": found.invoice.number,
        "head.compared": code_word(found.status, lang),
        "head.difference-hours": found.difference_hours,
        "head.difference-net": found.difference_net_ore,
        "difference-total": found.difference_total_ore,
    }


def _sheet(name: str, rows: list[Compared], above: tuple[Any, ...], lang: str, found: Reconciliation) -> Worksheet:
    title = say(f"sheet.{name}", lang)
    heads = tuple(Head(say(f"sheet.head.{column}", lang), kind) for column, kind in COLUMNS.items())
    places = tuple(n for n, column in enumerate(COLUMNS) if column in SUMS)
    grid = [_row(row, lang) for row in rows]
    header = " · ".join((title, found.office_name, f"{found.self_invoice.number} / {found.invoice.number}"))
    return Worksheet(title, heads, grid, places, above=above, title=header)


def _row(row: Compared, lang: str) -> tuple[Any, ...]:
    ours, theirs = row.ours, row.theirs
    return (
        row.case,
        row.week or row.month,
        code_word(row.status, lang),
        ", ".join(say(f"column.{name}", lang) for name in row.differs) or None,
        ours and ours.hours,
        theirs and theirs.hours,
        row.difference_hours,
        ours and ours.unit_price_ore,
        theirs and theirs.unit_price_ore,
        ours and ours.net_ore,
        theirs and theirs.net_ore,
        row.difference_net_ore,
    )
