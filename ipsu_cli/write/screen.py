"""An answer on the screen: sentences and tables as text, one row a line, nothing cropped."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.records import TOGETHER, spooled
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.text import clean, is_plain
from ipsu_cli.locale import code_word, column_heading, grouped, say, sentence, shown

DECIMALS = ("hours", "money")
# Kinds of values that a long list has again and again, and how many of a column's are remembered.
REPEATED = (str, dt.date, Hundredths, type(None))
MOST_KEPT = 10_000
RIGHT = ("hours", "money", "count", "share", "figure")

CellTexts = Sequence[str]


def as_text(answer: Answer, lang: str) -> Iterator[str]:
    """The whole answer as lines of text, each with its newline; none if there is nothing to say."""
    between = ""
    for line in answer.lines:
        yield clean(sentence(line, lang)) + "\n"
        between = "\n"
    for table in answer.tables:
        yield between
        yield from (line + "\n" for line in table_lines(table, lang))
        between = "\n"
    for line in answer.after:
        yield f"{between}{clean(sentence(line, lang))}\n"
        between = "\n"


def title(table: Table, lang: str) -> str:
    """The table's title, filled with its figures, and its note."""
    figures = {key: code_word(value, lang) if key == "status" else value for key, value in table.figures.items()}
    note = f" ({say(f'message.{table.note}', lang)})" if table.note else ""
    return clean(say(f"table.{table.name}", lang, **figures) + note)


def heading(column: Column, lang: str) -> str:
    """The column's heading."""
    return clean(column_heading(column.key, lang))


def table_lines(table: Table, lang: str) -> Iterator[str]:
    """Title, headings, rows and sums, in columns as wide as they need."""
    heads = [heading(column, lang) for column in table.columns]
    foot = [totals(table, lang)] if table.totals and len(table.rows) > 1 else []
    widths = _Widths([heads, *foot])
    rows = spooled(widths.of(cells_of(table, lang)))
    template = "  ".join(
        f"%{'' if column.kind in RIGHT else '-'}{width}s"
        for column, width in zip(table.columns, widths.widths, strict=True)
    )
    rule = ["-" * width for width in widths.widths]
    yield title(table, lang)
    for row in chain([heads, rule], rows, foot):
        yield (template % tuple(row)).rstrip()


class _Widths:
    """How wide columns have to be for the rows that have come by."""

    def __init__(self, rows: list[CellTexts]) -> None:
        self.widths = [max(map(len, column)) for column in zip(*rows, strict=True)]

    def of(self, portions: Iterable[list[CellTexts]]) -> Iterator[CellTexts]:
        """The rows, one after another."""
        for columns in portions:
            self.widths = [max(width, *map(len, column)) for width, column in zip(self.widths, columns, strict=True)]
            yield from zip(*columns, strict=True)


def cells_of(table: Table, lang: str) -> Iterator[list[CellTexts]]:
    """Every value as its column shows it, some rows at a time and these column by column: in a long list most values
    come again."""
    shown = [_Shown(column, lang) for column in table.columns]
    rows = iter(table.rows)
    while portion := list(islice(rows, TOGETHER)):
        yield [known.all_of(values) for known, values in zip(shown, zip(*portion, strict=True), strict=True)]


class _Shown(dict[Any, str]):
    """How a column shows its values; those of kinds that come again and again are remembered."""

    def __init__(self, column: Column, lang: str) -> None:
        self.column, self.lang = column, lang

    def all_of(self, values: Sequence[Any]) -> CellTexts:
        """Each of the values as it is shown."""
        kinds = set(map(type, values))
        if kinds == {str} and self.column.kind != "code" and is_plain("".join(values)):
            return values
        if kinds == {int} and self.column.kind not in DECIMALS:
            return list(map(str, values))
        if all(issubclass(kind, REPEATED) for kind in kinds):
            return list(map(self.__getitem__, values))
        return [cell(value, self.column, self.lang) for value in values]

    def __missing__(self, value: Any) -> str:
        text = cell(value, self.column, self.lang)
        if len(self) < MOST_KEPT:
            self[value] = text
        return text


def totals(table: Table, lang: str) -> list[str]:
    """The sums at the foot."""
    sums = []
    for place, column in enumerate(table.columns):
        if column.key in table.totals:
            sums.append(cell(_sum((row[place] for row in table.rows if row[place]), column), column, lang))
        else:
            sums.append(say("column.total", lang) if place == 0 else "")
    return sums


def _sum(numbers: Iterator[Any], column: Column) -> Any:
    """What the numbers of a column make, in their kind."""
    first = next(numbers, Quantity(0) if column.kind in DECIMALS else 0)
    return sum(numbers, first)


def cell(value: Any, column: Column, lang: str) -> str:
    """One value as its column shows it, literally: nothing that a person typed acts."""
    if value is None:
        return ""
    if isinstance(value, Text):
        text = sentence(value, lang)
    elif column.kind in DECIMALS:
        text = grouped(value, lang)
    elif isinstance(value, str) and column.kind == "code":
        text = str(code_word(value, lang))
    elif isinstance(value, Hundredths | dt.date | list | tuple):
        text = shown(value, lang)
    else:
        text = str(value)
    return clean(text).replace("\n", " ")
