"""The copy of a sheet that was refused: its faults are marked, and it comes in once they are corrected."""

import datetime as dt
import stat
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ipsu_cli.locale import LANGUAGES, say
from ipsu_cli.read.file_rows import MARKS
from ipsu_cli.write.marked_copy import MARK
from tests.conftest import Program
from tests.self_invoices import workbook

CASES = """Ärende;tjänst;Personnummer;Namn;i kö från
U1;ips;19900101-9802;Åsa =Prov;2026-02-30
U2;ips;19850505-2384;Bo Prov;2026-02-02
"""


@pytest.fixture
def office(ipsu: Program, db: Path) -> Path:
    assert 0 == ipsu("agreement add S1 --service ips --area Väst --from 2024-01-01").code
    (db.parent / "in.csv").write_text(CASES, encoding="utf-8")
    return db.parent


def test_the_heading_of_the_faults_is_known_by_an_import() -> None:
    assert set(MARKS) == {say("sheet.errors", lang).lower() for lang in LANGUAGES}


def test_a_csv_opens_in_a_swedish_spreadsheet_and_has_the_faults_last(office: Path, ipsu: Program) -> None:
    result = ipsu("import cases in.csv --errors fel.csv")
    assert (3, True) == (result.code, result.err.splitlines()[0].endswith("Next: ipsu import cases fel.csv"))
    content = (office / "fel.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    heading, first, second = content.decode("utf-8-sig").splitlines()
    assert "Ärende;tjänst;Personnummer;Namn;i kö från;Fel" == heading
    assert first.startswith("U1;ips;19900101-9802;Åsa =Prov;2026-02-30;i kö från: ”2026-02-30”")
    assert "U2;ips;19850505-2384;Bo Prov;2026-02-02;" == second
    assert 0o600 == stat.S_IMODE((office / "fel.csv").stat().st_mode)


def test_a_copy_that_was_corrected_comes_in(office: Path, ipsu: Program) -> None:
    assert 3 == ipsu("import cases - --errors fel.csv", stdin=CASES).code
    corrected = (office / "fel.csv").read_text(encoding="utf-8-sig").replace("2026-02-30;", "2026-02-03;")
    (office / "fel.csv").write_text(corrected, encoding="utf-8-sig")
    assert 2 == ipsu("import cases fel.csv --json").json["import"]["added"]
    assert "Åsa =Prov" == ipsu("case show U1 --json --reveal").json["participant"]["name"]


def test_a_workbook_has_the_bad_cells_coloured_and_the_faults_in_words(office: Path, ipsu: Program) -> None:
    assert 3 == ipsu("import cases in.csv --errors fel.xlsx").code
    book = load_workbook(office / "fel.xlsx")
    page, faults = book.worksheets
    assert MARK in page["E2"].fill.fgColor.rgb and MARK not in page["D2"].fill.fgColor.rgb
    assert "2026-02-30" == page["E2"].value and page["F2"].value.startswith("i kö från: ”2026-02-30”")
    assert dt.datetime.combine(dt.date(2026, 2, 2), dt.time()) == page["E3"].value
    assert [2, "i kö från"] == [cell.value for cell in faults[2]][1:3]
    page["E2"].value = dt.date(2026, 2, 3)
    book.save(office / "fel.xlsx")
    imported = ipsu("import cases fel.xlsx --json")
    assert (2, []) == (imported.json["import"]["added"], [w for w in imported.json["warnings"] if "file" in w["code"]])


def test_each_sheet_has_its_copy_and_a_formula_acts_in_none(office: Path, ipsu: Program) -> None:
    heads: list[Any] = ["avtal", "tjänst", "leveransområde", "från"]
    sheets = {"ett": [heads, ["A1", "ips", "=1+1", dt.date(2026, 1, 1)]], "två": [heads, ["A2", "yoga", "Väst", 7]]}
    (office / "in.xlsx").write_bytes(workbook(sheets))
    assert 3 == ipsu("import agreements in.xlsx --errors fel.xlsx").code
    one, two, _ = load_workbook(office / "fel.xlsx").worksheets
    assert ("ett", "två", "=1+1", "s") == (one.title, two.title, one["C2"].value, one["C2"].data_type)
    assert two["E2"].value.startswith("från: ”7”")


def test_a_file_that_is_there_is_refused_before_anything_is_read(office: Path, ipsu: Program) -> None:
    (office / "fel.csv").write_text("mine")
    assert (1, "mine") == (ipsu("import cases in.csv --errors fel.csv").code, (office / "fel.csv").read_text())
    assert 2 == ipsu("import cases in.csv --errors fel.txt").code
    assert 3 == ipsu("import cases in.csv --errors fel.csv --force").code
    assert "mine" != (office / "fel.csv").read_text(encoding="utf-8-sig")


def test_nothing_is_written_where_all_is_well(office: Path, ipsu: Program) -> None:
    (office / "in.csv").write_text(CASES.replace("02-30", "02-03"), encoding="utf-8")
    assert 0 == ipsu("import cases in.csv --errors fel.csv").code
    assert not (office / "fel.csv").exists()


def test_the_faults_of_a_json_are_marked_too(office: Path, ipsu: Program) -> None:
    (office / "in.json").write_text(
        '{"cases":[{"case":"U1","service":"yoga","personnummer":"19900101-9802","name":"A"}]}'
    )
    assert 3 == ipsu("import cases in.json --errors fel.csv").code
    assert "yoga" in (office / "fel.csv").read_text(encoding="utf-8-sig").splitlines()[1]


def test_faults_that_are_too_many_to_be_marked_are_counted(
    office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ipsu_cli.core.row_error.MOST", 1)
    (office / "in.csv").write_text(CASES.replace("2026-02-02", "2026-02-31"), encoding="utf-8")
    rest = "Och 1 fel till i senare rader, som anges när dessa är rättade."
    assert ipsu("import cases in.csv --errors fel.xlsx", IPSU_LANG="sv").err.endswith(f"{rest}\n")
    page, faults = load_workbook(office / "fel.xlsx").worksheets
    assert MARK not in page["E3"].fill.fgColor.rgb
    assert [None, None, None, rest] == [cell.value for cell in faults[3]]
