"""`ipsu report hours`: plan against delivery, case by case and week by week."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.program import ROOT

Run = Callable[..., Any]
KIM, ALEX = "19900101-9802", "19850602-9837"
SAMPLE_DAY = "2026-11-02"


def rows(answer: Any) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in answer["hours"]]


def test_plan_and_delivery_of_each_week(b1: Run) -> None:
    answer = b1("report hours --month 2026-03")
    assert {"from": "2026-03-01", "to": "2026-03-31"} == answer["period"]
    assert ["case", "week", "coach", "planned_hours", "delivered_hours", "remaining_hours"] == list(answer["hours"][0])
    assert [
        ("B1", "2026-W10", "Lo", 20, 0, 20),
        ("B1", "2026-W11", "Lo", 20, 32, -12),
        ("B1", "2026-W12", "Lo", 10, 7, 3),
    ] == rows(answer)
    assert {"planned_hours": 50, "delivered_hours": 39, "remaining_hours": 11} == answer["total"]


def test_a_week_without_a_plan_and_a_delivery_taken_back(b1: Run) -> None:
    b1("delivery cancel 2 --reason fel")
    b1("case decide B1 --to 2026-03-29 --on 2026-03-20")
    b1("deliver B1 1.25 --on 2026-03-25")
    assert [("B1", "2026-W12", "Lo", 10, 0, 10), ("B1", "2026-W13", "Lo", 0, 1.25, -1.25)] == rows(
        b1("report hours --from 2026-03-16 --to 2026-03-31")
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--month 2026-12", [("2026-W53", 10, 3)]),
        ("--from 2026-12-31 --to 2026-12-31", [("2026-W53", 10, 0)]),
        ("--year 2026", [("2026-W53", 10, 3)]),
        ("--year 2027", [("2026-W53", 0, 1.5), ("2027-W01", 5, 0)]),
        ("", [("2026-W53", 0, 1.5)]),
        ("--from 2027-01-01 --to 2027-01-01", [("2026-W53", 0, 0.5)]),
        ("--from 2026-12-28 --to 2027-01-10", [("2026-W53", 10, 4.5), ("2027-W01", 5, 0)]),
    ],
)
def test_week_53_is_planned_in_the_old_year_and_delivered_in_both(
    support: Callable[..., None], office: Run, words: str, expected: list[tuple[str, float, float]]
) -> None:
    support("B1", KIM, "2026-12-28", "2027-01-10", "2026-W53=10 2027-W01=5")
    for hours, day in (("3", "2026-12-28"), ("0.5", "2027-01-01"), ("1", "2027-01-02")):
        office(f"deliver B1 {hours} --on {day}", today="2027-01-02")
    found = office(f"report hours {words}", today="2027-01-02")["hours"]
    assert expected == [(row["week"], row["planned_hours"], row["delivered_hours"]) for row in found]


def test_hours_are_delivered_in_the_month_that_bills_them(support: Callable[..., None], office: Run) -> None:
    """2026-W14 is in April by its Thursday; its Monday and Tuesday are in March."""
    support("B1", KIM, "2026-03-30", "2026-04-19", "2026-W14..2026-W16=20", "--coach Lo")
    for hours, day in ((5, "2026-03-30"), (3, "2026-03-31"), (2, "2026-04-01"), (4, "2026-04-09")):
        office(f"deliver B1 {hours} --on {day}", today="2026-04-30")
    march, april = (office(f"report hours --month 2026-{month}", today="2026-04-30") for month in ("03", "04"))
    assert [("B1", "2026-W14", "Lo", 0, 8, -8)] == rows(march)
    assert [
        ("B1", "2026-W14", "Lo", 20, 2, 18),
        ("B1", "2026-W15", "Lo", 20, 4, 16),
        ("B1", "2026-W16", "Lo", 20, 0, 20),
    ] == rows(april)
    for month, hours in (("03", 8), ("04", 6)):
        (invoice,) = office(f"invoice build --month 2026-{month}", today="2026-04-30")["invoices"]
        assert [hours] == [line["quantity"] for line in invoice["lines"]]


def test_the_totals_are_those_of_the_key_figures_in_the_sample_office(db: Path, run: Run) -> None:
    for kind in ("agreements", "prices", "cases", "documents", "plans", "deliveries"):
        run(f"import {kind} {ROOT / 'sample_data' / kind}.csv", today=SAMPLE_DAY)
    days = [f"--month 2026-{month}" for month in ("03", "04", "09", "10", "12")]
    days += ["", "--year 2027", "--from 2026-03-31 --to 2026-09-30", "--from 2026-09-29 --to 2026-09-29"]
    seen = {words: run(f"report hours {words}", today=SAMPLE_DAY) for words in days}
    for words, hours in seen.items():
        kpis = {kpi["code"]: kpi for kpi in run(f"report kpi {words}", today=SAMPLE_DAY)["kpis"]}
        for name in ("planned_hours", "delivered_hours"):
            assert kpis[name]["value"] == hours["total"][name], (words, name)
    for week, before, after in (("2026-W14", "03", "04"), ("2026-W40", "09", "10")):
        for month in (before, after):
            found = [row for row in seen[f"--month 2026-{month}"]["hours"] if row["week"] == week]
            assert sum(row["delivered_hours"] for row in found) > 0, (week, month)
            assert (month == after) == any(row["planned_hours"] for row in found), (week, month)
    assert any(row["week"] == "2026-W53" and row["planned_hours"] for row in seen["--month 2026-12"]["hours"])


def test_a_choice_of_coaches_and_agreements(b1: Run, support: Callable[..., None]) -> None:
    support("B2", ALEX, "2026-03-09", "2026-03-29", "2026-W11=10", "--coach Bo")
    words = "report hours --month 2026-03"
    assert ["B2"] == [row["case"] for row in b1(f"{words} --coach Bo")["hours"]]
    assert ["B1"] * 3 + ["B2"] == [row["case"] for row in b1(f"{words} --agreement S1 --coach Bo --coach Lo")["hours"]]


def test_as_of_a_day_before_a_correction(b1: Run) -> None:
    b1("delivery correct 1 30 --reason fel", today="2026-04-01")
    words = "report hours --month 2026-03"
    assert [39, 37] == [
        b1(f"{words} --as-of {day}", today="2026-04-30")["total"]["delivered_hours"]
        for day in ("2026-03-31", "2026-04-01")
    ]


def test_the_sums_stand_at_the_foot_on_screen_and_in_the_workbook(b1: Run, ipsu: Program, tmp_path: Path) -> None:
    result = ipsu("report hours --month 2026-03 --excel h.xlsx", today="2026-03-31")
    assert ["Total", "50.00", "39.00", "11.00"] == result.out.splitlines()[-1].split()
    from openpyxl import load_workbook

    page = load_workbook(tmp_path / "h.xlsx").worksheets[0]
    assert [("B1", "2026-W11", "Lo", 20, 32, -12)] == list(page.iter_rows(min_row=7, max_row=7, values_only=True))
    assert "=SUBTOTAL(109,D6:D8)" == page["D9"].value
    assert ("Period", "2026-03-01 – 2026-03-31") == (page["A2"].value, page["B2"].value)
