"""The value of a target as it is typed."""

import pytest

from ipsu_cli.core.goal import Goal, read_goal
from ipsu_cli.core.problem import Unreadable


@pytest.mark.parametrize(
    ("typed", "goal"),
    [
        ("200", Goal("number", 200_00, 100)),
        (" 97,5 ", Goal("number", 97_50, 100)),
        ("34/124", Goal("fraction", 34, 124)),
        ("0/1", Goal("fraction", 0, 1)),
        ("999999/999999", Goal("fraction", 999_999, 999_999)),
        ("34/?", Goal("fraction", 34)),
        ("year:2024", Goal("year", 2024)),
        ("YEAR:0002", Goal("year", 2)),
        ("1/month", Goal("rate", 1, span="month")),
        ("2/half_year", Goal("rate", 2, span="half-year")),
    ],
)
def test_a_goal_is_read(typed: str, goal: Goal) -> None:
    assert goal == read_goal(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "many", "year:24", "year:0001", "year:0000", "34/0", "34/", "/124", "1000000/2", "0/month", "1/week", "-1/2"],
)
def test_what_is_no_goal_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_goal(typed)
    assert ("value.goal", typed) == (refused.value.code, refused.value.figures["value"])
