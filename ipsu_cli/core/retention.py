"""How long what is kept is kept: of participants, and of the books."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.dates import ONE_DAY, Month, months_away
from ipsu_cli.core.named_tuple import NamedTuple

# The books of a financial year are kept through the seventh year after the calendar year in which it ended.
YEARS_OF_BOOKS = 7


class CaseEnd(NamedTuple):
    """A case of a person, and its last day: None while it goes on without one."""

    case: str
    last_day: dt.date | None


class KeptPerson(NamedTuple):
    """A person's cases, and how long what tells of the person is kept after the last of them has ended."""

    cases: Sequence[CaseEnd]
    months: int

    @property
    def open(self) -> list[str]:
        """The cases that have no last day."""
        return [end.case for end in self.cases if end.last_day is None]

    @property
    def last(self) -> CaseEnd | None:
        """The case that ended last; None where one goes on, or there is none."""
        ended = [end for end in self.cases if end.last_day is not None]
        return None if self.open else max(ended, key=lambda end: (end.last_day or dt.date.min, end.case), default=None)

    @property
    def keep_until(self) -> dt.date | None:
        """The last day on which the person is kept; None where a case goes on, or there is none."""
        return months_away(self.last.last_day, self.months) if self.last and self.last.last_day else None

    @property
    def possible(self) -> dt.date | None:
        """The first day on which the person may be erased."""
        return self.keep_until and self.keep_until + ONE_DAY


def year_ended(day: dt.date, last_month: int) -> dt.date:
    """The last day of the financial year that a day lies in; the year ends with `last_month`.

    >>> year_ended(dt.date(2026, 5, 1), 4), year_ended(dt.date(2026, 4, 30), 4)
    (datetime.date(2027, 4, 30), datetime.date(2026, 4, 30))
    """
    year = day.year if day.month <= last_month else day.year + 1
    return Month.of(dt.date(year, last_month, 1)).last


def books_kept_until(day: dt.date, last_month: int) -> dt.date:
    """The last day on which what was booked on `day` is kept.

    >>> books_kept_until(dt.date(2026, 1, 1), 12), books_kept_until(dt.date(2026, 5, 1), 4)
    (datetime.date(2033, 12, 31), datetime.date(2034, 12, 31))
    """
    return dt.date(year_ended(day, last_month).year + YEARS_OF_BOOKS, 12, 31)


def last_end_of_keeping(today: dt.date, months: int) -> dt.date:
    """The latest last day of a case whose months of keeping have passed by `today`.

    >>> last_end_of_keeping(dt.date(2028, 4, 1), 24)
    datetime.date(2026, 3, 31)
    """
    day = months_away(today, -months)
    while months_away(day, months) >= today:
        day -= ONE_DAY
    return day
