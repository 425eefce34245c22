"""A .csv file: each way it may be written is read alike, and what cannot be read is reported by row."""

import csv
import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.csv_file import encoding_of, read_csv
from ipsu_cli.read.file_rows import LONGEST_CELL, Fault, FileRow

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEADINGS = {
    "case": "case",
    "ärende": "case",
    "hours": "hours",
    "timmar": "hours",
    "hours-per-week": "hours-per-week",
    "timmar per vecka": "hours-per-week",
    "name": "name",
    "namn": "name",
}
PLAIN = "case;hours;name\nB1;7,5;Åsa Öberg\nB2;8;Bo Ek\n"
READ = [
    FileRow(2, {"case": "B1", "hours": "7,5", "name": "Åsa Öberg"}, ()),
    FileRow(3, {"case": "B2", "hours": "8", "name": "Bo Ek"}, ()),
]


def rows(data: bytes | str) -> list[FileRow]:
    data = data.encode() if isinstance(data, str) else data
    return list(read_csv(io.BytesIO(data), HEADINGS).rows)


def cells(data: bytes | str) -> list[dict[str, str]]:
    return [row.cells for row in rows(data)]


def refusal(data: bytes | str) -> BadFile:
    with pytest.raises(BadFile) as caught:
        rows(data)
    return caught.value


def faults(data: bytes | str) -> list[Fault]:
    return [fault for row in rows(data) for fault in row.faults]


# --- encoding ---


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PLAIN.encode(), "utf-8"),
        (PLAIN.encode("utf-8-sig"), "utf-8-sig"),
        (PLAIN.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + PLAIN.encode("utf-16-be"), "utf-16"),
        (PLAIN.encode("cp1252"), "cp1252"),
    ],
)
def test_each_encoding_is_read_alike(data: bytes, encoding: str) -> None:
    sheet = read_csv(io.BytesIO(data), HEADINGS)
    assert (encoding, READ) == (sheet.encoding, list(sheet.rows))


def other_encodings() -> Iterator[tuple[str, bytes]]:
    """What each name looks like in every encoding that can write it and is not one of ours."""
    for encoding in ("mac-roman", "cp850", "cp437", "cp865", "koi8-r", "cp1251", "utf-32"):
        for name in ("Åsa Öberg", "Björn", "Örjan", "Ängel", "Märta", "Пётр Смирнов"):
            data = f"case;name\nB1;{name}\n".encode(encoding, "ignore")
            if name in data.decode(encoding):
                yield encoding, data


@pytest.mark.parametrize(("encoding", "data"), list(other_encodings()))
def test_an_encoding_that_is_not_certain_is_refused(encoding: str, data: bytes) -> None:
    assert (encoding, True) == (encoding, refusal(data).code in ("file.encoding", "file.nul"))


@pytest.mark.parametrize(
    "data",
    [
        "case;name\nB1;Åsa Öberg\n".encode().decode("cp1252").encode(),
        "case;name\nB1;Märta\n".encode().decode("cp1252").encode(),
        "case;name\nB1;Märta\n".encode() + "B2;Åsa\n".encode("cp1252"),
        "case;name\nB1;5\u00a0000\n".encode("cp1252"),
        "case;name\nB1;Šimić".encode("cp1250"),
        b"case;name\nB1;\x81",
        b"\xff\xfec\x00a\x00s",
        b"\xff\xfe" + "case\n\ud800;".encode("utf-16-le", "surrogatepass"),
        b"\xef\xbb\xbfcase\n\xe5",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xe5\xe4\xf6\x81",
    ],
)
def test_broken_and_twice_encoded_text_is_refused(data: bytes) -> None:
    error = refusal(data)
    assert ("file.encoding", {}, 3) == (error.code, error.figures, error.exit)


