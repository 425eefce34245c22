"""The hours of a development plan, to the hundredth."""

import datetime as dt

import pytest

from ipsu_cli.core.hours import Hours
from ipsu_cli.core.percent import Percent
from ipsu_cli.rules.development_plan import weekly_hours


@pytest.mark.parametrize(
    ("extent", "fields", "hours"),
    [
        (None, {}, (40_00, 0, 40_00)),
        (100_00, {"own_search": 20_00, "supplier": 19_99}, (40_00, 39_99, 1)),
        (100_00, {"own_search": 20_00, "supplier": 20_00}, (40_00, 40_00, 0)),
        (100_00, {"own_search": 20_00, "supplier": 20_01}, (40_00, 40_01, 0)),
        (75_00, {"supplier": 10_00}, (30_00, 10_00, 20_00)),
        (1, {}, (0, 0, 0)),  # 0.004 h
        (2, {}, (1, 0, 1)),  # 0.008 h
        (12_50, {"own_search": 5_00}, (5_00, 5_00, 0)),
    ],
)
def test_the_hours_a_week_that_a_plan_needs_has_and_lacks(
    extent: int | None, fields: dict[str, int], hours: tuple[int, int, int]
) -> None:
    own = {name: Hours(value) for name, value in fields.items()}
    found = weekly_hours(None if extent is None else Percent(extent), own, dt.date(2026, 3, 9))
    assert hours == tuple(amount.hundredths for amount in found)
