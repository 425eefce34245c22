"""Working days, against tables made by hand from the almanac."""

import datetime as dt

import pytest
from dateutil import easter as judge
from hypothesis import given
from hypothesis import strategies as st

from ipsu_cli.core.working_days import (
    Holiday,
    easter,
    holidays,
    is_working_day,
    working_day_after,
    working_days_between,
    working_days_late,
)

ONE_DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2045, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("year", "easter", "ascension", "whit_sunday", "midsummer", "all_saints"),
    [
        (2004, "04-11", "05-20", "05-30", "06-26", "11-06"),
        (2005, "03-27", "05-05", "05-15", "06-25", "11-05"),
        (2011, "04-24", "06-02", "06-12", "06-25", "11-05"),
        (2019, "04-21", "05-30", "06-09", "06-22", "11-02"),
        (2020, "04-12", "05-21", "05-31", "06-20", "10-31"),
        (2024, "03-31", "05-09", "05-19", "06-22", "11-02"),
        (2025, "04-20", "05-29", "06-08", "06-21", "11-01"),
        (2026, "04-05", "05-14", "05-24", "06-20", "10-31"),
        (2027, "03-28", "05-06", "05-16", "06-26", "11-06"),
        (2028, "04-16", "05-25", "06-04", "06-24", "11-04"),
        (2038, "04-25", "06-03", "06-13", "06-26", "11-06"),
    ],
)
def test_the_moving_days_stand_where_the_almanac_has_them(
    year: int, easter: str, ascension: str, whit_sunday: str, midsummer: str, all_saints: str
) -> None:
    found = {holiday.name: on for on, holiday in holidays(year).items()}
    sunday = day(f"{year}-{easter}")
    assert sunday == found["Påskdagen"]
    assert sunday - 2 * ONE_DAY == found["Långfredagen"]
    assert sunday + ONE_DAY == found["Annandag påsk"]
    assert day(f"{year}-{ascension}") == found["Kristi himmelsfärdsdag"]
    assert day(f"{year}-{whit_sunday}") == found["Pingstdagen"]
    assert day(f"{year}-{midsummer}") == found["Midsommardagen"]
    assert day(f"{year}-{midsummer}") - ONE_DAY == found["Midsommarafton"]
    assert day(f"{year}-{all_saints}") == found["Alla helgons dag"]


def test_easter_is_where_dateutil_has_it() -> None:
    years = range(1583, 4100)  # all that its rule holds for
    assert [judge.easter(year) for year in years] == [easter(year) for year in years]


def test_all_days_off_of_2026_in_order() -> None:
    expected = [
        ("2026-01-01", "Nyårsdagen", False),
        ("2026-01-06", "Trettondedag jul", False),
        ("2026-04-03", "Långfredagen", False),
        ("2026-04-05", "Påskdagen", False),
        ("2026-04-06", "Annandag påsk", False),
        ("2026-05-01", "Första maj", False),
        ("2026-05-14", "Kristi himmelsfärdsdag", False),
        ("2026-05-24", "Pingstdagen", False),
        ("2026-06-06", "Nationaldagen", False),
        ("2026-06-19", "Midsommarafton", True),
        ("2026-06-20", "Midsommardagen", False),
        ("2026-10-31", "Alla helgons dag", False),
        ("2026-12-24", "Julafton", True),
        ("2026-12-25", "Juldagen", False),
        ("2026-12-26", "Annandag jul", False),
        ("2026-12-31", "Nyårsafton", True),
    ]
    assert expected == [(str(on), holiday.name, holiday.eve) for on, holiday in holidays(2026).items()]


def test_whit_monday_gave_way_to_the_national_day_in_2005() -> None:
    assert (True, False) == (day("2004-05-31") in holidays(2004), day("2004-06-06") in holidays(2004))
    assert (False, True) == (day("2005-05-16") in holidays(2005), day("2005-06-06") in holidays(2005))


def test_two_holidays_on_one_day_give_it_both_names() -> None:
    assert Holiday("Första maj, Kristi himmelsfärdsdag") == holidays(2008)[day("2008-05-01")]


def test_what_is_done_to_the_answer_does_not_change_the_calendar() -> None:
    holidays(2026).clear()
    assert 16 == len(holidays(2026))


