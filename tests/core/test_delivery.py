"""A delivery as scripts read it."""

import datetime as dt
from typing import Any

import pytest

from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.hours import Hours, Quantity

day = dt.date.fromisoformat


@pytest.mark.parametrize(("first", "week"), [("2026-03-02", "2026-W10"), ("2026-03-01", None)])
def test_a_delivery_has_the_week_that_all_its_days_lie_in(first: str, week: str | None) -> None:
    values: dict[str, Any] = dict.fromkeys(Delivery._fields)
    values |= {"from_day": day(first), "to_day": day("2026-03-08"), "quantity": Quantity(7_00), "unit": "hour"}
    shape = Delivery(**values).to_json()
    assert (week, "2026-03", Hours(7_00)) == (shape["week"], shape["month"], shape["hours"])
