"""The rows of a worksheet on their way into a workbook: written as they come, and forgotten."""

from itertools import islice
from typing import Any, BinaryIO

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.locale import say
from ipsu_cli.write.sheet import Worksheet, difference, kind_of, sum_of
from ipsu_cli.write.sheet_column import SheetColumn, SheetPlace, StyleOf

LINE_HEIGHT, HEAD_HEIGHT = 15, 21  # in points
LAST_ROW = 1_048_576  # of any sheet
AT_A_TIME = 500  # rows


class SheetSize(NamedTuple):
    """What is known of a sheet once its rows are written: how wide its columns are, and the last row of its grid."""

    widths: list[int]
    last_row: int


def write_rows(sheet: Worksheet, name: str, style_of: StyleOf, lang: str, file: BinaryIO) -> SheetSize:
    """Write the rows of a sheet, those above and below its grid included, as its part of a workbook has them.
    Raises `Refused` for text that is too long for a cell, and for more rows than a sheet has."""
    return _Rows(sheet, name, style_of, lang, file).write()


class _Rows:
    def __init__(self, sheet: Worksheet, name: str, style_of: StyleOf, lang: str, file: BinaryIO) -> None:
        self.sheet, self.lang, self.file = sheet, lang, file
        self.place = SheetPlace(name)
        self.columns = [SheetColumn(sheet, n, self.place, style_of, lang) for n in range(len(sheet.heads))]

    def write(self) -> SheetSize:
        self._write_above()
        self._write_heads()
        rows = map(self._body_row, self.sheet.rows)
        while batch := "".join(islice(rows, AT_A_TIME)):
            self.file.write(batch.encode())
        last_row = self.place.row - 1
        self._write_foot(last_row)
        return SheetSize([column.width() for column in self.columns], last_row)

    def _write_above(self) -> None:
        for label, value in self.sheet.above:
            first, second = self.columns[:2]
            self._put([first.text(label, "label"), second.styled(value, f"above {kind_of('text', value)}")])
        if self.sheet.above:
            self._put([])

    def _write_heads(self) -> None:
        heads = [column.text(column.head.text, "head right" if column.right else "head") for column in self.columns]
        self._put(heads, HEAD_HEIGHT)

    def _body_row(self, row: tuple[Any, ...]) -> str:
        cells = [column.cell(value) for column, value in zip(self.columns, row, strict=True)]
        lines = max([column.lines for column in self.columns])
        # Not every program finds the height of a wrapped row by itself.
        return self._next(cells, LINE_HEIGHT * lines if lines > 1 else 0)

    def _write_foot(self, last_row: int) -> None:
        sheet, columns = self.sheet, self.columns
        if not sheet.sums:
            return
        cells = [column.styled(None, "sum text") for column in columns]
        for n in sheet.sums:
            formula = sum_of(sheet, n, last_row, columns[n].total)
            cells[n] = columns[n].formula(formula, f"sum {sheet.heads[n].kind}")
        if 0 not in sheet.sums:
            cells[0] = columns[0].text(say("sheet.sum", self.lang), "sum text")
        self._put(cells)
        if sheet.balance:
            first, second = sheet.balance
            rest = difference(sheet, first, second, last_row, columns[first].total - columns[second].total)
            self._put([columns[0].text(sheet.balance_label, "label"), columns[second].formula(rest, "balance")])

    def _put(self, cells: list[str], height: int = 0) -> None:
        self.file.write(self._next(cells, height).encode())

    def _next(self, cells: list[str], height: int) -> str:
        row = self.place.row
        if row > LAST_ROW:
            raise Refused("file.sheet-full", sheet=self.place.sheet, most=LAST_ROW - 1)
        self.place.row += 1
        tall = f' ht="{height}" customHeight="1"' if height else ""
        return f'<row r="{row}"{tall}>{"".join(cells)}</row>'
