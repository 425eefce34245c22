"""A week's timesheet: what stands in it, what can be typed, and what comes back from it."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ipsu_cli.core.timesheet import COLUMNS
from tests.conftest import Program
from tests.reports.conftest import PERSONS, Run

WEEK, TODAY = "2026-W12", "2026-03-31"
CASE, NAME, COACH, WEEKDAY, ON, HOURS, ENTERED, PLANNED, DELIVERED, LEFT = range(1, len(COLUMNS) + 1)


def page_of(path: Path) -> Any:
    return load_workbook(path)["deliveries"]


def fill(path: Path, hours: dict[str, object], sheet: str = "deliveries") -> None:
    """Type hours next to the days of B1."""
    book: Any = load_workbook(path)
    for row in book[sheet].iter_rows(min_row=2):
        day = row[ON - 1].value
        if row[CASE - 1].value == "B1" and day and f"{day:%Y-%m-%d}" in hours:
            cell = row[HOURS - 1]
            cell.value = hours[f"{day:%Y-%m-%d}"]
            if isinstance(cell.value, dt.timedelta):
                cell.number_format = "[h]:mm"
    book.save(path)


def counts(imported: dict[str, Any], *keys: str) -> tuple[Any, ...]:
    """What came of the rows of a sheet."""
    return tuple(imported[key] for key in keys)


@pytest.fixture
def sheet(b1: Run, tmp_path: Path) -> Path:
    """That of W12, of which 7 hours of 10 are entered."""
    b1(f"timesheet t.xlsx --week {WEEK}")
    return tmp_path / "t.xlsx"


def test_a_row_for_each_case_and_day(b1: Run, sheet: Path) -> None:
    rows = [[cell.value for cell in row] for row in page_of(sheet).iter_rows(min_row=2, max_row=8)]
    assert {("B1", "Kim Ek", "Lo")} == {(row[0], row[1], row[2]) for row in rows}
    assert ["måndag", "söndag"] == [rows[0][3], rows[-1][3]]
    assert ["2026-03-16", "2026-03-22"] == [f"{row[ON - 1]:%Y-%m-%d}" for row in (rows[0], rows[-1])]
    assert {(10, 7, 11)} == {tuple(row[PLANNED - 1 :]) for row in rows}
    entered = [delivery for delivery in b1("delivery list B1")["deliveries"] if delivery["week"] == WEEK]
    days = {delivery["from"]: delivery["hours"] for delivery in entered if delivery["from"] == delivery["to"]}
    assert days == {f"{row[4]:%Y-%m-%d}": row[ENTERED - 1] for row in rows if row[ENTERED - 1]}
    assert {None} == {row[HOURS - 1] for row in rows}


def test_only_what_is_filled_in_can_be_typed_in(sheet: Path) -> None:
    page = page_of(sheet)
    assert page.protection.sheet
    assert [HOURS] == [cell.column for cell in page[2] if not cell.protection.locked]
    assert [CASE, ON, HOURS] == [cell.column for cell in page[10] if not cell.protection.locked]
    # A time of day typed in a cell of another format would be kept as a part of a day, and mean other hours.
    assert "General" == page.cell(2, HOURS).number_format
    assert "#,##0.00" == page.cell(2, PLANNED).number_format
    kinds = {check.type: str(check.sqref) for check in page.data_validations.dataValidation}
    assert {"date": "E2:E18", "decimal": "F2:F18", "list": "A2:A18"} == kinds


def test_hours_come_back_however_they_are_written(b1: Run, sheet: Path) -> None:
    written: dict[str, object] = {
        "2026-03-16": "0,5", "2026-03-17": "0.75", "2026-03-18": "0:30", "2026-03-19": dt.timedelta(minutes=45),
        "2026-03-20": 0.25,
    }  # fmt: skip
    fill(sheet, written)
    assert (5, 5) == counts(b1("import deliveries t.xlsx")["import"], "rows", "added")
    new = [delivery["hours"] for delivery in b1("delivery list B1")["deliveries"] if delivery["hours"] < 1]
    assert [0.5, 0.75, 0.5, 0.75, 0.25] == new


def test_more_days_filled_in_bring_in_the_new_ones(b1: Run, sheet: Path) -> None:
    fill(sheet, {"2026-03-16": 1})
    assert 1 == b1("import deliveries t.xlsx")["import"]["added"]
    again = b1("import all t.xlsx")["imports"][0]
    assert (None, 1, 0, 1) == counts(again, "batch", "rows", "added", "known")
    fill(sheet, {"2026-03-17": 2})
    assert (2, 1, 1) == counts(b1("import all t.xlsx")["imports"][0], "rows", "added", "known")


def test_other_hours_of_a_day_that_came_in_do_not_count_twice(b1: Run, sheet: Path, ipsu: Program) -> None:
    fill(sheet, {"2026-03-16": 1})
    b1("import deliveries t.xlsx")
    fill(sheet, {"2026-03-16": 2, "2026-03-17": 0.5})
    refused = ipsu("import deliveries t.xlsx --json", today=TODAY)
    (error,) = json.loads(refused.err)["error"]["details"]["errors"]
    assert (3, "timesheet.differs", "deliveries", 2) == (refused.code, error["code"], error["sheet"], error["row"])
    correct = error["message"].partition("ipsu ")[2]
    assert correct.startswith("delivery correct ")
    b1(correct.replace("TEXT", "fel"))
    assert (1, 1) == counts(b1("import deliveries t.xlsx")["import"], "added", "known")
    # A sheet that was made since knows of the hours, and those in it come on top.
    b1(f"timesheet later.xlsx --week {WEEK}")
    fill(sheet.parent / "later.xlsx", {"2026-03-16": 0.25})
    assert 1 == b1("import deliveries later.xlsx")["import"]["added"]


def test_what_is_wrong_is_told_in_the_words_of_the_sheet(sheet: Path, ipsu: Program) -> None:
    fill(sheet, {"2026-03-16": "7:20", "2026-03-17": "=1+1", "2026-03-18": 1})
    refused = ipsu("import deliveries t.xlsx", today=TODAY, IPSU_LANG="sv")
    assert 3 == refused.code
    assert "rad 2, kolumn timmar" in refused.err and "rad 3, kolumn timmar" in refused.err


def test_a_sheet_that_nobody_filled_in_says_nothing(b1: Run, sheet: Path) -> None:
    assert (0, 0) == counts(b1("import deliveries t.xlsx")["import"], "rows", "added")


@pytest.mark.parametrize(
    ("week", "days"),
    [
        ("2026-W09", []),  # the period begins on the Monday after it
        ("2026-W10", ["2026-03-02", "2026-03-08"]),
        ("v12", ["2026-03-16", "2026-03-18"]),  # the case is closed on the Wednesday
        ("2026-W13", []),
    ],
)
def test_only_days_that_take_hours(b1: Run, tmp_path: Path, week: str, days: list[str]) -> None:
    b1("case close B1 --on 2026-03-18 --reason completed")
    made = b1(f"timesheet t.xlsx --week {week}")["timesheet"]
    found = [f"{row[ON - 1].value:%Y-%m-%d}" for row in page_of(tmp_path / "t.xlsx").iter_rows(min_row=2) if
             row[CASE - 1].value]  # fmt: skip
    assert days == [found[place] for place in (0, -1) if found]
    assert (len(found), ["B1"] if found else []) == (made["rows"], made["cases"])


def test_a_week_that_no_plan_has_is_there_with_nothing_planned(
    support: Any, office: Run, tmp_path: Path
) -> None:  # fmt: skip
    support("B1", PERSONS[0], "2026-03-02", "2026-03-22", "2026-W10=20")
    support("B2", PERSONS[1], "2026-03-02", "2026-03-22", "")
    office("timesheet t.xlsx --week 2026-W11")
    rows = [[cell.value for cell in row] for row in page_of(tmp_path / "t.xlsx").iter_rows(min_row=2)]
    assert {("B1", 0, 20), ("B2", 0, 0)} == {(row[0], row[PLANNED - 1], row[LEFT - 1]) for row in rows if row[0]}


def test_whom_it_is_about_but_never_of_a_protected_person(support: Any, office: Run, tmp_path: Path) -> None:
    support("B1", PERSONS[0], "2026-03-02", "2026-03-22", "2026-W10=20", "--coach Lo")
    support("B2", PERSONS[1], "2026-03-02", "2026-03-22", "2026-W10=20", "--coach Eva --protected")
    made = office("timesheet all.xlsx --week 2026-W10")
    assert ["B1", "B2"] == made["timesheet"]["cases"]  # by coach, and last whose coach is not shown
    assert "Kim Ek" not in f"{made}"
    names = {row[0].value: row[1].value for row in page_of(tmp_path / "all.xlsx").iter_rows(min_row=2)}
    assert {"B1": "Kim Ek", "B2": None, None: None} == names
    made = office("timesheet lo.xlsx --week 2026-W10 --coach lo")["timesheet"]
    assert ("Lo", ["B1"], 7) == (made["coach"], made["cases"], made["rows"])


def test_a_case_of_another_service_or_one_that_is_locked_is_left_out(b1: Run, office: Run, ipsu: Program) -> None:
    office(f"case add A1 --service ipsu-a --personnummer {PERSONS[1]} --name 'Bo Ek' --from 2026-03-02 --to 2026-03-13")
    assert ["B1"] == b1("timesheet t.xlsx --week 2026-W10")["timesheet"]["cases"]
    b1("invoice build --month 2026-03")
    b1("invoice reject 2026-0001 --case B1 --why hours --reason fel --not-self-fixable")
    answer = ipsu("timesheet locked.xlsx --week 2026-W10 --json", today=TODAY)
    assert (0, []) == (answer.code, answer.json["timesheet"]["cases"])
    assert ["delivery.locked"] == [warning["code"] for warning in answer.json["warnings"]]


def test_the_same_register_makes_the_same_sheet_in_the_words_of_the_office(b1: Run, sheet: Path) -> None:
    b1(f"timesheet b.xlsx --week {WEEK}", IPSU_LANG="en")
    assert sheet.read_bytes() == (sheet.parent / "b.xlsx").read_bytes()
    assert ["deliveries", "Hjälp", "lists"] == load_workbook(sheet).sheetnames


@pytest.mark.parametrize(
    ("words", "code"),
    [("t.csv --week 2026-W10", 2), ("t.xlsx", 2), ("t.xlsx --week 2026-W60", 2), ("taken.xlsx --week 2026-W10", 1)],
)
def test_what_cannot_be_made_is_refused(office: Run, ipsu: Program, tmp_path: Path, words: str, code: int) -> None:
    (tmp_path / "taken.xlsx").write_text("mine")
    assert code == ipsu(f"timesheet {words}").code
    assert "mine" == (tmp_path / "taken.xlsx").read_text()
