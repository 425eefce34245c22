"""The period that a person asks for: from and to, a month or a year; left out, this year to date."""

import datetime as dt

from ipsu_cli.core.dates import Month
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Unreadable


def read_period(
    first: dt.date | None, last: dt.date | None, month: Month | None, year: int | None, today: dt.date
) -> Period:
    """The days asked for; only one way of saying them."""
    ways = [name for name, word in (("--from/--to", first or last), ("--month", month), ("--year", year)) if word]
    if len(ways) > 1:
        raise Unreadable("option.together", options=ways)
    if month:
        return Period(month.first, month.last)
    if year:
        return Period.of_year(year)
    end = last or today
    start = first or Period.year_to_date(end).first
    if end < start:
        raise Unreadable("value.period-backwards", option="--from", first=start, last=end)
    return Period(start, end)
