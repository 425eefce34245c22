"""A file of rows, .csv or .xlsx: known by its content, not by its name."""

import io
from collections.abc import Collection, Mapping
from typing import BinaryIO

from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.csv_file import read_csv
from ipsu_cli.read.file_rows import UNTITLED, FileRows, Titles

MOST_IN_WORKBOOK = 20 * 1024 * 1024
_ZIP = b"PK"
# An older spreadsheet, or a workbook with a password; and pages that were saved under a spreadsheet's name.
_OTHERS = (b"\xd0\xcf\x11\xe0", b"%PDF", b"<", b"\xef\xbb\xbf<")


def is_workbook(start: bytes) -> bool:
    """Does a file that begins so hold a workbook (.xlsx)?"""
    return start.startswith(_ZIP)


def read_rows(
    path: str,
    stream: BinaryIO,
    headings: Mapping[str, str],
    required: Collection[str],
    titles: Titles = UNTITLED,
) -> FileRows:
    """The rows of the file at `path`, a .csv or a workbook. `headings` gives each accepted heading the name of its
    column; `required` are those that a sheet has to have; `titles` are those of the sheets of a workbook that the
    program has written. Raises `BadFile`."""
    stream = _seekable(stream)
    start = stream.read(8)
    stream.seek(0)
    if is_workbook(start):
        return SheetBook(path, stream).rows(headings, required, titles)
    if start.startswith(_OTHERS):
        raise BadFile("file.not-xlsx")
    return _with_columns(required, read_csv(stream, headings))


class SheetBook:
    """A workbook: opened once, however many kinds of sheets are read of it. Raises `BadFile` for what is none."""

    def __init__(self, path: str, stream: BinaryIO) -> None:
        from ipsu_cli.read.xlsx_file import open_pages

        stream = _seekable(stream)
        _weigh(path, stream)
        self._path = path
        self._pages = open_pages(stream)

    def kinds(self, known: Collection[str]) -> list[str]:
        """Which of the known kinds its sheets are called by. Raises `BadFile` where none is."""
        names = {page.name for page in self._pages if page.visible}
        found = [kind for kind in known if kind in names]
        if not found:
            raise BadFile("file.no-kinds", path=self._path, known=list(known))
        return found

    def rows(self, headings: Mapping[str, str], required: Collection[str], titles: Titles) -> FileRows:
        """The rows of the sheets that are ours, as `read_rows` gives them."""
        from ipsu_cli.read.xlsx_file import read_pages

        return _with_columns(required, read_pages(self._pages, headings, required, titles))


def _with_columns(required: Collection[str], found: FileRows) -> FileRows:
    lacking = [column for column in required if column not in found.columns]
    if lacking:
        raise BadFile("file.column-missing", columns=lacking)
    return found


def _seekable(stream: BinaryIO) -> BinaryIO:
    return stream if stream.seekable() else io.BytesIO(stream.read())


def _weigh(path: str, stream: BinaryIO) -> None:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if size > MOST_IN_WORKBOOK:
        raise BadFile("file.too-large", path=path, most=MOST_IN_WORKBOOK // 1024 // 1024)
