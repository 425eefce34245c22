"""Tables as a workbook: true numbers, text that stays text, and the same bytes for the same data."""

import datetime as dt
import errno
import io
import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from ipsu_cli.core.table import Table
from ipsu_cli.locale import column_heading, say
from ipsu_cli.write.sheet import FORMATS, Head, Worksheet, letter
from ipsu_cli.write.sheet_rows import SheetSize, write_rows
from ipsu_cli.write.whole_file import private_folder, write_whole

MOST_ACROSS = 260  # characters on a page that lies; more are too small to be read
LONGEST_NAME = 31  # characters of the name of a sheet
INK, HEAD_FILL, FILLED_IN, FONT = "1F3864", "D9E2F3", "FFF8DC", "Calibri"


def write_tables(path: Path, tables: Sequence[Table], lang: str, force: bool, today: dt.date) -> None:
    """A workbook with a sheet for each table. `today` is the day that it says it was made."""
    write_book(path, table_sheets(tables, lang), lang, force=force, today=today)


def table_sheets(tables: Sequence[Table], lang: str) -> list[Worksheet]:
    return [table_sheet(table, lang) for table in tables]


def nothing(lang: str) -> Worksheet:
    """A sheet without rows. It has the two columns that what stands above a table takes."""
    text = say("sheet.nothing", lang)
    return Worksheet(text, (Head(text), Head("")), ())


def table_sheet(table: Table, lang: str) -> Worksheet:
    title = say(f"table.{table.name}", lang, **table.figures)
    heads = tuple(Head(column_heading(column.key, lang), column.kind) for column in table.columns)
    sums = tuple(n for n, head in enumerate(table.columns) if head.key in table.totals and head.kind in FORMATS)
    above = ((say("sheet.note", lang), say(f"message.{table.note}", lang)),) if table.note else ()
    return Worksheet(title, heads, table.rows, sums, above, title=title)


def write_book(path: Path, sheets: Sequence[Worksheet], lang: str, *, force: bool, today: dt.date) -> None:
    """A workbook of `sheets`, of one that says so where there is nothing. The file appears whole or not at all."""
    sheets = sheets or [nothing(lang)]

    def fill(file: BinaryIO) -> None:
        with private_folder(path):
            _fill(file, sheets, lang, today)

    write_whole(path, fill, force=force)


