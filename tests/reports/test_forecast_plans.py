"""`report forecast`: what the plans in force have left by month and coach, and which terms end."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

SERVICE = "--service ipsu-b --agreement"
DAYS = "--training S --training-from 2026-01-12 --training-to 2026-12-31"
# A price that changes in April; a case whose first week is behind, one that has delivered ahead, one that has ended.
MADE = (
    "agreement add A1 --service ipsu --area Norr --from 2026-01-01 --to 2026-12-31",
    "agreement add A2 --service ipsu --area Syd --from 2026-01-01",
    "price set A1 ipsu-b 450,50 --unit hour --from 2026-01-01",
    "price set A1 ipsu-b 500 --unit hour --from 2026-04-01",
    f"case add B1 {SERVICE} A1 --personnummer 19900101-9802 --name A --from 2026-03-02 --to 2026-04-12 {DAYS}",
    "case edit B1 --coach Kim",
    "plan set B1 2026-W10=10 2026-W11..2026-W15=5 --submitted 2026-03-02 --confirmed 2026-03-02",
    f"case add B2 {SERVICE} A2 --personnummer 19850505-2384 --name B --from 2026-03-02 --to 2026-03-22 {DAYS}",
    "plan set B2 2026-W10..2026-W12=5 --submitted 2026-03-02 --confirmed 2026-03-02",
    f"case add B3 {SERVICE} A1 --personnummer 19750315-2386 --name C --from 2026-03-02 --to 2026-03-08 {DAYS}",
    "plan set B3 2026-W10=5 --submitted 2026-03-02 --confirmed 2026-03-02",
    "deliver B1 4 --on 2026-03-03",
    "deliver B2 9 --on 2026-03-04",
)


@pytest.fixture
def forecast(ipsu: Program, db: Path) -> Any:
    """`forecast("--coach Kim")`: what JSON says on the Monday of week 11."""
    for words in MADE:
        result = ipsu(words, today="2026-03-09")
        assert 0 == result.code, (words, result.err)

    def ask(words: str = "", today: str = "2026-03-09") -> Any:
        return ipsu(f"report forecast {words} --json", today=today).json["forecast"]

    return ask


def rows(forecast: Any) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in forecast["plans"]]


def test_a_plan_stands_in_the_months_of_its_weeks_at_the_price_of_each(forecast: Any) -> None:
    """B1 has 31 of 35 h left: W11 to W13 and six of W10 in March at 450.50, W14 and W15 in April at 500. B2 has 6 of 15
    left, without a price: 5 in W11 and 1 in W12, for no more than the whole plan is worked."""
    assert [
        ("2026-03", None, 6, 0, 0, 6),
        ("2026-03", "Kim", 15, 6, 946050, 0),
        ("2026-04", "Kim", 10, 0, 500000, 0),
    ] == rows(forecast())


def test_what_is_delivered_in_a_week_is_no_longer_left(forecast: Any, ipsu: Program) -> None:
    assert 0 == ipsu("deliver B1 3 --on 2026-03-09", today="2026-03-09").code
    assert ("2026-03", "Kim", 12, 6, 810900, 0) in rows(forecast())


def test_filters_and_a_later_day_narrow_it(forecast: Any) -> None:
    assert {"Kim"} == {row[1] for row in rows(forecast("--coach Kim"))}
    assert [("2026-04", "Kim", 5, 26, 1550000, 0)] == rows(forecast("--agreement A1", today="2026-04-06"))
    assert [] == rows(forecast(today="2026-04-13"))


def test_a_closed_case_has_nothing_left(forecast: Any, ipsu: Program) -> None:
    assert 0 == ipsu("case close B1 --on 2026-03-09 --reason withdrew", today="2026-03-09").code
    assert {None} == {row[1] for row in rows(forecast())}


def test_agreements_and_prices_that_end_within_a_year_are_listed(forecast: Any) -> None:
    price = {
        "agreement": "A1",
        "service": "ipsu-b",
        "unit": "hour",
        "level": None,
        "amount_ore": 45050,
        "next_ore": 50000,
    }
    assert [{"on": "2026-03-31", **price}, {"on": "2026-12-31", "agreement": "A1"}] == [
        {key: value for key, value in term.items() if value is not None or (key == "level" and term["unit"])}
        for term in forecast()["ends"]
    ]
    assert ["2026-12-31"] == [term["on"] for term in forecast(today="2026-04-01")["ends"]]
    assert [] == forecast("--agreement A2")["ends"]


def test_neither_is_for_others(forecast: Any, ipsu: Program) -> None:
    found = forecast("--external")
    assert ([], []) == (found["plans"], found["ends"])


def test_an_office_without_a_queue_is_shown_none(forecast: Any, ipsu: Program) -> None:
    shown = ipsu("report forecast --to 2026-12-31 --lang en", today="2026-03-16").out
    assert "What the plans have left" in shown
    assert "queue" not in shown
    assert forecast()["months"]
