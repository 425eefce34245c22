"""Tables as a workbook: cells as text, and what must never happen to a value."""

import datetime as dt
import errno
import os
import re
import stat
import sys
import time
import tracemalloc
import types
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from ipsu_cli import locale
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.write.sheet import Head, Worksheet
from ipsu_cli.write.xlsx import MOST_ACROSS, pages_across, saved, sheet_names, write_book, write_tables

TODAY = dt.date(2026, 4, 1)
Cells = Callable[..., list[str]]
WORDS = {
    "table": {"plain": "Veckor {month}", "text": "Text"},
    "column": {
        "case": "Ärende",
        "week": "Vecka",
        "month": "Månad",
        "day": "Dag",
        "hours": "Timmar",
        "net": "Netto",
        "count": "Antal",
        "share": "Andel",
        "note": "Anteckning",
    },
}
ALL = Table(
    "plain",
    (
        Column("case", "code"),
        Column("week", "week"),
        Column("month", "month"),
        Column("day", "day"),
        Column("hours", "hours"),
        Column("net", "money"),
        Column("count", "count"),
        Column("share", "share"),
        Column("note"),
    ),
    [
        (
            "B1",
            Week("2026-W10"),
            Month("2026-03"),
            dt.date(2026, 3, 9),
            Hours(750),
            Ore(337500),
            3,
            Percent(95_50),
            "ok",
        ),
        ("B2", None, None, None, Hours(-25), Ore(-11250), 0, Percent(0), None),
        ("B3", None, None, dt.date(2026, 3, 10), None, "–", True, None, Hours(150)),
    ],
    totals=("hours", "net", "count"),
    figures={"month": Month("2026-03")},
)


