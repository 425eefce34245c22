"""The cases that a question is about, and the weeks of their plans in force, each made once for a question."""

from collections.abc import Sequence

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.text import OTHER
from ipsu_cli.store import Store
from ipsu_cli.store.rows import MONDAY, half_year_of, week_of

CACHE = "PRAGMA cache_size = -16000"
# `coach` is None of a protected person; `coach_part` and `site_part` are what a case counts under.
# Support ends with the period, or on the day that the case is closed before it; without a first day there is none.
# `service` is the one given, `queued_for` the one waited for. `cell` is the case's place in the dimensions asked for.
CHOSEN = """
    CREATE TEMP TABLE chosen (
        id INTEGER PRIMARY KEY, ref TEXT, person_id INTEGER, service TEXT, queued_for TEXT, agreement_id INTEGER,
        agreement TEXT, gender TEXT, coach TEXT, coach_part TEXT, site_part TEXT, queued_on TEXT, left_on TEXT,
        from_day TEXT, to_day TEXT, ends_on TEXT, closed_on TEXT, close_reason TEXT, training_result TEXT, name TEXT,
        system TEXT, level TEXT, of_support INTEGER, of_queue INTEGER, cell INTEGER
    )
"""
GIVEN = "coalesce(c.support, c.service)"
OF_SUPPORT = f":services IS NULL OR {GIVEN} IN (SELECT value FROM json_each(:services))"
OF_QUEUE = ":services IS NULL OR c.service IN (SELECT value FROM json_each(:services))"
FROM_CASES = """
    FROM cases c
    JOIN people p ON p.id = c.person_id
    LEFT JOIN agreements a ON a.id = c.agreement_id
    WHERE (:agreements IS NULL OR a.ref IN (SELECT value FROM json_each(:agreements)))
      AND (:coaches IS NULL OR c.coach IN (SELECT value FROM json_each(:coaches)))
      AND (:sites IS NULL OR c.site IN (SELECT value FROM json_each(:sites)))
      AND (:cases IS NULL OR c.ref IN (SELECT value FROM json_each(:cases)))
      AND c.close_reason IS NOT 'registered_in_error'
"""
# Of the cases chosen, those of persons whose coach and town may stand anywhere.
OF_UNPROTECTED = f"{FROM_CASES} AND p.protected = 0 AND ({OF_SUPPORT} OR {OF_QUEUE})"


def _counted_under(column: str) -> str:
    """What a case counts under: of a protected person only what is there for somebody else of those chosen too, else
    with the others."""
    return f"""
        CASE WHEN p.protected = 0 THEN c.{column}
             WHEN c.{column} IN (SELECT c.{column} {OF_UNPROTECTED}) THEN c.{column}
             WHEN c.{column} <> '' THEN '{OTHER}' END AS {column}_part
    """


CASES = f"""
    SELECT c.id, c.ref, c.person_id, {GIVEN} AS service, c.service AS queued_for,
           c.agreement_id, a.ref AS agreement, p.gender, CASE p.protected WHEN 0 THEN c.coach END AS coach,
           {_counted_under("coach")}, {_counted_under("site")}, c.queued_on,
           coalesce(c.from_day, c.closed_on) AS left_on, c.from_day, c.to_day,
           CASE WHEN c.from_day IS NOT NULL
                THEN min(coalesce(c.to_day, '9999-12-31'), coalesce(c.closed_on, '9999-12-31')) END AS ends_on,
           c.closed_on, c.close_reason, c.training_result, CASE p.protected WHEN 0 THEN p.name END AS name,
           c.system, c.level,
           {OF_SUPPORT} AS of_support, {OF_QUEUE} AS of_queue
    {FROM_CASES}
"""
CHOOSE = f"""
    INSERT INTO chosen
    SELECT c.*, coalesce((SELECT id FROM cells WHERE key = {{key}}), 0) FROM ({CASES}) c WHERE of_support OR of_queue
"""
CELLS = "CREATE TEMP TABLE cells (id INTEGER PRIMARY KEY, key TEXT UNIQUE)"
FILL_CELLS = f"INSERT INTO cells (key) SELECT DISTINCT {{key}} FROM ({CASES}) c WHERE of_support OR of_queue"
# The part of a case `c` in each dimension; a cohort is the half-year in which its support started.
PARTS = {
    dimension: f"coalesce(nullif(c.{column}, ''), 'unspecified')"
    for dimension, column in {
        "service": "service", "agreement": "agreement", "coach": "coach_part", "site": "site_part"
    }.items()
}  # fmt: skip
PARTS["gender"] = "coalesce(c.gender, 'unknown')"
PARTS["cohort"] = f"coalesce({half_year_of('c.from_day')}, 'unspecified')"
QUEUED_FOR = "c.queued_for"
BY_PERSON = "CREATE INDEX temp.chosen_by_person ON chosen(person_id)"
# Two readings of the same cases: those of the support given, and those of the queue.
SCOPE = "CREATE TEMP VIEW scope AS SELECT * FROM chosen WHERE of_support"
WAITING = "CREATE TEMP VIEW waiting AS SELECT * FROM chosen WHERE of_queue AND queued_on IS NOT NULL"
# The plan of each case: the newest confirmed version, else, until one is confirmed, the newest. A week wholly after the
# period counts for nothing, so `last_week` is that of the last day, and `ends` the plan's own last week of those that
# count. A case without a plan has no document. Many cases end on the same day, so the week of each is worked out once.
IN_FORCE = """
    CREATE TEMP TABLE in_force (case_id INTEGER PRIMARY KEY, document_id INTEGER, last_week TEXT NOT NULL, ends TEXT)
"""
FILL_IN_FORCE = f"""
    INSERT INTO in_force
    WITH last_weeks AS MATERIALIZED (
        SELECT to_day, {week_of("to_day")} AS week FROM (SELECT DISTINCT to_day FROM scope)),
         plans AS MATERIALIZED (
        SELECT s.id,
               (SELECT d.id FROM documents d
                WHERE d.case_id = s.id AND EXISTS (SELECT 1 FROM plan_weeks w WHERE w.document_id = d.id)
                ORDER BY d.status = 'confirmed' DESC, d.version DESC LIMIT 1) AS document_id,
               coalesce(l.week, '9999-W99') AS last_week
        FROM scope s LEFT JOIN last_weeks l ON l.to_day = s.to_day)
    SELECT p.*, (SELECT w.week FROM plan_weeks w
                 WHERE w.document_id = p.document_id AND w.week <= p.last_week ORDER BY w.week DESC LIMIT 1)
    FROM plans p
"""
# Many cases have the same weeks, so the days of each are worked out once.
CALENDAR = "CREATE TEMP TABLE calendar (week TEXT PRIMARY KEY, monday TEXT, sunday TEXT) WITHOUT ROWID"
FILL_CALENDAR = f"""
    INSERT INTO calendar SELECT week, monday, date(monday, '+6 days')
    FROM (SELECT week, {MONDAY} AS monday FROM (SELECT DISTINCT week FROM plan_weeks) w)
"""
# The weeks of a plan lie after one another, in order.
PLANNED = """
    CREATE TEMP TABLE planned AS
    SELECT f.case_id, w.week, w.hours, k.monday, k.sunday
    FROM in_force f
    CROSS JOIN plan_weeks w ON w.document_id = f.document_id AND w.week <= f.last_week
    CROSS JOIN calendar k ON k.week = w.week
    ORDER BY f.case_id, w.week
"""
BY_CASE = "CREATE INDEX temp.planned_by_case ON planned(case_id, week)"
PLANS, WEEKS = (IN_FORCE, FILL_IN_FORCE), (CALENDAR, FILL_CALENDAR, PLANNED, BY_CASE)


