"""Days, ISO weeks and months, and how a person types them."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from ipsu_cli.core.problem import BadDatabase, Unreadable
from ipsu_cli.core.text import composed

ONE_DAY = dt.timedelta(days=1)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Week(str):
    """An ISO week as `2026-W10`. Sorts and stores as the text that it is."""

    @classmethod
    def of(cls, day: dt.date) -> "Week":
        """The week that `day` lies in, by ISO year: 2024-12-31 is in 2025-W01."""
        return _week_of(day)

    @property
    def monday(self) -> dt.date:
        return dt.date.fromisocalendar(int(self[:4]), int(self[6:]), 1)

    @property
    def sunday(self) -> dt.date:
        return self.monday + 6 * ONE_DAY

    @property
    def thursday(self) -> dt.date:
        """The day that decides which month and year the week belongs to."""
        return self.monday + 3 * ONE_DAY

    def next(self) -> "Week":
        return Week.of(self.monday + 7 * ONE_DAY)


@lru_cache(4_000)
def _week_of(day: dt.date) -> Week:
    """Long lists have few days, each many times."""
    year, week, _ = day.isocalendar()
    return Week(f"{year:04d}-W{week:02d}")


class Month(str):
    """A calendar month as `2026-03`."""

    @classmethod
    def of(cls, day: dt.date) -> "Month":
        return cls(day.isoformat()[:7])

    @property
    def first(self) -> dt.date:
        return dt.date(int(self[:4]), int(self[5:]), 1)

    @property
    def last(self) -> dt.date:
        return self.next().first - ONE_DAY

    def next(self) -> "Month":
        return Month.of(self.first + 31 * ONE_DAY)

    def previous(self) -> "Month":
        return Month.of(self.first - ONE_DAY)


def weeks_between(first: Week, last: Week) -> Iterator[Week]:
    """Every week from `first` to `last`, both included."""
    while first <= last:
        yield first
        first = first.next()


def days_between(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every day from `first` to `last`, both included."""
    while first <= last:
        yield first
        first += ONE_DAY


def months_between(first: dt.date, last: dt.date) -> Iterator[Month]:
    """Every month that the days from `first` to `last` touch."""
    month = Month.of(first)
    while month.first <= last:
        yield month
        month = month.next()


def last_of_months(first: dt.date, months: int) -> dt.date:
    """The last of so many months; what begins on a day that the month after them lacks ends with it."""
    month = Month.of(first)
    for _ in range(months):
        month = month.next()
    return min(month.first + (first.day - 2) * ONE_DAY, month.last)


