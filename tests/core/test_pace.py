"""How fast a plan is used."""

import pytest

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.pace import MOST_WEEKS, Pace
from ipsu_cli.core.percent import Percent

WEEK = Week("2026-W11")


@pytest.mark.parametrize(
    ("planned", "delivered", "used"), [(260_00, 35_00, Percent(13_50)), (1, 1, Percent(100_00)), (0, 10_00, None)]
)
def test_the_share_of_a_plan_that_is_used(planned: int, delivered: int, used: Percent | None) -> None:
    assert used == Pace(WEEK, Hours(planned), Hours(delivered), 2).used


@pytest.mark.parametrize(
    ("planned", "delivered", "weeks", "empty"),
    [
        (40_00, 20_00, 1, "2026-W12"),  # what is left is a week's worth
        (40_01, 20_00, 1, "2026-W13"),  # a week that has begun counts
        (40_00, 20_00, 2, "2026-W13"),  # it took two weeks
        (20_00, 20_00, 1, "2026-W11"),
        (1, 2, 5, "2026-W11"),
        (20_00, 30_00, 1, "2026-W11"),  # more than the plan is no less empty
        (2, 1, 1, "2026-W12"),
        (20_00, 0, 1, None),
        (20_00, 10_00, 0, None),
        (MOST_WEEKS, 1, 1, "2036-W08"),
        (MOST_WEEKS + 1, 1, 1, None),
    ],
)
def test_the_week_in_which_a_plan_is_empty(planned: int, delivered: int, weeks: int, empty: str | None) -> None:
    assert empty == Pace(WEEK, Hours(planned), Hours(delivered), weeks).empty_on