class Chosen(NamedTuple):
    """Which cases: those that fit all of what is given; nothing given fits all."""

    services: Sequence[str] = ()
    agreements: Sequence[str] = ()
    coaches: Sequence[str] = ()
    cases: Sequence[str] = ()
    sites: Sequence[str] = ()

    def values(self) -> dict[str, str | None]:
        """As a question takes them: a JSON list of each that is given."""
        return {name: json_list(codes) if codes else None for name, codes in self._asdict().items()}


def choose(store: Store, chosen: Chosen | None = None, dimensions: Sequence[str] = ()) -> dict[int, dict[str, str]]:
    """Make `scope` and `waiting`, the cases that fit, and `planned`, the weeks of their plans in force.

    Gives each cell its parts by dimension; the service queued for is the dimension `queued_for`.
    """
    found = choose_with_plans(store, chosen, dimensions)
    for statement in WEEKS:
        store.conn.execute(statement)
    return found


def choose_with_plans(
    store: Store, chosen: Chosen | None = None, dimensions: Sequence[str] = ()
) -> dict[int, dict[str, str]]:
    """The same with `in_force`, which names the plan of each, and without its weeks."""
    found = choose_cases(store, chosen, dimensions)
    for statement in PLANS:
        store.conn.execute(statement)
    return found


def choose_cases(
    store: Store, chosen: Chosen | None = None, dimensions: Sequence[str] = ()
) -> dict[int, dict[str, str]]:
    """The same without their plans."""
    names = [*dimensions, "queued_for"] if "service" in dimensions else list(dimensions)
    key = "json_array(" + ", ".join({**PARTS, "queued_for": QUEUED_FOR}[name] for name in names) + ")"
    values = (chosen or Chosen()).values()
    for statement in (CACHE, CHOSEN, CELLS):
        store.conn.execute(statement)
    if names:
        store.conn.execute(FILL_CELLS.format(key=key), values)
    store.conn.execute(CHOOSE.format(key=key), values)
    for statement in (SCOPE, WAITING):
        store.conn.execute(statement)
    return _cells(store, names) if names else {0: {}}


def _cells(store: Store, names: Sequence[str]) -> dict[int, dict[str, str]]:
    """The parts of each cell, by dimension."""
    import json

    cells = {row["id"]: json.loads(row["key"]) for row in store.all("SELECT id, key FROM cells")}
    return {cell: dict(zip(names, parts, strict=True)) for cell, parts in cells.items()} or {0: {}}


def ids(store: Store) -> set[int]:
    """The ids of the cases that fit."""
    return {row["id"] for row in store.all("SELECT id FROM scope")}


def forget(store: Store) -> None:
    """Take the choice back, so that another can be made."""
    for view in ("scope", "waiting"):
        store.conn.execute(f"DROP VIEW IF EXISTS temp.{view}")
    for table in ("planned", "calendar", "in_force", "chosen", "cells"):
        store.conn.execute(f"DROP TABLE IF EXISTS temp.{table}")
