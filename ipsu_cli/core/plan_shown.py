"""A plan as it is shown: next to what is delivered of it, by extent and by week."""

import datetime as dt
from collections.abc import Mapping, Sequence

from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.pace import Pace
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.plan import Plan


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
