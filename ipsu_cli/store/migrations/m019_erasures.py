"""Which persons were erased, by a digest that says nothing of who they were, and what is still to be done after it."""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past

TABLES = {"erasures": "id INTEGER PRIMARY KEY, digest BLOB NOT NULL CHECK (length(digest) = 32)"}
FACTS = tuple(TABLES)
UNSWEPT = "CREATE TABLE unswept (change_id INTEGER PRIMARY KEY REFERENCES changes(id)) STRICT"


def up(conn: sqlite3.Connection) -> None:
    """Make the tables. A row of `unswept` goes as no byte of what its change has erased is left in the file."""
    for table, declared in TABLES.items():
        conn.execute(f"CREATE TABLE {table} ({declared}, {STAMP}) STRICT")
        keep_past(conn, table)
    conn.execute(UNSWEPT)
