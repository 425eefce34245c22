"""By when each document is due of the cases in `scope`, and when it was first filed."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from ipsu_cli.core.dates import Month, kept_day, months_between
from ipsu_cli.core.json_list import json_list
from ipsu_cli.store import Store

STARTS = "SELECT DISTINCT service, system, from_day FROM scope WHERE from_day IS NOT NULL ORDER BY 1, 2, 3"
ENDED = """
    SELECT DISTINCT coalesce(json_extract(d.fields, '$.to'), d.submitted, d.entered_on) AS day
    FROM documents d JOIN scope s ON s.id = d.case_id
    WHERE d.type IN (SELECT value FROM json_each(:types)) ORDER BY 1
"""
TABLES = (
    """
    CREATE TEMP TABLE due (service TEXT, from_day TEXT, system TEXT, type TEXT, day TEXT,
                           PRIMARY KEY (service, from_day, system, type)) WITHOUT ROWID
    """,
    """
    CREATE TEMP TABLE due_months (service TEXT, system TEXT, type TEXT, month TEXT, first TEXT, last TEXT, day TEXT)
    """,
    "CREATE TEMP TABLE due_at_end (service TEXT, type TEXT)",
    "CREATE TEMP TABLE due_singles (type TEXT, ended TEXT, day TEXT, PRIMARY KEY (ended, type)) WITHOUT ROWID",
)
ADD_DUE = "INSERT INTO due VALUES (:service, :from_day, :system, :type, :day)"
ADD_MONTH = "INSERT INTO due_months VALUES (:service, :system, :type, :month, :first, :last, :day)"
ADD_AT_END = "INSERT INTO due_at_end VALUES (:service, :type)"
ADD_SINGLE = "INSERT INTO due_singles VALUES (:type, :ended, :day)"
FILED = """
    CREATE TEMP TABLE filed AS
    SELECT s.id AS case_id, s.from_day, u.type, u.day,
           (SELECT min(d.submitted) FROM documents d
            WHERE d.case_id = s.id AND d.type = u.type AND d.period = '') AS submitted
    FROM scope s JOIN due u ON u.service = s.service AND u.from_day = s.from_day AND u.system = coalesce(s.system, '')
    UNION ALL
    SELECT s.id, s.from_day, m.type, m.day,
           (SELECT min(d.submitted) FROM documents d
            WHERE d.case_id = s.id AND d.type = m.type AND d.period = m.month)
    FROM due_months m JOIN scope s ON s.service = m.service AND coalesce(s.system, '') = m.system
         AND s.from_day <= m.last AND s.ends_on >= m.first
    UNION ALL
    SELECT s.id, s.from_day, e.type, s.ends_on,
           (SELECT min(d.submitted) FROM documents d
            WHERE d.case_id = s.id AND d.type = e.type AND d.period = '')
    FROM due_at_end e JOIN scope s ON s.service = e.service AND s.ends_on IS NOT NULL
    UNION ALL
    SELECT d.case_id, s.from_day, d.type, u.day, d.submitted
    FROM documents d
    JOIN scope s ON s.id = d.case_id
    JOIN due_singles u ON u.type = d.type
         AND u.ended = coalesce(json_extract(d.fields, '$.to'), d.submitted, d.entered_on)
"""
MADE_HERE = ("due", "due_months", "due_at_end", "due_singles")


class FilingCalendar(Protocol):
    """What the services ask for, and how the office counts its days."""

    def of_start(self, service: str, system: str | None, first: dt.date) -> Iterable[tuple[str, dt.date]]:
        """The documents that are due so long after the first day, each with its day."""

    def monthly(self, service: str, system: str | None) -> Iterable[str]:
        """The documents that are asked for each month."""

    def at_end(self) -> Iterable[tuple[str, str]]:
        """The documents that are due as the period or the case ends: the service and the type of each."""

    def singles(self) -> Iterable[str]:
        """The documents of which each is its own."""

    def after_month(self, month: Month) -> dt.date:
        """The last day for what is asked of a month."""

    def after_absence(self, ended: dt.date) -> dt.date:
        """The last day for what is about something that ended on a day."""


def make(store: Store, calendar: FilingCalendar, values: Mapping[str, Any]) -> None:
    """Make `filed`: of each case each document that is due, its day, and when it was filed first."""
    for name in MADE_HERE:
        store.conn.execute(f"DROP TABLE IF EXISTS temp.{name}")
    for statement in TABLES:
        store.conn.execute(statement)
    starts = store.all(STARTS)
    store.conn.executemany(ADD_DUE, _of_starts(starts, calendar))
    if starts:
        first = min(kept_day(row["from_day"]) for row in starts)
        pairs = {(row["service"], row["system"]) for row in starts}
        store.conn.executemany(ADD_MONTH, _of_months(pairs, calendar, first, kept_day(values["until"])))
    at_end = [{"service": service, "type": type} for service, type in calendar.at_end()]
    store.conn.executemany(ADD_AT_END, at_end)
    store.conn.executemany(ADD_SINGLE, _of_singles(store, calendar))
    store.conn.execute(FILED)


def _of_starts(starts: Iterable[Any], calendar: FilingCalendar) -> Iterator[dict[str, str]]:
    for row in starts:
        for type, day in calendar.of_start(row["service"], row["system"], kept_day(row["from_day"])):
            yield {
                "service": row["service"], "from_day": row["from_day"], "system": row["system"] or "", "type": type,
                "day": day.isoformat(),
            }  # fmt: skip


def _of_months(
    pairs: Iterable[tuple[str, str | None]], calendar: FilingCalendar, first: dt.date, until: dt.date
) -> Iterator[dict[str, str]]:
    """The months whose day has come."""
    for service, system in pairs:
        for type in calendar.monthly(service, system):
            for month in months_between(first, until):
                day = calendar.after_month(month)
                if day <= until:
                    yield {
                        "service": service, "system": system or "", "type": type, "month": str(month),
                        "first": month.first.isoformat(), "last": month.last.isoformat(), "day": day.isoformat(),
                    }  # fmt: skip


def _of_singles(store: Store, calendar: FilingCalendar) -> Iterator[dict[str, str]]:
    types = sorted(set(calendar.singles()))
    for row in store.all(ENDED, types=json_list(types)):
        day = calendar.after_absence(kept_day(row["day"])).isoformat()
        yield from ({"type": type, "ended": row["day"], "day": day} for type in types)
