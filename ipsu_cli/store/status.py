"""The questions of a morning, each one set-based: of the cases in `scope`, their plans named by `in_force`."""

import datetime as dt
import sqlite3
from collections.abc import Iterator

from ipsu_cli.core.dates import ONE_DAY, Week
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.role import Codes
from ipsu_cli.store import Store
from ipsu_cli.store.above_plan import MAY_HAVE_SHRUNK
from ipsu_cli.store.erased import ERASED_PEOPLE
from ipsu_cli.store.reminders import REPORTED_ABSENT
from ipsu_cli.store.rows import MONDAY

# The last week of each plan that counts, and its Sunday.
RUNNING_OUT = f"""
    SELECT s.ref, s.name, s.coach, s.to_day, w.week, date({MONDAY}, '+6 days') AS ends
    FROM (SELECT case_id, ends AS week FROM in_force WHERE ends <= :last_week) w JOIN scope s ON s.id = w.case_id
    WHERE s.closed_on IS NULL AND (date({MONDAY}, '+6 days') >= :today OR s.to_day >= :today)
    ORDER BY w.week, s.ref
"""
# Each of the weeks is looked up in each plan, in this order: a plan may be long, and the weeks are few.
NOT_ENTERED = f"""
    WITH k AS MATERIALIZED (
        SELECT substr(value, 1, 8) AS week, substr(value, 10, 10) AS monday, substr(value, 21) AS sunday
        FROM json_each(:weeks))
    SELECT s.id, s.ref, s.name, s.coach, w.week, w.hours
    FROM in_force f CROSS JOIN k
    CROSS JOIN plan_weeks w ON w.document_id = f.document_id AND w.week = k.week AND w.week <= f.last_week
    JOIN scope s ON s.id = f.case_id
    WHERE k.monday <= s.ends_on
      AND coalesce((SELECT sum(d.quantity) FROM deliveries d WHERE d.case_id = s.id AND d.cancelled = 0
                    AND d.to_day BETWEEN k.monday AND k.sunday), 0) <= 0
      AND NOT EXISTS ({REPORTED_ABSENT.format(case="s.id", first="k.monday", last="k.sunday")})
    ORDER BY w.week, s.ref
"""
PLANS = "SELECT count(*) AS plans, min(s.from_day) AS since FROM in_force f JOIN scope s ON s.id = f.case_id"
# Plan weeks that a morning looks up, so that one of thousands of cases takes no longer; where there are fewer cases it
# looks further back.
MOST_LOOKED_UP = 3_000
OVER = f"""
    SELECT * FROM (
        SELECT s.ref, s.name, s.coach,
               (SELECT sum(d.quantity) FROM deliveries d
                WHERE d.case_id = s.id AND d.unit = 'hour' AND d.cancelled = 0) AS delivered,
               coalesce((SELECT sum(w.hours) FROM in_force f JOIN plan_weeks w ON w.document_id = f.document_id
                         WHERE f.case_id = s.id AND w.week <= f.last_week), 0) AS planned
        FROM ({MAY_HAVE_SHRUNK}) m JOIN scope s ON s.id = m.case_id)
    WHERE delivered > planned ORDER BY ref
"""
# The queues as they stand, and who has waited longest in each.
QUEUES = """
    SELECT queued_for AS service, count(*) AS cases, min(queued_on) AS since, ref AS longest
    FROM waiting WHERE left_on IS NULL AND queued_on <= :today GROUP BY queued_for ORDER BY queued_for
"""
# Whom nothing keeps any longer. A case without a last day is never over; one that an investigation locks keeps its
# person. Most have no case that is over, and are left out first.
ENDED = "min(coalesce(c.to_day, '9999-12-31'), coalesce(c.closed_on, '9999-12-31'))"
MAY_BE_ERASED = f"""
    SELECT count(*) FROM (
        SELECT c.person_id FROM cases c WHERE c.close_reason IS NOT 'registered_in_error'
          AND c.person_id IN (SELECT c.person_id FROM cases c WHERE {ENDED} <= :last)
          AND c.person_id NOT IN ({ERASED_PEOPLE})
        GROUP BY c.person_id HAVING max({ENDED}) <= :last
           AND sum(c.id IN (SELECT case_id FROM investigations WHERE closed IS NULL)) = 0)
"""


def running_out(store: Store, today: dt.date, soon: dt.date) -> list[sqlite3.Row]:
    """Open cases whose plan ends by `soon`, or has ended while the period goes on."""
    last_week = Week.of(soon - 6 * ONE_DAY)  # whose Sunday is no later
    return store.all(RUNNING_OUT, today=today.isoformat(), last_week=str(last_week))


def not_entered(store: Store, today: dt.date, codes: Codes) -> list[sqlite3.Row]:
    """Weeks of plans that have ended, with neither hours nor a deviation report; one of a case closed since is there
    too. As many weeks back as a morning has time for."""
    weeks = [f"{week} {week.monday} {week.sunday}" for week in _weeks_back(store, today)]
    return store.all(NOT_ENTERED, weeks=json_list(weeks), **codes.bound()) if weeks else []


def _weeks_back(store: Store, today: dt.date) -> Iterator[Week]:
    """The weeks that have ended, the last first."""
    [found] = store.all(PLANS)
    monday = Week.of(today).monday
    most = max(MOST_LOOKED_UP // max(found["plans"], 1), 1)  # last week always
    for number in range(1, 1 + most):
        week = Week.of(monday - number * 7 * ONE_DAY)
        if week.sunday.isoformat() < (found["since"] or today.isoformat()):
            return
        yield week


def queues(store: Store, today: dt.date) -> list[sqlite3.Row]:
    """Each service that somebody waits for: how many, since when, and who has waited longest."""
    return store.all(QUEUES, today=today.isoformat())


def over_delivered(store: Store, codes: Codes) -> list[sqlite3.Row]:
    """Cases that have delivered more than the plan in force allows."""
    return store.all(OVER, **codes.bound())


def may_be_erased(store: Store, last: dt.date) -> int:
    """How many persons the office may erase: those whose cases had all ended on a day."""
    found: int = store.value(MAY_BE_ERASED, last=last.isoformat())
    return found
