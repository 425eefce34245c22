"""Which period a decision begins, where a placement has several."""

import sqlite3

from ipsu_cli.store.migrations.history import widen


def up(conn: sqlite3.Connection) -> None:
    """Add the column to the decisions and to their past."""
    widen(conn, "decisions", {"period": "INTEGER CHECK (period BETWEEN 1 AND 2)"})
