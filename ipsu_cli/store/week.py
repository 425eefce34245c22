"""One week of each case in `scope` whose hours are planned: what the plan in force says, what was delivered, and how
much of the whole plan is used by then."""

from collections.abc import Iterator

from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.pace import Pace
from ipsu_cli.store import Store

WEEK = """
    WITH plans AS (SELECT case_id, sum(hours) AS planned, sum(week <= :week) AS weeks,
                          sum(CASE week WHEN :week THEN hours ELSE 0 END) AS planned_in
                   FROM planned GROUP BY case_id),
         work AS (SELECT case_id, sum(quantity) AS delivered,
                         sum(CASE WHEN to_day >= :monday THEN quantity ELSE 0 END) AS delivered_in
                  FROM deliveries WHERE unit = 'hour' AND cancelled = 0 AND to_day <= :sunday GROUP BY case_id)
    SELECT s.ref, s.name, s.coach, coalesce(p.planned, 0), coalesce(w.delivered, 0), coalesce(p.weeks, 0),
           coalesce(p.planned_in, 0) AS planned_in, coalesce(w.delivered_in, 0) AS delivered_in
    FROM scope s LEFT JOIN plans p ON p.case_id = s.id LEFT JOIN work w ON w.case_id = s.id
    WHERE (planned_in > 0 OR delivered_in <> 0) AND (s.closed_on IS NULL OR s.closed_on >= :monday)
    ORDER BY s.ref
"""


class CaseWeek(NamedTuple):
    """A case's week, and the pace of its plan by the end of it. `name` is None of a protected person."""

    case: str
    name: str | None
    coach: str | None
    planned: Hours
    delivered: Hours
    pace: Pace


def of_week(store: Store, week: Week) -> Iterator[CaseWeek]:
    """The cases with something planned or delivered in the week, by reference."""
    days = {"monday": week.monday.isoformat(), "sunday": week.sunday.isoformat()}
    for ref, name, coach, planned, delivered, weeks, planned_in, delivered_in in store.conn.execute(
        WEEK, {"week": week, **days}
    ):
        pace = Pace(week, Hours(planned), Hours(delivered), weeks)
        yield CaseWeek(ref, name, coach, Hours(planned_in), Hours(delivered_in), pace)