def months_away(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or before where that is below zero; the last day of a month that is
    shorter.

    >>> months_away(dt.date(2024, 2, 29), 12), months_away(dt.date(2025, 11, 30), 3)
    (datetime.date(2025, 2, 28), datetime.date(2026, 2, 28))
    """
    month = Month.of(day)
    for _ in range(abs(months)):
        month = month.next() if months > 0 else month.previous()
    return min(month.first + (day.day - 1) * ONE_DAY, month.last)


# Days before and after are slips of the hand, and some of them have no week or month after them.
FIRST_YEAR, LAST_YEAR = 1900, 2199


def _year(text: str, typed: str) -> int:
    year = int(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable("value.far-away", value=typed, first=FIRST_YEAR, last=LAST_YEAR)
    return year


# Midsummer and All Saints' Day have stood on Saturdays since then; before it the almanac was another.
FIRST_ALMANAC = 1953


def read_year(text: str) -> int:
    """The year that a person typed, of those that the calendar of days off holds for."""
    word = text.strip()
    if not (len(word) == 4 and _digits(word, slice(0, 4))):
        raise Unreadable("value.year", value=text)
    if not FIRST_ALMANAC <= int(word) <= LAST_YEAR:
        raise Unreadable("value.far-away", value=text, first=FIRST_ALMANAC, last=LAST_YEAR)
    return int(word)


def _digits(text: str, *places: slice) -> bool:
    return all(text[place].isascii() and text[place].isdigit() for place in places)


# Words that mean another day or month each time, and how many days or months back they go.
RELATIVE_DAYS = {"today": 0, "idag": 0, "i-dag": 0, "yesterday": 1, "igår": 1, "i-går": 1}
RELATIVE_MONTHS = {
    "this-month": 0,
    "denna-månad": 0,
    "den-här-månaden": 0,
    "last-month": 1,
    "förra-månaden": 1,
    "föregående-månad": 1,
}

# As people say them, in both languages: the latest such month that has begun.
MONTH_NAMES = {
    name: number
    for names in (
        "januari februari mars april maj juni juli augusti september oktober november december",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
}


def _plain(text: str) -> str:
    """A word as it is compared: capitals, and whether its parts are joined by hyphens, do not tell words apart."""
    return composed(text).strip().lower().replace("_", "-").replace(" ", "-")


def is_relative_day(text: str) -> bool:
    """Does the text mean another day when it is read tomorrow?"""
    return _plain(text) in RELATIVE_DAYS


def is_relative_month(text: str) -> bool:
    """Does the text mean another month when it is read next month?"""
    return _plain(text) in RELATIVE_MONTHS or _plain(text) in MONTH_NAMES


def is_relative_week(text: str) -> bool:
    """Does the text, a week or a range of them, mean other weeks when it is read next year?"""
    return any(_number_of_week(word) is not None for word in text.split(".."))


def _number_of_week(text: str) -> int | None:
    """The 46 of `W46` or `v46`, a week that is typed without its year; None for any other text."""
    word = text.strip().upper()
    is_week = word[:1] in ("W", "V") and len(word) in (2, 3) and _digits(word, slice(1, None))
    return int(word[1:]) if is_week else None


def read_day(text: str, today: dt.date) -> dt.date:
    """The day that a person typed: `2026-03-09`, `today` or `yesterday`."""
    if is_relative_day(text):
        return today - RELATIVE_DAYS[_plain(text)] * ONE_DAY
    word = text.strip()
    shaped = len(word) == 10 and word[4] == word[7] == "-"
    if not (shaped and _digits(word, slice(0, 4), slice(5, 7), slice(8, 10))):
        raise Unreadable("value.date", value=text)
    try:
        return dt.date(_year(word[:4], text), int(word[5:7]), int(word[8:]))
    except ValueError:
        raise Unreadable("value.no-such-day", value=text) from None


def kept_day(text: str) -> dt.date:
    """A day as the register keeps it. Raises `BadDatabase` for what was a day once."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise BadDatabase("database.damaged-row", command="ipsu restore") from None


def read_week(text: str, today: dt.date) -> Week:
    """The week that a person typed; `W46` is the latest such week that has started. `2027-W53`, which does not
    exist, is refused."""
    number = _number_of_week(text)
    if number is not None:
        return _latest(number, today, text)
    word = text.strip().upper()
    if not (len(word) == 8 and word[4:6] == "-W" and _digits(word, slice(0, 4), slice(6, 8))):
        raise Unreadable("value.week", value=text)
    try:
        dt.date.fromisocalendar(_year(word[:4], text), int(word[6:]), 1)
    except ValueError:
        raise Unreadable("value.no-such-week", value=text) from None
    return Week(word)


# Between two years that have a week 53 there are at most seven.
MOST_YEARS = 8


def _latest(number: int, today: dt.date, text: str) -> Week:
    """The last week of that number that has started by `today`."""
    this_year = today.isocalendar()[0]
    for year in range(this_year, this_year - MOST_YEARS, -1):
        try:
            monday = dt.date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday <= today:
            return Week.of(monday)
    raise Unreadable("value.no-such-week", value=text)


def read_weeks(text: str, today: dt.date) -> list[Week]:
    """The weeks of `2026-W10`, of the range `2026-W10..2026-W12`, or of `W10..W12`, whose end may be weeks ahead.

    A range of which one end alone has a year is refused: it could be the other end's.
    """
    first, dots, last = text.partition("..")
    if dots and is_relative_week(first) != is_relative_week(last):
        raise Unreadable("value.week", value=text)
    start = read_week(first, today)
    end = _last_week(last, start, today) if dots else start
    if end < start:
        raise Unreadable("value.weeks-backwards", value=text)
    return list(weeks_between(start, end))


def _last_week(text: str, first: Week, today: dt.date) -> Week:
    """The week that ends a range. `W50` after `W45` is of the same year although it has not started: plans are made
    ahead. A lower number is not taken for the next year's, for it may be a slip."""
    week, number = read_week(text, today), _number_of_week(text)
    if number is not None and week < first and f"W{number:02}" > first[5:]:
        return read_week(f"{first[:4]}-W{number:02}", today)
    return week


def read_month(text: str, today: dt.date) -> Month:
    """The month that a person typed: `2026-03`, `this-month`, `last-month`, or the latest `mars` that has begun."""
    if number := MONTH_NAMES.get(_plain(text)):
        return Month(f"{today.year - (number > today.month)}-{number:02}")
    if is_relative_month(text):
        this = Month.of(today)
        return this.previous() if RELATIVE_MONTHS[_plain(text)] else this
    word = text.strip().replace("_", "-")
    if not (len(word) == 7 and word[4] == "-" and _digits(word, slice(0, 4), slice(5, 7))):
        raise Unreadable("value.month", value=text)
    if not 1 <= int(word[5:]) <= 12 or not _year(word[:4], text):
        raise Unreadable("value.no-such-month", value=text)
    return Month(word)
