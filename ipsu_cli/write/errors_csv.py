"""The errors of an import as a CSV that a spreadsheet opens."""

from pathlib import Path

from ipsu_cli.core.identity import without_numbers
from ipsu_cli.core.row_error import RowError
from ipsu_cli.locale import rendered
from ipsu_cli.write.csv_file import write_csv

COLUMNS = ("row", "column", "code", "value", "message")


def write_errors(path: Path, errors: list[RowError], lang: str, *, force: bool) -> None:
    """One error a row, without anybody's number."""
    rows = ([without_numbers(str(error[column] or "")) for column in COLUMNS] for error in rendered(errors, lang))
    write_csv(path, COLUMNS, rows, force=force)
