"""A file of rows, .csv, .xlsx or .json: known by its content, not by its name."""

import io
from collections.abc import Mapping
from typing import BinaryIO

from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.content import CSV, JSON, XLSX, is_archive, kind_of, refuse_other
from ipsu_cli.read.csv_file import read_csv
from ipsu_cli.read.file_rows import FileRows, Form, Titles
from ipsu_cli.read.json_file import JsonBook

MOST_IN_WORKBOOK = 20 * 1024 * 1024


def is_workbook(start: bytes) -> bool:
    """Does a file that begins so hold a workbook (.xlsx)?"""
    return is_archive(start)


def read_rows(path: str, stream: BinaryIO, form: Form) -> FileRows:
    """The rows of the file at `path`, a .csv, a workbook or a .json. Raises `BadFile`."""
    stream = _seekable(stream)
    kind = kind_of(stream)
    refuse_other(path, kind)
    if kind == CSV:
        return _with_columns(form, read_csv(stream, form.headings))
    return open_book(path, stream).rows(form)


def open_book(path: str, stream: BinaryIO) -> "FileBook":
    """A file that may hold several kinds. Raises `BadFile` for one that cannot."""
    stream = _seekable(stream)
    kind = kind_of(stream)
    refuse_other(path, kind)
    if kind == JSON:
        return JsonBook(path, stream)
    if kind == XLSX:
        return SheetBook(path, stream)
    raise BadFile("file.one-kind", path=path)


class SheetBook:
    """A workbook: opened once, however many kinds of sheets are read of it. Raises `BadFile` for what is none."""

    def __init__(self, path: str, stream: BinaryIO) -> None:
        from ipsu_cli.read.xlsx_file import open_pages

        _weigh(path, stream)
        self._pages = open_pages(stream)

    def kinds(self, known: Mapping[str, Titles]) -> list[str]:
        """Which of the known kinds its visible sheets are called by."""
        found = {page.title for page in self._pages if page.visible}
        return [kind for kind, titles in known.items() if found & titles.own]

    def rows(self, form: Form) -> FileRows:
        """The rows of the sheets that are ours, as `read_rows` gives them."""
        from ipsu_cli.read.xlsx_file import read_pages

        return _with_columns(form, read_pages(self._pages, form.headings, form.required, form.titles))


FileBook = SheetBook | JsonBook


def _with_columns(form: Form, found: FileRows) -> FileRows:
    lacking = [column for column in form.required if column not in found.columns]
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
