"""What a worksheet holds: a grid of values, what each looks like, and how wide its columns are."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.locale import say, shown
from ipsu_cli.write.breadth import breadth

AMOUNT = "#,##0.00"
FORMATS = {
    "hours": AMOUNT,
    "money": AMOUNT,
    "count": "#,##0",
    "decimal": "#,##0.0##",
    "share": "0.0 %",
    "rate": "0.0 %",
    "day": "yyyy-mm-dd",
}
PER_CENT = ("share", "rate")
# What XML cannot hold; the rest of the control characters too, for a screen should not act on them either.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
EARLIEST = dt.date(1900, 3, 1)  # before it, spreadsheets disagree on what day a number is
NARROWEST, WIDEST = 8, 42


@dataclass(frozen=True)
class Head:
    """One column of a sheet. The kinds are those of `Column`, and `rate` (per cent)."""

    text: str
    kind: str = "text"


@dataclass(frozen=True)
class Worksheet:
    """One worksheet: a grid with sums at its foot, and if need be labels with values above it.

    `rows` may be made as they are asked for: they are gone through once. `sums` and `balance` name columns by their
    place. `balance`: a last line with the first less the second, called `balance_label`. `filled_in` are the columns
    whose empty cells are there to be filled in. `draw` is given the worksheet and the number of the last row of the
    grid. `one_page`: a page to be read as it is, printed on one, without filters. Text
    that is wider than `widest` characters is wrapped.
    """

    name: str
    heads: tuple[Head, ...]
    rows: Iterable[tuple[Any, ...]]
    sums: tuple[int, ...] = ()
    above: tuple[tuple[str, Any], ...] = ()
    balance: tuple[int, int] | None = None
    balance_label: str = ""
    title: str = ""
    filled_in: tuple[int, ...] = ()
    draw: Callable[[Any, int], None] | None = None
    one_page: bool = False
    widest: int = WIDEST

    @property
    def head_row(self) -> int:
        """The row of the headings."""
        return len(self.above) + 2 if self.above else 1

    def of_numbers(self, column: int) -> bool:
        """Its numbers, and what stands among them, end at the right. Of rows that are still to come the heading alone
        says so."""
        kind = self.heads[column].kind
        if kind in FORMATS or not isinstance(self.rows, Sequence):
            return kind in FORMATS and kind != "day"
        return any(is_number(row[column]) for row in self.rows)


# The function of SUBTOTAL that adds up, without what is hidden.
SHOWN = 109


@dataclass(frozen=True)
class Formula:
    """A formula, and the number that it makes: what is shown until something calculates it again."""

    text: str
    value: Decimal


def sum_of(sheet: Worksheet, column: int, last_row: int, total: Decimal) -> Formula:
    """The sum of the rows that a filter shows, of those down to `last_row`; `total` is what all of them make."""
    if last_row == sheet.head_row:
        return Formula("=0", Decimal(0))  # a sum over no rows would take in itself
    return Formula(f"=SUBTOTAL({SHOWN},{_rows_of(sheet, column, last_row)})", total)


def _rows_of(sheet: Worksheet, column: int, last_row: int) -> str:
    name = letter(column)
    return f"{name}{sheet.head_row + 1}:{name}{last_row}"


def difference(sheet: Worksheet, first: int, second: int, last_row: int, rest: Decimal) -> Formula:
    """Of all rows, whatever a filter shows. Rounded: spreadsheets calculate in binary, where öre do not always add up
    to nothing."""
    if last_row == sheet.head_row:
        return Formula("=0", Decimal(0))
    columns = (_rows_of(sheet, column, last_row) for column in (first, second))
    return Formula("=ROUND(SUM({})-SUM({}),2)".format(*columns), rest)


def letter(column: int) -> str:
    """The name of a column by its place: 0 is A, 26 is AA."""
    before, last = divmod(column, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal | Hundredths) and not isinstance(value, bool)


def number_of(kind: str, value: int | Decimal | Hundredths) -> Decimal:
    """The number that a cell of this kind holds; per cent is a part of one there."""
    number = Decimal(value.hundredths) / 100 if isinstance(value, Hundredths) else Decimal(value)
    return number / 100 if kind in PER_CENT else number


def kind_of(kind: str, value: Any) -> str:
    """The kind of one value: a note in a column of numbers is text, hours in a column of text are hours."""
    if isinstance(value, dt.date):
        return "day" if value >= EARLIEST else "text"
    if not is_number(value):
        return "text"
    return kind if kind in FORMATS and kind != "day" else _kind_of_number(value)


def _kind_of_number(value: Any) -> str:
    kinds = {Hours: "hours", Quantity: "hours", Ore: "money", Percent: "share", Decimal: "decimal"}
    return kinds.get(type(value), "count")


def plain(kind: str, value: Any, lang: str) -> Any:
    """What stands in the cell."""
    if value is None or kind == "day":
        return value
    if kind != "text":
        return number_of(kind, value)
    if isinstance(value, bool):
        return say("sheet.yes" if value else "sheet.no", lang)
    return shown(value, lang)


def clean(text: str) -> str:
    """`text` with lines ended as in a workbook, and no character that XML or a screen would choke on."""
    return UNSEEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def lines_of(text: str, widest: int) -> int:
    """How many lines it takes in a column of the greatest width; long words leave a seventh of it empty."""
    found = [breadth(line) for line in text.split("\n")]
    return sum(1 if width <= widest else 1 + width * 8 // (widest * 7) for width in found)
