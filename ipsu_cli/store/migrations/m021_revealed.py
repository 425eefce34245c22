"""Whose number a line of the log has shown, where that is not the one case of the line: a list, or a file of many."""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP

# As in a line of the log, a case that was taken back since stays named by its number.
REVEALED = f"""
    CREATE TABLE revealed (case_id INTEGER NOT NULL, {STAMP}, PRIMARY KEY (case_id, entered_by)) STRICT, WITHOUT ROWID
"""
TRIGGERS = (
    "CREATE TRIGGER revealed_stays BEFORE UPDATE ON revealed"
    " BEGIN SELECT RAISE(ABORT, 'what was revealed does not change'); END",
    "CREATE TRIGGER revealed_is_not_lost BEFORE DELETE ON revealed"
    " BEGIN SELECT RAISE(ABORT, 'what was revealed is not removed'); END",
)


def up(conn: sqlite3.Connection) -> None:
    """Make the table. Of what was shown before it the log has the command alone."""
    for statement in (REVEALED, *TRIGGERS):
        conn.execute(statement)
