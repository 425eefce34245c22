"""The cases in `scope` that hours may be entered in, in one week of their plans."""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.dates import Week, days_between, kept_day
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.timesheet import TimesheetCase
from ipsu_cli.store import Store

# A day lies inside the period and the training, and not after the case was closed. A case that is locked while an
# invoice basis is investigated takes no hours.
CASES = """
    SELECT * FROM (
        SELECT s.id, s.ref, s.name, s.coach,
               max(:monday, s.from_day, coalesce(c.training_from, :monday)) AS first,
               min(:sunday, s.ends_on, coalesce(c.training_to, :sunday)) AS last,
               (SELECT coalesce(sum(p.hours), 0) FROM planned p WHERE p.case_id = s.id AND p.week = :week) AS planned,
               (SELECT coalesce(sum(p.hours), 0) FROM planned p WHERE p.case_id = s.id) AS whole,
               (SELECT coalesce(sum(d.quantity), 0) FROM deliveries d
                WHERE d.case_id = s.id AND d.unit = 'hour' AND d.cancelled = 0) AS used
        FROM scope s JOIN cases c ON c.id = s.id
        WHERE s.from_day <= :sunday
          AND NOT EXISTS (SELECT 1 FROM investigations i WHERE i.case_id = s.id AND i.closed IS NULL))
    WHERE first <= last
    ORDER BY coach IS NULL, coach, ref
"""
# What stands on several days is of none of them.
WORK = """
    SELECT d.from_day, d.to_day, sum(d.quantity) FROM deliveries d
    WHERE d.case_id = :case AND d.unit = 'hour' AND d.cancelled = 0 AND d.to_day BETWEEN :monday AND :sunday
    GROUP BY d.from_day, d.to_day
"""
LOCKED = """
    SELECT DISTINCT s.ref FROM scope s JOIN investigations i ON i.case_id = s.id AND i.closed IS NULL
    WHERE s.from_day <= :sunday AND s.ends_on >= :monday ORDER BY s.ref
"""


def of_week(store: Store, week: Week) -> Iterator[TimesheetCase]:
    """The cases with a day in the week on which hours may lie, those of a coach after one another."""
    days = {"monday": week.monday.isoformat(), "sunday": week.sunday.isoformat()}
    for id, ref, name, coach, first, last, planned, whole, used in store.conn.execute(CASES, {"week": week, **days}):
        work = {
            (kept_day(start), kept_day(end)): Hours(hours)
            for start, end, hours in store.conn.execute(WORK, {"case": id, **days})
        }
        yield TimesheetCase(
            ref, name, coach, list(days_between(kept_day(first), kept_day(last))),
            {start: hours for (start, end), hours in work.items() if start == end},
            Hours(planned), Hours.total(work.values()), Hours(whole - used),
        )  # fmt: skip


def locked_in(store: Store, first: dt.date, last: dt.date) -> list[str]:
    """The cases with a day in these that are locked while an invoice basis is investigated."""
    return [row["ref"] for row in store.all(LOCKED, monday=first.isoformat(), sunday=last.isoformat())]
