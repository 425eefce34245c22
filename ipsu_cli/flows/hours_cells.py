"""RowCells of a file of hours that were read before: what they mean is looked up, and not read again."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from ipsu_cli.core.digest import digest
from ipsu_cli.flows.hours_rows import HoursRows
from ipsu_cli.flows.import_rows import Item
from ipsu_cli.read.file_rows import FileRow
from ipsu_cli.store.batches import ROW_DIGEST

RowCells = list[str] | FileRow
MOST = 200_000  # cells of a column; those of cases are as many as there are cases

PARTS = ("case", "hours", "on or week")
# What a cell means, and what it adds to what the digest of its row is of.
Meaning = tuple[int, bytes]


class CellMemory:
    """The meanings of cells by their text, of the case, of the hours, and of all other cells of a row together: one of
    them says the day or the week, the others are empty."""

    def __init__(self, columns: tuple[str, ...], salt: bytes) -> None:
        self.known = 0  # rows of which every cell was met before
        self._salt = salt
        self._width = len(columns)
        self._case_at, self._hours_at = columns.index("case"), columns.index("hours")
        self._others = itemgetter(*(at for at in range(len(columns)) if at not in (self._case_at, self._hours_at)))
        self._cases: dict[str, Meaning] = {}
        self._hours: dict[str, Meaning] = {}
        self._whens: dict[Any, Meaning] = {}

    def take_known(self, listed: Iterable[tuple[int, RowCells]], rows: HoursRows) -> Iterator[tuple[int, RowCells]]:
        """Add the rows of which every cell was met before to `rows`; gives the others with their numbers."""
        cases, hours, whens = self._cases, self._hours, self._whens
        case_at, hours_at, others_of, width = self._case_at, self._hours_at, self._others, self._width
        positions, placed, digests = rows.positions.append, rows.cases.append, rows.digests
        worked, dated = rows.hours.append, rows.whens.append
        for number, cells in listed:
            try:
                case, of_case = cases[cells[case_at]]  # type: ignore[index]
                hundredths, of_hours = hours[cells[hours_at]]  # type: ignore[index]
                when, of_when = whens[others_of(cells)]
                if len(cells) != width:
                    raise IndexError
            except (KeyError, IndexError, TypeError):
                yield number, cells
                continue
            self.known += 1
            positions(number)
            placed(case)
            worked(hundredths)
            dated(when)
            digests += digest(of_case + of_hours + of_when)[:ROW_DIGEST]

    def learn(self, cells: list[str], item: Item, rows: HoursRows) -> None:
        """Remember what the cells of the newest row mean, which is one of hours and says nothing else, be it a no."""
        if len(cells) != self._width or len(item.entry) != len(PARTS):
            return
        of_case, of_hours, of_when = _digested(self._salt, item)
        if digest(of_case + of_hours + of_when)[:ROW_DIGEST] != item.digest:
            return
        for known in (self._hours, self._whens):
            if len(known) >= MOST:
                known.clear()
        self._cases[cells[self._case_at]] = rows.cases[-1], of_case
        self._hours[cells[self._hours_at]] = rows.hours[-1], of_hours
        self._whens[self._others(cells)] = rows.whens[-1], of_when


def _digested(salt: bytes, item: Item) -> tuple[bytes, bytes, bytes]:
    """What the digest of a row is of, as the parts that its case, its hours and its day or week add."""
    case, hours, *others = map(repr, sorted(item.entry.items()))
    return salt + f"[{case}".encode(), f", {hours}".encode(), f", {', '.join(others)}]".encode()
