"""What is due of whom: the cases of `scope`, what each has filed, and the drafts that wait."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from ipsu_cli.store import Store, scope

CASES = """
    SELECT s.id, s.ref, s.service, c.system, s.coach, s.from_day, s.to_day, s.closed_on, s.name
    FROM scope s JOIN cases c ON c.id = s.id
    WHERE s.from_day IS NOT NULL ORDER BY s.ref
"""
# What was filed first, what waits for an answer, and whether there is a draft.
FILED = """
    SELECT case_id, type, period, min(submitted) AS first, max(status = 'confirmed') AS confirmed,
           max(CASE status WHEN 'submitted' THEN submitted END) AS waiting, max(status = 'draft') AS draft
    FROM documents GROUP BY case_id, type, period
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
    """What a case has of a type and a period. `waiting`: submitted on that day, and not answered yet."""

    first: str | None = None
    confirmed: bool = False
    waiting: str | None = None
    draft: bool = False

    @property
    def state(self) -> str:
        """`confirmed`, `submitted`, `draft`, `returned` or `missing`."""
        if self.waiting or self.confirmed:
            return "submitted" if self.waiting else "confirmed"
        return "draft" if self.draft else "returned" if self.first else "missing"


def cases(store: Store) -> list[sqlite3.Row]:
    """The cases of `scope` that have started or will."""
    return store.all(CASES)


def parts(store: Store) -> dict[int, sqlite3.Row]:
    """Which service, coach and so on each case of `scope` counts in."""
    return {row["id"]: row for row in store.all(PARTS)}


def filed(store: Store) -> dict[tuple[int, str, str], Filed]:
    """What there is, by case, type and period (empty where the type has none)."""
    return {
        (id, type, period): Filed(first, bool(confirmed), waiting, bool(draft))
        for id, type, period, first, confirmed, waiting, draft in store.conn.execute(FILED)
    }


def singles(store: Store, types: Sequence[str], *, drafts: bool) -> list[sqlite3.Row]:
    """The documents that are each their own; `drafts` asks for those alone that are not filed yet."""
    import json

    return store.all(SINGLES, types=json.dumps(sorted(types)), drafts=drafts)
