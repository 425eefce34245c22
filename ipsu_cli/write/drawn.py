"""A table as it is drawn on a terminal: lines of texts in their styles, with bars where there is room."""

from collections.abc import Iterator, Sequence
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.locale import say
from ipsu_cli.write.bars import DONE, LENGTHS, OVER, bars
from ipsu_cli.write.breadth import breadth
from ipsu_cli.write.fit import BETWEEN, INDENT, NARROWEST_PROSE, Fit, Grid, fit, fold
from ipsu_cli.write.screen import RIGHT, cell, heading, title, totals

RULE, PLAIN_RULE = "─", "-"  # the second where the terminal's encoding lacks the first
HEAD, SAID = "bold", "italic"  # the styles of headings, and of what is told of the table
# As rich names them: those of a terminal's own green and yellow that most have cannot be read on white.
GOOD, WAITS, BAD = "color(28)", "color(166)", "color(196)"
# Codes and sentences whose words have a colour too: whoever sees none reads the word.
COLOURS = {
    **dict.fromkeys(("kpi.met", "message.met"), GOOD),
    **dict.fromkeys(("kpi.not-met", "message.not-met"), BAD),
    **dict.fromkeys(("missing", "rejected", "returned", "differs", "twice", "locked"), BAD),
    **dict.fromkeys(("draft", "submitted", "unanswered", "part-paid", "awaiting", "held"), WAITS),
    **dict.fromkeys(("confirmed", "approved", "paid", "equal", "settled"), GOOD),
}


class Piece(NamedTuple):
    """A piece of a line, and its style as rich names it."""

    text: str
    style: str = ""


StyledLine = list[Piece]


class Screen(NamedTuple):
    """What a table is drawn on: characters across, the encoding, and the language that is read there."""

    width: int
    encoding: str
    lang: str

    def shows(self, character: str) -> bool:
        """Does its encoding have the character?"""
        try:
            character.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


class Drawn:
    """A table on a screen. `grid` is its headings, rows and sums as they are shown."""

    def __init__(self, table: Table, screen: Screen) -> None:
        self.screen = screen
        self.table, self.grid, self.fit = self._fitted(table)

    def lines(self) -> Iterator[StyledLine]:
        """Each line of it."""
        yield from self._told(title(self.table, self.screen.lang))
        if self.fit.left_out and len(self.table.rows) == 1:
            yield from self._upright()
        else:
            yield from self._across()

    def _across(self) -> Iterator[StyledLine]:
        yield from self._row(self.grid[0], [HEAD] * len(self.grid[0]))
        yield self._rule()
        for values, texts in zip(self.table.rows, self.grid[1:], strict=False):
            yield from self._row(texts, list(map(_style, values, texts, self.table.columns)))
            yield from (line for place in self.fit.below for line in self._below(texts[place]))
        if _is_summed(self.table):
            yield self._rule()
            yield from self._row(self.grid[-1], [""] * len(self.grid[-1]))
        if self.fit.left_out:
            yield from self._told(self._left_out())

    def _upright(self) -> Iterator[StyledLine]:
        """The only row, a line or more for each of its columns that says something."""
        (values,), (heads, texts, *_) = self.table.rows, self.grid
        width = max(map(breadth, heads))
        room = max(self.screen.width - width - len(BETWEEN), NARROWEST_PROSE)
        for head, value, text, column in zip(heads, values, texts, self.table.columns, strict=True):
            for number, line in enumerate(fold(text, room) if text else []):
                label = head if number == 0 else ""
                yield [Piece(label + _padding(label, width) + BETWEEN, HEAD), Piece(line, _style(value, text, column))]

    def _fitted(self, table: Table) -> tuple[Table, Grid, Fit]:
        """With the longest bars that there is room for."""
        for length in LENGTHS if table.bar and self.screen.shows(DONE) else ():
            barred = _with_bars(table, length)
            grid = self._grid(barred)
            fitted = fit(barred, grid, self.screen.width)
            if fitted.is_whole:
                return barred, grid, fitted
        grid = self._grid(table)
        return table, grid, fit(table, grid, self.screen.width)

    def _grid(self, table: Table) -> Grid:
        lang = self.screen.lang
        heads = [heading(column, lang) for column in table.columns]
        rows = [[cell(v, c, lang) for v, c in zip(row, table.columns, strict=True)] for row in table.rows]
        return [heads, *rows, totals(table, lang)] if _is_summed(table) else [heads, *rows]

    def _row(self, texts: Sequence[str], styles: Sequence[str]) -> Iterator[StyledLine]:
        """The lines of a row: as many as its texts are folded to."""
        folded = [fold(texts[place], self.fit.widths[place]) for place in self.fit.abreast]
        for number in range(max(map(len, folded))):
            line: StyledLine = []
            for place, lines in zip(self.fit.abreast, folded, strict=True):
                line += self._cell(place, lines[number] if number < len(lines) else "", styles[place])
            yield line[:-1]  # nothing stands after the last one

    def _cell(self, place: int, text: str, style: str) -> StyledLine:
        """A text as wide as its column, and what is between it and the next."""
        room = _padding(text, self.fit.widths[place])
        if self.table.columns[place].kind in RIGHT:
            return [Piece(room), Piece(text, style), Piece(BETWEEN)]
        return [Piece(text, style), Piece(room + BETWEEN)]

    def _rule(self) -> StyledLine:
        line = RULE if self.screen.shows(RULE) else PLAIN_RULE
        return [Piece(line * min(self.fit.across, self.screen.width))]

    def _below(self, text: str) -> Iterator[StyledLine]:
        return ([Piece(line)] for line in fold(INDENT + text, self.screen.width) if text)

    def _told(self, text: str) -> Iterator[StyledLine]:
        return ([Piece(line, SAID)] for line in fold(text, self.screen.width))

    def _left_out(self) -> str:
        """Which columns fell away, and how they are seen."""
        columns = "; ".join(self.grid[0][place] for place in self.fit.left_out)
        return say("message.columns-left-out", self.screen.lang, columns=columns, width=self.fit.needs)


def _padding(text: str, width: int) -> str:
    return " " * (width - breadth(text))


def _with_bars(table: Table, length: int) -> Table:
    """The table with its bars in a column of their own; the numbers stand as they are."""
    rows = [(*row, bar) for row, bar in zip(table.rows, bars(table, length), strict=True)]
    return table._replace(columns=(*table.columns, Column("bar")), rows=rows)


def _is_summed(table: Table) -> bool:
    return bool(table.totals) and len(table.rows) > 1


def _style(value: Any, text: str, column: Column) -> str:
    """A code has the colour of what it means. What is below zero or over its plan stands out; its sign, or how its bar
    ends, says the same."""
    if isinstance(value, Text):
        return COLOURS.get(value.code, "")
    if column.kind == "code":
        return COLOURS.get(value, "") if isinstance(value, str) else ""
    if text.endswith(OVER):
        return BAD
    return f"bold {BAD}" if column.kind in RIGHT and text.startswith("-") else ""