def test_a_letter_cut_by_the_reading_in_pieces_is_whole() -> None:
    for shift in range(4):
        name = "x" * (65_536 - len("case;name\nB1;") - shift) + "Å€𝄞"
        assert [] == [fault for fault in faults(f"case;name\nB1;{name}\n") if fault.code == "file.encoding"]
        assert "file.encoding" == refusal(f"case;name\nB1;{'x' * (65_520 + shift)}Ã¥Ã¥Ã¥Ã¥Ã¥Ã¥").code


def test_the_encoding_is_found_without_moving_in_the_file() -> None:
    stream = io.BytesIO(b"xx" + PLAIN.encode("cp1252"))
    stream.seek(2)
    assert ("cp1252", 2) == (encoding_of(stream), stream.tell())
    assert READ == list(read_csv(stream, HEADINGS).rows)


# --- delimiters and lines ---


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("first", ["", "sep={}", '"sep={}"', "SEP={}"])
def test_each_delimiter_and_line_end_is_read_alike(delimiter: str, end: str, first: str) -> None:
    text = PLAIN.replace("7,5", '"7,5"').replace(";", delimiter).replace("\n", end)
    assert READ == rows((first.format(delimiter) + end if first else "") + text)


def test_a_last_line_needs_no_end() -> None:
    assert READ == rows(PLAIN.rstrip("\n"))


def test_the_delimiter_is_the_one_under_which_headings_are_known() -> None:
    assert [{"case": "B1,x", "hours": "7,5"}] == cells("case;hours\nB1,x;7,5\n")
    assert [{"case": "B1;x", "hours": "7"}] == cells("case,hours\nB1;x,7\n")
    assert [{"case": "B1;x,y"}] == cells("case\n'B1;x,y\n".replace("'B1;x,y", '"B1;x,y"'))


def test_a_separator_line_decides_and_is_not_the_heading() -> None:
    assert [{"case": "B1", "hours": "7"}] == cells("sep=,\ncase,hours\nB1,7\n")
    assert "file.column-unknown" == refusal("sep=,\ncase;hours\nB1;7\n").code


def test_quoted_cells_hold_delimiters_quotes_and_lines() -> None:
    text = 'case;name\nB1;"Ek; ""Bo""\nrad två"\nB2;Al\n'
    assert [
        FileRow(2, {"case": "B1", "name": 'Ek; "Bo"\nrad två'}, ()),
        FileRow(3, {"case": "B2", "name": "Al"}, ()),
    ] == rows(text)


def test_a_quote_inside_a_cell_is_itself() -> None:
    assert [{"case": "B1", "name": '5" rör'}] == cells('case;name\nB1;5" rör\n')


def test_a_space_after_a_delimiter_does_not_hide_a_quote() -> None:
    assert [{"case": "B1", "name": "Ek, Bo"}] == cells('case, name\nB1, "Ek, Bo"\n')


def test_blank_rows_are_skipped_and_counted() -> None:
    assert [2, 5, 8] == [row.number for row in rows("case;hours\nB1;7\n\n ; \nB2;7\n;;;\n   \nB3;7\n\n")]


def test_other_line_separators_do_not_end_a_row() -> None:
    assert [{"case": "B1", "name": "a\x0bb\x85c\u2028d"}] == cells("case;name\nB1;a\x0bb\x85c\u2028d\n")


# --- headings ---


@pytest.mark.parametrize(
    "heading",
    ["hours-per-week", "Hours_Per_Week", " HOURS  PER WEEK ", "Timmar per vecka", "timmar-per_vecka"],
)
def test_headings_are_alike_in_either_language_and_any_case(heading: str) -> None:
    assert [{"case": "B1", "hours-per-week": "10"}] == cells(f"Ärende;{heading}\nB1;10\n")


def test_a_decomposed_heading_is_the_same_heading() -> None:
    assert [{"case": "B1"}] == cells("A\u0308rende\nB1\n")


def test_the_columns_stand_in_the_order_of_the_file() -> None:
    sheet = read_csv(io.BytesIO("Timmar;Ärende\n".encode()), HEADINGS)
    assert (("hours", "case"), []) == (sheet.columns, list(sheet.rows))


