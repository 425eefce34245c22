"""The page for a board: the few figures that one asks for, so that the page can be handed out."""

from collections.abc import Sequence

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Table


class BoardChart(NamedTuple):
    """Bars of rows of the page that follow each other, from `first` to `last` (the topmost is 0), as the column of the
    place `column` has them. `name` names the title in `locale` (`sheet.chart.NAME`)."""

    name: str
    column: int
    first: int
    last: int


class Board(NamedTuple):
    """The page. Counts below `below` are hidden on it, and in the rest of the workbook too where that is `external`."""

    table: Table
    charts: Sequence[BoardChart]
    below: int
    external: bool

    def noted(self, note: str) -> "Board":
        """The same, with a note at its table."""
        return self._replace(table=self.table._replace(note=note))
