"""A plan: which of its weeks count when the period is shorter, and how it is shown."""

import datetime as dt

import pytest

from ipsu_cli.core.case import Case, Person
from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.plan_shown import PlanShown

PLAN = Plan(1, "confirmed", None, None, None, {Week("2026-W10"): Hours(20_00), Week("2026-W11"): Hours(10_00)})


@pytest.mark.parametrize(("end", "hours"), [
    (None, 30_00), ("2026-03-15", 30_00), ("2026-03-09", 30_00), ("2026-03-08", 20_00), ("2026-03-01", 0),
])  # fmt: skip
def test_a_week_counts_where_its_monday_lies_in_the_period(end: str | None, hours: int) -> None:
    assert Hours(hours) == PLAN.hours(dt.date.fromisoformat(end) if end else None)


def test_a_plan_ends_on_the_sunday_of_its_last_week() -> None:
    assert dt.date(2026, 3, 15) == PLAN.ends


def test_a_plan_is_shown_by_extent_the_largest_first_and_by_week() -> None:
    weeks = {Week("2026-W10"): Hours(20_00), Week("2026-W11"): Hours(10_00), Week("2026-W12"): Hours(20_00)}
    delivered = {Week("2026-W10"): Hours(15_00), Week("2026-W09"): Hours(1_00), Week("2026-W08"): Hours(0)}
    person = Person(1, "199001019802", "Alva Prov", "woman", False)
    case = Case(1, "B1", "ipsu-b", "A1", person, to_day=dt.date(2026, 3, 22))
    shown = PlanShown.of(
        Plan(1, "confirmed", "Mer stöd", None, None, weeks), case, Hours(16_00), delivered, dt.date(2026, 3, 15)
    )
    assert (Hours(50_00), Hours(34_00), Hours(1_00)) == (shown.planned_hours, shown.remaining_hours, shown.outside)
    assert [(Hours(20_00), 2, Hours(40_00), Hours(15_00)), (Hours(10_00), 1, Hours(10_00), Hours(0))] == shown.rows
    # 16 hours in two weeks: the 34 that are left take five weeks more.
    assert (Percent(32_00), "2026-W16") == (shown.used_share, shown.empty_on)
    assert ["2026-W09", "2026-W10", "2026-W11", "2026-W12"] == [row.week for row in shown.weeks]
