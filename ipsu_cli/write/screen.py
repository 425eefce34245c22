"""An answer on the screen: sentences and tables as text, one row a line, nothing cropped."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.text import clean
from ipsu_cli.locale import code_word, column_heading, grouped, say, shown

DECIMALS = ("hours", "money")
# Kinds of values that a long list has again and again.
REPEATED = (str, dt.date, type(None))
RIGHT = ("hours", "money", "count", "share", "figure")


def as_text(answer: Answer, lang: str) -> str:
    """The whole answer as text, ended by a newline; empty if there is nothing to say."""
    parts = [clean(say(line.code, lang, **line.figures)) for line in answer.lines]
    for table in answer.tables:
        parts += ["", *table_lines(table, lang)] if parts else table_lines(table, lang)
    for line in answer.after:
        parts += ["", clean(say(line.code, lang, **line.figures))]
    return "\n".join(parts) + "\n" if parts else ""


def title(table: Table, lang: str) -> str:
    """The table's title, filled with its figures, and its note."""
    figures = {key: code_word(value, lang) if key == "status" else value for key, value in table.figures.items()}
    note = f" ({say(f'message.{table.note}', lang)})" if table.note else ""
    return clean(say(f"table.{table.name}", lang, **figures) + note)


def heading(column: Column, lang: str) -> str:
    """The column's heading."""
    return clean(column_heading(column.key, lang))


def table_lines(table: Table, lang: str) -> list[str]:
    """Title, headings, rows and sums, in columns as wide as they need."""
    rows = _cells(table, lang)
    if table.totals and len(rows) > 1:
        rows.append(totals(table, lang))
    heads = [heading(column, lang) for column in table.columns]
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    lines = [title(table, lang), _line(heads, widths, table), _line(["-" * w for w in widths], widths, table)]
    return lines + [_line(row, widths, table) for row in rows]


def _cells(table: Table, lang: str) -> list[list[str]]:
    """Every value as its column shows it: column by column, for in a long list most values come again."""
    columns = []
    for place, column in enumerate(table.columns):
        shown: dict[Any, str] = {}
        cells = []
        for row in table.rows:
            value = row[place]
            if type(value) is str and column.kind != "code" and value.isprintable():
                cells.append(value)
                continue
            key = (type(value), value) if type(value) in REPEATED else None
            text = shown.get(key) if key else None
            if text is None:
                text = cell(value, column, lang)
                if key:
                    shown[key] = text
            cells.append(text)
        columns.append(cells)
    return [list(row) for row in zip(*columns, strict=True)]


def totals(table: Table, lang: str) -> list[str]:
    """The sums at the foot."""
    sums = []
    for place, column in enumerate(table.columns):
        if column.key in table.totals:
            sums.append(cell(_sum([row[place] for row in table.rows if row[place]], column), column, lang))
        else:
            sums.append(say("column.total", lang) if place == 0 else "")
    return sums


def _sum(numbers: list[Any], column: Column) -> Any:
    """What the numbers of a column make, in their kind."""
    nothing = Quantity(0) if column.kind in DECIMALS else 0
    return sum(numbers[1:], numbers[0]) if numbers else nothing


def _line(cells: list[str], widths: list[int], table: Table) -> str:
    padded = [
        text.rjust(width) if column.kind in RIGHT else text.ljust(width)
        for text, width, column in zip(cells, widths, table.columns, strict=True)
    ]
    return "  ".join(padded).rstrip()


def cell(value: Any, column: Column, lang: str) -> str:
    """One value as its column shows it, literally: nothing that a person typed acts."""
    if value is None:
        return ""
    if isinstance(value, Text):
        text = say(value.code, lang, **value.figures)
    elif column.kind in DECIMALS:
        text = grouped(value, lang)
    elif isinstance(value, str) and column.kind == "code":
        text = str(code_word(value, lang))
    elif isinstance(value, Hundredths | dt.date | list | tuple):
        text = shown(value, lang)
    else:
        text = str(value)
    return clean(text).replace("\n", " ")
