"""A plan: which of its weeks count when the period is shorter."""

import datetime as dt

import pytest

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.plan import Plan

PLAN = Plan(1, "confirmed", None, None, None, {Week("2026-W10"): Hours(20_00), Week("2026-W11"): Hours(10_00)})


@pytest.mark.parametrize(("end", "hours"), [
    (None, 30_00), ("2026-03-15", 30_00), ("2026-03-09", 30_00), ("2026-03-08", 20_00), ("2026-03-01", 0),
])  # fmt: skip
def test_a_week_counts_where_its_monday_lies_in_the_period(end: str | None, hours: int) -> None:
    assert Hours(hours) == PLAN.hours(dt.date.fromisoformat(end) if end else None)


def test_a_plan_ends_on_the_sunday_of_its_last_week() -> None:
    assert dt.date(2026, 3, 15) == PLAN.ends
