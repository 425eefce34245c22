"""Tables as a workbook: true numbers, text that stays text, and the same bytes for the same data."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Table
from ipsu_cli.locale import column_heading, in_words, say
from ipsu_cli.write.sheet import (
    FORMATS,
    Formula,
    Head,
    Worksheet,
    clean,
    difference,
    kind_of,
    letter,
    lines_of,
    plain,
    sum_of,
    widths,
)
from ipsu_cli.write.whole_file import private_folder, write_whole

# A spreadsheet takes text that begins so for a formula, if not at once then when the cell is edited.
ACTING = tuple("=+-@\t\n'＝＋－＠")
LONGEST = 32_767
INK, HEAD_FILL, FONT = "1F3864", "D9E2F3", "Calibri"
LINE_HEIGHT, HEAD_HEIGHT = 15, 21  # in points


def write_tables(path: Path, tables: Sequence[Table], lang: str, force: bool, today: dt.date) -> None:
    """A workbook with a sheet for each table. `today` is the day that it says it was made."""
    write_book(path, table_sheets(tables, lang), lang, force=force, today=today)


def table_sheets(tables: Sequence[Table], lang: str) -> list[Worksheet]:
    return [_table_sheet(table, lang) for table in tables]


def _table_sheet(table: Table, lang: str) -> Worksheet:
    title = say(f"table.{table.name}", lang, **table.figures)
    heads = tuple(Head(column_heading(column.key, lang), column.kind) for column in table.columns)
    sums = tuple(n for n, head in enumerate(table.columns) if head.key in table.totals and head.kind in FORMATS)
    rows = [tuple(in_words(v, c.kind, lang) for v, c in zip(r, table.columns, strict=True)) for r in table.rows]
    above = ((say("sheet.note", lang), say(f"message.{table.note}", lang)),) if table.note else ()
    return Worksheet(title, heads, rows, sums, above, title=title)


def write_book(path: Path, sheets: Sequence[Worksheet], lang: str, *, force: bool, today: dt.date) -> None:
    """A workbook of `sheets`. The file appears whole or not at all."""

    def fill(file: BinaryIO) -> None:
        with private_folder(path):
            _fill(file, sheets, lang, today)

    write_whole(path, fill, force=force)


def _fill(file: BinaryIO, sheets: Sequence[Worksheet], lang: str, today: dt.date) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "ipsu"
    book.properties.created = dt.datetime.combine(today, dt.time())
    _add_styles(book)
    raw = io.BytesIO()
    with _closed(book):
        names = sheet_names([sheet.name for sheet in sheets])
        papers = [_Paper(book, sheet, name, lang) for sheet, name in zip(sheets, names, strict=True)]
        for paper in papers:
            paper.write()
        book.save(raw)
    _repack(raw, file, book.properties, [paper.calculated for paper in papers])


@contextmanager
def _closed(book: Any) -> Iterator[None]:
    """A sheet that a fault left open would complain on stderr when it is cleared away."""
    try:
        yield
    except BaseException:
        for page in book.worksheets:
            with suppress(Exception):
                page.close()
        raise


def sheet_names(names: Sequence[str]) -> list[str]:
    """Names that a workbook takes: at most 31 characters, none of `[]:*?/\\`, no two alike."""
    taken: list[str] = []
    for name in names:
        plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "-", name).strip(" '") or "-"
        tries = (f"{plain[: 31 - len(tail)].rstrip()}{tail}" for tail in _tails())
        taken.append(next(attempt for attempt in tries if attempt.lower() not in map(str.lower, taken)))
    return taken


def _tails() -> Iterator[str]:
    yield ""
    yield from (f" ({n})" for n in range(2, 1_000))


def _add_styles(book: Any) -> None:
    """A style for each kind and place. Not every program draws table styles, so the heading has its own."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    plain, bold = Font(name=FONT, size=11), Font(name=FONT, size=11, bold=True)
    ink, fill = Font(name=FONT, size=11, bold=True, color=INK), PatternFill("solid", fgColor=HEAD_FILL)
    over, under = Border(top=Side(style="thin", color=INK)), Border(bottom=Side(style="thin", color=INK))
    # The room between a number and the text after it; LibreOffice at times forgets an indent at the right.
    left, right = Alignment("left", "top", indent=1), Alignment("right", "top")
    wrapped = Alignment("left", "top", indent=1, wrap_text=True)

    def add(name: str, **look: Any) -> None:
        book.add_named_style(NamedStyle(f"ipsu {name}", **{"font": plain, "alignment": left, **look}))

    for kind, shape in {"text": "@", **FORMATS}.items():
        side = left if kind in ("text", "day") else right
        add(kind, number_format=shape, alignment=side)
        add(f"sum {kind}", number_format=shape, alignment=side, font=bold, border=over)
        add(f"above {kind}", number_format=shape)
    add("text right", number_format="@", alignment=right)
    add("wrapped", alignment=wrapped)
    add("label", font=bold)
    add("balance", number_format=FORMATS["money"], font=bold, alignment=right)
    add("head", font=ink, fill=fill, border=under, alignment=Alignment("left", "center", indent=1))
    add("head right", font=ink, fill=fill, border=under, alignment=Alignment("right", "center"))