def test_an_unknown_column_is_named_with_the_known_ones() -> None:
    error = refusal("case;colour;hours;size\nB1;red;7;x\n")
    known = ["case", "hours", "hours-per-week", "name"]
    assert ("file.column-unknown", {"column": "colour, size", "known": known}) == (error.code, error.figures)


@pytest.mark.parametrize("first", ["Bo Ek;19900101-9802", "sep=|\ncase|hours", "<html>"])
def test_a_first_row_that_is_no_heading_is_not_repeated(first: str) -> None:
    error = refusal(first + "\n")
    assert "file.column-unknown" == error.code
    assert set(error.figures["column"]) <= set("12, ")


def test_a_number_among_the_headings_is_not_repeated() -> None:
    assert "****-****" == refusal("case;19900101-9802\n").figures["column"]


def test_an_empty_heading_between_others_is_unknown() -> None:
    error = refusal("case;;hours\nB1;;7\n")
    assert ("file.column-unknown", "2") == (error.code, error.figures["column"])


@pytest.mark.parametrize("heading", ["case;hours;case", "case;hours;Ärende", "case;hours;CASE"])
def test_a_doubled_column_is_refused(heading: str) -> None:
    error = refusal(f"{heading}\nB1;7;B2\n")
    assert ("file.column-doubled", {"column": "case"}) == (error.code, error.figures)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n ;;\r\n", b"sep=;\n", b"\x0c\n"])
def test_a_file_without_heading_is_empty(data: bytes) -> None:
    assert "file.empty" == refusal(data).code


# --- faults ---


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('case;name\nB1;"Bo\nB2;Al\n', 2),
        ('case;name\nB1;Bo\nB2;"Al', 3),
        ('case;name\nB1;"Bo" Ek\n', 2),
        ('case;"name\nB1;Bo\n', 1),
        ('case;name\nB1;"' + "Bo\n" * 100_000, 2),
    ],
)
def test_a_quote_that_is_never_closed_is_refused(text: str, row: int) -> None:
    error = refusal(text)
    assert ("file.quote", {"row": row}) == (error.code, error.figures)


def test_a_file_with_nul_is_refused() -> None:
    error = refusal("case;name\nB1;Bo\0Ek\n")
    assert ("file.nul", {"line": 2}) == (error.code, error.figures)
    assert "file.nul" == refusal("case;name\nB1;Bo\n".encode("utf-16-le")).code


def test_a_row_with_more_cells_than_headings_is_reported_and_the_rest_is_read() -> None:
    text = "case;hours\nB1;7;8\nB2;7\nB3;7;;9\n"
    assert [
        Fault(2, None, "file.cell-count", {"cells": 3, "columns": 2}),
        Fault(4, None, "file.cell-count", {"cells": 4, "columns": 2}),
    ] == faults(text)
    assert [2, 3, 4] == [row.number for row in rows(text)]


def test_missing_and_trailing_empty_cells_are_nothing() -> None:
    assert [{"case": "B1", "hours": "", "name": ""}] == cells("case;hours;name;;\nB1\n")
    assert [FileRow(2, {"case": "B1", "hours": ""}, ())] == rows("case;hours\nB1; ;;\n")


def test_formulas_are_reported_by_row_and_column() -> None:
    text = "case;name\n=1+1;=cmd|x\nB1;Bo\nB2; =A1\n"
    assert [(2, "case"), (2, "name"), (4, "name")] == [(fault.row, fault.column) for fault in faults(text)]
    assert {"file.formula"} == {fault.code for fault in faults(text)}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("'=1+1", "=1+1"),
        ("'+46", "+46"),
        ("'-5", "-5"),
        ("'@x", "@x"),
        ("'x", "'x"),
        ("''x", "'x"),
        ("''=x", "'=x"),
        ("-5", "-5"),
        ("+46", "+46"),
        ("'", "'"),
    ],
)
def test_the_quote_that_keeps_text_from_being_a_formula_is_taken_off(cell: str, expected: str) -> None:
    assert [FileRow(2, {"case": "B1", "name": expected}, ())] == rows(f"case;name\nB1;{cell}\n")


