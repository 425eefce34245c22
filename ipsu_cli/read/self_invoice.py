"""A self-invoice's file, whichever of the three kinds it is of: known by its content, not by its name."""

import io

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.input_file import InputFile
from ipsu_cli.read.sheet_file import MOST_IN_WORKBOOK, is_workbook
from ipsu_cli.read.stated import StatedFile

MOST_BYTES = 50 * 1024 * 1024
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Incoming(NamedTuple):
    """A file that came, and its kind: `xml`, `csv` or `xlsx`. `content` is None where it is only to be looked at."""

    file: InputFile
    kind: str
    content: bytes | None = None

    @property
    def path(self) -> str:
        """Where it came from."""
        return self.file.path


def load(file: InputFile) -> Incoming:
    """The file, to be kept. Raises `BadFile`."""
    content = file.read(MOST_BYTES + 1)
    if not content.strip():
        raise BadFile("file.empty")
    kind = kind_of(content)
    _weigh(file.path, kind, len(content))
    return Incoming(file, kind, content)


def look_at(file: InputFile) -> Incoming:
    """The file, to be read from where it lies. Raises `BadFile`."""
    size = file.size
    if size is None:
        return load(file)
    kind = kind_of(file.read(64))
    _weigh(file.path, kind, size)
    return Incoming(file, kind)


def _weigh(path: str, kind: str, size: int) -> None:
    most = MOST_IN_WORKBOOK if kind == "xlsx" else MOST_BYTES
    if size > most:
        raise BadFile("file.too-large", path=path, most=most // 1024 // 1024)


def kind_of(content: bytes) -> str:
    """A workbook is a ZIP archive; XML begins with `<`."""
    if is_workbook(content):
        return "xlsx"
    start = content[:64]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return "xml" if start.replace(b"\0", b"").lstrip().startswith(b"<") else "csv"


def read(file: Incoming) -> StatedFile:
    """What the file states. Raises `BadFile` where it cannot be read as its kind."""
    with file.file.open() if file.content is None else io.BytesIO(file.content) as stream:
        if file.kind == "xml":
            from ipsu_cli.read.ubl import read_ubl

            return read_ubl(stream)
        from ipsu_cli.read.self_invoice_sheet import FORM, read_sheet
        from ipsu_cli.read.sheet_file import read_rows

        return read_sheet(read_rows(file.path, stream, FORM))
