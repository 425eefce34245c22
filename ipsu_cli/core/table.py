"""One table, however it is shown: on a screen, as text, as JSON or in a workbook."""

from collections.abc import Mapping, Sequence
from typing import Any

from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.named_tuple import NamedTuple


class Column(NamedTuple):
    """One column. `key` names its heading in `locale` (`column.KEY`), after `=` it is the heading itself; `kind` says
    how a value is shown.

    Kinds: text, code, day, week, month, hours (hundredths), money (öre), count, share (tenths of a per cent),
    figure (a number of any kind, shown by its own).
    """

    key: str
    kind: str = "text"

    @classmethod
    def headed(cls, heading: str, kind: str = "text") -> "Column":
        """A column under a name that is no text of ours, such as a unit's."""
        return cls(f"={heading}", kind)


class Table(NamedTuple):
    """Rows under columns. `name` names its title in `locale` (`table.NAME`), filled with `figures`.

    `totals` names the columns that are summed at the foot; `bar` the one that a terminal shows as bars too, next to
    its numbers, and `bar_of` the one whose numbers those are parts of. `note` names what stands next to the title,
    wherever the table goes (`message.NOTE`).
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Any, ...]]
    totals: tuple[str, ...] = ()
    figures: Mapping[str, Any] = NOTHING
    bar: str = ""
    bar_of: str = ""
    note: str = ""
