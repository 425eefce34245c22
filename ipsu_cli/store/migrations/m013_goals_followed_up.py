"""The goal of a development plan that a contact followed up."""

import sqlite3

from ipsu_cli.store.migrations.history import widen


def up(conn: sqlite3.Connection) -> None:
    """Add the column to the contacts and to their past."""
    widen(conn, "contacts", {"goal": "TEXT"})
