"""A table fitted to the width of a terminal: what stands next to each other, what stands below, and what falls away.

As little as possible is given up, in this order: sentences and commands go to lines of their own below their row; the
prose that is left and the headings are folded, at spaces; a table of one row stands upright, a column a line; of others
columns fall away, the least important first, and are named.
"""

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.write.breadth import breadth

INDENT, BETWEEN = "    ", "  "
NARROWEST_PROSE = 24  # characters; no column of prose is folded narrower than this
# A command, to the end of its clause, stays on one line, so that it can be copied whole.
COMMAND = re.compile(r"ipsu (?:(?![;.,:)](?: |$)).)+")
TOGETHER = "\0"  # a space at which no line breaks; what is shown holds no control character
# What says by itself what it is: it may leave its column. In this order.
BELOW = ("command", "message", "demand")
# What falls away first where a terminal is narrow, by the keys of columns, the least important first: what the others
# imply, then what the row is known without, then where it comes from. After these, columns fall away from the right.
LEAST_IMPORTANT = (
    "unit", "code", "rounding", "refers_to", "weekday", "undone_by", "currency", "vat_basis", "denominator",
    "numerator", "payable_from", "vat", "source", "kind", "settled_by", "awaits", "since", "days_late", "used_share",
    "service", "quantity", "version", "week", "unit_price", "net", "submitted", "date", "self_invoice", "agreement",
    "level", "counts", "difference", "coach", "days", "working_days_left", "to", "month",
)  # fmt: skip
# What a row is about falls away nowhere: its first column, and these.
ALWAYS = ("value", "figure", "total", "open", *BELOW)

Grid = Sequence[Sequence[str]]


class Fit(NamedTuple):
    """Places of columns: `abreast` next to each other, as wide as `widths` says of each; `below` on lines of their own;
    `left_out` of those that fell away. In `needs` characters none falls
    away; 0 where the table stands as it is."""

    abreast: list[int]
    widths: dict[int, int]
    below: list[int]
    left_out: list[int]
    needs: int

    @property
    def across(self) -> int:
        """How wide a row is."""
        return _across(self.abreast, self.widths)

    @property
    def is_whole(self) -> bool:
        """Does every column stand in its place, as wide as it needs?"""
        return not self.below and not self.needs


def fit(table: Table, grid: Grid, width: int) -> Fit:
    """How the table stands in so many characters. `grid` is its headings, rows and sums as they are shown."""
    widest = _widths(grid, breadth)
    for below in _steps_down(table.columns):
        abreast = [place for place in range(len(table.columns)) if place not in below]
        if _across(abreast, widest) <= width:
            return Fit(abreast, widest, below, [], 0)
    least = _least_widths(table.columns, grid, widest)
    needs = _across(abreast, least)
    left_out = []
    falling = _falling(table.columns, grid, abreast)
    while _across(abreast, least) > width and (place := next(falling, None)) is not None:
        abreast.remove(place)
        left_out.append(place)
    return Fit(abreast, _shared(abreast, widest, least, width), below, sorted(left_out), needs)


def fold(text: str, width: int) -> list[str]:
    """The text as lines, broken at spaces only (a figure holds none that breaks); a command on one."""
    if breadth(text) <= width:
        return [text]
    indent = " " * (len(text) - len(text.lstrip(" ")))
    wrapper = textwrap.TextWrapper(
        width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(TOGETHER, " ") for line in wrapper.wrap(_bound(text.lstrip(" ")))]


def _bound(text: str) -> str:
    """The text with each of its commands as one word."""
    return COMMAND.sub(lambda found: found[0].replace(" ", TOGETHER), text)


def _steps_down(columns: Sequence[Column]) -> Iterator[list[int]]:
    """Nothing below the rows, then a little more each time; a table has a column next to them."""
    movable = [place for key in BELOW for place, column in enumerate(columns) if column.key == key and place > 0]
    for count in range(len(movable) + 1):
        yield sorted(movable[:count])


def _widths(grid: Grid, width_of: Callable[[str], int]) -> dict[int, int]:
    return {place: max(map(width_of, column)) for place, column in enumerate(zip(*grid, strict=True))}


def _least_widths(columns: Sequence[Column], grid: Grid, widest: dict[int, int]) -> dict[int, int]:
    """How narrow each column may be: headings and prose are folded, but no word of them and no command is broken."""
    words, cells = _widths(grid, _longest_word), _widths(grid[1:], breadth)
    return {
        place: min(widest[place], max(words[place], NARROWEST_PROSE if column.kind == "text" else cells[place]))
        for place, column in enumerate(columns)
    }


def _longest_word(text: str) -> int:
    return max(map(breadth, _bound(text).split(" ")))


def _across(places: Sequence[int], widths: dict[int, int]) -> int:
    return sum(widths[place] for place in places) + len(BETWEEN) * (len(places) - 1)


def _falling(columns: Sequence[Column], grid: Grid, abreast: Sequence[int]) -> Iterator[int]:
    """The columns that may fall away, in the order in which they do; first those without a single value."""
    may = [place for place in abreast[1:] if columns[place].key not in ALWAYS]
    empty = [place for place in may if not any(row[place] for row in grid[1:])]
    ranked = [place for key in LEAST_IMPORTANT for place in may if columns[place].key == key]
    yield from dict.fromkeys([*empty, *ranked, *reversed(may)])


def _shared(places: Sequence[int], widest: dict[int, int], least: dict[int, int], width: int) -> dict[int, int]:
    """How wide each column is: the prose that can give most gives first, and no more than is needed."""
    widths = dict(widest)
    over = _across(places, widths) - width
    for place in sorted(places, key=lambda place: least[place] - widest[place]):
        given = max(min(over, widest[place] - least[place]), 0)
        widths[place] -= given
        over -= given
    return widths
