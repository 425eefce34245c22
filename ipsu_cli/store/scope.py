"""The cases that a question is about, and the weeks of their plans in force, each made once for a question."""

import json
from collections.abc import Sequence

from ipsu_cli.store import Store

CACHE = "PRAGMA cache_size = -16000"
# Support ends with the period, or on the day that the case is closed before it.
CHOSEN = """
    CREATE TEMP TABLE scope (
        id INTEGER PRIMARY KEY, ref TEXT, person_id INTEGER, service TEXT, agreement_id INTEGER, agreement TEXT,
        gender TEXT, coach TEXT, site TEXT, from_day TEXT, to_day TEXT, ends_on TEXT, closed_on TEXT,
        close_reason TEXT, training_result TEXT, name TEXT
    )
"""
CHOOSE = """
    INSERT INTO scope
    SELECT c.id, c.ref, c.person_id, c.service, c.agreement_id, a.ref, p.gender, c.coach, c.site, c.from_day,
           c.to_day, min(coalesce(c.to_day, '9999-12-31'), coalesce(c.closed_on, '9999-12-31')), c.closed_on,
           c.close_reason, c.training_result, CASE p.protected WHEN 0 THEN p.name END
    FROM cases c
    JOIN people p ON p.id = c.person_id
    LEFT JOIN agreements a ON a.id = c.agreement_id
    WHERE (:services IS NULL OR c.service IN (SELECT value FROM json_each(:services)))
      AND (:agreements IS NULL OR a.ref IN (SELECT value FROM json_each(:agreements)))
      AND (:coaches IS NULL OR c.coach IN (SELECT value FROM json_each(:coaches)))
      AND c.close_reason IS NOT 'registered_in_error'
"""
BY_PERSON = "CREATE INDEX temp.scope_by_person ON scope(person_id)"
# The newest confirmed version, else, until one is confirmed, the newest. A week
# wholly after the period counts for nothing. Week 1 is the one with 4 January in it.
PLANNED = """
    CREATE TEMP TABLE planned AS
    SELECT case_id, week, hours, monday, date(monday, '+6 days') AS sunday FROM (
        SELECT p.case_id, w.week, w.hours, s.to_day,
               date(substr(w.week, 1, 4) || '-01-04', 'weekday 0',
                    (7 * substr(w.week, 7) - 13) || ' days') AS monday
        FROM (SELECT case_id, id, row_number() OVER (
                  PARTITION BY case_id
                  ORDER BY status = 'confirmed' DESC, version DESC) AS place
              FROM documents WHERE type = 'gp') p
        JOIN scope s ON s.id = p.case_id
        JOIN plan_weeks w ON w.document_id = p.id
        WHERE p.place = 1)
    WHERE to_day IS NULL OR monday <= to_day
"""
BY_CASE = "CREATE INDEX temp.planned_by_case ON planned(case_id, week)"


def choose(
    store: Store, services: Sequence[str] = (), agreements: Sequence[str] = (), coaches: Sequence[str] = ()
) -> None:
    """Make `scope`, the cases that fit (nothing asked for fits all), and `planned`, their plans in force."""
    store.conn.execute(CACHE)
    store.conn.execute(CHOSEN)
    wanted = {"services": services, "agreements": agreements, "coaches": coaches}
    store.conn.execute(CHOOSE, {name: json.dumps(each) if each else None for name, each in wanted.items()})
    for statement in (BY_PERSON, PLANNED, BY_CASE):
        store.conn.execute(statement)
