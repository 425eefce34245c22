"""What somebody has looked at and left as it is: which reminder of a case, and why."""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past

# `key` is the month, the week or the day that tells a reminder from others of its kind.
TABLES = {
    "acknowledgements": """
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        reason TEXT NOT NULL,
        salt BLOB NOT NULL DEFAULT (randomblob(16))
    """
}
FACTS = tuple(TABLES)


def up(conn: sqlite3.Connection) -> None:
    """Make the table, with its past."""
    for table, declared in TABLES.items():
        conn.execute(f"CREATE TABLE {table} ({declared}, {STAMP}) STRICT")
        keep_past(conn, table)
    conn.execute("CREATE INDEX acknowledgements_by_case ON acknowledgements(case_id)")
