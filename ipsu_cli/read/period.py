"""The period that a person asks for: from and to, a month or a year; left out, this year to date."""

import datetime as dt

from ipsu_cli.core.dates import Month
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.read.fields import read_one


def read_period(first: str | None, last: str | None, month: str | None, year: str | None, today: dt.date) -> Period:
    """The days asked for; only one way of saying them."""
    for name, word in (("--from", first), ("--to", last), ("--month", month), ("--year", year)):
        if word is not None and not word.strip():
            raise Unreadable("option.empty", option=name)
    ways = [name for name, word in (("--from/--to", first or last), ("--month", month), ("--year", year)) if word]
    if len(ways) > 1:
        raise Unreadable("option.together", options=ways)
    if month:
        found: Month = read_one("month", month, today)
        return Period(found.first, found.last)
    if year:
        return _whole(year)
    end = read_one("to", last, today) if last else today
    start = read_one("from", first, today) if first else Period.year_to_date(end).first
    if end < start:
        raise Unreadable("value.period-backwards", option="--from", first=start, last=end)
    return Period(start, end)


def _whole(year: str) -> Period:
    word = year.strip()
    if not (len(word) == 4 and word.isascii() and word.isdigit() and int(word) > 0):
        raise Unreadable("value.year", option="--year", value=year)
    return Period(dt.date(int(word), 1, 1), dt.date(int(word), 12, 31))
