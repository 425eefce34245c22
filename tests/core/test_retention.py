"""How long what is kept is kept, on each side of the day."""

import datetime as dt

import pytest

from ipsu_cli.core.dates import ONE_DAY, months_away
from ipsu_cli.core.retention import CaseEnd, KeptPerson, books_kept_until, last_end_of_keeping, year_ended
from ipsu_cli.rules.retention import BooksFacts, books_are_kept_through_the_seventh_year

# The day of a booking, the month that the financial year ends with, and what keeps it: the last day of the financial
# year, and the last day of keeping.
YEARS = [
    ("2026-01-01", 12, "2026-12-31", "2033-12-31"),
    ("2026-12-31", 12, "2026-12-31", "2033-12-31"),
    ("2027-01-01", 12, "2027-12-31", "2034-12-31"),
    ("2026-04-30", 4, "2026-04-30", "2033-12-31"),
    ("2026-05-01", 4, "2027-04-30", "2034-12-31"),
    ("2026-06-30", 6, "2026-06-30", "2033-12-31"),
    ("2026-07-01", 6, "2027-06-30", "2034-12-31"),
    ("2026-08-31", 8, "2026-08-31", "2033-12-31"),
    ("2026-09-01", 8, "2027-08-31", "2034-12-31"),
    ("2027-03-01", 2, "2028-02-29", "2035-12-31"),
    ("2028-02-29", 2, "2028-02-29", "2035-12-31"),
    ("2026-01-31", 1, "2026-01-31", "2033-12-31"),
]


@pytest.mark.parametrize(("booked", "last_month", "ended", "until"), YEARS)
def test_books_are_kept_through_the_seventh_year(booked: str, last_month: int, ended: str, until: str) -> None:
    day, last = dt.date.fromisoformat(booked), dt.date.fromisoformat(until)
    assert (dt.date.fromisoformat(ended), last) == (year_ended(day, last_month), books_kept_until(day, last_month))
    judged = [
        [found["keep_until"] for found in books_are_kept_through_the_seventh_year(BooksFacts(day, last_month, today))]
        for today in (last, last + ONE_DAY)
    ]
    assert [[last], []] == judged


@pytest.mark.parametrize("today", [dt.date(2028, 2, 29), dt.date(2028, 3, 1), dt.date(2026, 12, 31)])
@pytest.mark.parametrize("months", [1, 12, 24, 120])
def test_the_last_end_of_keeping_is_the_latest(today: dt.date, months: int) -> None:
    last = last_end_of_keeping(today, months)
    assert months_away(last, months) < today <= months_away(last + ONE_DAY, months)


def test_a_person_is_kept_by_the_case_that_ends_last() -> None:
    first, second = CaseEnd("C1", dt.date(2026, 3, 31)), CaseEnd("C2", dt.date(2026, 8, 31))
    kept = KeptPerson([second, first], 6)
    assert (second, dt.date(2027, 2, 28), dt.date(2027, 3, 1)) == (kept.last, kept.keep_until, kept.possible)
    assert (None, None, ["C3"]) == (
        (open := KeptPerson([first, CaseEnd("C3", None)], 6)).last, open.possible, open.open
    )  # fmt: skip
    assert (None, None, []) == ((none := KeptPerson([], 6)).last, none.possible, none.open)
