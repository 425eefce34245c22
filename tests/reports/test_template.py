"""An empty sheet: what is filled in on it comes in, and it says what each column takes."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ipsu_cli.core.kinds import RECORDS
from tests.conftest import Program
from tests.reports.conftest import Run


@pytest.mark.parametrize("kind", RECORDS)
def test_a_sheet_of_each_kind_has_its_columns_and_is_read_as_empty(office: Run, tmp_path: Path, kind: str) -> None:
    made = office(f"template {kind} empty.xlsx")["template"]
    pages = {page.title: page for page in load_workbook(tmp_path / "empty.xlsx").worksheets}
    assert [kind, "Hjälp"] == [title for title, page in pages.items() if page.sheet_state == "visible"]
    assert {"lists"} >= {title for title, page in pages.items() if page.sheet_state == "hidden"}
    assert len(made["columns"]) == pages[kind].max_column == pages["Hjälp"].max_row - 1
    explained = " ".join(str(cell.value) for row in pages["Hjälp"] for cell in row)
    assert "{" not in explained and "--" not in explained
    answer = office(f"import {kind} empty.xlsx")
    assert (0, []) == (answer["import"]["rows"], answer["warnings"])


def test_what_is_filled_in_comes_in(office: Run, tmp_path: Path) -> None:
    office("template cases cases.xlsx")
    book: Any = load_workbook(tmp_path / "cases.xlsx")
    heads = [cell.value for cell in book["cases"][1]]
    filled = {"ärende": "B1", "tjänst": "IPSU B", "personnummer": "19900101-9802", "namn": "Kim Ek", "kön": "kvinna",
              "skyddad": "nej", "från": "2026-03-02", "till": "2026-03-22"}  # fmt: skip
    book["cases"].append([filled.get(head) for head in heads])
    book.save(tmp_path / "cases.xlsx")
    assert 1 == office("import cases cases.xlsx")["import"]["added"]
    assert "woman" == office("case show B1")["participant"]["gender"]


def checks(content: bytes, sheet: str) -> dict[str, Any]:
    """The check of each column, by its heading."""
    page: Any = load_workbook(io.BytesIO(content))[sheet]
    heads = {cell.column_letter: cell.value for cell in page[1]}
    return {heads[str(check.sqref).partition("2")[0]]: check for check in page.data_validations.dataValidation}


def test_a_column_has_a_list_a_day_or_a_number(office: Run, tmp_path: Path) -> None:
    office("template cases cases.xlsx")
    content = (tmp_path / "cases.xlsx").read_bytes()
    of_cases = checks(content, "cases")
    lists: Any = load_workbook(io.BytesIO(content))["lists"]
    (column,) = (cell.column for cell in lists[2] if cell.value == "kvinna")
    words = [lists.cell(row, column).value for row in range(2, 6)]
    assert ["kvinna", "man", "annan", "okänd"] == words
    letter = lists.cell(2, column).column_letter
    assert ("list", f"lists!${letter}$2:${letter}$5") == (of_cases["kön"].type, of_cases["kön"].formula1)
    assert ["list", "date", "date"] == [of_cases[head].type for head in ("skyddad", "från", "samtycke")]
    office("template deliveries d.xlsx")
    assert {"timmar": "decimal", "datum": "date", "uteblev": "list"} == {
        head: check.type for head, check in checks((tmp_path / "d.xlsx").read_bytes(), "deliveries").items()
    }


def test_what_is_text_stays_text_as_it_is_typed(office: Run, tmp_path: Path) -> None:
    office("template cases cases.xlsx")
    page: Any = load_workbook(tmp_path / "cases.xlsx")["cases"]
    formats = {cell.value: page.column_dimensions[cell.column_letter].number_format for cell in page[1]}
    assert {"@"} == {formats[head] for head in ("ärende", "beställning", "personnummer", "avtal")}
    assert {"General"} == {formats[head] for head in ("från", "till", "samtycke")}
    office("template surveys surveys.xlsx")
    assert "whole" == checks((tmp_path / "surveys.xlsx").read_bytes(), "surveys")["tillfrågade"].type


def test_a_reference_is_shown_by_an_example(office: Run, tmp_path: Path) -> None:
    office("template cases cases.xlsx")
    page: Any = load_workbook(tmp_path / "cases.xlsx")["Hjälp"]
    typed = {row[0].value: row[2].value for row in page}
    assert ("B-118", "IPSU-NM", "Kim Ek") == (typed["ärende"], typed["avtal"], typed["coach"])


def test_the_same_office_makes_the_same_sheet_in_its_own_language(office: Run, ipsu: Program, tmp_path: Path) -> None:
    office("template plans a.xlsx", IPSU_LANG="en")
    office("template plans b.xlsx", today="2026-12-31")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    office("template plans p.csv")
    head, *rest = (tmp_path / "p.csv").read_text(encoding="utf-8-sig").splitlines()
    assert ("ärende;veckor;timmar per vecka", []) == (head[:30], rest)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("template cases c.json", 2),
        ("template all c.xlsx", 2),
        ("template case c.xlsx", 2),
        ("template cases x.csv", 1),
    ],
)
def test_what_cannot_be_made_is_refused(ipsu: Program, db: Path, tmp_path: Path, words: str, code: int) -> None:
    (tmp_path / "x.csv").write_text("mine")
    assert code == ipsu(words).code
    assert "mine" == (tmp_path / "x.csv").read_text()


def test_swedish_words_are_taken_for_the_kind(office: Run) -> None:
    assert "deliveries" == office("template leveranser d.xlsx")["template"]["kind"]
