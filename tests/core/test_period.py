"""A period: its weeks by their Thursdays, its months, and months as a fraction."""

import datetime as dt

import pytest

from ipsu_cli.core.period import Period, months_apart

day = dt.date.fromisoformat


def test_the_year_to_date_begins_on_new_years_day() -> None:
    assert Period(day("2026-01-01"), day("2026-03-09")) == Period.year_to_date(day("2026-03-09"))
    assert {"from": day("2026-01-01"), "to": day("2026-01-01")} == Period.year_to_date(day("2026-01-01")).to_json()


@pytest.mark.parametrize(
    ("first", "last", "weeks"),
    [
        ("2026-03-05", "2026-03-12", ("2026-W10", "2026-W11")),  # from a Thursday to a Thursday
        ("2026-03-06", "2026-03-11", ("2026-W11", "2026-W10")),  # no Thursday: the first is later
        ("2026-01-01", "2026-12-31", ("2026-W01", "2026-W53")),
        ("2027-01-01", "2027-01-31", ("2027-W01", "2027-W04")),
    ],
)
def test_a_week_belongs_where_its_thursday_does(first: str, last: str, weeks: tuple[str, str]) -> None:
    assert weeks == Period(day(first), day(last)).weeks


def test_the_months_are_those_that_it_touches() -> None:
    assert ("2025-12", "2026-02") == Period(day("2025-12-31"), day("2026-02-01")).months


@pytest.mark.parametrize(
    ("first", "last", "count", "since"),
    [
        ("2026-03-09", "2026-03-09", 1, "2026-03"),
        ("2025-12-31", "2026-02-01", 3, "2025-12"),
        ("2024-04-01", "2026-03-31", 24, "2024-04"),
        ("2024-03-31", "2026-03-31", 24, "2024-04"),
        ("2000-01-01", "2026-03-31", 24, "2024-04"),
    ],
)
def test_the_newest_months_are_24_at_most(first: str, last: str, count: int, since: str) -> None:
    months = Period(day(first), day(last)).newest_months()
    assert (count, since, last[:7]) == (len(months), months[0], months[-1])
    assert months == sorted(set(months))


@pytest.mark.parametrize(
    ("first", "end", "apart"),
    [
        ("2026-01-01", "2026-01-01", (0, 31)),
        ("2026-01-01", "2026-02-01", (28, 28)),
        ("2026-01-01", "2027-02-01", (13 * 28, 28)),
        ("2026-01-15", "2026-02-20", (28 + 5, 28)),
        ("2026-01-31", "2026-03-01", (31 + 1, 31)),
    ],
)
def test_the_days_over_are_a_part_of_the_month_that_they_begin(first: str, end: str, apart: tuple[int, int]) -> None:
    assert apart == months_apart(day(first), day(end))
