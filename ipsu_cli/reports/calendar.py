"""`ipsu calendar`: the days of a year on which no deadline falls, by name."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import WEEKDAYS
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.working_days import Holiday, holidays
from ipsu_cli.office import Office

DAYS = (Column("date", "day"), Column("weekday", "code"), Column("holiday"), Column("counts"))


def calendar(office: Office, year: int) -> Answer:
    """The public holidays and the three eves; other Sundays are left out."""
    with office.reading():
        found = holidays(year)
    days = [{"date": day, "name": holiday.name, "eve": holiday.eve} for day, holiday in found.items()]
    rows: list[tuple[Any, ...]] = [
        (day, WEEKDAYS[day.weekday()], holiday.name, _counts(holiday, eves_free=office.eves_free))
        for day, holiday in found.items()
    ]
    return Answer({"year": year, "days": days}, tables=[Table("calendar", DAYS, rows, figures={"year": year})])


def _counts(holiday: Holiday, *, eves_free: bool) -> Text:
    if not holiday.eve:
        return Text("message.day-public")
    return Text("message.day-eve-free") if eves_free else Text("message.day-eve-working")