@pytest.mark.parametrize(
    ("on", "expected", "when_eves_are_worked"),
    [
        ("2026-03-09", True, True),
        ("2026-03-07", False, False),
        ("2026-03-08", False, False),
        ("2026-01-06", False, False),
        ("2026-04-02", True, True),
        ("2026-06-19", False, True),
        ("2026-12-24", False, True),
        ("2026-12-31", False, True),
        ("2022-12-24", False, False),
        ("2026-05-25", True, True),
    ],
)
def test_a_working_day_is_a_weekday_without_a_holiday(on: str, expected: bool, when_eves_are_worked: bool) -> None:
    assert expected == is_working_day(day(on))
    assert when_eves_are_worked == is_working_day(day(on), eves_free=False)


@pytest.mark.parametrize(
    ("start", "n", "expected"),
    [
        ("2026-03-09", 0, "2026-03-09"),
        ("2026-03-09", 1, "2026-03-10"),
        ("2026-03-09", 5, "2026-03-16"),
        ("2026-03-07", 5, "2026-03-13"),
        ("2026-04-01", 5, "2026-04-10"),
        ("2026-06-15", 5, "2026-06-23"),
        ("2026-12-21", 5, "2026-12-30"),
        ("2026-12-28", 5, "2027-01-07"),
    ],
)
def test_the_start_is_day_nought_of_a_deadline(start: str, n: int, expected: str) -> None:
    assert day(expected) == working_day_after(day(start), n)


def test_the_eves_can_count_as_working_days() -> None:
    assert day("2026-06-22") == working_day_after(day("2026-06-15"), 5, eves_free=False)


def test_time_ends_with_the_year_9999() -> None:
    assert dt.date.max == working_day_after(dt.date.max, 5)


@pytest.mark.parametrize(
    ("due", "done", "expected"),
    [
        ("2026-03-09", "2026-03-09", 0),
        ("2026-03-09", "2026-03-02", 0),
        ("2026-03-09", "2026-03-10", 1),
        ("2026-03-06", "2026-03-08", 0),
        ("2026-03-06", "2026-03-09", 1),
        ("2026-04-02", "2026-04-06", 0),
        ("2026-04-02", "2026-04-07", 1),
        ("2026-12-23", "2027-01-04", 4),
    ],
)
def test_lateness_counts_working_days_after_the_due_day(due: str, done: str, expected: int) -> None:
    assert expected == working_days_late(day(due), day(done))


def test_working_days_left_are_negative_when_the_day_has_passed() -> None:
    assert 5 == working_days_between(day("2026-03-09"), day("2026-03-16"))
    assert -5 == working_days_between(day("2026-03-16"), day("2026-03-09"))


def test_a_year_has_its_weekdays_less_the_days_off_among_them() -> None:
    counted = {
        year: working_days_between(dt.date(year - 1, 12, 31), dt.date(year, 12, 31)) for year in (2024, 2025, 2026)
    }
    assert {2024: 262 - 11, 2025: 261 - 12, 2026: 261 - 10} == counted


@given(DAYS, st.integers(0, 900), st.booleans())
def test_counting_agrees_with_looking_at_each_day(start: dt.date, length: int, eves_free: bool) -> None:
    end = start + length * ONE_DAY
    expected = sum(is_working_day(start + n * ONE_DAY, eves_free) for n in range(1, length + 1))
    assert expected == working_days_between(start, end, eves_free)
    assert -expected == working_days_between(end, start, eves_free)


@given(DAYS, st.integers(1, 60))
def test_the_nth_working_day_is_n_working_days_away(start: dt.date, n: int) -> None:
    end = working_day_after(start, n)
    assert (True, n) == (is_working_day(end), working_days_between(start, end))


def easter_by_clavius(year: int) -> dt.date:
    """Easter by the older way of golden number and Sunday letter (Knuth, The Art of Computer Programming, 1.3.2)."""
    golden, century = year % 19 + 1, year // 100 + 1
    dropped, moon = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    sunday, epact = 5 * year // 4 - dropped - 10, (11 * golden + 20 + moon - dropped) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    full = 44 - epact + 30 * (44 - epact < 21)
    return dt.date(year, 3, 1) + (full + 7 - (sunday + full) % 7 - 1) * ONE_DAY


def test_easter_is_found_the_same_in_another_way_until_time_ends() -> None:
    years = range(1583, 10_000)
    assert [easter_by_clavius(year) for year in years] == [easter(year) for year in years]
