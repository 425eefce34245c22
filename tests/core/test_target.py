"""The value of a target as it is typed, and the spans that a rate is counted in."""

import datetime as dt

import pytest

from ipsu_cli.core.goal import Goal, read_goal
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.target import plain, spans, typed_party


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


@pytest.mark.parametrize(("typed", "shown"), [("97,5", 97_50), ("34/124", "34/124"), ("1/month", "1/month")])
def test_a_number_is_a_number_and_all_else_as_it_was_typed(typed: str, shown: object) -> None:
    assert shown == plain(typed)


def test_a_party_is_compared_however_it_was_typed() -> None:
    assert "unga-vuxna" == typed_party(" Unga_vuxna")


@pytest.mark.parametrize(
    ("first", "last", "span", "found"),
    [
        ("2025-01-01", "2025-03-31", "month", ["2025-01 2025-01-01 2025-01-31", "2025-02 2025-02-01 2025-02-28",
                                               "2025-03 2025-03-01 2025-03-31"]),
        ("2025-01-02", "2025-03-30", "month", ["2025-02 2025-02-01 2025-02-28"]),
        ("2025-11-01", "2026-01-31", "month", ["2025-11 2025-11-01 2025-11-30", "2025-12 2025-12-01 2025-12-31",
                                               "2026-01 2026-01-01 2026-01-31"]),
        ("2025-04-01", "2025-12-31", "quarter", ["2025-Q2 2025-04-01 2025-06-30", "2025-Q3 2025-07-01 2025-09-30",
                                                 "2025-Q4 2025-10-01 2025-12-31"]),
        ("2025-01-01", "2025-12-31", "half-year", ["2025-H1 2025-01-01 2025-06-30", "2025-H2 2025-07-01 2025-12-31"]),
        ("2025-02-01", "2025-12-31", "half-year", ["2025-H2 2025-07-01 2025-12-31"]),
        ("2024-01-01", "2025-12-31", "year", ["2024 2024-01-01 2024-12-31", "2025 2025-01-01 2025-12-31"]),
        ("2024-01-02", "2025-12-30", "year", []),
        ("2025-03-01", "2025-03-31", "quarter", []),
    ],
)  # fmt: skip
def test_the_spans_that_lie_wholly_within_the_days(first: str, last: str, span: str, found: list[str]) -> None:
    listed = spans(dt.date.fromisoformat(first), dt.date.fromisoformat(last), span)
    assert found == [f"{name} {start} {end}" for name, start, end in listed]
