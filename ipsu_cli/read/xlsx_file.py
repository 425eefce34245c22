"""An .xlsx file, read row by row: the same sheet of text that a .csv file gives.

A workbook from outside is a ZIP archive of XML: what it would unpack to is added up before it is opened, openpyxl
reads its XML through defusedxml, and no more cells are asked for than a sheet of ours can have.
"""

import datetime as dt
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.csv_file import LONGEST_CELL, Fault, FileRow, FileRows, columns_of

MOST_UNPACKED = 100 * 1024 * 1024
MOST_ENTRIES = 1_000
MOST_ROWS = 100_000
MOST_COLUMNS = 200
SPARE = 10  # columns next to ours, where a stray cell is seen
LAST_ROW = 1_048_576  # of any sheet
# What openpyxl and the archive may say of a file that is not what it claims to be.
BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, EOFError,
    RuntimeError, OverflowError, OSError,
)  # fmt: skip


def read_xlsx(stream: BinaryIO, headings: Mapping[str, str]) -> FileRows:
    """The first sheet in `stream`. `headings` gives each accepted heading the name of its column.

    What concerns the whole file is raised as `BadFile`; what concerns one row is in its `faults`.
    """
    _weigh(stream)
    page = _first_page(stream)
    found = next(_cells(page, MOST_COLUMNS), None)
    if found is None:
        raise BadFile("file.empty")
    place, heading = found
    columns = columns_of([_plain(cell)[0] for cell in heading], headings)
    below = (row for row in _cells(page, len(columns) + SPARE) if row[0] > place)
    return FileRows(columns, _rows(below, columns), "xlsx")


def _weigh(stream: BinaryIO) -> None:
    """Refuse what would unpack to more than is read; an archive gives no more than it declares."""
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except BROKEN:
        raise BadFile("file.not-xlsx") from None
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED or len(entries) > MOST_ENTRIES:
        raise BadFile("file.unpacks-too-large", most=MOST_UNPACKED // 1024 // 1024)
    stream.seek(0)


def _first_page(stream: BinaryIO) -> Any:
    from openpyxl import load_workbook

    try:
        book: Any = load_workbook(stream, read_only=True, keep_links=False)
        pages = [page for page in book.worksheets if hasattr(page, "iter_rows")]
        if not pages:
            raise BadFile("file.not-xlsx")
        pages[0].reset_dimensions()  # a file may say that it is smaller than it is
    except BROKEN:
        raise BadFile("file.not-xlsx") from None
    return pages[0]


def _cells(page: Any, most: int) -> Iterator[tuple[int, list[Any]]]:
    """The rows that hold anything, each with its number and its first `most` cells. Each row is filled up to `most`,
    so no more is asked for than there are columns."""
    empty: Any = None
    try:
        for number, cells in enumerate(page.iter_rows(max_row=LAST_ROW, max_col=most), start=1):
            if cells is empty:
                continue  # the one that stands for all that are missing
            held = [cell if cell.value is not None else None for cell in cells]
            if not any(cell is not None for cell in held):
                empty = cells
                continue
            if number > MOST_ROWS + 1:
                raise BadFile("file.too-many-rows", most=MOST_ROWS)
            while held[-1] is None:
                held.pop()
            yield number, held
    except BROKEN:
        raise BadFile("file.not-xlsx") from None


def _rows(rows: Iterator[tuple[int, list[Any]]], columns: tuple[str, ...]) -> Iterator[FileRow]:
    for number, cells in rows:
        faults: list[Fault] = []
        if len(cells) > len(columns):
            faults.append(Fault(number, None, "file.cell-count", {"cells": len(cells), "columns": len(columns)}))
        texts = dict.fromkeys(columns, "")
        for column, cell in zip(columns, cells, strict=False):
            texts[column], wrong = _plain(cell)
            if wrong:
                faults.append(Fault(number, column, wrong, {"most": LONGEST_CELL} if wrong == TOO_LONG else {}))
        if any(texts.values()) or faults:
            yield FileRow(number, texts, tuple(faults))


TOO_LONG = "file.cell-too-long"


def _plain(cell: Any) -> tuple[str, str | None]:
    """What a person sees in a cell, as it would stand in a .csv file, and what is wrong with the cell."""
    if cell is None:
        return "", None
    if cell.data_type == "f":
        return "", "file.formula"
    if cell.data_type == "e":
        return "", "file.error-cell"
    text = _text(cell.value)
    return (text, None) if len(text) <= LONGEST_CELL else ("", TOO_LONG)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, str):
        return value.strip()
    number = format(value, ".15g")  # all the digits that a spreadsheet keeps
    return number if "e" not in number else format(value, "f").rstrip("0").rstrip(".")
