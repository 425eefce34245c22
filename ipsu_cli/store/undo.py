"""Taking a change back: what it entered goes, what it changed or removed comes again, as a change of its own."""

import sqlite3
from typing import Any

from ipsu_cli.store import Store, Writing
from ipsu_cli.store.changes import Log, TouchedRow

LATER = "PRAGMA defer_foreign_keys = ON"  # rows go and come in no order
STAMP = "UPDATE {table} SET entered_by = :entered_by, entered_on = :entered_on WHERE {key}"
DELETE = "DELETE FROM {table} WHERE {key}"
UPDATE = "UPDATE {table} SET {values} WHERE {key} RETURNING *"
INSERT = "INSERT INTO {table} ({columns}) VALUES ({marks}) RETURNING *"
FREE = "INSERT OR IGNORE INTO free SELECT id FROM deliveries WHERE id = :id AND cancelled = 0"
INVOICED = "SELECT 1 FROM invoiced WHERE delivery_id = :id"
RELEASED = "SELECT 1 FROM released WHERE delivery_id = :id"
BATCHES = "SELECT id FROM batches WHERE entered_by = :change"
FORGET = "DELETE FROM imported WHERE batch_id = :batch"
KEYS = "SELECT key FROM answers WHERE change_id = :change"
FORGET_KEY = "DELETE FROM answers WHERE key = :key"


def is_invoiced(store: Store, row: TouchedRow) -> bool:
    """Is it a delivery that stands on an invoice?"""
    return row.table == "deliveries" and store.value(INVOICED, id=row.row["id"]) is not None


def is_released(store: Store, row: TouchedRow) -> bool:
    """Is it a delivery that stood on an invoice which was cancelled, and would be lost to it?"""
    return row.table == "deliveries" and row.before is None and store.value(RELEASED, id=row.row["id"]) is not None


def lifts_protection(row: TouchedRow) -> bool:
    """Would the person no longer be protected?"""
    if row.table != "people" or row.before is None or row.after is None:
        return False
    return bool(row.after["protected"]) and not row.before["protected"]


def take_back(store: Writing, log: Log, change: int, rows: list[TouchedRow]) -> None:
    """Let these rows be as they were before the change; of an import the file is no longer known."""
    store.conn.execute(LATER)
    for row in rows:
        _take_back(store, log, row)
    for batch in store.all(BATCHES, change=change):
        store.conn.execute(FORGET, {"batch": batch["id"]})
        store.seal_removed("imported", (batch["id"],))
    for kept in store.all(KEYS, change=change):  # what it answered holds no more: the line may be run again
        store.conn.execute(FORGET_KEY, {"key": kept["key"]})
        store.seal_removed("answers", (kept["key"],))


def _take_back(store: Writing, log: Log, row: TouchedRow) -> None:
    table, key = row.table, log.key(row.table)
    where = " AND ".join(f"{column} = :{column}" for column in key)
    named = {column: row.row[column] for column in key}
    if row.before is None:
        store.conn.execute(STAMP.format(table=table, key=where), {**named, **store.stamp})
        store.conn.execute(DELETE.format(table=table, key=where), named)
        store.seal_removed(table, tuple(named.values()))
        return
    values = _values(store, log, table, row.before)
    if row.after is None:
        columns, marks = ", ".join(values), ", ".join(f":{name}" for name in values)
        statement = INSERT.format(table=table, columns=columns, marks=marks)
    else:
        pairs = ", ".join(f"{name} = :{name}" for name in values)
        statement = UPDATE.format(table=table, values=pairs, key=where)
    store.seal(table, store.conn.execute(statement, values).fetchone())
    if table == "deliveries":
        store.conn.execute(FREE, named)


def _values(store: Writing, log: Log, table: str, before: sqlite3.Row) -> dict[str, Any]:
    return {column: before[column] for column in log.columns(table)} | store.stamp
