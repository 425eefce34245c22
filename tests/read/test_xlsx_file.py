"""A workbook from outside: the same rows as a .csv file, and no more of it than a sheet of ours can hold."""

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils import column_index_from_string

from ipsu_cli.core.problem import BadFile
from ipsu_cli.read import archive, xlsx_file
from ipsu_cli.read.csv_file import read_csv
from ipsu_cli.read.file_rows import FileRow
from ipsu_cli.read.xlsx_file import read_xlsx
from tests.self_invoices import workbook, xlsx

# A workbook's times have no zone.
AT_MIDNIGHT, AT_HALF_PAST_TEN = (dt.datetime.combine(dt.date(2026, 3, 9), dt.time(*at)) for at in ((), (10, 30)))
HEADINGS = {"case": "case", "ärende": "case", "hours": "hours", "timmar": "hours"}


def rows_of(*table: list[Any]) -> list[FileRow]:
    return list(read_xlsx(io.BytesIO(xlsx(table)), HEADINGS).rows)


def packed(**parts: bytes) -> bytes:
    """A workbook of two rows with some of its parts replaced."""
    stream = io.BytesIO()
    names = {name.replace("_", "/").replace("X", ".xml"): content for name, content in parts.items()}
    with (
        zipfile.ZipFile(io.BytesIO(xlsx([["case", "hours"], ["B1", 7]]))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, names.pop(name, old.read(name)))
        for name, content in names.items():
            new.writestr(name, content)
    return stream.getvalue()


def test_a_workbook_gives_the_rows_of_a_csv_file() -> None:
    table = [["Ärende", "Timmar"], ["B1", "7,5"], [], ["B2", ""]]
    text = "".join(";".join(row) + "\n" for row in table).encode()
    in_a_sheet = [row._replace(sheet="Sheet") for row in read_csv(io.BytesIO(text), HEADINGS).rows]
    assert in_a_sheet == rows_of(*table)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (7.5, "7.5"),
        (0.1 + 0.2, "0.3"),
        (17549.999999996, "17549.999999996"),
        (1e15, "1000000000000000"),
        (123456789012.34, "123456789012.34"),
        (-450.25, "-450.25"),
        (dt.date(2026, 3, 9), "2026-03-09"),
        (AT_MIDNIGHT, "2026-03-09"),
        (AT_HALF_PAST_TEN, "2026-03-09T10:30:00"),
        (True, "true"),
        (False, "false"),
        ("  B1 ", "B1"),
        (dt.timedelta(hours=19, minutes=30), "19.5"),
        (dt.timedelta(hours=100), "100"),
        (dt.timedelta(seconds=36), "0.01"),
        (dt.timedelta(hours=7, minutes=20), "7:20"),
        (dt.timedelta(seconds=37), "0:00:37"),
        (dt.time(7, 45), "7.75"),
    ],
)
def test_a_cell_is_what_a_person_sees(value: Any, text: str) -> None:
    [row] = rows_of(["case", "hours"], ["B1", value])
    assert {"case": "B1", "hours": text} == row.cells


@pytest.mark.parametrize(
    ("cells", "faults"),
    [
        (["B1", "=7+1"], [("hours", "file.formula")]),
        (["B1", "#REF!"], [("hours", "file.error-cell")]),
        (["B1", 7, "x"], [(None, "file.cell-count")]),
        (["B1", "x" * 32_768], []),  # openpyxl cuts it while writing
    ],
)
def test_what_is_wrong_in_a_row_is_reported_by_its_place(cells: list[Any], faults: list[tuple[Any, str]]) -> None:
    [row] = rows_of(["case", "hours"], cells)
    assert (2, faults) == (row.number, [(fault.column, fault.code) for fault in row.faults])


def test_a_cell_in_per_cent_is_what_a_person_sees() -> None:
    book: Any = Workbook()
    book.active.append(["case", "hours"])
    for share, shown in ((0.7, "0%"), (0.125, "0.0%"), (0.07, "0 %")):
        book.active.append(["B1", share])
        book.active.cell(book.active.max_row, 2).number_format = shown
    book.save(stream := io.BytesIO())
    assert ["70%", "12.5%", "7%"] == [row.cells["hours"] for row in read_xlsx(stream, HEADINGS).rows]


def test_a_workbook_whose_sheets_are_all_hidden_says_so() -> None:
    stream = io.BytesIO(workbook({"Sheet": [["case", "hours"]], "tom": []}, "Sheet"))
    with pytest.raises(BadFile) as refused:
        read_xlsx(stream, HEADINGS)
    assert ("file.all-hidden", {"sheets": ["Sheet"]}) == (refused.value.code, refused.value.figures)


