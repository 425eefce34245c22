"""`ipsu calendar`: the days of a year on which no deadline falls, by name."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import WEEKDAYS
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.working_days import Holiday, holidays
from ipsu_cli.office import Office

DAYS = (Column("date", "day"), Column("weekday", "code"), Column("holiday"), Column("counts"))


class CalendarDay(NamedTuple):
    """A day by name; `eve`: the office chooses whether it works."""

    date: dt.date
    name: str
    eve: bool


class Calendar(NamedTuple):
    """The days of a year on which no deadline falls."""

    year: int
    days: Sequence[CalendarDay]


def calendar(office: Office, year: int) -> Answer[Calendar]:
    """The public holidays and the three eves; other Sundays are left out."""
    with office.reading():
        found = holidays(year)
    days = [CalendarDay(day, holiday.name, holiday.eve) for day, holiday in found.items()]
    rows: list[tuple[Any, ...]] = [
        (day, WEEKDAYS[day.weekday()], holiday.name, _counts(holiday, eves_free=office.eves_free))
        for day, holiday in found.items()
    ]
    return Answer(Calendar(year, days), tables=[Table("calendar", DAYS, rows, figures={"year": year})])


def _counts(holiday: Holiday, *, eves_free: bool) -> Text:
    if not holiday.eve:
        return Text("message.day-public")
    return Text("message.day-eve-free") if eves_free else Text("message.day-eve-working")
