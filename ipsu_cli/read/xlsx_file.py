"""An .xlsx file, read row by row: the same rows of text that a .csv file gives.

A workbook from outside is weighed before it is opened (`read.archive`), openpyxl reads its XML through defusedxml, and
no more cells are asked for than a sheet of ours can have.
"""

import datetime as dt
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, BinaryIO

from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.archive import BROKEN, weigh
from ipsu_cli.read.file_rows import (
    LONGEST_CELL,
    MARKED,
    UNTITLED,
    Fault,
    FileRow,
    FileRows,
    Titles,
    alike,
    columns_of,
    known_columns,
)

MOST_ROWS = 100_000
MOST_COLUMNS = 200
SPARE = 10  # columns next to ours, where a stray cell is seen; one further off stands in the last of them
LAST_ROW = 1_048_576  # of any sheet
SECONDS_OF_A_HUNDREDTH = 36  # of an hour


class SheetPage(NamedTuple):
    """A sheet that holds something: its heading, the row that this stands in, and whether there are rows below it."""

    page: Any
    place: int
    heading: list[str]
    has_rows: bool

    @property
    def name(self) -> str:
        return str(self.page.title)

    @property
    def title(self) -> str:
        """The name as it is compared."""
        return alike(self.name)

    @property
    def visible(self) -> bool:
        return bool(self.page.sheet_state == "visible")


def read_xlsx(
    stream: BinaryIO, headings: Mapping[str, str], required: Collection[str] = (), titles: Titles = UNTITLED
) -> FileRows:
    """The rows of the visible sheets that bear our title, else of those that have the `required` columns; where none
    has them all, of the one that comes closest, so that what it lacks can be told. `headings` gives each accepted
    heading the name of its column.

    What concerns the whole file is raised as `BadFile`; what concerns one row is in its `faults`.
    """
    return read_pages(open_pages(stream), headings, required, titles)


def read_pages(
    opened: Sequence[SheetPage], headings: Mapping[str, str], required: Collection[str], titles: Titles
) -> FileRows:
    """The same of a workbook that is open."""
    ours = _titled_or_ours(opened, headings, required, titles)
    sheets = [(page, columns_of(page.heading, headings)) for page in ours]
    columns = dict.fromkeys(column for _, found in sheets for column in found)
    unread = tuple(page.name for page in opened if page not in ours and _is_named(page, titles))
    standing: dict[str | None, dict[str, str]] = {
        page.name: dict(zip(found, page.heading, strict=False)) for page, found in sheets
    }
    return FileRows(tuple(columns), _rows_of_all(sheets), "xlsx", unread, standing)


def _titled_or_ours(
    opened: Sequence[SheetPage], headings: Mapping[str, str], required: Collection[str], titles: Titles
) -> list[SheetPage]:
    """The visible sheets that bear our title, else those whose headings are ours."""
    visible = [page for page in opened if page.visible]
    titled = [page for page in visible if page.title in titles.own]
    others = titles.others | titles.quiet
    untitled = [page for page in visible if page.title not in others]
    if visible and not (titled or untitled):
        raise BadFile("file.no-list", lists=[page.name for page in visible])
    if opened and not visible:
        raise BadFile("file.all-hidden", sheets=[page.name for page in opened])
    meant = [] if titled or _has_any(untitled, headings) else _hidden_ours(opened, headings, required, titles)
    if meant:
        raise BadFile("file.hidden", sheets=meant)
    return titled or _ours(untitled, headings, required)


def _has_any(pages: Sequence[SheetPage], headings: Mapping[str, str]) -> bool:
    """Does a sheet have any column of ours?"""
    return any(known_columns(page.heading, headings) for page in pages)


def _hidden_ours(
    opened: Sequence[SheetPage], headings: Mapping[str, str], required: Collection[str], titles: Titles
) -> list[str]:
    """The names of the hidden sheets that would be read if they were shown."""
    hidden = [page for page in opened if not page.visible]
    return [page.name for page in hidden if page.title in titles.own or _is_whole(page, headings, required)]


def _is_whole(page: SheetPage, headings: Mapping[str, str], required: Collection[str]) -> bool:
    """Has the sheet all the columns that must be there?"""
    return bool(required) and known_columns(page.heading, headings).issuperset(required)


def _is_named(page: SheetPage, titles: Titles) -> bool:
    """Is a sheet that is not read told of? One of ours that has a heading alone holds nothing."""
    return page.title not in titles.quiet and (page.has_rows or page.title not in titles.own | titles.others)


def open_pages(stream: BinaryIO) -> list[SheetPage]:
    """The sheets that hold anything. Raises `BadFile` for what is no workbook that is read."""
    from openpyxl import load_workbook

    weigh(stream)
    warnings.filterwarnings("ignore", module="openpyxl")  # it tells of styles and rules; what is wrong is told by cell
    try:
        book: Any = load_workbook(stream, read_only=True, keep_links=False)
        pages = [page for page in book.worksheets if hasattr(page, "iter_rows")]
        for page in pages:
            page.reset_dimensions()  # a file may say that it is smaller than it is
            _draw_in(page)
    except BROKEN:
        raise BadFile("file.not-xlsx") from None
    if not pages:
        raise BadFile("file.not-xlsx")
    return [opened for page in pages for opened in _opened(page)]


