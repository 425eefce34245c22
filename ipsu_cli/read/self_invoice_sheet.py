"""Self-invoices in a sheet, .csv or .xlsx: one row a line, the head repeated on each row of its number."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeVar

from ipsu_cli.core.dates import read_day
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.money import Ore
from ipsu_cli.core.problem import BadFile, Problem, Unreadable
from ipsu_cli.core.self_invoice import CREDIT, INVOICE, StatedInvoice, StatedLine
from ipsu_cli.core.text import read_ref
from ipsu_cli.read.csv_file import Fault, FileRow, FileRows
from ipsu_cli.read.stated import StatedFile

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
HEAD = ("number", "date", "type", "refers_to", "vat", "total")
N = TypeVar("N", bound=Hundredths)
ON_EVERY_ROW = ("number", "date", "total")


@cache
def _day(text: str) -> dt.date:
    return read_day(text, dt.date.min) if text[:1].isdigit() else _no("value.date", text)


@cache
def _hours(text: str) -> Hours:
    return Hours.read_signed(text)


@cache
def _money(text: str) -> Ore:
    return Ore.read_signed(text)


@cache
def _reference(text: str) -> str:
    return read_ref(text)


def _no(code: str, text: str) -> Any:
    raise Unreadable(code, value=text)


# A sheet holds the same words many times: each is read once.
READERS: dict[str, Callable[[str], Any]] = {
    "number": _reference,
    "date": _day,
    "type": str.strip,
    "refers_to": _reference,
    "case": _reference,
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
    given: dict[str, Any]
    lines: list[StatedLine]


def read_sheet(sheet: FileRows) -> StatedFile:
    """The self-invoices of a sheet, in the order of their first rows."""
    lacking = [column for column in REQUIRED if column not in sheet.columns]
    if lacking:
        raise BadFile("file.column-missing", columns=lacking)
    heads: dict[str, _Head] = {}
    faults: list[Fault] = []
    for row in sheet.rows:
        given, wrong = _values(row)
        faults += wrong
        if not wrong:
            faults += _take(row.number, given, heads)
    if not heads and not faults:
        raise BadFile("file.no-rows")
    return StatedFile([_stated(head) for head in heads.values()], faults)


def _values(row: FileRow) -> tuple[dict[str, Any], list[Fault]]:
    """The values of a row, and what cannot be read in it."""
    given: dict[str, Any] = {}
    faults = list(row.faults)
    marred = {fault.column for fault in faults}
    for column, text in row.cells.items():
        if not text or column in marred:
            continue
        try:
            given[column] = READERS[column](text)
        except Problem as problem:
            faults.append(Fault(row.number, column, problem.code, problem.figures))
    if not faults:
        faults += [Fault(row.number, each, "file.cell-empty") for each in _lacking(given)]
    return given, faults


def _lacking(given: dict[str, Any]) -> list[str]:
    """A row with a case or a net is a line and has both; a row with neither is a head alone."""
    line = [each for each in ("case", "net") if each not in given] if {"case", "net"} & given.keys() else []
    pair = [each for each in ("from", "to") if each not in given] if {"from", "to"} & given.keys() else []
    return [each for each in ON_EVERY_ROW if each not in given] + line + pair


def _take(number: int, given: dict[str, Any], heads: dict[str, _Head]) -> list[Fault]:
    """Put a row where it belongs. Returns what does not fit the rows before it."""
    head = heads.setdefault(given["number"], _Head(number, given, []))
    differs = [each for each in HEAD if each in given and given[each] != head.given.get(each)]
    if differs:
        return [Fault(number, each, "self-invoice.head-differs", {"row": head.row}) for each in differs]
    if "from" in given and given["to"] < given["from"]:
        return [Fault(number, "to", "value.period-backwards", {"first": given["from"], "last": given["to"]})]
    if "case" in given:
        head.lines.append(_line(number, given))
    return []


def _line(number: int, given: dict[str, Any]) -> StatedLine:
    return StatedLine(
        row=number,
        case=given["case"],
        order_line=None,
        texts=(),
        from_day=given.get("from"),
        to_day=given.get("to"),
        hours=given.get("hours"),
        unit_price_ore=given.get("unit_price"),
        net_ore=given["net"],
    )


def _stated(head: _Head) -> StatedInvoice:
    given = head.given
    stated = StatedInvoice(
        number=given["number"],
        date=given["date"],
        type=given.get("type", INVOICE),
        refers_to=given.get("refers_to"),
        total_ore=given["total"],
        net_ore=None if "vat" not in given else given["total"] - given["vat"],
        vat_ore=given.get("vat"),
        lines=tuple(head.lines),
        row=head.row,
    )
    return given_back(stated) if stated.type == CREDIT and stated.total_ore > Ore(0) else stated


def given_back(stated: StatedInvoice) -> StatedInvoice:
    """A credit whose file states its amounts above zero, below it; a price stays a price."""

    def minus(amount: N | None) -> N | None:
        return None if amount is None else -amount

    lines = (each._replace(hours=minus(each.hours), net_ore=-each.net_ore) for each in stated.lines)
    return stated._replace(
        total_ore=-stated.total_ore,
        net_ore=minus(stated.net_ore),
        vat_ore=minus(stated.vat_ore),
        charges_ore=-stated.charges_ore,
        lines_ore=minus(stated.lines_ore),
        lines=tuple(lines),
    )
