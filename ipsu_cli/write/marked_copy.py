"""A copy of a sheet that was refused, with its faults marked: to be corrected there and brought in again."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from shutil import copyfileobj
from typing import Any, BinaryIO

from ipsu_cli.core.fact import Fact
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.kind import DAY, HOURS, MONEY
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.row_error import RowError
from ipsu_cli.locale import heading, say
from ipsu_cli.write.csv_file import safe
from ipsu_cli.write.row_text import row_column, whole_message
from ipsu_cli.write.sheet import EARLIEST, clean
from ipsu_cli.write.whole_file import private_folder, refuse_taken, write_whole
from ipsu_cli.write.xlsx import saved, sheet_names

CSV, XLSX = ".csv", ".xlsx"
MARK, LOOK = "FFC7CE", "9C0006"  # as spreadsheets show what is bad
BETWEEN = " | "
NUMBERS = (HOURS.read, MONEY.read)
WIDE, WIDEST = 18, 80
LONGEST = 32_767


class CopiedRow(NamedTuple):
    """A row as it stands in the file: the text of each column by its name."""

    sheet: str | None
    number: int
    cells: Mapping[str, str]


class MarkedCopy(NamedTuple):
    """The copy of a file of one kind: the headings of each sheet as they stand, the columns' facts, the faults, the
    language of what is written next to them, and how many faults there are that are not marked."""

    kind: str
    headings: Mapping[str | None, Mapping[str, str]]
    facts: Mapping[str, Fact]
    errors: Sequence[RowError]
    lang: str
    rest: int = 0

    def write(self, path: Path, rows: Iterator[CopiedRow], *, force: bool) -> None:
        """The rows with their faults, as .xlsx or as the .csv of a Swedish spreadsheet."""
        if path.suffix.lower() == XLSX:
            write_whole(path, lambda file: self._workbook(path, rows, file), force=force)
        else:
            write_whole(path, lambda file: self._csv(rows, file), force=force)

    def _csv(self, rows: Iterator[CopiedRow], file: BinaryIO) -> None:
        page = io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=True)
        lines = csv.writer(page, delimiter=";")
        columns = self._columns(*self.headings)
        lines.writerow([*self._heads(columns, next(iter(self.headings), None)), say("sheet.errors", self.lang)])
        marks = self._marks()
        for row in rows:
            cells = [safe(_with_comma(self.facts[column], row.cells.get(column, ""))) for column in columns]
            lines.writerow([*cells, safe(self._told(marks.get((row.sheet, row.number), ())))])
        page.detach()  # or it would close the file, which is the caller's

    def _workbook(self, path: Path, rows: Iterator[CopiedRow], file: BinaryIO) -> None:
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        with private_folder(path):
            for sheet, group in groupby(rows, lambda row: row.sheet):
                self._sheet(book, sheet, group)
            self._list(book)
            copyfileobj(saved(book), file)

    def _sheet(self, book: Any, sheet: str | None, rows: Iterator[CopiedRow]) -> None:
        page = book.create_sheet(sheet_names([sheet or self.kind])[0])
        columns = self._columns(sheet)
        heads = [*self._heads(columns, sheet), say("sheet.errors", self.lang)]
        self._set_up(page, len(heads))
        page.append(heads)
        marks = self._marks()
        for row in rows:
            errors = marks.get((row.sheet, row.number), [])
            bad = {error.column for error in errors}
            cells = [self._cell(page, column, row.cells.get(column, ""), bad=column in bad) for column in columns]
            page.append([*cells, _text_cell(page, self._told(errors), bad=bool(errors))])

    def _set_up(self, page: Any, width: int) -> None:
        from openpyxl.utils import get_column_letter

        page.freeze_panes = "A2"
        for place in range(1, width):
            page.column_dimensions[get_column_letter(place)].width = WIDE
        page.column_dimensions[get_column_letter(width)].width = WIDEST
        page.auto_filter.ref = f"A1:{get_column_letter(width)}1"

    def _list(self, book: Any) -> None:
        """All the faults after one another: of a long sheet nobody looks through every row."""
        page = book.create_sheet(say("sheet.errors", self.lang))
        names = ("sheet.errors-sheet", "sheet.errors-row", "sheet.template-column", "sheet.errors")
        page.append([say(name, self.lang) for name in names])
        self._set_up(page, len(names))
        for error in self.errors:
            column = row_column(error, self.lang) or ""
            message = _text_cell(page, whole_message(error, self.lang), bad=False)
            sheet = _text_cell(page, error.sheet or "", bad=False)
            page.append([sheet, error.row, _text_cell(page, column, bad=False), message])
        if self.rest:
            page.append([None, None, None, say("message.rows-rest", self.lang, rest=self.rest)])

    def _cell(self, page: Any, column: str, text: str, *, bad: bool) -> Any:
        from openpyxl.cell import WriteOnlyCell

        value = None if bad else _typed(self.facts[column], text)
        if value is None:
            return _text_cell(page, text, bad=bad)
        cell = WriteOnlyCell(page, value)
        if self.facts[column].kind.read is DAY.read:
            cell.number_format = "yyyy-mm-dd"
        return cell

    def _heads(self, columns: Sequence[str], sheet: str | None) -> list[str]:
        standing = self.headings.get(sheet, {})
        return [standing.get(column) or heading(self.kind, column, self.lang) for column in columns]

    def _columns(self, *sheets: str | None) -> list[str]:
        """The columns of some sheets, in the order in which they stand there; all, where a file has no headings."""
        standing = dict.fromkeys(column for sheet in sheets for column in self.headings.get(sheet, ()))
        return [column for column in standing if column in self.facts] or list(self.facts)

    def _marks(self) -> dict[tuple[str | None, int], list[RowError]]:
        """The faults by their row."""
        found: dict[tuple[str | None, int], list[RowError]] = {}
        for error in self.errors:
            found.setdefault((error.sheet, error.row), []).append(error)
        return found

    def _told(self, errors: Sequence[RowError]) -> str:
        """All that is wrong with a row, each with its column."""
        told = []
        for error in errors:
            column = row_column(error, self.lang)
            message = whole_message(error, self.lang)
            told.append(f"{column}: {message}" if column else message)
        return BETWEEN.join(told)


def refuse(path: Path, *, force: bool) -> None:
    """Raise where no such copy can be written."""
    if path.suffix.lower() not in (CSV, XLSX):
        raise Unreadable("file.extension", path=str(path), known=[XLSX, CSV])
    refuse_taken(path, force=force)


def _text_cell(page: Any, text: str, *, bad: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill

    cell = WriteOnlyCell(page, clean(text)[:LONGEST] or None)
    if text:
        cell.data_type = "s"  # nothing that was written in a sheet acts in its copy
        cell.quotePrefix = True
    if bad:
        cell.fill, cell.font = PatternFill("solid", fgColor=MARK), Font(color=LOOK)
    return cell


def _typed(fact: Fact, text: str) -> Any:
    """A day or a number as such; None for what is neither."""
    kind = fact.kind
    if not text or kind.read not in (DAY.read, *NUMBERS) or kind.relative(text):
        return None
    try:
        value = kind.read(text, EARLIEST)
    except Unreadable:
        return None
    if isinstance(value, Hundredths):
        return Decimal(value.hundredths) / 100
    return value if value >= EARLIEST else None


def _with_comma(fact: Fact, text: str) -> str:
    is_number = fact.kind.read in NUMBERS and isinstance(_typed(fact, text), Decimal)
    return text.replace(".", ",") if is_number else text
