"""Which rows of a file say what the register knew already, and which change what it said."""

from collections.abc import Iterable, Sequence

from ipsu_cli.core.effect import ADDED
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.flows.import_rows import Item
from ipsu_cli.flows.import_warnings import RowWarnings
from ipsu_cli.locale import ColumnHeading

MOST_NAMED = 1_000  # spans of rows
COLUMNS = (Column("row"), Column("status", "code"), Column("differs"))


class OverlappingRows(NamedTuple):
    """Rows after one another of a sheet (None of a file without sheets) that were there: `status` is known, or changed
    in `columns`."""

    sheet: str | None
    from_row: int
    to_row: int
    status: str
    columns: Sequence[str] = ()

    @property
    def place(self) -> str:
        """Its rows as they are read: `7`, `7–9`, or of a workbook `7–9 (v. 11)`."""
        rows = str(self.from_row) if self.from_row == self.to_row else f"{self.from_row}–{self.to_row}"
        return f"{rows} ({self.sheet})" if self.sheet else rows


class Overlap:
    """The rows of a file that were there. So many spans of them are named, however many there are; `sheets` are those
    of the file, in its order."""

    def __init__(self, sheets: Iterable[str | None] = ()) -> None:
        self._order = {sheet: place for place, sheet in enumerate(sheets)}
        self._found: list[OverlappingRows] = []
        self.rest = 0  # rows that are not named

    def add(self, sheet: str | None, row: int, status: str, columns: Sequence[str] = ()) -> None:
        """One more row."""
        last = self._found[-1] if self._found else None
        if last and last == (sheet, last.from_row, row - 1, status, columns):
            self._found[-1] = last._replace(to_row=row)
        elif len(self._found) < MOST_NAMED:
            self._found.append(OverlappingRows(sheet, row, row, status, columns))
        else:
            self.rest += 1

    @property
    def named(self) -> list[OverlappingRows]:
        """The spans in the order of the file."""
        return sorted(self._found, key=lambda span: (self._order.get(span.sheet, 0), span.from_row))


class RowsTold(NamedTuple):
    """What is told of the rows of a file that is brought in: what is unusual, and what was there."""

    warned: RowWarnings
    overlap: Overlap

    def there(self, group: Sequence[Item], status: str, columns: Sequence[str] = ()) -> None:
        """The rows of one thing were there, unless they added it."""
        for item in group if status != ADDED else ():
            self.overlap.add(item.row.sheet, item.row.number, status, columns)


def overlap_table(kind: str, named: Iterable[OverlappingRows]) -> list[Table]:
    """The spans as people read them; no table where there are none."""
    rows = [
        (span.place, span.status, [ColumnHeading(kind, column) for column in span.columns] or None) for span in named
    ]
    return [Table("import-overlap", COLUMNS, rows)] if rows else []
