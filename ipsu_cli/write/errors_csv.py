"""The errors of an import as a CSV that a spreadsheet opens."""

import csv
import io
from pathlib import Path
from typing import Any, BinaryIO

from ipsu_cli.core.identity import without_numbers
from ipsu_cli.locale import rendered
from ipsu_cli.write.whole_file import write_whole

COLUMNS = ("row", "column", "code", "value", "message")


def write_errors(path: Path, errors: list[dict[str, Any]], lang: str, *, force: bool) -> None:
    """One error a row; text that a spreadsheet would calculate gets a leading `'`."""
    page = io.StringIO()
    rows = csv.writer(page, delimiter=";")
    rows.writerow(COLUMNS)
    for error in rendered(errors, lang):
        rows.writerow([safe(without_numbers(str(error[column] or ""))) for column in COLUMNS])

    def fill(file: BinaryIO) -> None:
        file.write(page.getvalue().encode("utf-8-sig"))

    write_whole(path, fill, force=force)


def safe(value: Any) -> str:
    """A cell as text that stays text."""
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(("=", "+", "-", "@", "'")) else text
