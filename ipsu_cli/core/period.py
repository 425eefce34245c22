"""A period that a question is asked for: from its first day to its last, both included."""

import datetime as dt

from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject

MOST_MONTHS = 24


class Period(NamedTuple):
    """A week belongs to it when its Thursday does."""

    first: dt.date
    last: dt.date

    @classmethod
    def year_to_date(cls, today: dt.date) -> "Period":
        """From New Year's Day of the year of `today`."""
        return cls(dt.date(today.year, 1, 1), today)

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """The whole year.

        >>> " ".join(str(day) for day in Period.of_year(2026))
        '2026-01-01 2026-12-31'
        """
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31))

    @property
    def weeks(self) -> tuple[Week, Week]:
        """The first and the last week whose Thursday lies in it; the first is later where there is none."""
        three_days = dt.timedelta(days=3)
        return Week.of(self.first + three_days), Week.of(self.last - three_days)

    @property
    def months(self) -> tuple[Month, Month]:
        """The first and the last month that it touches."""
        return Month.of(self.first), Month.of(self.last)

    def newest_months(self) -> list[Month]:
        """Its months, at most the last 24 of them."""
        from dateutil.relativedelta import relativedelta

        end = Month.of(self.last).first
        start = max(Month.of(self.first).first, end - relativedelta(months=MOST_MONTHS - 1))
        apart = relativedelta(end, start)
        count = 12 * apart.years + apart.months + 1
        return [Month.of(start + relativedelta(months=n)) for n in range(count)]

    def to_json(self) -> JsonObject:
        """Its first and its last day."""
        return {"from": self.first, "to": self.last}


def months_apart(first: dt.date, end: dt.date) -> tuple[int, int]:
    """The months from `first` to before `end` as a fraction: the days over are a part of the month they begin.

    >>> months_apart(dt.date(2026, 1, 1), dt.date(2027, 2, 1))
    (364, 28)
    """
    from dateutil.relativedelta import relativedelta

    apart = relativedelta(end, first)
    whole = 12 * apart.years + apart.months
    anniversary = first + relativedelta(months=whole)
    length = (first + relativedelta(months=whole + 1) - anniversary).days
    return whole * length + (end - anniversary).days, length
