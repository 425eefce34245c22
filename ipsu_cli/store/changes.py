"""The log: a line for each change, and the rows that it has touched."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from ipsu_cli.core.change import REVEALS, UNDO, Change
from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.as_of import COLUMNS, FACTS
from ipsu_cli.store.rows import NamedRow, number

# The number of a case that was taken back is given to another: up to the change that did so, it is of the former.
TAKEN_BACK = """
    SELECT p.id, max(p.ceased_by) AS by FROM cases_past p
    WHERE NOT EXISTS (SELECT 1 FROM cases_ever n WHERE n.id = p.id AND n.entered_by = p.ceased_by) GROUP BY p.id
"""
OF_CASE = f"""
    LEFT JOIN ({TAKEN_BACK}) t ON t.id = {{case}}
    LEFT JOIN cases c ON c.id = {{case}} AND e.id > coalesce(t.by, 0)
"""
LINES = f"""
    SELECT e.*, n.year, n.no, u.id AS undone_by, b.id AS batch_id,
           coalesce(c.ref, (SELECT p.ref FROM cases_past p WHERE p.id = {{case}} AND p.entered_by <= e.id
                            ORDER BY p.entered_by DESC LIMIT 1)) AS ref
    FROM changes e {{shown}} {OF_CASE}
    LEFT JOIN invoices n ON n.id = e.invoice_id
    LEFT JOIN changes u ON u.command = '{UNDO} ' || e.id
    LEFT JOIN (SELECT entered_by, min(id) AS id FROM batches GROUP BY entered_by) b
        ON b.entered_by = e.id AND e.command GLOB 'import *'
"""
LINE = LINES.format(case="e.case_id", shown="")
# Each line once for each case that it has shown: the one that it is about, or several.
REVEALING = (
    LINES.format(case="coalesce(v.case_id, e.case_id)", shown="LEFT JOIN revealed v ON v.entered_by = e.id")
    + f" WHERE e.command LIKE '%{REVEALS}'"
)
LOG = LINE + " ORDER BY e.id"
NEWEST = "SELECT max(id) FROM changes"
ENTERED = "SELECT * FROM {table} WHERE entered_by = :change"
PAST = "SELECT * FROM {table}_past WHERE entered_by = :change OR ceased_by = :change"
BY_KEY = "SELECT * FROM {table} WHERE {key}"
ENDED_BY = "SELECT entered_by FROM {table}_past WHERE ceased_by = :change AND {key}"
TOUCHING = """
    SELECT entered_by AS change FROM {table} WHERE {column} = :id
    UNION SELECT entered_by FROM {table}_past WHERE {column} = :id
    UNION SELECT ceased_by FROM {table}_past WHERE {column} = :id
"""
ABOUT = """
    SELECT id FROM changes WHERE case_id = :id UNION SELECT entered_by FROM revealed WHERE case_id = :id
