"""What is due of whom: the cases of `scope` of which something may be, what each has filed, and waiting drafts."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Sequence

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store, scope

SERVED = "SELECT DISTINCT service, system FROM scope"
DEMANDED = """
    CREATE TEMP TABLE demanded (service TEXT, system TEXT, type TEXT, monthly INTEGER, at_end INTEGER, answered INTEGER)
"""
DEMAND = "INSERT INTO demanded VALUES (:service, :system, :type, :monthly, :at_end, :answered)"
# The cases of which something may be asked: not those that have all there is to have, or can file it only later.
# Of a type, 2 is one that waits for an answer, 1 a confirmed one, 0 another, NULL none at all.
ASKED = """
    CREATE TEMP TABLE asked AS
    SELECT DISTINCT s.id FROM scope s JOIN demanded k ON k.service = s.service AND k.system IS s.system
    WHERE s.from_day IS NOT NULL AND (:settled OR k.monthly OR CASE
        (SELECT max(CASE d.status WHEN 'submitted' THEN 2 ELSE d.status = 'confirmed' END) FROM documents d
         WHERE d.case_id = s.id AND d.type = k.type AND d.period = '')
        WHEN 2 THEN k.answered WHEN 1 THEN 0 WHEN 0 THEN 1
        ELSE NOT k.at_end OR min(coalesce(s.to_day, s.closed_on), coalesce(s.closed_on, s.to_day)) <= :until END)
"""
CASES = """
    SELECT s.id, s.ref, s.service, s.system, s.coach, s.from_day, s.to_day, s.closed_on, s.name
    FROM scope s WHERE s.id IN (SELECT id FROM asked) ORDER BY s.ref
"""
BEGUN = "SELECT id FROM scope WHERE from_day IS NOT NULL"
# What was filed first, what waits for an answer, whether there is a draft, and whether a newer one has an answer.
FILED = """
    SELECT case_id, type, period, min(submitted) AS first, max(status = 'confirmed') AS confirmed,
           max(CASE status WHEN 'submitted' THEN submitted END) AS waiting, max(status = 'draft') AS draft,
           max((status IN ('returned', 'confirmed')) * version) > max((status = 'submitted') * version) AS overtaken
    FROM documents WHERE case_id IN (SELECT id FROM asked) GROUP BY case_id, type, period
"""
# Of the types of which each is its own: one row for each, with the day that it is about.
SINGLES = """
    SELECT d.case_id, d.type, d.version, d.status, d.submitted, d.entered_on,
           json_extract(d.fields, '$.from') AS started, json_extract(d.fields, '$.to') AS ended,
           s.ref, s.service, s.coach, s.name
    FROM documents d JOIN scope s ON s.id = d.case_id
    WHERE d.type IN (SELECT value FROM json_each(:types)) AND (d.status = 'draft' OR :drafts = 0)
"""
PARTS = f"SELECT id, {', '.join(f'{part} AS {name}' for name, part in scope.PARTS.items())} FROM scope c"


class Filed(NamedTuple):
    """What a case has of a type and a period. `waiting`: submitted on that day, and not answered yet. `overtaken`: the
    agency has answered a newer version than that."""

    first: str | None = None
    confirmed: bool = False
    waiting: str | None = None
    draft: bool = False
    overtaken: bool = False

    @property
    def state(self) -> str:
        """`confirmed`, `submitted`, `draft`, `returned` or `missing`."""
        if self.waiting or self.confirmed:
            return "submitted" if self.waiting else "confirmed"
        return "draft" if self.draft else "returned" if self.first else "missing"


class Demand(NamedTuple):
    """A type of document that a service demands, in one of its systems. `monthly`: one for each month; `at_end`: it is
    filed when the case has ended; `answered`: the agency answers it."""

    service: str
    system: str | None
    type: str
    monthly: bool
    at_end: bool
    answered: bool


def served(store: Store) -> list[tuple[str, str | None]]:
    """The services of the cases in `scope`, each with the system that it is reported in."""
    return [(row["service"], row["system"]) for row in store.all(SERVED)]


def ask(store: Store, demands: Iterable[Demand], until: dt.date, *, settled: bool) -> None:
    """Make `asked`, the started cases of which something demanded may be open by a day; with `settled`, of all."""
    store.conn.execute("DROP TABLE IF EXISTS temp.asked")
    store.conn.execute("DROP TABLE IF EXISTS temp.demanded")
    store.conn.execute(DEMANDED)
    store.conn.executemany(DEMAND, [demand._asdict() for demand in demands])
    store.conn.execute(ASKED, {"until": until.isoformat(), "settled": settled})


def cases(store: Store) -> list[sqlite3.Row]:
    """The cases in `asked`, by reference."""
    return store.all(CASES)


def begun(store: Store) -> set[int]:
    """The ids of the cases of `scope` that have started or will."""
    return {row["id"] for row in store.all(BEGUN)}


def parts(store: Store) -> dict[int, sqlite3.Row]:
    """Which service, coach and so on each case of `scope` counts in."""
    return {row["id"]: row for row in store.all(PARTS)}


def filed(store: Store) -> dict[tuple[int, str, str], Filed]:
    """What the cases in `asked` have, by case, type and period (empty where the type has none)."""
    return {
        (id, type, period): Filed(first, bool(confirmed), waiting, bool(draft), bool(overtaken))
        for id, type, period, first, confirmed, waiting, draft, overtaken in store.conn.execute(FILED)
    }


def singles(store: Store, types: Sequence[str], *, drafts: bool) -> list[sqlite3.Row]:
    """The documents that are each their own; `drafts` asks for those alone that are not filed yet."""
    return store.all(SINGLES, types=json_list(sorted(types)), drafts=drafts)