def test_a_day_that_is_none_is_a_fault_of_the_cell_and_nothing_is_printed(recwarn: pytest.WarningsRecorder) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["case", "hours"])
    page.append(["B1", 1e300])
    page["B2"].number_format = "yyyy-mm-dd"
    stream = io.BytesIO()
    book.save(stream)
    [row] = read_xlsx(stream, HEADINGS).rows
    assert ["file.error-cell"] == [fault.code for fault in row.faults]
    assert not recwarn.list


def sheets_read(
    sheets: dict[str, list[list[Any]]], *hidden: str
) -> tuple[list[tuple[str | None, int]], tuple[str, ...]]:
    """The places of the rows that are read, and the names of the sheets that are not."""
    found = read_xlsx(io.BytesIO(workbook(sheets, *hidden)), HEADINGS, ["case", "hours"])
    return [(row.sheet, row.number) for row in found.rows], found.unread


OURS: list[list[Any]] = [["case", "hours"], ["B1", 7]]
ALSO_OURS: list[list[Any]] = [["text above"], [], ["Timmar", "Ärende"], [7, "B1"]]


@pytest.mark.parametrize(
    ("sheets", "hidden", "read", "unread"),
    [
        ({"a": OURS, "b": OURS}, [], [("a", 2), ("b", 2)], ()),
        ({"a": OURS, "b": [["case", "note"], ["B1", "x"]]}, [], [("a", 2)], ("b",)),
        ({"a": [["A summary"], ["B1", 7]], "b": OURS}, [], [("b", 2)], ("a",)),
        ({"a": OURS, "b": OURS}, ["a"], [("b", 2)], ("a",)),
        ({"a": OURS, "b": []}, [], [("a", 2)], ()),
        ({"a": OURS, "b": [["Hours", "CASE"], [7, "B1"]]}, [], [("a", 2), ("b", 2)], ()),
        ({"a": OURS, "b": ALSO_OURS}, [], [("a", 2)], ("b",)),
    ],
)
def test_every_visible_sheet_with_our_headings_is_read_and_any_other_is_named(
    sheets: dict[str, list[list[Any]]], hidden: list[str], read: list[tuple[str, int]], unread: tuple[str, ...]
) -> None:
    assert (read, unread) == sheets_read(sheets, *hidden)


@pytest.mark.parametrize(
    ("sheets", "hidden", "code"),
    [
        ({"a": [["case", "mood"]], "b": [["colour"]]}, [], "file.column-unknown"),
        ({"a": [["case", "hours", "mood"]], "b": OURS}, [], "file.column-unknown"),
        ({"a": OURS, "b": []}, ["a"], "file.all-hidden"),
        ({"a": OURS, "b": [["A summary"], ["B1", 7]]}, ["a"], "file.hidden"),
        ({"a": OURS, "b": [["case", "note"]]}, ["a"], "file.column-unknown"),
    ],
)
def test_where_no_sheet_has_all_that_the_closest_is_told(
    sheets: dict[str, list[list[Any]]], hidden: list[str], code: str
) -> None:
    with pytest.raises(BadFile) as refused:
        sheets_read(sheets, *hidden)
    assert code == refused.value.code


def test_the_rows_of_all_sheets_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 3)
    two: list[list[Any]] = [["case", "hours"], ["B1", 7], ["B1", 8]]
    assert 3 == len(sheets_read({"a": two, "b": OURS})[0])
    with pytest.raises(BadFile) as refused:
        sheets_read({"a": two, "b": two})
    assert "file.too-many-rows" == refused.value.code


def test_a_wrong_dimension_does_not_count() -> None:
    content = packed(xl_worksheets_sheet1X=sheet_with(b'<dimension ref="A1:B2"', b'<dimension ref="A1"'))
    assert 1 == len(list(read_xlsx(io.BytesIO(content), HEADINGS).rows))


@pytest.mark.parametrize("column", ["M", "N", "AZ", "XFD"])
def test_a_cell_however_far_to_the_right_is_told(column: str) -> None:
    stray = f'<row r="3"><c r="A3" t="inlineStr"><is><t>B2</t></is></c><c r="{column}3"><v>8</v></c></row></sheetData>'
    content = packed(xl_worksheets_sheet1X=sheet_with(b"</sheetData>", stray.encode()))
    rows = list(read_xlsx(io.BytesIO(content), HEADINGS).rows)
    assert [(), ("file.cell-count",)] == [tuple(fault.code for fault in row.faults) for row in rows]
    assert {"cells": column_index_from_string(column), "columns": 2} == rows[1].faults[0].figures


