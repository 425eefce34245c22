"""When the office was copied, and how far it had come by then."""

import sqlite3

BACKUPS = """
    CREATE TABLE backups (
        id INTEGER PRIMARY KEY,
        on_day TEXT NOT NULL CHECK (date(on_day, '+0 days') IS on_day),
        change_id INTEGER NOT NULL REFERENCES changes(id)
    ) STRICT
"""


def up(conn: sqlite3.Connection) -> None:
    """Make the table. A row of it is no change of the register: it stands in no log."""
    conn.execute(BACKUPS)
