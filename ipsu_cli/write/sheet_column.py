"""A column of a worksheet while its cells are written: what each looks like, and how wide and large the values are."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.problem import Refused
from ipsu_cli.locale import code_word, grouped
from ipsu_cli.write.breadth import breadth
from ipsu_cli.write.sheet import (
    NARROWEST,
    PER_CENT,
    UNSEEN,
    Formula,
    Worksheet,
    clean,
    kind_of,
    letter,
    lines_of,
    number_of,
    plain,
)

# A spreadsheet takes text that begins so for a formula, if not at once then when the cell is edited.
ACTING = tuple("=+-@\t\n'＝＋－＠")
LONGEST = 32_767  # characters that a cell holds
DAY_ZERO = dt.date(1899, 12, 30).toordinal()  # what a spreadsheet counts days from
DAY_WIDTH = len("2026-03-09")

_UNITS = Hundredths.__str__  # of kronor too, which write themselves as öre

# The number of a style by its name, and by whether a quote mark stands before the text.
StyleOf = Callable[[str, bool], int]
WriteCell = Callable[[Any], str]


class SheetPlace:
    """Where a sheet is being written: its name, and the number of the next row."""

    def __init__(self, sheet: str) -> None:
        self.sheet, self.row = sheet, 1


class SheetColumn:
    """One column. `right`: its numbers, and what stands among them, end at the right. `lines` is how many the last
    cell takes, `total` what the numbers make where the sheet sums them."""

    def __init__(self, sheet: Worksheet, n: int, place: SheetPlace, style_of: StyleOf, lang: str) -> None:
        self.sheet, self.n, self.place, self.style_of, self.lang = sheet, n, place, style_of, lang
        self.head = sheet.heads[n]
        self.right = sheet.of_numbers(n)
        self.lines = 1
        self.total = Decimal(0)
        self._summed = n in sheet.sums
        self._cell = f'<c r="{letter(n)}'
        self._widest = 0
        self._lowest = self._highest = 0  # hundredths
        self._writers: dict[type, WriteCell] = {}

    def cell(self, value: Any) -> str:
        """A value of the grid, as a cell that looks as its kind does."""
        self.lines = 1
        kind = type(value)
        writer = self._writers.get(kind)
        if writer is None:
            writer = self._writers[kind] = self._writer(value)
        return writer(value)

    def _writer(self, value: Any) -> WriteCell:
        """What writes values of the type of `value`."""
        if value is None:
            return self._empty()
        if isinstance(value, dt.date):
            return self._day
        kind = kind_of(self.head.kind, value)
        return self._prose if kind == "text" else self._numbers(kind)

    def _empty(self) -> WriteCell:
        """Nothing, where nobody is to fill it in."""
        if self.n not in self.sheet.filled_in:
            return lambda value: ""
        style = self.style_of(f"open {self.head.kind}", False)
        return lambda value: f'{self._cell}{self.place.row}" s="{style}"/>'

    def _day(self, value: dt.date) -> str:
        if kind_of("day", value) == "text":
            return self._prose(value)
        self._widest = max(self._widest, DAY_WIDTH)
        style = self.style_of("day", False)
        return f'{self._cell}{self.place.row}" s="{style}"><v>{value.toordinal() - DAY_ZERO}</v></c>'

    def _numbers(self, kind: str) -> WriteCell:
        style = self.style_of(kind, False)
        share = kind in PER_CENT

        def write(value: Any) -> str:
            exact = isinstance(value, Hundredths) and not share
            number = _UNITS(value) if exact else number_of(kind, value)
            hundredths = value.hundredths if exact else int(number * 100)
            if hundredths > self._highest:
                self._highest = hundredths
            elif hundredths < self._lowest:
                self._lowest = hundredths
            if self._summed:
                self.total += number_of(kind, value)
            return f'{self._cell}{self.place.row}" s="{style}"><v>{number}</v></c>'

        return write

    def _prose(self, value: Any) -> str:
        """Text; in a column of numbers it ends at the right like them, and long text is wrapped."""
        text = plain("text", code_word(value, self.lang) if self.head.kind == "code" else value, self.lang)
        if UNSEEN.search(text):
            text = clean(text)
        width = breadth(text)
        if width > self._widest:
            self._widest = width
        if width > self.sheet.widest or "\n" in text:
            self.lines = lines_of(text, self.sheet.widest)
        return self._text(text, "wrapped" if self.lines > 1 else "text right" if self.right else "text")

    def styled(self, value: Any, style: str) -> str:
        """A value outside of the grid, in a style of its own; an empty cell for None."""
        content = plain(kind_of("text", value), value, self.lang)
        if isinstance(content, str):
            return self.text(content, style)
        if isinstance(content, dt.date):
            content = content.toordinal() - DAY_ZERO
            self._widest = max(self._widest, DAY_WIDTH)
        number = "" if content is None else f"<v>{content}</v>"
        return f'{self._cell}{self.place.row}" s="{self.style_of(style, False)}">{number}</c>'

    def text(self, text: str, style: str) -> str:
        """Text outside of the grid, in a style of its own."""
        return self._text(clean(text), style)

    def _text(self, text: str, style: str) -> str:
        if len(text) > LONGEST // 2:
            self._refuse_long(text)
        number = self.style_of(style, text.startswith(ACTING))
        space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
        content = f"<is><t{space}>{escape(text)}</t></is>"
        return f'{self._cell}{self.place.row}" s="{number}" t="inlineStr">{content}</c>'

    def formula(self, formula: Formula, style: str) -> str:
        """A formula with the number that it makes: a previewer calculates nothing."""
        content = f"<f>{escape(formula.text.removeprefix('='))}</f><v>{formula.value:f}</v>"
        return f'{self._cell}{self.place.row}" s="{self.style_of(style, False)}">{content}</c>'

    def _refuse_long(self, text: str) -> None:
        """It would be cut without a word."""
        length = len(text.encode("utf-16-le")) // 2
        if length > LONGEST:
            raise Refused("file.text-too-long", length=length, longest=LONGEST, sheet=self.place.sheet,
                          column=self.head.text, row=self.place.row)  # fmt: skip

    def width(self) -> int:
        """As wide as the widest value, its sum included, but not so wide that a page holds nothing else."""
        return min(max(NARROWEST, self._needed() + 3), self.sheet.widest + 3)

    def _needed(self) -> int:
        found = [self._widest, breadth(self.head.text) + 2]  # and the button of the filter
        found += [self._across_number(number) for number in (self._lowest, self._highest)]
        if self._summed:
            found.append(self._across_number(int(self.total * 100)) + 1)  # bold
        if self.n == 0:
            found += [breadth(label) + 1 for label, _ in self.sheet.above]
        return max(found)

    def _across_number(self, hundredths: int) -> int:
        return len(grouped(Quantity(hundredths), self.lang)) if hundredths else 0