def _draw_in(page: Any) -> None:
    """Let what stands to the right of the cells asked for stand in the last of them: openpyxl has read it, and leaves
    it out without a word. To ask for all columns would fill each row up to the cell furthest off."""
    from openpyxl.cell.read_only import ReadOnlyCell

    cut = page._get_row

    def drawn(row: list[dict[str, Any]], first: int, last: int, values_only: bool) -> tuple[Any, ...]:
        cells: tuple[Any, ...] = cut(row, first, last, values_only)
        beyond = row[-1]["column"] > last if row else False
        far = [cell for cell in row if cell["column"] > last and cell["value"] is not None] if beyond else []
        return (*cells[:-1], ReadOnlyCell(page, **far[-1])) if far else cells

    page._get_row = drawn


def _opened(page: Any) -> Iterator[SheetPage]:
    """The sheet, unless it is empty."""
    rows = _cells(page, MOST_COLUMNS)
    for place, heading in islice(rows, 1):
        texts = [_plain(cell)[0] for cell in heading[: _width(heading)]]
        yield SheetPage(page, place, texts, next(rows, None) is not None)


def _ours(pages: list[SheetPage], headings: Mapping[str, str], required: Collection[str]) -> list[SheetPage]:
    """The sheets with all that is required, else the one with most of what is known."""
    if not pages:
        raise BadFile("file.empty")
    whole = [page for page in pages if _is_whole(page, headings, required)]
    return whole or [max(pages, key=lambda page: len(known_columns(page.heading, headings)))]


def _cells(page: Any, most: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows that hold anything, each with its number and its first `most` cells. Each row is filled up to `most`,
    so no more is asked for than there are columns."""
    empty: Any = None
    try:
        for number, cells in enumerate(page.iter_rows(max_row=LAST_ROW, max_col=most), start=1):
            if cells is empty:
                continue  # the one that stands for all that are missing
            if cells[0].value is None and not _width(cells):
                empty = cells
                continue
            yield number, cells
    except BROKEN:
        raise BadFile("file.not-xlsx") from None


def _width(cells: Sequence[Any]) -> int:
    """How many cells there are up to the last that holds anything."""
    for place in range(len(cells), 0, -1):
        if cells[place - 1].value is not None:
            return place
    return 0


def _rows_of_all(sheets: list[tuple[SheetPage, tuple[str, ...]]]) -> Iterator[FileRow]:
    count = 0
    for page, columns in sheets:
        name = page.name
        below = (row for row in _cells(page.page, len(columns) + SPARE) if row[0] > page.place)
        for number, cells in below:
            count += 1
            if count > MOST_ROWS or number > MOST_ROWS + page.place:
                raise BadFile("file.too-many-rows", most=MOST_ROWS)
            row = _row(name, number, cells, columns)
            if row:
                yield row


def _row(sheet: str, number: int, cells: Sequence[Any], columns: tuple[str, ...]) -> FileRow | None:
    """The row, unless nothing stands in it."""
    faults: list[Fault] = []
    if _width(cells[len(columns) :]):
        last = cells[_width(cells) - 1].column
        figures = {"cells": last, "columns": len(columns)}
        faults.append(Fault(number, None, "file.cell-count", figures, sheet))
    texts: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        texts[column], wrong = _plain(cell)
        if wrong:
            faults.append(Fault(number, column, wrong, {"most": LONGEST_CELL} if wrong == TOO_LONG else {}, sheet))
    texts.pop(MARKED, None)
    if faults or any(texts.values()):
        return FileRow(number, texts, tuple(faults), sheet)
    return None


TOO_LONG = "file.cell-too-long"
NUMBERS = (int, float)
PERCENT = "%"
WRONG = {"f": "file.formula", "e": "file.error-cell"}
LONGEST_SHOWN = 200


def _plain(cell: Any) -> tuple[str, str | None]:
    """What a person sees in a cell, as it would stand in a .csv file, and what is wrong with the cell."""
    value = cell.value
    if value is None:
        return "", None
    if cell.data_type in WRONG:
        return str(value)[:LONGEST_SHOWN], WRONG[cell.data_type]
    text = SHOWN.get(type(value), _number)(value)
    if type(value) in NUMBERS and PERCENT in cell.number_format:
        text = _number(value * 100) + PERCENT
    return (text, None) if len(text) <= LONGEST_CELL else ("", TOO_LONG)


def _flag(value: bool) -> str:
    return "true" if value else "false"  # no number, and a flag takes it


def _moment(value: dt.datetime) -> str:
    return value.date().isoformat() if value.time() == dt.time() else value.isoformat()


def _clock(value: dt.time) -> str:
    return _duration(dt.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second))


def _number(value: Any) -> str:
    number = format(value, ".15g")  # all the digits that a spreadsheet keeps
    return number if "e" not in number else format(value, "f").rstrip("0").rstrip(".")


def _duration(length: dt.timedelta) -> str:
    """A length of time as hours: `19.5` of 19:30; one that two decimals cannot hold stays as it is seen, `7:20`."""
    seconds = round(length.total_seconds())  # a spreadsheet keeps a fraction of a day
    if seconds % SECONDS_OF_A_HUNDREDTH == 0:
        return str(Hours(seconds // SECONDS_OF_A_HUNDREDTH))
    minutes, rest = divmod(seconds, 60)
    shown = f"{minutes // 60}:{minutes % 60:02}"
    return f"{shown}:{rest:02}" if rest else shown


# How a value of each type is written; any other is a number.
SHOWN: dict[type, Callable[[Any], str]] = {
    str: str.strip, bool: _flag, int: str, dt.datetime: _moment, dt.date: dt.date.isoformat, dt.time: _clock,
    dt.timedelta: _duration,
}  # fmt: skip
