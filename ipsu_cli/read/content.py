"""What a file holds, known by its content and not by its name."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import BinaryIO

from ipsu_cli.core.problem import BadFile

CSV, JSON, XLSX = "csv", "json", "xlsx"
# What a spreadsheet opens and saves as something that is read here; and what it does not.
SPREADSHEETS = ("xls", "xlsb", "ods", "numbers", "html", "xml-sheet")
OLE = b"\xd0\xcf\x11\xe0"
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_STARTS = {
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"{\\rtf": "document",
    b"SQLite format 3\0": "database",
    b"\x1f\x8b": "packed",
    b"7z\xbc\xaf": "packed",
    b"Rar!": "packed",
    b"PAR1": "database",
    b"\x09\x08\x10\0": "xls",
    b"\x09\x04\x06\0": "xls",
    b"\x09\x02\x06\0": "xls",
}
# A part of an archive that only archives of one kind have.
_PARTS = {
    "xl/workbook.xml": XLSX,
    "xl/workbook.bin": "xlsb",
    "word/document.xml": "document",
    "ppt/presentation.xml": "document",
    "Index/Document.iwa": "numbers",
    "Index.zip": "numbers",
}
_OPEN_DOCUMENT = {b"application/vnd.oasis.opendocument.spreadsheet": "ods"}
_START = 4_096
# A few that act may stand in a text by mistake; NUL is told of by its line.
_ACTING = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
LEAST_NOISE = 4
_PIECE = 1 << 20
_WITH_PASSWORD = "EncryptedPackage".encode("utf-16-le")  # a part of an Office file that is locked
_LOCKED = 0x1  # a bit of an archive's entry


def is_archive(start: bytes) -> bool:
    """Does a file that begins so hold a ZIP archive, as a workbook is? In a text a letter would follow."""
    return start.startswith(b"PK") and start[2:3] < b" "


def kind_of(stream: BinaryIO) -> str:
    """`csv`, `json`, `xlsx`, or the name of what is not read here; the stream stays where it is."""
    stream.seek(0)
    start = stream.read(_START)
    try:
        return _kind_of(start, stream)
    finally:
        stream.seek(0)


def refuse_other(path: str, kind: str) -> None:
    """Raise `BadFile` for a file that is no sheet that is read: what it is, and what helps."""
    if kind in (CSV, JSON, XLSX):
        return
    code = "file.locked" if kind == "locked" else "file.other-sheet" if kind in SPREADSHEETS else "file.no-sheet"
    raise BadFile(code, details={"path": path, "kind": kind}, path=path, kind=f"file-{kind}")


def refuse_no_text(path: str, content: bytes) -> None:
    """Raise `BadFile` where what should be a text is something else, a workbook say."""
    kind = kind_of(io.BytesIO(content))
    if kind not in (CSV, JSON):
        raise BadFile("file.no-text", details={"path": path, "kind": kind}, path=path, kind=f"file-{kind}")


def _kind_of(start: bytes, stream: BinaryIO) -> str:
    for mark, kind in _STARTS.items():
        if start.startswith(mark):
            return kind
    if is_archive(start):
        return _in_archive(stream)
    if start.startswith(OLE):
        return "locked" if _holds(stream, _WITH_PASSWORD) else "xls"
    return _in_text(_text_of(start))


def _text_of(start: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            return start.removeprefix(mark).decode(encoding, "ignore").lstrip()
    return start.decode("latin-1").lstrip()


def _in_text(text: str) -> str:
    if text.startswith(("{", "[")):
        return JSON
    if not text.startswith("<"):
        return "unknown" if _is_noise(text) else CSV
    if "urn:schemas-microsoft-com:office:spreadsheet" in text:
        return "xml-sheet"
    return "xml" if text.startswith("<?xml") and "<html" not in text.lower() else "html"


def _is_noise(text: str) -> bool:
    """Do so many characters act on a screen that nobody wrote this?"""
    return len(_ACTING.findall(text)) > max(LEAST_NOISE, len(text) // 20)


def _in_archive(stream: BinaryIO) -> str:
    """The kind of an archive; one that cannot be opened is told later to be a workbook that is broken."""
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            found = next((kind for part, kind in _PARTS.items() if part in entries), None)
            if any(entry.flag_bits & _LOCKED for entry in entries.values()):
                return "locked"
            return found or _open_document(archive, entries)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError):
        return XLSX


def _open_document(archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> str:
    if "mimetype" not in entries:
        return "packed" if entries else XLSX
    with archive.open("mimetype") as kind:
        return _OPEN_DOCUMENT.get(kind.read(100).strip(), "document")


def _holds(stream: BinaryIO, words: bytes) -> bool:
    stream.seek(0)
    before = b""
    while piece := stream.read(_PIECE):
        if words in before + piece:
            return True
        before = piece[-len(words) :]
    return False
