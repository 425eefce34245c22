"""Which files belong to a change that was saved before they were written."""

import sqlite3

UNWRITTEN = """
    CREATE TABLE unwritten (
        file BLOB NOT NULL, change_id INTEGER NOT NULL REFERENCES changes(id), PRIMARY KEY (file, change_id)
    ) STRICT, WITHOUT ROWID
"""


def up(conn: sqlite3.Connection) -> None:
    """Make the table. A row goes as its file gets its name."""
    conn.execute(UNWRITTEN)