"""
OF_FORMER = f"SELECT by FROM ({TAKEN_BACK}) WHERE id = :id"
CASES = "SELECT id FROM cases WHERE agreement_id = :id"
# What is agreed with a purchaser: all work in the cases of the agreement goes by it.
TERMS = {"agreements", "prices", "requirements"}
REFERENCES = 'SELECT "table", "from" FROM pragma_foreign_key_list(:table)'
REFERRING = "SELECT * FROM {table} WHERE {column} = :id"


def newest(store: Store) -> int:
    """The number of the newest change."""
    return int(store.value(NEWEST))


class TouchedRow(NamedTuple):
    """A row that a change has entered (`before` is None), changed, or removed (`after` is None)."""

    table: str
    before: sqlite3.Row | None
    after: sqlite3.Row | None

    @property
    def row(self) -> sqlite3.Row:
        """The row as it stands, else as it was."""
        found = self.after or self.before
        assert found is not None
        return found


class Log:
    """The changes of an open file, and what each has left in the tables that keep their past.

    What an undo has put back counts as left by the change that had left it so before.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._columns = {name: store.all(COLUMNS, table=name) for (name,) in store.all(FACTS)}
        self.changes = {row["id"]: from_row(row) for row in store.all(LOG)}
        self._references = [
            (table, row["from"], row["table"])
            for table in self._columns
            for row in store.all(REFERENCES, table=table)
            if row["table"] in self._columns
        ]

    def columns(self, table: str) -> list[str]:
        """The columns of a table."""
        return [column["name"] for column in self._columns[table]]

    def key(self, table: str) -> list[str]:
        """The columns by which a row is known."""
        return [column["name"] for column in self._columns[table] if column["pk"]]

    def of_case(self, case_id: int) -> set[int]:
        """The changes that have touched anything of a case, or shown what is hidden of it."""
        former = self._store.value(OF_FORMER, id=case_id) or 0
        found = {*self._touching("cases", case_id), *(row["id"] for row in self._store.all(ABOUT, id=case_id))}
        return {change for change in found if change > former}

    def touched(self, change: int) -> list[TouchedRow]:
        """What a change has left, row by row; what another has changed since is left out."""
        return [row for table in self._columns for row in self._touched_in(table, change)]

    def owners(self, row: TouchedRow) -> Iterator[tuple[str, int]]:
        """What others have a share in of a row: its case, the person of a case, the agreement that it is a term of."""
        values, columns = row.row, self.columns(row.table)
        if row.table in ("cases", "people"):
            yield row.table, values["id"]
        if row.table == "cases":
            yield "people", values["person_id"]
        elif row.table in TERMS:
            yield "agreements", values["agreement_id" if "agreement_id" in columns else "id"]
        elif "case_id" in columns and values["case_id"] is not None:
            yield "cases", values["case_id"]

    def rest_on(self, change: int, rows: list[TouchedRow], *, alone: bool) -> set[int]:
        """The later changes that rest on what a change has left in `rows`. `alone`: the rows mean nothing to others of
        the same case, person or agreement."""
        later = {*self._changed_since(change)}
        for row in rows:
            later |= self._referring(row)
        if not alone:
            for owner, id in {found for row in rows for found in self.owners(row)}:
                later |= set(self._touching(owner, id))
                if owner == "agreements":
                    later |= self._in_cases_of(id)
        return {id for id in later if id > change and not self.changes[id].undone_by and not self.changes[id].undoes}

    def _touched_in(self, table: str, change: int) -> Iterator[TouchedRow]:
        before, keys = dict[tuple[Any, ...], sqlite3.Row](), dict[tuple[Any, ...], None]()
        for row in self._store.all(PAST.format(table=table), change=change):
            keys[self._key_of(table, row)] = None
            if row["ceased_by"] == change:
                before[self._key_of(table, row)] = row
        for row in self._store.all(ENTERED.format(table=table), change=change):
            keys[self._key_of(table, row)] = None
        for key in keys:
            now = self._row(table, key)
            if now is None and key in before:
                yield TouchedRow(table, before[key], None)
            elif now is not None and self._left_by(table, now) == change:
                yield TouchedRow(table, before.get(key), now)

    def _changed_since(self, change: int) -> Iterator[int]:
        for table in self._columns:
            for row in self._store.all(PAST.format(table=table), change=change):
                now = self._row(table, self._key_of(table, row))
                if row["entered_by"] == change and (now is None or self._left_by(table, now) != change):
                    yield row["ceased_by"]

    def _left_by(self, table: str, row: sqlite3.Row) -> int:
        """The change that left the row as it stands."""
        by: int = row["entered_by"]
        undone = self.changes[by].undoes
        while undone is not None:
            key = dict(zip(self.key(table), self._key_of(table, row), strict=True))
            before = self._store.value(ENDED_BY.format(table=table, key=self._where(table)), change=undone, **key)
            if before is None:
                break
            by, undone = before, self.changes[before].undoes
        return by

    def _referring(self, row: TouchedRow) -> set[int]:
        if self.key(row.table) != ["id"]:
            return set()
        return {
            self._left_by(table, found)
            for table, column, to in self._references
            if to == row.table
            for found in self._store.all(REFERRING.format(table=table, column=column), id=row.row["id"])
        }

    def _in_cases_of(self, agreement: int) -> set[int]:
        """The changes that have touched anything of the cases of an agreement."""
        cases = [row["id"] for row in self._store.all(CASES, id=agreement)]
        return {change for case in cases for change in self._touching("cases", case)}

    def _touching(self, owner: str, id: int) -> Iterator[int]:
        """The changes that have touched a row of `owner`, or what belongs to it."""
        places = [(owner, "id"), *((table, column) for table, column, to in self._references if to == owner)]
        for table, column in places:
            yield from (row["change"] for row in self._store.all(TOUCHING.format(table=table, column=column), id=id))

    def _row(self, table: str, key: tuple[Any, ...]) -> sqlite3.Row | None:
        named = dict(zip(self.key(table), key, strict=True))
        return self._store.first(BY_KEY.format(table=table, key=self._where(table)), **named)

    def _where(self, table: str) -> str:
        return " AND ".join(f"{column} = :{column}" for column in self.key(table))

    def _key_of(self, table: str, row: sqlite3.Row) -> tuple[Any, ...]:
        return tuple(row[column] for column in self.key(table))


def from_row(row: NamedRow) -> Change:
    """The line of a row of `LINE`."""
    return Change(
        id=row["id"],
        at=row["at"],
        today=kept_day(row["today"]),
        who=row["who"],
        command=row["command"],
        case=row["ref"],
        invoice=number(row["year"], row["no"]),
        undone_by=row["undone_by"],
        batch=row["batch_id"],
    )
