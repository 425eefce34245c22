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
    if not stream.seekable():
        stream = io.BytesIO(stream.read())
    start = stream.read(8)
    stream.seek(0)
    if is_workbook(start):
        from ipsu_cli.read.xlsx_file import read_xlsx

        _weigh(path, stream)
        found = read_xlsx(stream, headings, required, titles)
    elif start.startswith(_OTHERS):
        raise BadFile("file.not-xlsx")
    else:
        found = read_csv(stream, headings)
    lacking = [column for column in required if column not in found.columns]
    if lacking:
        raise BadFile("file.column-missing", columns=lacking)
    return found


def kinds_in(path: str, stream: BinaryIO, kinds: Collection[str]) -> list[str]:
    """Which of `kinds` the sheets of a workbook are called by. Raises `BadFile` where none is."""
    from ipsu_cli.read.xlsx_file import sheet_names

    _weigh(path, stream)
    names = sheet_names(stream)
    found = [kind for kind in kinds if kind in names]
    if not found:
        raise BadFile("file.no-kinds", path=path, known=list(kinds))
    return found


def _weigh(path: str, stream: BinaryIO) -> None:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if size > MOST_IN_WORKBOOK:
        raise BadFile("file.too-large", path=path, most=MOST_IN_WORKBOOK // 1024 // 1024)
