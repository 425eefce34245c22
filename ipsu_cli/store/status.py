"""The questions of a morning, each one set-based: of the cases in `scope`, their plans in `planned`."""

import datetime as dt
import sqlite3

from ipsu_cli.core.dates import Week
from ipsu_cli.store import Store

READY = "SELECT count(DISTINCT case_id) AS cases, coalesce(sum(net_ore), 0) AS net_ore FROM candidates WHERE ready = 1"
RUNNING_OUT = """
    SELECT s.ref, s.name, s.coach, s.to_day, max(p.week) AS week, max(p.sunday) AS ends
    FROM scope s JOIN planned p ON p.case_id = s.id
    WHERE s.closed_on IS NULL
    GROUP BY s.id HAVING ends <= :soon AND (ends >= :today OR s.to_day >= :today) ORDER BY ends, s.ref
"""
NOT_ENTERED = """
    SELECT s.ref, s.name, s.coach, p.week, p.hours
    FROM planned p JOIN scope s ON s.id = p.case_id
    WHERE p.week = :week AND s.closed_on IS NULL
      AND coalesce((SELECT sum(d.quantity) FROM deliveries d WHERE d.case_id = s.id AND d.cancelled = 0
                    AND d.to_day BETWEEN :monday AND :sunday), 0) <= 0
    ORDER BY s.ref
"""
OVER = """
    SELECT s.ref, s.name, s.coach, coalesce(p.hours, 0) AS planned, d.hours AS delivered
    FROM (SELECT case_id, sum(quantity) AS hours FROM deliveries
          WHERE unit = 'hour' AND cancelled = 0 GROUP BY case_id) d
    JOIN scope s ON s.id = d.case_id
    LEFT JOIN (SELECT case_id, sum(hours) AS hours FROM planned GROUP BY case_id) p ON p.case_id = s.id
    WHERE d.hours > coalesce(p.hours, 0) ORDER BY s.ref
"""
# The queues as they stand, and who has waited longest in each.
QUEUES = """
    SELECT queued_for AS service, count(*) AS cases, min(queued_on) AS since, ref AS longest
    FROM waiting WHERE left_on IS NULL AND queued_on <= :today GROUP BY queued_for ORDER BY queued_for
"""


def ready(store: Store) -> sqlite3.Row:
    """How many cases could be invoiced, and their net; `invoice_build.gather` and the rules have run."""
    found = store.first(READY)
    assert found is not None
    return found


def running_out(store: Store, today: dt.date, soon: dt.date) -> list[sqlite3.Row]:
    """Open cases whose plan ends by `soon`, or has ended while the period goes on."""
    return store.all(RUNNING_OUT, today=today.isoformat(), soon=soon.isoformat())


def not_entered(store: Store, week: Week) -> list[sqlite3.Row]:
    """Open cases with hours planned in the week and none delivered."""
    days = {"monday": week.monday.isoformat(), "sunday": week.sunday.isoformat()}
    return store.all(NOT_ENTERED, week=str(week), **days)


def queues(store: Store, today: dt.date) -> list[sqlite3.Row]:
    """Each service that somebody waits for: how many, since when, and who has waited longest."""
    return store.all(QUEUES, today=today.isoformat())


def over_delivered(store: Store) -> list[sqlite3.Row]:
    """Cases that have delivered more than the plan in force allows."""
    return store.all(OVER)
