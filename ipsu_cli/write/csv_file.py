"""Rows as a .csv that a spreadsheet opens: semicolons, UTF-8 with its mark, and text that stays text."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from ipsu_cli.write.whole_file import write_whole


def write_csv(path: Path, heading: Sequence[str], rows: Iterable[Iterable[Any]], *, force: bool) -> None:
    """A heading and its rows; text that a spreadsheet would calculate gets a leading `'`."""
    page = csv_text(heading, rows)

    def fill(file: BinaryIO) -> None:
        file.write(page.encode("utf-8-sig"))

    write_whole(path, fill, force=force)


def csv_text(heading: Sequence[str], rows: Iterable[Iterable[Any]], end: str = "\r\n") -> str:
    """The lines of such a file, without its mark."""
    page = io.StringIO()
    lines = csv.writer(page, delimiter=";", lineterminator=end)
    lines.writerow(heading)
    lines.writerows([safe(cell) for cell in row] for row in rows)
    return page.getvalue()


def safe(value: Any) -> str:
    """A cell as text that stays text."""
    text = "" if value is None else str(value)
    if isinstance(value, int | float):
        return text
    return "'" + text if text.startswith(("=", "+", "-", "@", "'")) else text
