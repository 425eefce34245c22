"""A timesheet: a week's cases by day, to fill in with hours and bring in."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple

# Columns of a timesheet that only inform whoever fills it in: an import goes past them.
INFORMING = ("name", "coach", "weekday", "entered", "planned", "delivered", "left")
# In the order in which they stand: the day and its hours next to the case that they are of.
COLUMNS = ("case", "name", "coach", "weekday", "on", "hours", "entered", "planned", "delivered", "left")
FILLED_IN = ("case", "on", "hours")
# What it comes in as.
KIND = "deliveries"


class TimesheetCase(NamedTuple):
    """A case in the week: the days of it that hours may lie on, what is planned and delivered in the week, and what is
    left of the whole plan. `entered` are the hours of single days that are in the register. `name` is None of a
    protected person."""

    case: str
    name: str | None
    coach: str | None
    days: Sequence[dt.date]
    entered: dict[dt.date, Hours]
    planned: Hours
    delivered: Hours
    left: Hours


class Timesheet(NamedTuple):
    """All that a timesheet of a week shows."""

    week: Week
    cases: Sequence[TimesheetCase]

    @property
    def days(self) -> int:
        """How many rows there are to fill in."""
        return sum(len(case.days) for case in self.cases)
