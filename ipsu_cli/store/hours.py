"""Plan against delivery, case by case and week by week, of the cases in `scope`."""

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.store import Store

# A plan's week belongs to the period by its Thursday, a delivery by its own day, as it is invoiced.
# The Thursday of a week says its year, and its place in the year.
BY_WEEK = """
    SELECT s.ref, s.coach, x.week, sum(x.planned) AS planned, sum(x.delivered) AS delivered FROM (
        SELECT case_id, week, hours AS planned, 0 AS delivered FROM planned
        WHERE week BETWEEN :first_week AND :last_week
        UNION ALL
        SELECT case_id, substr(thursday, 1, 4) || printf('-W%02d', (strftime('%j', thursday) + 6) / 7), 0, quantity
        FROM (SELECT d.case_id, date(d.to_day, '-3 days', 'weekday 4') AS thursday, d.quantity
              FROM scope c CROSS JOIN deliveries d ON d.case_id = c.id
              WHERE d.unit = 'hour' AND d.cancelled = 0 AND d.to_day BETWEEN :first AND :last)) x
    JOIN scope s ON s.id = x.case_id
    GROUP BY x.case_id, x.week HAVING planned <> 0 OR delivered <> 0 ORDER BY s.ref, x.week
"""


class WeekOfCase(NamedTuple):
    """A case's week: what the plan in force says, and what was delivered on its days, in one period."""

    case: str
    week: Week
    coach: str | None
    planned: Hours
    delivered: Hours


def by_week(store: Store, period: Period) -> list[WeekOfCase]:
    """The weeks with something planned or delivered in the period, by case."""
    first_week, last_week = period.weeks
    ends = {"first": period.first, "last": period.last, "first_week": first_week, "last_week": last_week}
    values = {name: str(end) for name, end in ends.items()}
    return [
        WeekOfCase(row["ref"], Week(row["week"]), row["coach"], Hours(row["planned"]), Hours(row["delivered"]))
        for row in store.all(BY_WEEK, **values)
    ]
