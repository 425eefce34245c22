"""`ipsu deliver --week WEEK CASE=HOURS …`: a coach's week in one line, all or nothing, all errors at once."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program
from tests.program import Result
from tests.typed import OfficeWith

TODAY = "2026-03-16"
DAYS = "--from 2026-03-02 --to 2026-08-07 --training Svets --training-from 2026-01-12 --training-to 2026-08-28"
MADE = (
    "agreement add S1 --service ipsu --area Norr --from 2026-01-01",
    *(
        f"case add {ref} --service ipsu-b --personnummer {number} --name Prov {DAYS}"
        for ref, number in (("B1", "19900101-9802"), ("B2", "19850602-9837"), ("B=3", "19881123-9840"))
    ),
    "plan set B1 2026-W10..2026-W17=20 --submitted 2026-03-02 --confirmed 2026-03-02",
    "plan set B2 2026-W10..2026-W11=10 --submitted 2026-03-02 --confirmed 2026-03-02",
    "plan set B=3 2026-W10..2026-W11=10 --submitted 2026-03-02 --confirmed 2026-03-02",
)


@pytest.fixture
def made(office_with: OfficeWith, db: Path) -> Path:
    """Three cases of IPSU B, of which one has a `=` in its reference, with their plans."""
    return Path(shutil.copy2(office_with(MADE, TODAY), db))


@pytest.fixture
def deliver(ipsu: Program, made: Path) -> Any:
    return lambda words, today=TODAY, **more: ipsu(f"deliver {words} --json", today=today, **more)


def error(result: Result, code: int) -> Any:
    assert (code, "") == (result.code, result.out)
    return json.loads(result.err)["error"]


def test_a_week_of_several_cases_is_one_line(deliver: Any) -> None:
    answer = deliver("--week 2026-W11 B1=7,5 B2=10 B=3=2.25").json
    assert [("B1", 7.5, 152.5), ("B2", 10, 10), ("B=3", 2.25, 17.75)] == [
        (row["case"], row["hours"], row["plan"]["remaining_hours"]) for row in answer["deliveries"]
    ]
    assert {("2026-03-09", "2026-03-15", "2026-W11", "free")} == {
        (row["from"], row["to"], row["week"], row["status"]) for row in answer["deliveries"]
    }
    assert [] == answer["warnings"]


def test_it_is_the_same_as_one_by_one(deliver: Any, made: Path) -> None:
    kept = made.read_bytes()
    alone = [deliver(words).json for words in ("B1 7,5 --week W11", "B2 11 --week W11")]
    made.write_bytes(kept)
    together = deliver("B1=7,5 B2=11 --week W11").json
    assert [{**one["delivery"], "plan": one["plan"]} for one in alone] == together["deliveries"]
    assert ["delivery.over-week"] == [warning["code"] for warning in together["warnings"]]
    assert alone[1]["warnings"] == together["warnings"]


def test_all_that_is_refused_is_told_at_once_and_nothing_is_entered(deliver: Any, made: Path) -> None:
    before = program.dump(made)
    found = error(deliver("--week 2026-W11 B1=7 B2=20,01 X9=1 B=3=21"), 1)
    assert [
        ("B2", "delivery.over-plan", "A23"),
        ("X9", "case.unknown", None),
        ("B=3", "delivery.over-plan", "A23"),
    ] == [(row["case"], row["code"], row["rule"]) for row in found["details"]["errors"]]
    assert ("delivery.over-plan", "A23") == (found["code"], found["rule"])
    assert all(row["message"] and row["command"].startswith("ipsu ") for row in found["details"]["errors"])
    assert before == program.dump(made)


def test_the_screen_has_a_paragraph_for_each_case(ipsu: Program, made: Path) -> None:
    result = ipsu("deliver --week 2026-W11 B2=20,01 X9=1", today=TODAY)
    assert (1, 2) == (result.code, len(result.err.splitlines()))
    assert "delivery.over-plan" in result.err and "case.unknown" in result.err


def test_the_screen_has_a_row_for_each_case(ipsu: Program, made: Path) -> None:
    shown = ipsu("deliver --week 2026-W11 B1=7,5 B2=10", today=TODAY).out.splitlines()
    assert "Delivered for 2026-W11: 2." == shown[0]
    assert ["B1 2026-03-09 2026-03-15 7.50 160.00 7.50 152.50", "B2 2026-03-09 2026-03-15 10.00 20.00 10.00 10.00"] == [
        " ".join(line.split()[1:]) for line in shown[-3:-1]
    ]


def test_the_edge_of_each_plan_is_taken(deliver: Any) -> None:
    answer = deliver("--week 2026-W11 B2=20 B=3=20").json
    assert [0, 0] == [row["plan"]["remaining_hours"] for row in answer["deliveries"]]


def test_all_that_cannot_be_read_is_told_at_once(deliver: Any, made: Path) -> None:
    before = program.dump(made)
    found = error(deliver("--week 2026-W11 B1=sju B2=1,005 B=3=1"), 2)
    assert [(1, "B1", "value.hours", "sju"), (2, "B2", "value.hours", "1,005")] == [
        (row["row"], row["column"], row["code"], row["value"]) for row in found["details"]["errors"]
    ]
    assert before == program.dump(made)


@pytest.mark.parametrize(
    ("words", "code", "details"),
    [
        ("--week 2026-W11 B1=7 B2=1 B1=4", "option.twice", {"option": "B1", "values": ["7", "4"]}),
        ("--week 2026-W11 B1=7 B1=7", "option.twice", {"option": "B1", "values": ["7", "7"]}),
        ("B1=7 B2=4", "option.missing", {"option": "--week"}),
        ("--week 2026-W11 B1=7 --on 2026-03-09", "option.together", {"options": ["CASE=HOURS", "--on"]}),
        ("--week 2026-W11 B1=7 --dry-run", "option.together", {"options": ["CASE=HOURS", "--dry-run"]}),
        ("--week 2026-W11 B1=7 4 B2=4", "option.too-many", None),
        ("--week 2026-W11 B1 B2=4", "value.hours", None),
    ],
)
def test_what_cannot_stand_on_the_line(deliver: Any, words: str, code: str, details: Any) -> None:
    found = error(deliver(words), 2)
    assert code == found["code"]
    assert details in (None, found["details"])


def test_a_reference_with_an_equals_sign_is_delivered_by_itself_too(deliver: Any) -> None:
    assert 5 == deliver("B=3 5 --on 2026-03-09").json["delivery"]["hours"]
    assert 5 == deliver("B=3 5 --week 2026-W11").json["delivery"]["hours"]


def test_the_same_key_and_hours_however_they_are_written_do_nothing_more(deliver: Any, made: Path) -> None:
    first = deliver("--week W11 B1=7,5 B2=4 --key veckan").json
    before = program.dump(made)
    again = deliver("B1=7.50 B2=4,0 --week 2026-W11 --key veckan", today="2026-03-17")
    assert {**first, "repeated": True} == again.json
    assert "key.other-arguments" == error(deliver("--week W11 B1=7,5 B2=5 --key veckan"), 1)["code"]
    assert before == program.dump(made)


@pytest.mark.parametrize("words", ["B1 5 --week 2026-W14", "--week 2026-W14 B1=5"])
def test_a_week_with_working_days_in_two_months_asks_for_the_dates(deliver: Any, made: Path, words: str) -> None:
    found = error(deliver(words, today="2026-04-10"), 1)
    assert ("delivery.two-months", "Next: ipsu deliver B1 HOURS --on DATE") == (found["code"], found["hint"])


@pytest.mark.parametrize(("week", "today", "days"), [
    ("2026-W14", "2026-03-31", ("2026-03-30", "2026-03-31")),  # a Tuesday: the next month has not come
    ("2026-W18", "2026-05-04", ("2026-04-27", "2026-04-30")),  # nobody works on the first of May, a Friday
    ("2026-W22", "2026-06-08", ("2026-05-25", "2026-05-31")),
    ("2026-W31", "2026-08-03", ("2026-07-27", "2026-07-31")),  # a weekend in August
])  # fmt: skip
def test_a_week_with_working_days_in_one_month_is_that_months(
    deliver: Any, week: str, today: str, days: tuple[str, str]
) -> None:
    made = deliver(f"B1 5 --week {week}", today=today).json["delivery"]
    assert days == (made["from"], made["to"])


@pytest.mark.parametrize(("eves", "code"), [("free", 0), ("working", 1)])
def test_whether_an_eve_is_worked_is_the_offices(deliver: Any, ipsu: Program, eves: str, code: int) -> None:
    """Week 1 of 2036 begins with New Year's Eve, a Monday."""
    ipsu(f"setting set eves {eves}", today=TODAY)
    words = "case add B9 --service ipsu-b --personnummer 19941224-9808 --name P --from 2035-12-03 --to 2036-02-03"
    begun = "2035-12-03"
    ipsu(f"{words} --training X --training-from 2035-11-01 --training-to 2036-06-05", today=begun)
    ipsu(f"plan set B9 2036-W01=20 --submitted {begun} --confirmed {begun}", today=begun)
    assert code == deliver("B9 5 --week 2036-W01", today="2036-01-08").code


def test_what_no_rule_of_the_agency_refuses_has_no_rule(deliver: Any) -> None:
    """A case that is not there: `rule` is null, not an empty text."""
    assert error(deliver("--week 2026-W11 B1=7 X9=1"), 1)["rule"] is None
