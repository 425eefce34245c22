"""A text planted in a line, or in a file that a line reads."""

import csv
import io
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl import Workbook

from tests.faults import bad_files


class Planted(NamedTuple):
    """A command that reads what is planted: its words, the files next to the office, and what it reads on stdin."""

    words: list[str]
    files: Mapping[str, bytes] = {}
    stdin: str | None = None


Way = Callable[[str], Planted]


def options(line: str) -> Way:
    """The text in a line, where that has an `@`."""
    return lambda text: Planted([word.replace("@", text) for word in line.split()])


def csv_of(name: str, row: Mapping[str, str], words: list[str], stdin: bool = False) -> Way:
    """The text in one column of a row, in a file that those words read."""

    def planted(text: str) -> Planted:
        stream = io.StringIO()
        csv.writer(stream).writerows([row.keys(), {**row, name: text}.values()])
        content = stream.getvalue().encode("utf-8", "surrogatepass")
        return Planted(words, {} if stdin else {words[-1]: content}, content.decode() if stdin else None)

    return planted


def xlsx_of(name: str, row: Mapping[str, str], words: list[str]) -> Way:
    """A workbook of one sheet, with the text in one cell; what openpyxl would refuse stands there too."""

    def planted(text: str) -> Planted:
        mark = "PLANTED"
        book = Workbook()
        book.worksheets[0].append([*row])
        book.worksheets[0].append([mark if column == name else value for column, value in row.items()])
        stream = io.BytesIO()
        book.save(stream)
        path = "xl/worksheets/sheet1.xml"
        sheet = bad_files.part_of(stream.getvalue(), path).replace(mark.encode(), xml_of(text))
        return Planted(words, {words[-1]: bad_files.repacked(stream.getvalue(), {path: sheet})})

    return planted


def xml_of(text: str) -> bytes:
    """The text as a hostile writer of XML puts it, whatever it holds."""
    return escape(text).encode("utf-8", "surrogatepass")
