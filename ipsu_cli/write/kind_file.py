"""What the register holds as a file that an import reads back: .csv for machines or for a spreadsheet, .xlsx, .json."""

import csv
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from ipsu_cli.core.fact import Fact
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.kind import COUNT, DAY, EXTENT, FLAG, HOURS, MONEY, PERCENT, SIGNED_MONEY, WHOLE, YEAR
from ipsu_cli.core.kind_rows import KindRows
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.plain_json import dump
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.locale import LANGUAGES, heading
from ipsu_cli.write.csv_file import safe
from ipsu_cli.write.whole_file import refuse_taken, write_whole

CSV, JSON, XLSX = ".csv", ".json", ".xlsx"
ENGLISH = LANGUAGES[1]
NUMBERS = (Hours, Ore, Percent)
# What a workbook holds as a day or a number; all else is text.
CELLS = {
    DAY.read: "day",
    HOURS.read: "hours",
    MONEY.read: "money",
    SIGNED_MONEY.read: "money",
    COUNT.read: "count",
    WHOLE.read: "count",
    PERCENT.read: "decimal",
    EXTENT.read: "decimal",
}


class KindFile(NamedTuple):
    """A file to be written; `excel`: a .csv as a Swedish spreadsheet takes it."""

    path: Path
    force: bool
    excel: bool = False

    def refuse(self, *ends: str) -> None:
        """Raise where the name ends in none of `ends`, or nothing can be written there."""
        if self.path.suffix.lower() not in ends:
            raise Unreadable("file.extension", path=str(self.path), known=list(ends))
        if self.excel and self.path.suffix.lower() != CSV:
            raise Unreadable("option.needs", option="--excel-csv", needs="FILE.csv")
        refuse_taken(self.path, force=self.force)

    def write(self, sheets: Sequence[KindRows], lang: str, made: dt.date) -> None:
        """The rows of each kind, under headings in `lang` where people read them. `made` is the day of the newest
        change, so that the same rows make the same file."""
        suffix = self.path.suffix.lower()
        if suffix == XLSX:
            self._workbook(sheets, lang, made)
        elif suffix == JSON:
            write_whole(self.path, lambda file: _json(sheets, file), force=self.force)
        else:
            fill = _spreadsheet if self.excel else _machine
            write_whole(self.path, lambda file: fill(sheets[0], lang, file), force=self.force)

    def _workbook(self, sheets: Sequence[KindRows], lang: str, made: dt.date) -> None:
        from ipsu_cli.write.sheet import Head, Worksheet
        from ipsu_cli.write.xlsx import write_book

        def page(sheet: KindRows) -> Worksheet:
            heads = tuple(Head(heading_of(sheet, fact, lang), cells_of(fact)) for fact in sheet.facts)
            return Worksheet(sheet.name, heads, (tuple(map(_in_workbook, sheet.facts, row)) for row in sheet))

        write_book(self.path, [page(sheet) for sheet in sheets], lang, force=self.force, today=made)


def cells_of(fact: Fact) -> str:
    """What the cells of a column hold: the kind of its heading."""
    return CELLS.get(fact.kind.read, "text")


def heading_of(sheet: KindRows, fact: Fact, lang: str) -> str:
    """What a column is called where people read it."""
    return fact.name if lang == ENGLISH else heading(sheet.name, fact.name, lang)


def _spreadsheet(sheet: KindRows, lang: str, file: BinaryIO) -> None:
    heads = [heading_of(sheet, fact, lang) for fact in sheet.facts]
    _csv(file, "utf-8-sig", ";", heads, (map(_with_comma, sheet.facts, row) for row in sheet))


def _machine(sheet: KindRows, lang: str, file: BinaryIO) -> None:
    heads = [fact.name for fact in sheet.facts]
    _csv(file, "utf-8", ",", heads, (map(_typed, sheet.facts, row) for row in sheet))


def _csv(file: BinaryIO, encoding: str, delimiter: str, heads: Sequence[str], rows: Iterator[Iterator[str]]) -> None:
    page = io.TextIOWrapper(file, encoding, newline="", write_through=True)
    lines = csv.writer(page, delimiter=delimiter)
    lines.writerow(heads)
    lines.writerows([safe(cell) for cell in row] for row in rows)
    page.detach()  # or it would close the file, which is the caller's


def _typed(fact: Fact, value: Any) -> str:
    return fact.kind.in_a_cell(value)


def _with_comma(fact: Fact, value: Any) -> str:
    text = _typed(fact, value)
    return text.replace(".", ",") if isinstance(value, NUMBERS) else text


def _in_workbook(fact: Fact, value: Any) -> Any:
    """Days and numbers as such, all else as it is typed."""
    if isinstance(value, Percent):
        return Decimal(value.hundredths) / 100  # a workbook's per cent is a hundredth of what is typed
    if value is None or isinstance(value, Hours | Ore | dt.date) or (type(value) is int and fact.kind is not YEAR):
        return value
    return fact.kind.in_a_cell(value)


def _json(sheets: Sequence[KindRows], file: BinaryIO) -> None:
    """One document, a row on each line; written as it goes."""
    opening = "{"
    for sheet in sheets:
        file.write(f"{opening}{dump(sheet.name)}:[".encode())
        names = [
            fact.name.replace("-", "_") + ("_ore" if fact.path[-1].endswith("_ore") else "") for fact in sheet.facts
        ]
        between = "\n"
        for row in sheet:
            values = map(_in_json, sheet.facts, row)
            file.write(f"{between}{dump(dict(zip(names, values, strict=True)))}".encode())
            between = ",\n"
        file.write(b"\n]")
        opening = ",\n"
    file.write(b"}\n")


def _in_json(fact: Fact, value: Any) -> Any:
    """A number, yes or no as itself; several values as a list; all else as it is typed."""
    if value is None or isinstance(value, NUMBERS) or type(value) is int or fact.kind.read is FLAG.read:
        return value
    if fact.kind.several:
        return [fact.kind.write(part) for part in value]
    return fact.kind.in_a_cell(value)