def _fill(file: BinaryIO, sheets: Sequence[Worksheet], lang: str, today: dt.date) -> None:
    """openpyxl makes the workbook with its styles and all that a sheet has but its rows; these are written by
    `sheet_rows` into files of their own, and put in place as they stand there: a sheet never stands in memory."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "ipsu"
    book.properties.created = dt.datetime.combine(today, dt.time())
    _add_styles(book)
    with _closed(book), ExitStack() as opened:
        names = sheet_names([sheet.name for sheet in sheets])
        pages = [book.create_sheet(name) for name in names]
        style_of = _Styles(pages[0])
        rows = [opened.enter_context(TemporaryFile()) for _ in sheets]
        for page, sheet, kept in zip(pages, sheets, rows, strict=True):
            _set_up(page, sheet, write_rows(sheet, page.title, style_of, lang, kept), lang)
        _pack(saved(book), file, book.properties, rows)


def saved(book: Any) -> BinaryIO:
    """The workbook as openpyxl packs it; it goes back and forth in what it packs.

    It has kept each sheet in a file of its own, and says nothing of a disk that refused the end of one.
    """
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as archive:
        for name in filter(SHEET.fullmatch, archive.namelist()):
            if not archive.read(name).endswith(b"</worksheet>"):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
    made.seek(0)
    return made


def _set_up(page: Any, sheet: Worksheet, size: SheetSize, lang: str) -> None:
    """All of a sheet but its rows."""
    for n, width in enumerate(size.widths):
        page.column_dimensions[letter(n)].width = width
    if not sheet.one_page:
        page.freeze_panes = f"A{sheet.head_row + 1}"
        page.auto_filter.ref = f"A{sheet.head_row}:{letter(len(sheet.heads) - 1)}{size.last_row}"
        page.print_title_rows = f"{sheet.head_row}:{sheet.head_row}"
    page.page_setup.orientation, page.page_setup.paperSize = "portrait" if sheet.one_page else "landscape", 9  # A4
    page.page_setup.fitToWidth = 1 if sheet.one_page else pages_across(size.widths)
    page.page_setup.fitToHeight = int(sheet.one_page)
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = Decimal("0.4")
    page.oddHeader.left.text = (sheet.title or page.title).replace("&", "&&")
    page.oddFooter.right.text = say("sheet.page", lang)
    if sheet.draw:
        sheet.draw(page, size.last_row)


def pages_across(widths: Sequence[int]) -> int:
    """How many pages a sheet is printed across, so that what stands on one can be read.

    >>> pages_across([40, 100]), pages_across([MOST_ACROSS]), pages_across([MOST_ACROSS, 1])
    (1, 1, 2)
    """
    return max(1, -(-sum(widths) // MOST_ACROSS))


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
    """Names that a workbook takes: short enough, cut between words, none of `[]:*?/\\` in them, no two alike."""
    taken: list[str] = []
    for name in names:
        plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "-", re.sub(": ", ", ", name)).strip(" '") or "-"
        tries = (f"{_cut(plain, LONGEST_NAME - len(tail))}{tail}" for tail in _tails())
        taken.append(next(attempt for attempt in tries if attempt.lower() not in map(str.lower, taken)))
    return taken


def _cut(name: str, most: int) -> str:
    """The name, of one that is too long as many whole words as fit; a word that is too long is cut."""
    if len(name) <= most:
        return name
    words = name[: most + 1].rpartition(" ")[0]
    return (words or name[:most]).rstrip(" ,;–-'")


def _tails() -> Iterator[str]:
    yield ""
    yield from (f" ({n})" for n in range(2, 1_000))


def _add_styles(book: Any) -> None:
    """A style for each kind and place. Not every program draws table styles, so the heading has its own."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

    plain, bold = Font(name=FONT, size=11), Font(name=FONT, size=11, bold=True)
    ink, fill = Font(name=FONT, size=11, bold=True, color=INK), PatternFill("solid", fgColor=HEAD_FILL)
    to_fill_in, unlocked = PatternFill("solid", fgColor=FILLED_IN), Protection(locked=False)
    thin = Side(style="thin", color=HEAD_FILL)
    around = Border(left=thin, right=thin, top=thin, bottom=thin)
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
        # A number typed where the format is General may be a time of day (7:30), and then says that it is one.
        typed = "General" if kind in ("hours", "decimal") else shape
        add(f"open {kind}", number_format=typed, alignment=side, fill=to_fill_in, border=around, protection=unlocked)
    add("text right", number_format="@", alignment=right)
    add("wrapped", alignment=wrapped)
    add("label", font=bold)
    add("balance", number_format=FORMATS["money"], font=bold, alignment=right)
    add("head", font=ink, fill=fill, border=under, alignment=Alignment("left", "center", indent=1))
    add("head right", font=ink, fill=fill, border=under, alignment=Alignment("right", "center"))


class _Styles:
    """The styles of a workbook, each added when it is first used; a cell names one by its number."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._numbers: dict[tuple[str, bool], int] = {}

    def __call__(self, name: str, quoted: bool) -> int:
        number = self._numbers.get((name, quoted))
        if number is None:
            number = self._numbers[name, quoted] = self._add(name, quoted)
        return number

    def _add(self, name: str, quoted: bool) -> int:
        from openpyxl.cell import WriteOnlyCell

        cell: Any = WriteOnlyCell(self._page)
        cell.style = f"ipsu {name}"
        cell.quotePrefix = quoted
        return int(cell.style_id)


PROGRAM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>ipsu</Application></Properties>"
)
SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
NO_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData></sheetData>")


def _pack(empty: BinaryIO, file: BinaryIO, properties: Any, rows: Sequence[BinaryIO]) -> None:
    """The parts of the workbook, each sheet with its rows, and nothing in them of the clock, the library or the
    machine."""
    from openpyxl.xml.functions import tostring

    properties.modified = properties.created
    parts = {"docProps/app.xml": PROGRAM.encode(), "docProps/core.xml": tostring(properties.to_tree())}
    with zipfile.ZipFile(empty) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            content = parts.get(name) or source.read(name)
            of_sheet = SHEET.fullmatch(name)
            if of_sheet:
                _pack_sheet(target, name, content, rows[int(of_sheet[1]) - 1])
            else:
                target.writestr(_entry(name), content)


def _pack_sheet(target: zipfile.ZipFile, name: str, content: bytes, rows: BinaryIO) -> None:
    """A sheet: what openpyxl wrote of it, and the rows in their place."""
    before, after = NO_ROWS.split(content)
    entry = _entry(name)
    entry.file_size = rows.seek(0, io.SEEK_END)  # beyond 2 GiB the archive is of another form
    rows.seek(0)
    with target.open(entry, "w") as part:
        part.write(before + b"<sheetData>")
        copyfileobj(rows, part)
        part.write(b"</sheetData>" + after)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)  # its day is 1980-01-01
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
    return entry