def test_a_far_cell_that_is_empty_is_none() -> None:
    stray = b'<row r="3"><c r="A3" t="inlineStr"><is><t>B2</t></is></c><c r="XFD3" s="0"/></row></sheetData>'
    content = packed(xl_worksheets_sheet1X=sheet_with(b"</sheetData>", stray))
    assert [(), ()] == [row.faults for row in read_xlsx(io.BytesIO(content), HEADINGS).rows]


def test_a_far_heading_is_told() -> None:
    with pytest.raises(BadFile) as refused:
        rows_of(["case", "hours", *[None] * 300, "mood"], ["B1", 7])
    assert ("file.column-unknown", "mood") == (refused.value.code, refused.value.figures["column"])


CROWD = archive.MOST_TAGS


@pytest.mark.parametrize(
    "parts",
    [
        {"xl_worksheets_sheet1X": (b"</sheetData>", b'<row r="3">' + b"<c/>" * CROWD + b"</row></sheetData>")},
        {"xl_worksheets_sheet1X": (b"</sheetData>", b"</sheetData>" + b"<x/>" * CROWD)},
        {"xl_worksheets_sheet1X": (b"</sheetData>", b"<row/>" * (archive.MOST_STREAMED + 100) + b"</sheetData>")},
    ],
    ids=["cells in a row", "what is no row", "rows"],
)
def test_what_would_fill_the_memory_is_not_read(parts: dict[str, tuple[bytes, bytes]]) -> None:
    with pytest.raises(BadFile) as refused:
        read_xlsx(io.BytesIO(packed(**{name: sheet_with(*change) for name, change in parts.items()})), HEADINGS)
    assert "file.unpacks-too-large" == refused.value.code


def test_a_row_of_all_columns_is_read() -> None:
    wide = b'<row r="3">' + b"<c><v>1</v></c>" * 16_384 + b"</row></sheetData>"
    content = packed(xl_worksheets_sheet1X=sheet_with(b"</sheetData>", wide))
    assert 2 == len(list(read_xlsx(io.BytesIO(content), HEADINGS).rows))


BOMB = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
FAR = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'


def sheet_with(old: bytes, new: bytes) -> bytes:
    sheet = zipfile.ZipFile(io.BytesIO(xlsx([["case", "hours"], ["B1", 7]]))).read("xl/worksheets/sheet1.xml")
    assert old in sheet
    return sheet.replace(old, new)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 not really", "file.not-xlsx"),
        (packed()[:1_500], "file.not-xlsx"),
        (packed(xl_workbookX=b"<broken"), "file.not-xlsx"),
        (packed(xl_worksheets_sheet1X=b"<worksheet><sheetData><row>"), "file.not-xlsx"),
        (packed(xl_worksheets_sheet1X=BOMB + sheet_with(b">B1<", b">&b;<")), "file.not-xlsx"),
        (packed(xl_workbookX=BOMB + b"<workbook>&b;</workbook>"), "file.not-xlsx"),
        (packed(xl_workbookX=b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'), "file.strict-xlsx"),
        (xlsx([]), "file.empty"),
        (xlsx([["kön", "hours"]]), "file.column-unknown"),
        (xlsx([["case", "ärende"]]), "file.column-doubled"),
    ],
)
def test_what_is_no_workbook_of_ours_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(BadFile) as refused:
        list(read_xlsx(io.BytesIO(content), HEADINGS).rows)
    assert code == refused.value.code


def test_what_unpacks_to_too_much_is_never_opened() -> None:
    content = packed(xl_worksheets_sheet2X=b" " * (61 * 1024 * 1024))
    assert len(content) < 1024 * 1024
    with pytest.raises(BadFile) as refused:
        read_xlsx(io.BytesIO(content), HEADINGS)
    assert "file.unpacks-too-large" == refused.value.code


def test_a_cell_at_the_far_corner_takes_no_time_and_is_a_row_too_many() -> None:
    content = packed(xl_worksheets_sheet1X=sheet_with(b"</sheetData>", FAR.replace(b"XFD", b"B")))
    with pytest.raises(BadFile) as refused:
        list(read_xlsx(io.BytesIO(content), HEADINGS).rows)
    assert "file.too-many-rows" == refused.value.code
    assert xlsx_file.MOST_ROWS == refused.value.figures["most"]


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    from ipsu_cli.read.input_file import InputFile
    from ipsu_cli.read.self_invoice import MOST_BYTES, load, look_at
    from ipsu_cli.read.sheet_file import MOST_IN_WORKBOOK

    for name, start, most in (("a.xlsx", b"PK", MOST_IN_WORKBOOK), ("a.xml", b"<a>", MOST_BYTES)):
        path = tmp_path / name
        with path.open("wb") as file:
            file.write(start)
            file.truncate(most + 1)
        for read in (load, look_at):
            with pytest.raises(BadFile) as refused:
                read(InputFile(str(path)))
            assert "file.too-large" == refused.value.code
