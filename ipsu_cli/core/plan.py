"""A plan: the weekly extents of one version of the joint plan."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Week, is_relative_week, read_weeks
from ipsu_cli.core.fact import ARGUMENT, fact
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.kind import CASE, DAY, HOURS, REASON, WEEKS, WHOLE, Kind
from ipsu_cli.core.pace import Pace
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Unreadable


class Plan(NamedTuple):
    """One version, whole. `weeks` gives each ISO week its extent, in week order."""

    version: int
    status: str
    reason: str | None
    submitted: dt.date | None
    confirmed: dt.date | None
    weeks: dict[Week, Hours]

    def counting(self, period_end: dt.date | None) -> dict[Week, Hours]:
        """The weeks that count: one wholly after the end of the period counts for nothing."""
        if period_end is None:
            return self.weeks.copy()
        last = Week.of(period_end)
        return {week: hours for week, hours in self.weeks.items() if week <= last}

    def hours(self, period_end: dt.date | None) -> Hours:
        """The hours of the weeks that count."""
        return Hours.total(self.counting(period_end).values())

    @property
    def ends(self) -> dt.date:
        """The last day of the last week."""
        return max(self.weeks).sunday


class ExtentRow(NamedTuple):
    """The weeks of a plan that have one extent, and what is delivered in them."""

    hours_per_week: Hours
    weeks: int
    planned_hours: Hours
    delivered_hours: Hours


class PlanWeek(NamedTuple):
    """A week, and what is planned and delivered in it."""

    week: Week
    planned_hours: Hours
    delivered_hours: Hours


class PlanShown(NamedTuple):
    """A version as it is shown: its hours, and its rows by extent, the largest first. `weeks` has the weeks of the
    plan, and with nothing planned those where hours were delivered outside it. `used_share` is that of the whole plan,
    `empty_on` the week in which it is empty at this pace. A protected person's reason is not shown."""

    version: int
    status: str
    reason: str | None
    submitted: dt.date | None
    confirmed: dt.date | None
    planned_hours: Hours
    delivered_hours: Hours
    remaining_hours: Hours
    used_share: Percent | None
    empty_on: Week | None
    rows: Sequence[ExtentRow]
    weeks: Sequence[PlanWeek]

    @classmethod
    def of(cls, plan: Plan, case: Case, delivered: Hours, by_week: Mapping[Week, Hours], today: dt.date) -> "PlanShown":
        """The version, next to what the case has delivered in all and in each week, and its pace by today."""
        counting, planned = plan.counting(case.to_day), plan.hours(case.to_day)
        week = Week.of(today)
        pace = Pace(week, planned, delivered, sum(own <= week for own in counting))
        return cls(
            version=plan.version,
            status=plan.status,
            reason=None if case.person.protected else plan.reason,
            submitted=plan.submitted,
            confirmed=plan.confirmed,
            planned_hours=planned,
            delivered_hours=delivered,
            remaining_hours=planned - delivered,
            used_share=pace.used,
            empty_on=pace.empty_on,
            rows=_by_extent(counting, by_week),
            weeks=_by_week(counting, by_week),
        )

    @property
    def outside(self) -> Hours:
        """What is delivered in weeks that the plan does not have."""
        return self.delivered_hours - Hours.total(row.delivered_hours for row in self.rows)


def _by_extent(planned: Mapping[Week, Hours], delivered: Mapping[Week, Hours]) -> list[ExtentRow]:
    rows = []
    for extent in sorted(set(planned.values()), reverse=True):
        weeks = [week for week, hours in planned.items() if hours == extent]
        done = Hours.total(delivered.get(week, Hours(0)) for week in weeks)
        rows.append(ExtentRow(extent, len(weeks), Hours.total(planned[week] for week in weeks), done))
    return rows


def _by_week(planned: Mapping[Week, Hours], delivered: Mapping[Week, Hours]) -> list[PlanWeek]:
    weeks = sorted(planned.keys() | {week for week, hours in delivered.items() if hours})
    return [PlanWeek(week, planned.get(week, Hours(0)), delivered.get(week, Hours(0))) for week in weeks]


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
