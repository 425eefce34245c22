"""`ipsu plan show`: what is delivered outside the weeks of the plan is there too."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Program

Run = Callable[..., Any]
KIM = "19900101-9802"


@pytest.fixture
def outside(support: Callable[..., None], office: Run) -> Run:
    """B1: planned 20 in W11 and 10 in W12; delivered 10 in W10, before the plan, and 12 in W11."""
    support("B1", KIM, "2026-03-02", "2026-03-22", "2026-W11=20 2026-W12=10", filed="2026-03-02")
    office("deliver B1 10 --on 2026-03-04", today="2026-03-22")
    office("deliver B1 12 --on 2026-03-11", today="2026-03-22")
    return office


def test_weeks_that_the_plan_does_not_have_are_listed_with_nothing_planned(outside: Run) -> None:
    plan = outside("plan show B1")["plan"]
    assert [("2026-W10", 0, 10), ("2026-W11", 20, 12), ("2026-W12", 10, 0)] == [
        tuple(week.values()) for week in plan["weeks"]
    ]
    assert [(20, 1, 20, 12), (10, 1, 10, 0)] == [tuple(row.values()) for row in plan["rows"]]
    assert (30, 22, 8) == tuple(plan[key] for key in ("planned_hours", "delivered_hours", "remaining_hours"))


def test_both_tables_add_up_to_what_is_delivered(outside: Run, ipsu: Program) -> None:
    shown = [line.split() for line in ipsu("plan show B1", today="2026-03-31").out.splitlines()]
    assert ["0.00", "10.00"] in shown
    assert ["2026-W10", "0.00", "10.00"] in shown
    assert ["Total", "2", "30.00", "22.00"] in shown
    assert ["Total", "30.00", "22.00"] in shown


def test_what_is_taken_back_outside_the_plan_leaves_no_row(outside: Run, ipsu: Program) -> None:
    outside("delivery cancel 1 --reason fel")
    assert ["2026-W11", "2026-W12"] == [week["week"] for week in outside("plan show B1")["plan"]["weeks"]]
    assert ["0.00", "10.00"] not in [line.split() for line in ipsu("plan show B1").out.splitlines()]


def test_a_week_after_a_shortened_period_is_outside_the_plan(b1: Run) -> None:
    b1("case decide B1 --to 2026-03-15 --on 2026-03-20")
    plan = b1("plan show B1")["plan"]
    assert [("2026-W10", 20, 0), ("2026-W11", 20, 32), ("2026-W12", 0, 7)] == [
        tuple(week.values()) for week in plan["weeks"]
    ]
    assert [(20, 2, 40, 32)] == [tuple(row.values()) for row in plan["rows"]]
    assert (40, 39, 1) == tuple(plan[key] for key in ("planned_hours", "delivered_hours", "remaining_hours"))
