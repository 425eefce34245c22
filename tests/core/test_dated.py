"""A value that changes: each side of its days."""

import datetime as dt

import pytest

from ipsu_cli.core.dated import Dated
from ipsu_cli.core.dates import ONE_DAY
from ipsu_cli.core.source import Source

LAW = Source("A law", "nowhere", dt.date(2026, 11, 22))
CHANGED = dt.date(2027, 1, 1)
DAYS = Dated("days", ("2026-01-01", 5, LAW), ("2027-01-01", 3, LAW.at("2 §")), ("2028-01-01", 4, LAW))


@pytest.mark.parametrize(
    ("day", "value"),
    [(CHANGED - ONE_DAY, 5), (CHANGED, 3), (dt.date(2027, 12, 31), 3), (dt.date(2028, 1, 1), 4), (dt.date.max, 4)],
)
def test_a_value_holds_from_its_first_day_to_the_day_before_the_next(day: dt.date, value: int) -> None:
    assert value == DAYS.on(day)


@pytest.mark.parametrize("day", [dt.date.min, dt.date(2025, 12, 31)])
def test_the_first_holds_for_all_days_before_it_too(day: dt.date) -> None:
    assert 5 == DAYS.on(day)


def test_each_value_has_its_source() -> None:
    assert [None, "2 §", None] == [value.source.section for value in DAYS.values]


@pytest.mark.parametrize("days", [(), ("2027-01-01", "2026-01-01"), ("2026-01-01", "2026-01-01")])
def test_a_change_has_a_later_day_than_the_one_before(days: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="days"):
        Dated("days", *((day, 1, LAW) for day in days))


def test_a_day_that_there_is_not_is_no_first_day() -> None:
    with pytest.raises(ValueError, match="day"):
        Dated("days", ("2026-02-30", 1, LAW))
