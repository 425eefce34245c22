"""A timesheet that comes back: the rows that were filled in, without what only informed whoever did it."""

from collections.abc import Iterator

from ipsu_cli.core.timesheet import INFORMING, KIND
from ipsu_cli.locale import LANGUAGES, say
from ipsu_cli.read.file_rows import FileRow, FileRows

JSON = "json"  # what an export writes, which has every column


def informing_headings(kind: str) -> dict[str, str]:
    """The headings of a timesheet that no other sheet of its kind has, and the columns that they mean."""
    if kind != KIND:
        return {}
    return {say(f"heading.timesheet {name}", lang): name for lang in LANGUAGES for name in INFORMING}


def filled_in(kind: str, sheet: FileRows) -> FileRows:
    """A sheet of a kind as it says what was worked; one that is no timesheet is as it was."""
    if kind != KIND or not set(INFORMING) & set(sheet.columns):
        return sheet
    columns = tuple(column for column in sheet.columns if column not in INFORMING)
    rows = map(_uninformed, sheet.rows) if sheet.encoding == JSON else _filled_in(sheet.rows)
    return sheet._replace(columns=columns, rows=rows)


def _uninformed(row: FileRow) -> FileRow:
    """A row without what only informs."""
    cells = {column: text for column, text in row.cells.items() if column not in INFORMING}
    return row._replace(cells=cells, faults=tuple(fault for fault in row.faults if fault.column not in INFORMING))


def _filled_in(rows: Iterator[FileRow]) -> Iterator[FileRow]:
    for row in rows:
        kept = _uninformed(row)
        empty = len(kept.cells) < len(row.cells) and not kept.cells.get("hours", "-")
        if kept.faults or not empty:
            yield kept._replace(whole_day=row.cells.get("entered") == "")
