"""Weeks of a plan as they are typed, and as they come in from a file."""

import datetime as dt
from typing import Annotated

from ipsu_cli.core.dates import Week, is_relative_week, read_weeks
from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.kind import CASE, DAY, HOURS, REASON, WEEKS, WHOLE, Kind
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Unreadable


class PlanRow(NamedTuple):
    """One row of plans as they are imported: some weeks of a version, and what all rows of the version say alike."""

    case: Annotated[str, fact(CASE, typed=ARGUMENT, required=True)]
    weeks: Annotated[list[Week], fact(WEEKS, typed=ARGUMENT, required=True)]
    hours_per_week: Annotated[Hours, fact(HOURS, typed=ARGUMENT, required=True)]
    version: Annotated[int | None, fact(WHOLE)] = None
    submitted: Annotated[dt.date | None, fact(DAY)] = None
    confirmed: Annotated[dt.date | None, fact(DAY)] = None
    returned: Annotated[dt.date | None, fact(DAY)] = None
    reason: Annotated[str | None, fact(REASON, personal=True, hidden=True)] = None
    return_reason: Annotated[str | None, fact(REASON, personal=True, hidden=True)] = None


PlannedWeeks = list[tuple[Week, Hours]]


def read_planned(text: str, today: dt.date) -> PlannedWeeks:
    """The weeks of `2026-W10..2026-W11=20`, each with its hours."""
    weeks, sign, hours = text.rpartition("=")
    if not sign:
        raise Unreadable("value.weeks", value=text)
    return [(week, Hours.read(hours)) for week in read_weeks(weeks, today)]


PLANNED: Kind[PlannedWeeks] = Kind(
    "WEEKS=HOURS", read_planned, several=True, relative=lambda text: is_relative_week(text.rpartition("=")[0])
)
