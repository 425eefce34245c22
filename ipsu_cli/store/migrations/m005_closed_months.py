"""Months that are closed, and what a credit is set off against.

`set_off_ore` stands on a credit that takes back an approved invoice: so much of it lowers what is open there,
and the rest is paid back. A basis that came out below zero has none.
"""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past, widen

FACTS = ("closed_months",)
CLOSED = f"""
    CREATE TABLE closed_months (
        id INTEGER PRIMARY KEY,
        month TEXT NOT NULL UNIQUE CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
        {STAMP}
    ) STRICT
"""
BY_ORIGINAL = "CREATE INDEX invoices_by_original ON invoices(refers_to_id) WHERE refers_to_id IS NOT NULL"
STAYS = """
    CREATE TRIGGER invoices_are_set_off_once BEFORE UPDATE OF set_off_ore ON invoices
    BEGIN SELECT RAISE(ABORT, 'an issued invoice does not change'); END
"""


def up(conn: sqlite3.Connection) -> None:
    """Make the table, and the column of the invoices."""
    conn.execute(CLOSED)
    keep_past(conn, "closed_months")
    widen(conn, "invoices", {"set_off_ore": "INTEGER CHECK (set_off_ore >= 0)"})
    conn.execute(BY_ORIGINAL)
    conn.execute(STAYS)
