"""What to key in: the agency's forms, field by field."""

from pathlib import Path
from typing import Any

import pytest

from tests.typed import Did, did_after

OFFICE = (
    "agreement add ROM --service rusta-matcha --area Norr --from 2021-01-01",
    "agreement add IPSU-1 --service ipsu --area Norr --from 2021-01-01",
    "case add K1 --service rusta-matcha --personnummer 19900101-9802 --name 'Test Person' --from 2022-06-13 "
    "--to 2022-12-12 --system ka-webb --protected",
    "document submit K1 iup --goal Lagerarbete --own-search 20 --supplier 20 --on 2022-06-14",
    "document submit K1 gp --mandatory matchning=5 --optional verkstad=3 --mandatory coachning=2 --on 2022-06-14",
)


did = did_after(*OFFICE, on="2022-08-10")


def form(did: Did, words: str) -> list[tuple[Any, ...]]:
    (found,) = did(f"report key-in {words}")["key_in"]
    return [tuple(row.values()) for row in found["rows"]]


def test_own_work_is_keyed_in_until_june_2022(did: Did) -> None:
    hours = "--hours verkstad=1,25 --hours matchning=6,5 --hours coachning=0"
    did(f"document submit K1 pr --period 2022-06 {hours} --own-work 12")
    did(f"document submit K1 pr --period 2022-07 {hours} --own-work 12")
    assert form(did, "K1 --month 2022-06") == [
        ("matchning", True, "6,5", "2022-06-13", 1),
        ("coachning", False, "0", None, None),
        ("verkstad", True, "1,25", "2022-06-13", 1),
        ("Eget arbete", True, "12", "2022-06-13", 1),
    ]
    july = form(did, "K1 --month 2022-07")
    assert july[0] == ("matchning", True, "6,5", "2022-07-01", 1)
    assert july[-1] == ("Eget arbete", False, "0", None, None)


def test_no_own_work_at_all_is_an_estimate_too(did: Did) -> None:
    did(
        "document submit K1 pr --period 2022-06 --hours verkstad=1 --hours matchning=2 --hours coachning=0 --own-work 0"
    )
    assert ("Eget arbete", False, "0", None, None) == form(did, "K1 --month 2022-06")[-1]


def test_a_placement_without_its_report_is_reported(did: Did) -> None:
    answer = did("report key-in --month 2022-07")
    assert answer["key_in"] == []
    assert [warning["code"] for warning in answer["warnings"]] == ["key-in.no-report"]
    assert did("report key-in --month 2022-07 --system msfa")["warnings"] == []


def test_support_is_keyed_in_by_the_rows_of_its_plan(did: Did) -> None:
    day = "2026-03-31"
    for words in (
        "case add B1 --service ipsu-b --personnummer 19850505-2384 --name 'Annan Person' --from 2026-03-02 "
        "--to 2026-03-29 --training Svets --training-from 2026-01-12 --training-to 2026-06-05",
        "plan set B1 2026-W10..2026-W11=20 2026-W12=10 --submitted 2026-03-02 --confirmed 2026-03-04",
        "deliver B1 12 --on 2026-03-03",
        "deliver B1 7,5 --week 2026-W11",
        "deliver B1 4 --on 2026-03-17",
        "deliver B1 3 --on 2026-03-18",
        "delivery cancel 4 --reason fel",
    ):
        did(words, today=day)
    (found,) = did("report key-in --month 2026-03", today=day)["key_in"]
    shown = [(row["hours_per_week"], row["from"], row["to"], row["quantity"]) for row in found["delivered"]]
    assert shown == [(20, "2026-03-03", "2026-03-15", 19.5), (10, "2026-03-17", "2026-03-17", 4)]
    assert (found["system"], found["rows"]) == (None, [])


def test_the_workbook_has_the_rows(did: Did, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    did("document submit K1 pr --period 2022-07 --hours verkstad=1 --hours matchning=6 --hours coachning=0")
    did("report key-in --month 2022-07 --excel form.xlsx")
    page = openpyxl.load_workbook(tmp_path / "form.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert ["K1", "KA-Webb", "matchning", "ja", "6"] in [row[:5] for row in rows]
    assert not [row for row in rows if "Test Person" in row]
