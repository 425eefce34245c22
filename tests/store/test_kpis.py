"""The days that the questions behind the key figures name."""

import datetime as dt
from pathlib import Path

import pytest

from ipsu_cli.core.period import Period
from ipsu_cli.store import deliveries
from ipsu_cli.store.kpis import values_of
from tests.reports.register import entering
from tests.store.kpis.counted import case, counter, deliver, plan

day = dt.date.fromisoformat


@pytest.mark.parametrize(("last", "year_before"), [
    ("2024-02-29", "2023-02-28"), ("2024-02-28", "2023-02-28"), ("2025-02-28", "2024-02-28"),
    ("2024-03-29", "2023-03-29"), ("2025-12-31", "2024-12-31"),
])  # fmt: skip
def test_twelve_months_before_a_leap_day_is_the_last_of_february(last: str, year_before: str) -> None:
    assert year_before == values_of(Period(day("2023-06-01"), day(last)), day(last))["year_before"]


def test_the_days_of_a_period_that_has_partly_come() -> None:
    found = values_of(Period(day("2026-03-01"), day("2026-03-31")), day("2026-03-20"))
    assert ("2026-02-28", "2026-03-20", "2026-03-31") == (found["before"], found["until"], found["last"])
    assert ("2026-W10", "2026-W13", "2026-03", "2026-03") == (
        found["first_week"], found["last_week"], found["first_month"], found["last_month"],
    )  # fmt: skip
    assert "2026-03-31" == values_of(Period(day("2026-03-01"), day("2026-03-31")), day("2026-04-20"))["until"]


def test_hours_belong_to_the_month_of_their_thursday_or_of_their_day(db: Path) -> None:
    """Week 1 of 2026 has New Year's Day for its Thursday, week 18 the last of April; weeks 53 and 19 lie outside."""
    with entering(db) as it:
        id = case(it)
        plan(it, id, {"2025-W52": 1, "2026-W01": 2, "2026-W18": 4, "2026-W19": 8})
        for n, on in enumerate(("2025-12-31", "2026-01-01", "2026-04-30", "2026-05-01")):
            deliver(it, id, on, 10**n)
        deliver(it, id, "2026-02-01", unit="case")
        deliveries.cancel(it.store, deliver(it, id, "2026-03-01"))
        hours = counter(it).by_month(Period(day("2026-01-01"), day("2026-04-30")))
    assert ({"2026-01": 2, "2026-04": 4}, {"2026-01": 10, "2026-04": 100}) == hours