def test_a_cell_may_be_as_long_as_a_spreadsheet_allows() -> None:
    assert [] == faults(f"case;name\nB1;{'x' * LONGEST_CELL}\n")
    too_long = Fault(2, "name", "file.cell-too-long", {"most": LONGEST_CELL})
    assert [too_long] == faults(f"case;name\nB1;{'x' * (LONGEST_CELL + 1)}\nB2;Bo\n")


def test_a_cell_of_any_length_does_not_stop_the_rows_after_it() -> None:
    found = rows(f"case;name\nB1;{'x' * 200_000}\nB2;Bo\n")
    assert (Fault(2, None, "file.cell-too-long", {"most": LONGEST_CELL}),) == found[0].faults
    assert FileRow(3, {"case": "B2", "name": "Bo"}, ()) == found[1]


def test_a_line_without_end_is_refused() -> None:
    error = refusal("case;name\nB1;" + "x;" * 3_000_000)
    assert ("file.line-too-long", 2) == (error.code, error.figures["line"])


def test_no_fault_repeats_what_the_cell_holds() -> None:
    secret = "19900101-9802"
    found = faults(f"case;name\nB1;={secret}\nB2;Bo;{secret}\nB3;{secret * 3000}\n")
    assert (3, False) == (len(found), secret in repr(found))


# --- streams ---


class Pipe(io.RawIOBase):
    """What can be read once, from the front."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        return self._data.readinto(buffer)


def test_a_pipe_is_read_like_a_file() -> None:
    pipe = io.BufferedReader(Pipe(PLAIN.encode("cp1252")))
    assert READ == list(read_csv(pipe, HEADINGS).rows)


def test_the_file_stays_the_callers_to_close(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(PLAIN, encoding="utf-8")
    with path.open("rb") as stream:
        list(read_csv(stream, HEADINGS).rows)
        assert not stream.closed
        stream.seek(0)
        with pytest.raises(BadFile):
            read_csv(stream, {"other": "other"})
        assert not stream.closed


@pytest.mark.filterwarnings("error")
def test_a_reader_may_stop_early_and_close_the_file(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(PLAIN, encoding="utf-8")
    with path.open("rb") as stream:
        found = read_csv(stream, HEADINGS).rows
        assert READ[0] == next(found)
    del found


def repeating(lines: int) -> Iterator[bytes]:
    yield b"case;hours;name\n"
    for number in range(lines):
        yield f"B{number};7,5;Åsa Öberg\n".encode()


def test_a_large_file_is_not_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as out:
        out.writelines(repeating(100_000))
    assert path.stat().st_size > 2_000_000
    tracemalloc.start()
    with path.open("rb") as stream:
        count = sum(1 for _ in read_csv(stream, HEADINGS).rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (100_000, True) == (count, peak < 1_500_000)


# --- any file at all ---


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        rows(data)
    except BadFile as error:
        assert error.code.startswith("file.")


@settings(max_examples=300)
@given(st.data(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_a_good_file_with_any_byte_changed_is_read_or_refused(data: st.DataObject, encoding: str) -> None:
    good = bytearray(PLAIN.encode(encoding))
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        rows(bytes(good))
    except BadFile as error:
        assert error.code.startswith("file.")


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0Ã"), max_size=12).map(str.strip)


def protected(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "'")) else cell


@given(
    st.lists(st.tuples(CELL, CELL).filter(any), max_size=5),
    st.sampled_from(";,\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_the_standard_library_writes_is_read_back(
    written: list[tuple[str, str]], delimiter: str, end: str, encoding: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(["case", "name"])
    writer.writerows([protected(cell) for cell in row] for row in written)
    # Text that itself begins with '= or '' is not distinguished from = or '.
    expected = [[cell[1:] if protected(cell[1:]) == cell else cell for cell in row] for row in written]
    found = rows(out.getvalue().encode(encoding))
    assert expected == [list(row.cells.values()) for row in found]
    assert list(range(2, len(written) + 2)) == [row.number for row in found]
