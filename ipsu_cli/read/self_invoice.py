"""A self-invoice's file, whichever of the three kinds it is of: told by its content, not by its name."""

import io
from typing import BinaryIO, NamedTuple

from ipsu_cli.core.problem import BadFile
from ipsu_cli.core.self_invoice import Stated
from ipsu_cli.read.csv_file import Fault

MOST_BYTES = 50 * 1024 * 1024
MOST_IN_WORKBOOK = 20 * 1024 * 1024
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Incoming(NamedTuple):
    """A file's content as it came, and its kind: `xml`, `csv` or `xlsx`."""

    path: str
    content: bytes
    kind: str


class Found(NamedTuple):
    """The self-invoices that a file states, and all that is wrong in its rows."""

    invoices: list[Stated]
    faults: list[Fault]


def load(path: str) -> Incoming:
    """The file, no larger than is read. Raises `BadFile`."""
    try:
        with open(path, "rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise BadFile("file.unreadable", path=path, why=why) from None
    kind = kind_of(content)
    most = MOST_IN_WORKBOOK if kind == "xlsx" else MOST_BYTES
    if len(content) > most:
        raise BadFile("file.too-large", path=path, most=most // 1024 // 1024)
    if not content.strip():
        raise BadFile("file.empty")
    return Incoming(path, content, kind)


def kind_of(content: bytes) -> str:
    """A workbook is a ZIP archive; XML begins with `<`."""
    if content.startswith(b"PK"):
        return "xlsx"
    start = content[:64]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return "xml" if start.replace(b"\0", b"").lstrip().startswith(b"<") else "csv"


def read(file: Incoming) -> Found:
    """What the file states. Raises `BadFile` where it cannot be read as its kind."""
    stream: BinaryIO = io.BytesIO(file.content)
    if file.kind == "xml":
        from ipsu_cli.read.ubl import read_ubl

        return read_ubl(stream)
    from ipsu_cli.read.self_invoice_sheet import HEADINGS, read_sheet

    if file.kind == "xlsx":
        from ipsu_cli.read.xlsx_file import read_xlsx

        return read_sheet(read_xlsx(stream, HEADINGS))
    from ipsu_cli.read.csv_file import read_csv

    return read_sheet(read_csv(stream, HEADINGS))
