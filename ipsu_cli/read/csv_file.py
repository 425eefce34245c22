"""A .csv file, read row by row: its encoding, its delimiter, its headings and its cells."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.file_rows import LONGEST_CELL, MARKED, Fault, FileRow, FileRows, alike, column_names, columns_of

DELIMITERS = ";,\t"
LONGEST_LINE = 4_194_304
_CHUNK = 1 << 16

# A file that is not UTF-8 is taken for cp1252 only when nothing speaks against it. No other code page has
# its åäö where cp1252 has them, so one such letter is proof; Š, „ and † are left out because the Macintosh
# and DOS code pages have their åäö there.
_PROOF = frozenset("åäöéüÅÄÖÉÜ".encode("cp1252"))
_SWEDISH = _PROOF | frozenset("áàâçèêëíîïñóôúæøÁÀÇÈÊËÍÑÓÔÚÆØ€…‘’“”•–—§°´·¼½¾²³×«»\u00a0".encode("cp1252"))
# What åäöÅÄÖé become when UTF-8 is read as cp1252 and saved again.
_TWICE_ENCODED = re.compile("Ã[¥¤¶…„–©\x85\x84\x96]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATOR_LINE = re.compile(f'"?sep=([{DELIMITERS}])"?[\r\n]*', re.IGNORECASE)


def read_csv(stream: BinaryIO, headings: Mapping[str, str]) -> FileRows:
    """The sheet in `stream`. `headings` gives each accepted heading the name of its column.

    What concerns the whole file is raised as `BadFile`; what concerns one row is in its `faults`, so that all
    errors of a file can be reported at once.
    """
    if not stream.seekable():
        stream = io.BytesIO(stream.read())
    encoding = encoding_of(stream)
    lines = _lines(stream, encoding)
    delimiters, heading = _heading(lines)
    delimiter, cells = _split(heading, delimiters, column_names(headings))
    columns = columns_of(cells, headings)
    standing = dict(zip(columns, cells, strict=False))
    return FileRows(columns, CsvRows(lines, delimiter, columns), encoding, headings={None: standing})


# --- encoding ---


def encoding_of(stream: BinaryIO) -> str:
    """The encoding of what is left of `stream`, which stays where it is. Read in pieces, never whole."""
    start = stream.tell()
    try:
        return _encoding_from(stream, start)
    finally:
        stream.seek(start)


def _encoding_from(stream: BinaryIO, start: int) -> str:
    first = stream.read(4)
    marked = next((name for bom, name in _BOMS if first.startswith(bom)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        stream.seek(start)
        if _decodes(stream, encoding):
            stream.seek(start)
            if encoding != "cp1252" or _surely_swedish(stream):
                return encoding
    raise BadFile("file.encoding")


def _decodes(stream: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    last = ""
    try:
        for piece in _pieces(stream):
            text = last + decoder.decode(piece, final=not piece)
            if "Ã" in text and _TWICE_ENCODED.search(text):
                return False
            last = text[-1:]
    except UnicodeDecodeError:
        return False
    return True


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    """The pieces of the stream, and an empty one at its end."""
    while piece := stream.read(_CHUNK):
        yield piece
    yield b""


def _surely_swedish(stream: BinaryIO) -> bool:
    seen: set[int] = set()
    for piece in _pieces(stream):
        seen.update(piece)
    beyond_ascii = {byte for byte in seen if byte >= 0x80}
    return beyond_ascii <= _SWEDISH and not beyond_ascii.isdisjoint(_PROOF)


# --- lines ---


def _lines(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """The lines with their ends, whether these are LF, CRLF or CR."""
    text = io.TextIOWrapper(stream, encoding, newline="")
    number = 0
    try:
        while line := text.readline(LONGEST_LINE):
            number += 1
            if "\0" in line:
                raise BadFile("file.nul", line=number)
            if len(line) == LONGEST_LINE:
                raise BadFile("file.line-too-long", line=number, most=LONGEST_LINE)
            yield line
    except UnicodeDecodeError:
        # It was another file when its encoding was found.
        raise BadFile("file.encoding") from None
    finally:
        if not stream.closed:
            text.detach()  # or it would close the stream, which is the caller's


# --- heading ---


def _heading(lines: Iterator[str]) -> tuple[str, str]:
    """The delimiters that are possible, and the first row as it stands."""
    delimiters = DELIMITERS
    for line in lines:
        if found := _SEPARATOR_LINE.fullmatch(line):
            delimiters = found[1]
        elif line.strip(DELIMITERS + ' "\r\n'):
            return delimiters, _whole_row(line, lines)
    raise BadFile("file.empty")


def _whole_row(row: str, lines: Iterator[str]) -> str:
    """`row` with the lines that its quotes still hold open."""
    while row.count('"') % 2:
        line = next(lines, None)
        if line is None or len(row) > LONGEST_CELL:
            raise BadFile("file.quote", row=1)
        row += line
    return row


def _reader(lines: Iterable[str], delimiter: str) -> Any:
    # Strict, because a quote that is never closed would silently swallow the rows after it.
    return csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)


def _split(heading: str, delimiters: str, names: Mapping[str, str]) -> tuple[str, list[str]]:
    """The delimiter under which most headings are known (or else most cells), and the cells it gives."""
    splits: list[tuple[str, list[str]]] = []
    for delimiter in delimiters:
        try:
            cells = next(_reader(io.StringIO(heading, newline=""), delimiter))
        except csv.Error:
            continue
        splits.append((delimiter, cells))
    if not splits:
        raise BadFile("file.quote", row=1)
    return max(splits, key=lambda split: (sum(alike(cell) in names for cell in split[1]), len(split[1])))


# --- rows ---


class CsvRows(Iterator[FileRow]):
    """The rows of a .csv file. Who reads many takes the cells as they stand, and asks for the row of those alone that
    are new to it."""

    def __init__(self, lines: Iterator[str], delimiter: str, columns: tuple[str, ...]) -> None:
        self._reader = _reader(lines, delimiter)
        self._columns = columns
        self._listed = self.cells()

    def __next__(self) -> FileRow:
        for number, cells in self._listed:
            row = cells if isinstance(cells, FileRow) else self.row(number, cells)
            if row is not None:
                return row
        raise StopIteration

    def cells(self) -> Iterator[tuple[int, list[str] | FileRow]]:
        """The number and the cells of each row that is left; of one that cannot be parsed the row, with its fault."""
        reader, number, line = self._reader, 1, 0
        while True:
            try:
                for cells in reader:
                    number += 1
                    line = reader.line_num
                    yield number, cells
                return
            except csv.Error as error:
                number += 1
                yield number, _unparsed(error, number, reader.line_num - line)
                line = reader.line_num

    def row(self, number: int, cells: list[str]) -> FileRow | None:
        """The row of these cells, None where nothing stands in them."""
        stripped = [cell.strip() for cell in cells]
        row = _row(number, stripped, self._columns) if any(stripped) else None
        return row if row and (row.faults or any(row.cells.values())) else None


def _unparsed(error: csv.Error, number: int, lines: int) -> FileRow:
    """The fault of a row that was given up, if it ended on its own line; else its quote has no end."""
    if lines > 1 or "field limit" not in str(error):
        raise BadFile("file.quote", row=number) from None
    return FileRow(number, {}, (_too_long(number, None),))


def _too_long(number: int, column: str | None) -> Fault:
    return Fault(number, column, "file.cell-too-long", {"most": LONGEST_CELL})


def _row(number: int, cells: list[str], columns: tuple[str, ...]) -> FileRow:
    faults: list[Fault] = []
    if any(cells[len(columns) :]):
        figures = {"cells": len(cells), "columns": len(columns)}
        faults.append(Fault(number, None, "file.cell-count", figures))
    cells += [""] * (len(columns) - len(cells))
    named = dict(zip(columns, cells, strict=False))
    named.pop(MARKED, None)
    # Few rows have anything to look closer at, and there may be a million.
    starts = {cell[:1] for cell in cells}
    if "'" in starts or "=" in starts or max(map(len, cells)) > LONGEST_CELL:
        faults += _look_closer(number, named)
    return FileRow(number, named, tuple(faults))


def _look_closer(number: int, named: dict[str, str]) -> Iterator[Fault]:
    """The faults of single cells; takes off the `'` before a sign that would be calculated, or before another `'`."""
    for column, cell in named.items():
        if len(cell) > LONGEST_CELL:
            yield _too_long(number, column)
        if cell.startswith("="):
            yield Fault(number, column, "file.formula")
        if cell.startswith(("'=", "'+", "'-", "'@", "''")):
            named[column] = cell[1:]
