"""A target's value as JSON has it, and the spans that a rate is counted in."""

import datetime as dt

import pytest

from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.target import plain, spans, typed_party


@pytest.mark.parametrize(("typed", "shown"), [("97,5", Quantity(97_50)), ("34/124", "34/124"), ("1/month", "1/month")])
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
