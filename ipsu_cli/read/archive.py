"""A workbook from outside is a ZIP archive of XML: what it would take to read it is added up before it is opened."""

import re
import zipfile
import zlib
from typing import IO, BinaryIO

from ipsu_cli.core.problem import BadFile

MOST_UNPACKED = 60 * 1024 * 1024
MOST_ENTRIES = 1_000
# What openpyxl and the archive may say of a file that is not what it claims to be.
BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, EOFError,
    RuntimeError, OverflowError, OSError,
)  # fmt: skip
WORKBOOK = "xl/workbook.xml"
READ = (".xml", ".rels")  # how the parts end that are read
# A row is held in the memory as a whole, and so is a part without rows and strings: four bytes of an empty cell take
# three hundred there. A row of all the columns that a sheet can have has some 66 000 tags.
MOST_TAGS = 200_000
MOST_STREAMED = 1_048_576  # the rows of any sheet; strings of the list of them
STREAMED = re.compile(rb"<(?:\w+:)?(?:row|si)\b")  # what begins what is read and let go
AT_A_TIME = 1024 * 1024  # bytes
# How the names begin in "Strict Open XML", a way of saving that openpyxl does not read.
STRICT = b"http://purl.oclc.org/ooxml/"


def weigh(stream: BinaryIO) -> None:
    """Refuse what would take too much to read; an archive gives no more than it declares."""
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            if unpacked > MOST_UNPACKED or len(entries) > MOST_ENTRIES or _any_crowded(archive, entries):
                raise BadFile("file.unpacks-too-large", most=MOST_UNPACKED // 1024 // 1024)
            if STRICT in archive.read(WORKBOOK):
                raise BadFile("file.strict-xlsx")
    except BROKEN:
        raise BadFile("file.not-xlsx") from None
    stream.seek(0)


def _any_crowded(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bool:
    for entry in entries:
        if entry.filename.endswith(READ):
            with archive.open(entry) as part:
                if _is_crowded(part):
                    return True
    return False


def _is_crowded(part: IO[bytes]) -> bool:
    """Has a part of an archive more tags in one row than are held in the memory, or more rows than there can be?"""
    tags = streamed = 0
    while piece := part.read(AT_A_TIME):
        first, *others = STREAMED.split(piece)
        counts = [tags + first.count(b"<"), *(other.count(b"<") for other in others)]
        tags, streamed = counts[-1], streamed + len(others)
        if max(counts) > MOST_TAGS or streamed > MOST_STREAMED:
            return True
    return False