@pytest.fixture(autouse=True)
def words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Headings of our own, so that a new wording elsewhere changes nothing here."""
    for lang in ("sv", "en"):
        for group, text in WORDS.items():
            module: Any = types.ModuleType(group)
            module.TEXT = text
            monkeypatch.setitem(sys.modules, f"ipsu_cli.locale.{lang}.{group}", module)
    monkeypatch.setattr(locale, "_texts", locale._texts.__wrapped__)  # what a process says is looked up once


def text_table(*values: Any) -> Table:
    return Table("text", (Column("note"),), [(value,) for value in values])


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as book:
        return book.read(name).decode()


GOLDEN = """\
A1  'Ärende'  bold
B1  'Vecka'  bold
C1  'Månad'  bold
D1  'Dag'  bold
E1  'Timmar'  bold
F1  'Netto'  bold
G1  'Antal'  bold
H1  'Andel'  bold
I1  'Anteckning'  bold
A2  'B1'
B2  '2026-W10'
C2  '2026-03'
D2  2026-03-09  yyyy-mm-dd
E2  7.5  #,##0.00
F2  3375  #,##0.00
G2  3  #,##0
H2  0.955  0.0 %
I2  'ok'
A3  'B2'
E3  -0.25  #,##0.00
F3  -112.5  #,##0.00
G3  0  #,##0
H3  0  0.0 %
A4  'B3'
D4  2026-03-10  yyyy-mm-dd
F4  '–'
G4  'ja'
I4  1.5  #,##0.00
A5  'Summa'  bold
E5  =SUBTOTAL(109,E2:E4)  #,##0.00  bold
F5  =SUBTOTAL(109,F2:F4)  #,##0.00  bold
G5  =SUBTOTAL(109,G2:G4)  #,##0  bold
"""


def test_golden(cells: Cells, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_tables(path, [ALL], "sv", False, TODAY)
    assert "\n".join(cells(path)) + "\n" == GOLDEN


def test_sums_are_there_before_anything_calculates_them(tmp_path: Path) -> None:
    """A previewer and a phone show what is stored."""
    from openpyxl import load_workbook

    path = tmp_path / "a.xlsx"
    write_tables(path, [ALL], "sv", False, TODAY)
    page = load_workbook(path, data_only=True).worksheets[0]
    assert [page[place].value for place in ("E5", "F5", "G5")] == [7.25, 3262.5, 3]


def test_set_up(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "a.xlsx"
    write_tables(path, [ALL], "sv", False, TODAY)
    page: Any = load_workbook(path).worksheets[0]
    assert (page.title, page.freeze_panes, page.auto_filter.ref) == ("Veckor 2026-03", "A2", "A1:I4")
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == "$1:$1"
    assert page.oddFooter.right.text == "Sida &P av &N"
    assert page["A1"].fill.fgColor.rgb.endswith("D9E2F3")


def test_a_table_without_rows_has_no_sum_of_itself(cells: Cells, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_tables(path, [Table(ALL.name, ALL.columns, [], ALL.totals, ALL.figures)], "sv", False, TODAY)
    assert "E2  =0  #,##0.00  bold" in cells(path)


@pytest.mark.parametrize(
    "value",
    [
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+46701234567",
        "-5",
        "@SUM(A1)",
        "\t=1+1",
        "\n=1+1",
        "'=1+1",
        "＝1+1",
        "#N/A",
        "007",
        "2026-03",
        "1e5",
        "TRUE",
        " spaced ",
        "[red]",
    ],
)
def test_text_stays_text(tmp_path: Path, value: str) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "a.xlsx"
    write_tables(path, [text_table(value)], "sv", False, TODAY)
    cell = load_workbook(path).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (value, "s")
    assert cell.quotePrefix == (value[0] in "=+-@\t\n'＝")
    assert "<f>" not in part(path, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("value", "stored"),
    [("a\x00b", "a\ufffdb"), ("\x1b[31m", "\ufffd[31m"), ("a\r\nb\rc", "a\nb\nc"), ("\ud800x", "\ufffdx")],
)
def test_what_a_workbook_cannot_hold_is_replaced(tmp_path: Path, value: str, stored: str) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "a.xlsx"
    write_tables(path, [text_table(value)], "sv", False, TODAY)
    assert load_workbook(path).worksheets[0]["A2"].value == stored


@pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 16_384])
def test_text_too_long_is_refused_not_cut(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused) as problem:
        write_tables(tmp_path / "a.xlsx", [text_table("ok", text)], "sv", False, TODAY)
    assert problem.value.code == "file.text-too-long"
    figures = {"sheet": "Text", "column": "Anteckning", "row": 3, "length": 32_768, "longest": 32_767}
    assert problem.value.figures == figures
    assert list(tmp_path.iterdir()) == []


def test_the_longest_text_is_whole(cells: Cells, tmp_path: Path) -> None:
    write_tables(tmp_path / "a.xlsx", [text_table("x" * 32_767)], "sv", False, TODAY)
    assert f"A2  {'x' * 32_767!r}" in cells(tmp_path / "a.xlsx")


def test_days_before_spreadsheets_agree_are_text(cells: Cells, tmp_path: Path) -> None:
    write_tables(tmp_path / "a.xlsx", [text_table(dt.date(1899, 12, 31))], "sv", False, TODAY)
    assert "A2  '1899-12-31'" in cells(tmp_path / "a.xlsx")


class Cut:
    """A workbook of openpyxl whose sheet was cut by a full disk."""

    @staticmethod
    def save(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>")


def test_a_sheet_that_a_full_disk_has_cut_is_no_workbook() -> None:
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        saved(Cut())


def test_same_data_same_bytes(tmp_path: Path) -> None:
    write_tables(tmp_path / "a.xlsx", [ALL, text_table("x")], "sv", False, TODAY)
    time.sleep(2.1)  # a zip counts in steps of two seconds
    write_tables(tmp_path / "b.xlsx", [ALL, text_table("x")], "sv", False, TODAY)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_properties_name_nobody(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_tables(path, [ALL], "sv", False, TODAY)
    with zipfile.ZipFile(path) as book:
        whole = b"".join(book.read(name) for name in book.namelist()).lower()
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"openpyxl" not in whole
    # Where lxml is there openpyxl writes through it, with the name space on the element.
    assert re.search("<dc:creator[^>]*>ipsu</dc:creator>", part(path, "docProps/core.xml"))
    assert "2026-04-01T00:00:00Z" in part(path, "docProps/core.xml")


def test_sheet_names() -> None:
    names = ["A/B: [x]?*\\", "a", "A", "", "'q'", "n" * 40, "n" * 40]
    assert sheet_names(names) == [
        "A-B, -x----",
        "a",
        "A (2)",
        "-",
        "q",
        "n" * 31,
        "n" * 27 + " (2)",
    ]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Indikatorer: vad deltagarna svarade", "Indikatorer, vad deltagarna"),
        ("Tre mätverktyg sida vid sida, 2019-01-01", "Tre mätverktyg sida vid sida"),
        ("Exakt trettioett tecken, inte en", "Exakt trettioett tecken, inte"),
        ("Exakt trettioett tecken inte ett", "Exakt trettioett tecken inte"),
        ("Precis trettioett tecken, så är", "Precis trettioett tecken, så är"),
        ("Svaren på frågan hur de svarar' och mer", "Svaren på frågan hur de svarar"),
        ("n" * 30 + "'s answers", "n" * 30),
    ],
)
def test_a_sheet_name_is_cut_between_words(name: str, short: str) -> None:
    assert [short] == sheet_names([name])


@pytest.mark.skipif(os.name == "nt", reason="modes of a POSIX system")
def test_file_is_private_and_nothing_lies_next_to_it(tmp_path: Path) -> None:
    write_tables(tmp_path / "a.xlsx", [ALL], "sv", False, TODAY)
    assert stat.S_IMODE((tmp_path / "a.xlsx").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_existing_file_is_refused(cells: Cells, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("mine")
    with pytest.raises(Refused, match=r"file\.exists"):
        write_tables(tmp_path / "a.xlsx", [ALL], "sv", False, TODAY)
    write_tables(tmp_path / "a.xlsx", [ALL], "en", True, TODAY)
    assert "A5  'Total'  bold" in cells(tmp_path / "a.xlsx")


def test_no_number_passes_through_a_float(tmp_path: Path) -> None:
    """Ten figures of kronor and two of öre come out as they went in."""
    amounts = [Ore(123_456_789_012), Ore(-1), Ore(10), Ore(999_999_999_999)]
    table = Table("text", (Column("net", "money"),), [(amount,) for amount in amounts])
    write_tables(tmp_path / "a.xlsx", [table], "sv", False, TODAY)
    xml = part(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml")
    for amount in amounts:
        assert f"<v>{Decimal(amount.hundredths) / 100}</v>" in xml


def test_a_sheet_never_stands_in_memory(tmp_path: Path) -> None:
    """Four times the rows take no more of it."""
    peaks = []
    for rows in (5_000, 20_000):
        tracemalloc.start()
        write_book(tmp_path / f"{rows}.xlsx", [counted(rows)], "sv", force=False, today=TODAY)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


def counted(rows: int) -> Worksheet:
    """Rows that are made as they are asked for."""
    heads = (Head("text"), Head("day", "day"), Head("net", "money"))
    return Worksheet("rows", heads, ((f"row {n}", TODAY, Ore(n)) for n in range(rows)), sums=(2,))


def test_rows_that_are_made_as_they_are_asked_for(cells: Cells, tmp_path: Path) -> None:
    write_book(tmp_path / "a.xlsx", [counted(2)], "sv", force=False, today=TODAY)
    assert cells(tmp_path / "a.xlsx")[-3:] == [
        "C3  0.01  #,##0.00", "A4  'Summa'  bold", "C4  =SUBTOTAL(109,C2:C3)  #,##0.00  bold",
    ]  # fmt: skip


def test_more_rows_than_a_sheet_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipsu_cli.write.sheet_rows.LAST_ROW", 4)
    write_book(tmp_path / "a.xlsx", [Worksheet("rows", (Head("n"),), [(1,)] * 3)], "sv", force=False, today=TODAY)
    with pytest.raises(Refused) as problem:
        write_book(tmp_path / "b.xlsx", [Worksheet("rows", (Head("n"),), [(1,)] * 4)], "sv", force=False, today=TODAY)
    assert (problem.value.code, problem.value.figures) == ("file.sheet-full", {"sheet": "rows", "most": 3})
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_columns_are_as_wide_as_what_stands_in_them(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    heads = (Head("a"), Head("b", "money"), Head("c", "day"), Head("d"))
    rows = [("x" * 20, Ore(-1_234_567_89), TODAY, "漢字" * 8), ("", Ore(1), None, None)]
    write_book(tmp_path / "a.xlsx", [Worksheet("rows", heads, rows, sums=(1,))], "sv", force=False, today=TODAY)
    page: Any = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    # A sum is bold, and so one wider; a character of East Asia is two wide.
    assert [page.column_dimensions[name].width for name in "ABCD"] == [20 + 3, len("-1 234 567,89") + 4, 10 + 3, 32 + 3]


@pytest.mark.parametrize(("width", "pages"), [(MOST_ACROSS, 1), (MOST_ACROSS + 1, 2), (0, 1)])
def test_a_sheet_that_is_too_wide_to_be_read_on_one_page_is_printed_on_more(width: int, pages: int) -> None:
    assert pages == pages_across([width])
