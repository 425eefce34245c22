"""Tables on a terminal: drawn where they fit its width, else each row on several lines, and nothing broken."""

import os
import textwrap
from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.text import clean
from ipsu_cli.locale import say
from ipsu_cli.write.screen import RIGHT, cell, heading, table_lines, title, totals

# Rows; to draw more takes long and is held in memory, and nobody reads it as a table: they stand as in a file.
MOST_DRAWN = 1_000
_COMMAND = "ipsu "  # What holds one stays on one line, so that it can be copied whole.
_PROSE = 24  # No column of prose is folded narrower than this.
_INDENT = "    "
_BAR, _FULL, _PARTS = 20, "█", "▏▎▍▌▋▊▉"  # how long the longest bar is, and what bars are made of

Grid = list[list[str]]


def show(answer: Answer, lang: str) -> None:
    """Print the answer with rich. What people typed is shown as text, never as markup."""
    from rich.console import Console

    plain = bool(os.environ.get("NO_COLOR"))  # rich alone would still print bold.
    console = Console(markup=False, emoji=False, highlight=False, color_system=None if plain else "auto")
    for line in answer.lines:
        _say(console, clean(say(line.code, lang, **line.figures)))
    for table in answer.tables:
        console.print()
        if len(table.rows) > MOST_DRAWN:
            console.file.writelines(f"{line}\n" for line in table_lines(table, lang))
            continue
        _say(console, title(table, lang), style="italic")
        barred = with_bars(table)
        fits = _width(console, _drawn(barred, _grid(barred, lang))) <= console.width
        shown = barred if fits else table
        _show_table(console, shown, _grid(shown, lang))
    for line in answer.after:
        console.print()
        _say(console, clean(say(line.code, lang, **line.figures)))


def _say(console: Any, text: str, style: str | None = None) -> None:
    lines = [_fold(line, max(console.width, _PROSE)) for line in text.split("\n")]
    console.print("\n".join(lines), style=style, soft_wrap=True)


def _grid(table: Table, lang: str) -> Grid:
    """Headings, rows and sums as they are shown."""
    heads = [heading(column, lang) for column in table.columns]
    rows = [[cell(v, c, lang) for v, c in zip(row, table.columns, strict=True)] for row in table.rows]
    return [heads, *rows, totals(table, lang)] if _summed(table) else [heads, *rows]


def with_bars(table: Table) -> Table:
    """The table with the bars of one of its columns next to it; the numbers stand as they are."""
    if not table.bar:
        return table
    place = [column.key for column in table.columns].index(table.bar)
    values = [_length(row[place]) for row in table.rows]
    most = max(values, default=0)
    rows = [(*row, _bar(value, most)) for row, value in zip(table.rows, values, strict=True)]
    return table._replace(columns=(*table.columns, Column("bar")), rows=rows, bar="")


def _length(value: Any) -> int:
    """What a bar is as long as: a count, or the hundredths of a number of a kind; nothing below zero."""
    return max(value.hundredths if isinstance(value, Hundredths) else value or 0, 0)


def _bar(value: int, most: int) -> str:
    """`value` as eighths of a bar that `most` fills."""
    eighths = 8 * _BAR * value // most if most else 0
    return _FULL * (eighths // 8) + (_PARTS[eighths % 8 - 1] if eighths % 8 else "")


def _summed(table: Table) -> bool:
    return bool(table.totals) and len(table.rows) > 1


def _show_table(console: Any, table: Table, grid: Grid) -> None:
    drawn = _drawn(table, grid)
    over = _width(console, drawn) - console.width
    if over > 0:
        drawn = _drawn(table, _folded(table, grid, over))
    if _width(console, drawn) <= console.width:
        console.print(drawn)
    else:
        console.print(_stacked(table, grid, max(console.width, _PROSE)), soft_wrap=True)


def _drawn(table: Table, grid: Grid) -> Any:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Drawn
    from rich.text import Text

    drawn = Drawn(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for column, head in zip(table.columns, grid[0], strict=True):
        drawn.add_column(Text(head), justify="right" if column.kind in RIGHT else "left", no_wrap=True)
    for row in grid[1:]:
        if _summed(table) and row is grid[-1]:
            drawn.add_section()
        drawn.add_row(
            *(Text(text, style=_style(text, column)) for text, column in zip(row, table.columns, strict=True))
        )
    return drawn


def _style(text: str, column: Column) -> str:
    """A number below zero stands out; its sign says the same to whoever sees no colour."""
    return "bold red" if column.kind in RIGHT and text.startswith("-") else ""


def _width(console: Any, drawn: Any) -> int:
    """How wide it is where nothing is folded."""
    return int(console.measure(drawn, options=console.options.update(width=1_000_000)).maximum)


def _folded(table: Table, grid: Grid, over: int) -> Grid:
    """The grid with the prose that can give most folded, to be `over` narrower or as narrow as it may be."""
    columns = list(zip(*grid, strict=True))
    widths = [max(map(len, column)) for column in columns]
    leasts = [max(_PROSE, *map(_least, column)) for column in columns]
    gives = [w - least if c.kind == "text" else 0 for c, w, least in zip(table.columns, widths, leasts, strict=True)]
    at = gives.index(max(gives))
    width = widths[at] - min(over, gives[at])
    return [[*row[:at], _fold(row[at], width), *row[at + 1 :]] for row in grid] if gives[at] > 0 else grid


def _least(text: str) -> int:
    """The width that breaks no word and no command."""
    return len(text) if _COMMAND in text else max(map(len, text.split(" ")))


def _fold(text: str, width: int) -> str:
    """The text on more lines, broken at spaces only (a figure holds none that breaks); a command on one."""
    if _COMMAND in text or len(text) <= width:
        return text
    indent = _INDENT if text.startswith(_INDENT) else ""
    return textwrap.fill(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _stacked(table: Table, grid: Grid, width: int) -> str:
    """Each row on as many lines as its columns need, under headings laid out the same way."""
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    bands = _bands(widths, width - len(_INDENT))
    first, *rest = [_stack(table, row, widths, bands, width) for row in grid]
    return "\n".join([first, "-" * width, *rest])


def _bands(widths: list[int], width: int) -> list[list[int]]:
    """Which columns share a line: as many as fit next to each other, at least one."""
    bands: list[list[int]] = []
    for place, wide in enumerate(widths):
        if bands and sum(widths[column] + 2 for column in bands[-1]) + wide <= width:
            bands[-1].append(place)
        else:
            bands.append([place])
    return bands


def _stack(table: Table, row: list[str], widths: list[int], bands: list[list[int]], width: int) -> str:
    padded = [
        text.rjust(wide) if column.kind in RIGHT else text.ljust(wide)
        for text, wide, column in zip(row, widths, table.columns, strict=True)
    ]
    lines = ["  ".join(padded[place] for place in band).rstrip() for band in bands]
    shown = [(n, line) for n, line in enumerate(lines) if line or n == 0]
    return "\n".join(_fold(_INDENT * (n > 0) + line, width) for n, line in shown).rstrip()
