"""Swedish working days: the public holidays of Lag (1989:253), and the three eves that are kept as such."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from ipsu_cli.core.dates import ONE_DAY
from ipsu_cli.core.named_tuple import NamedTuple

_SATURDAY = 5


class Holiday(NamedTuple):
    """A day off. An `eve` is no public holiday by law, but deadlines move past it as if it were."""

    name: str
    eve: bool = False


def _saturday_from(day: dt.date) -> dt.date:
    return day + (_SATURDAY - day.weekday()) % 7 * ONE_DAY


def _fixed(year: int) -> Iterator[tuple[dt.date, Holiday]]:
    yield dt.date(year, 1, 1), Holiday("Nyårsdagen")
    yield dt.date(year, 1, 6), Holiday("Trettondedag jul")
    yield dt.date(year, 5, 1), Holiday("Första maj")
    if year >= 2005:
        yield dt.date(year, 6, 6), Holiday("Nationaldagen")
    yield dt.date(year, 12, 24), Holiday("Julafton", eve=True)
    yield dt.date(year, 12, 25), Holiday("Juldagen")
    yield dt.date(year, 12, 26), Holiday("Annandag jul")
    yield dt.date(year, 12, 31), Holiday("Nyårsafton", eve=True)


def easter(year: int) -> dt.date:
    """Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _moving(year: int) -> Iterator[tuple[dt.date, Holiday]]:
    sunday = easter(year)
    yield sunday - 2 * ONE_DAY, Holiday("Långfredagen")
    yield sunday, Holiday("Påskdagen")
    yield sunday + ONE_DAY, Holiday("Annandag påsk")
    yield sunday + 39 * ONE_DAY, Holiday("Kristi himmelsfärdsdag")
    yield sunday + 49 * ONE_DAY, Holiday("Pingstdagen")
    if year < 2005:
        yield sunday + 50 * ONE_DAY, Holiday("Annandag pingst")
    midsummer = _saturday_from(dt.date(year, 6, 20))
    yield midsummer - ONE_DAY, Holiday("Midsommarafton", eve=True)
    yield midsummer, Holiday("Midsommardagen")
    yield _saturday_from(dt.date(year, 10, 31)), Holiday("Alla helgons dag")


@cache
def _calendar(year: int) -> dict[dt.date, Holiday]:
    days: dict[dt.date, Holiday] = {}
    for day, holiday in sorted((*_fixed(year), *_moving(year)), key=lambda pair: pair[0]):
        # 1 May 2008 was also Ascension Day: the day has both names.
        first = days.get(day)
        days[day] = Holiday(f"{first.name}, {holiday.name}") if first else holiday
    return days


def holidays(year: int) -> dict[dt.date, Holiday]:
    """The named days off of `year`, in order. Other Sundays are public holidays too, without a name."""
    return dict(_calendar(year))


@cache
def _free_weekdays(year: int, eves_free: bool) -> frozenset[dt.date]:
    """The days off from Monday to Friday."""
    return frozenset(
        day for day, holiday in _calendar(year).items() if day.weekday() < _SATURDAY and (eves_free or not holiday.eve)
    )


def is_working_day(day: dt.date, eves_free: bool = True) -> bool:
    """Monday to Friday, and no day off."""
    return day.weekday() < _SATURDAY and day not in _free_weekdays(day.year, eves_free)


def working_day_after(day: dt.date, n: int, eves_free: bool = True) -> dt.date:
    """The `n`-th working day after `day`, which is itself day 0. Time ends with the year 9999."""
    while n > 0 and day < dt.date.max:
        day += ONE_DAY
        n -= is_working_day(day, eves_free)
    return day


def _weekdays_up_to(day: dt.date) -> int:
    # Day 1 of the calendar was a Monday.
    weeks, rest = divmod(day.toordinal(), 7)
    return 5 * weeks + min(rest, 5)


def _working_days_after(first: dt.date, last: dt.date, eves_free: bool) -> int:
    years = range(first.year, last.year + 1)
    off = sum(first < day <= last for year in years for day in _free_weekdays(year, eves_free))
    return _weekdays_up_to(last) - _weekdays_up_to(first) - off


def working_days_between(start: dt.date, end: dt.date, eves_free: bool = True) -> int:
    """The working days after `start` up to and including `end`; negative when `end` has passed."""
    if end < start:
        return -_working_days_after(end, start, eves_free)
    return _working_days_after(start, end, eves_free)


def working_days_late(due: dt.date, done: dt.date, eves_free: bool = True) -> int:
    """The working days after `due` up to and including `done`; 0 if it was in time."""
    return max(0, working_days_between(due, done, eves_free))
