"""Self-invoices in a sheet, .csv or .xlsx: one row a line, the head repeated on each row of its number."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from ipsu_cli.core.dates import read_day
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadFile, Problem, Unreadable
from ipsu_cli.core.self_invoice import CREDIT, INVOICE, Reference, StatedInvoice, StatedLine
from ipsu_cli.core.text import read_number, read_ref
from ipsu_cli.read.file_rows import Fault, FileRow, FileRows, Form
from ipsu_cli.read.stated import NO_HOURS, StatedFile, StatedHours, stated_hours

COLUMNS = {
    "number": "nummer",
    "date": "datum",
    "type": "typ",
    "refers_to": "avser",
    "case": "ärende",
    "from": "från",
    "to": "till",
    "hours": "timmar",
    "unit_price": "à-pris",
    "net": "netto",
    "vat": "moms",
    "total": "totalt",
}
ALSO = {"fakturanummer": "number", "fakturadatum": "date", "avser faktura": "refers_to", "pris": "unit_price",
        "summa": "total"}  # fmt: skip
HEADINGS = ALSO | {swedish: column for column, swedish in COLUMNS.items()} | {column: column for column in COLUMNS}
REQUIRED = ("number", "date", "case", "net", "total")
FORM = Form(HEADINGS, REQUIRED)
HEAD = ("number", "date", "type", "refers_to", "vat", "total")
N = TypeVar("N", bound=Hundredths)
ON_EVERY_ROW = ("number", "date", "total")


@cache
def _day(text: str) -> dt.date:
    return read_day(text, dt.date.min) if text[:1].isdigit() else _no("value.date", text)


@cache
def _hours(text: str) -> StatedHours:
    return stated_hours(text) or _no("value.hours", text)


@cache
def _money(text: str) -> Ore:
    return Ore.read_signed(text)


@cache
def _number(text: str) -> str:
    return read_number(text)


@cache
def _numbers(text: str) -> tuple[Reference, ...]:
    """The originals of a credit, with a comma between."""
    return tuple(Reference(number) for number in dict.fromkeys(map(read_number, text.split(","))))


def _no(code: str, text: str) -> Any:
    raise Unreadable(code, value=text)


# A sheet holds the same words many times: each is read once.
READERS: dict[str, Callable[[str], Any]] = {
    "number": _number,
    "date": _day,
    "type": str.strip,
    "refers_to": _numbers,
    "case": read_ref,
    "from": _day,
    "to": _day,
    "hours": _hours,
    "unit_price": _money,
    "net": _money,
    "vat": _money,
    "total": _money,
}


class _Head(NamedTuple):
    """A number's head as its first row states it, and its lines."""

    row: int
    values: dict[str, Any]
    lines: list[StatedLine]


def read_sheet(sheet: FileRows) -> StatedFile:
    """The self-invoices of a sheet, in the order of their first rows."""
    heads: dict[str, _Head] = {}
    faults: list[Fault] = []
    for row in sheet.rows:
        values, wrong = _values(row)
        faults += wrong
        if not wrong:
            faults += _take(row, values, heads)
    if not heads and not faults:
        raise BadFile("file.no-rows")
    return StatedFile([_stated(head) for head in heads.values()], faults, sheet.unread)


def _values(row: FileRow) -> tuple[dict[str, Any], list[Fault]]:
    """The values of a row, and what cannot be read in it."""
    values: dict[str, Any] = {}
    faults = list(row.faults)
    marred = {fault.column for fault in faults}
    for column, text in row.cells.items():
        if not text or column in marred:
            continue
        try:
            values[column] = READERS[column](text)
        except Problem as problem:
            faults.append(row.fault(column, problem.code, problem.figures))
    if not faults:
        faults += [row.fault(empty, "file.cell-empty") for empty in _lacking(values)]
    return values, faults


def _lacking(values: dict[str, Any]) -> list[str]:
    """A row with a case or a net is a line and has both; a row with neither is a head alone."""
    line = [column for column in ("case", "net") if column not in values] if {"case", "net"} & values.keys() else []
    pair = [column for column in ("from", "to") if column not in values] if {"from", "to"} & values.keys() else []
    return [column for column in ON_EVERY_ROW if column not in values] + line + pair


def _take(row: FileRow, values: dict[str, Any], heads: dict[str, _Head]) -> list[Fault]:
    """Put a row where it belongs. Returns what does not fit the rows before it."""
    head = heads.setdefault(values["number"], _Head(row.number, values, []))
    differs = [column for column in HEAD if column in values and values[column] != head.values.get(column)]
    if differs:
        return [row.fault(column, "self-invoice.head-differs", {"row": head.row}) for column in differs]
    if "from" in values and values["to"] < values["from"]:
        return [row.fault("to", "value.period-backwards", {"first": values["from"], "last": values["to"]})]
    if "case" in values:
        head.lines.append(_line(row, values))
    return []


def _line(row: FileRow, values: dict[str, Any]) -> StatedLine:
    hours: StatedHours = values.get("hours", NO_HOURS)
    return StatedLine(
        row=row.number,
        sheet=row.sheet,
        case=values["case"],
        order_line=None,
        texts=(),
        from_day=values.get("from"),
        to_day=values.get("to"),
        hours=hours.hours,
        stated_hours=hours.text,
        unit_price_ore=values.get("unit_price"),
        net_ore=values["net"],
    )


def _stated(head: _Head) -> StatedInvoice:
    values = head.values
    stated = StatedInvoice(
        number=values["number"],
        date=values["date"],
        type=values.get("type", INVOICE),
        refers_to=values.get("refers_to", ()),
        total_ore=values["total"],
        net_ore=None if "vat" not in values else values["total"] - values["vat"],
        vat_ore=values.get("vat"),
        lines=tuple(head.lines),
        row=head.row,
    )
    return given_back(stated) if stated.type == CREDIT and stated.total_ore > Ore(0) else stated


def given_back(stated: StatedInvoice) -> StatedInvoice:
    """A credit whose file states its amounts above zero, below it; a price stays a price."""

    def minus(amount: N | None) -> N | None:
        return None if amount is None else -amount

    lines = (
        line._replace(hours=hours.hours, stated_hours=hours.text, net_ore=-line.net_ore)
        for line in stated.lines
        for hours in (StatedHours(line.hours, line.stated_hours).back(),)
    )
    return stated._replace(
        total_ore=-stated.total_ore,
        net_ore=minus(stated.net_ore),
        vat_ore=minus(stated.vat_ore),
        charges_ore=-stated.charges_ore,
        lines_ore=minus(stated.lines_ore),
        lines=tuple(lines),
    )