class _Paper:
    """A sheet on its way into a workbook, row after row."""

    def __init__(self, book: Any, sheet: Worksheet, name: str, lang: str) -> None:
        self.sheet, self.lang = sheet, lang
        self.page = book.create_sheet(name)
        self.right = [sheet.of_numbers(n) for n in range(len(sheet.heads))]
        self.row = 0
        self.calculated: dict[str, Decimal] = {}

    def write(self) -> None:
        self._set_up()
        self._write_above()
        self._write_heads()
        for row in self.sheet.rows:
            self._write_row(row)
        self._write_foot()
        if self.sheet.draw:
            self.sheet.draw(self.page, self.sheet.last_row)

    def _set_up(self) -> None:
        page, sheet = self.page, self.sheet
        for n, width in enumerate(widths(sheet, self.lang)):
            page.column_dimensions[letter(n)].width = width
        page.freeze_panes = f"A{sheet.head_row + 1}"
        page.auto_filter.ref = f"A{sheet.head_row}:{letter(len(sheet.heads) - 1)}{sheet.last_row}"
        page.print_title_rows = f"{sheet.head_row}:{sheet.head_row}"
        page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9  # A4
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.page_margins.left = page.page_margins.right = Decimal("0.4")
        page.oddHeader.left.text = (sheet.title or page.title).replace("&", "&&")
        page.oddFooter.right.text = say("sheet.page", self.lang)

    def _write_above(self) -> None:
        for label, value in self.sheet.above:
            kind = kind_of("text", value)
            content = self._cell(plain(kind, value, self.lang), f"ipsu above {kind}")
            self._put([self._cell(label, "ipsu label"), content])
        if self.sheet.above:
            self._put([])

    def _write_heads(self) -> None:
        styles = ["ipsu head right" if right else "ipsu head" for right in self.right]
        self.page.row_dimensions[self.row + 1].height = HEAD_HEIGHT
        self._put([self._cell(*head) for head in zip((h.text for h in self.sheet.heads), styles, strict=True)])

    def _write_row(self, row: tuple[Any, ...]) -> None:
        cells = [self._value(n, value) for n, value in enumerate(row)]
        lines = max((lines_of(cell.value) for cell in cells if cell.data_type == "s"), default=1)
        if lines > 1:  # not every program finds the height of a wrapped row by itself
            self.page.row_dimensions[self.row + 1].height = LINE_HEIGHT * lines
        self._put(cells)

    def _write_foot(self) -> None:
        sheet = self.sheet
        if not sheet.sums:
            return
        cells = [self._cell(None, "ipsu sum text") for _ in sheet.heads]
        for n in sheet.sums:
            cells[n] = self._formula(n, sum_of(sheet, n), f"ipsu sum {sheet.heads[n].kind}")
        if 0 not in sheet.sums:
            cells[0] = self._cell(say("sheet.sum", self.lang), "ipsu sum text")
        self._put(cells)
        if sheet.balance:
            self._write_balance(*sheet.balance)

    def _write_balance(self, first: int, second: int) -> None:
        cells: list[Any] = [None] * len(self.sheet.heads)
        cells[0] = self._cell(self.sheet.balance_label, "ipsu label")
        cells[second] = self._formula(second, difference(self.sheet, first, second), "ipsu balance")
        self._put(cells)

    def _value(self, column: int, value: Any) -> Any:
        head = self.sheet.heads[column]
        kind = kind_of(head.kind, value)
        content = plain(kind, value, self.lang)
        return self._cell(content, self._style(column, kind, content), head.text)

    def _style(self, column: int, kind: str, content: Any) -> str:
        if isinstance(content, str) and lines_of(content) > 1:
            return "ipsu wrapped"
        return "ipsu text right" if kind == "text" and self.right[column] else f"ipsu {kind}"

    def _cell(self, value: Any, style: str, column: str = "") -> Any:
        from openpyxl.cell import WriteOnlyCell

        if isinstance(value, str):
            value = self._short(clean(value), column)
        cell = WriteOnlyCell(self.page, value)
        cell.style = style
        if isinstance(value, str):
            cell.data_type = "s"  # openpyxl makes a formula of what begins with =, an error of #N/A
            cell.quotePrefix = value.startswith(ACTING)
        return cell

    def _formula(self, column: int, formula: Formula, style: str) -> Any:
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self.page, formula.text)
        cell.style = style
        self.calculated[f"{letter(column)}{self.row + 1}"] = formula.value
        return cell

    def _short(self, text: str, column: str) -> str:
        """Refused if it is longer than a cell holds: it would be cut without a word."""
        length = len(text.encode("utf-16-le")) // 2
        if length > LONGEST:
            figures = {"sheet": self.page.title, "column": column, "row": self.row + 1}
            raise Refused("file.text-too-long", length=length, longest=LONGEST, **figures)
        return text

    def _put(self, cells: list[Any]) -> None:
        self.page.append(cells)
        self.row += 1


PROGRAM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>ipsu</Application></Properties>"
)
FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)')


def _repack(raw: BinaryIO, file: BinaryIO, properties: Any, calculated: list[dict[str, Decimal]]) -> None:
    """The same parts, with nothing in them of the clock, the library or the machine."""
    from openpyxl.xml.functions import tostring

    properties.modified = properties.created
    parts = {"docProps/app.xml": PROGRAM.encode(), "docProps/core.xml": tostring(properties.to_tree())}
    values = {f"xl/worksheets/sheet{n}.xml": cells for n, cells in enumerate(calculated, 1)}
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            content = parts.get(name) or with_values(source.read(name), values.get(name, {}))
            target.writestr(_entry(name), content)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)  # its day is 1980-01-01
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
    return entry


def with_values(xml: bytes, calculated: dict[str, Decimal]) -> bytes:
    """A previewer calculates nothing: each formula carries the number that it makes."""
    if not calculated:
        return xml

    def value(found: re.Match[bytes]) -> bytes:
        return found[1] + f"<v>{calculated[found[2].decode()]:f}</v>".encode()

    return FORMULA.sub(value, xml)
