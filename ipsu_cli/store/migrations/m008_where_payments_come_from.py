"""Where a payment comes from: by hand or a bank's file, the ids that the bank gave it, and what it was rounded by."""

import sqlite3

from ipsu_cli.store.migrations.history import widen

# `source` is `hand` or the format of the file; a payment from before this step has none. `bank_ids` are the bank's,
# each with its kind, a space apart. `entry` is the digest by which the bank's entry is known again.
COLUMNS = {
    "source": "TEXT",
    "file": "TEXT",
    "value_day": "TEXT CHECK (value_day IS NULL OR date(value_day, '+0 days') IS value_day)",
    "bank_ids": "TEXT",
    "entry": "BLOB",
    "rounding_ore": "INTEGER CHECK (rounding_ore BETWEEN -99 AND 99 AND rounding_ore <> 0)",
}


def up(conn: sqlite3.Connection) -> None:
    """Add the columns to the payments and to their past."""
    widen(conn, "payments", COLUMNS)
