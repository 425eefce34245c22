"""What cases of Rusta och matcha and of the municipalities' services have, in columns of `cases`."""

import sqlite3

from ipsu_cli.store.migrations.history import widen

DAY = "TEXT CHECK ({0} IS NULL OR date({0}, '+0 days') IS {0})"
FLAG = "INTEGER CHECK ({0} BETWEEN 0 AND 1)"
COLUMNS = {
    # Rusta och matcha; the extent in hundredths of a per cent of full time.
    "system": "TEXT",
    "extent": "INTEGER CHECK (extent BETWEEN 1 AND 10000)",
    "level": "TEXT",
    # IPS, Supported Education and Supported Employment.
    "queued_on": DAY,
    "support": "TEXT",
    "municipality": "TEXT",
    "resident": FLAG,
    "disability": FLAG,
    "motivated": FLAG,
    "care_contact": "TEXT",
    "consent": DAY,
    "consent_withdrawn": DAY,
    "sus_consent": DAY,
    "preference": "TEXT",
    "assistance": "TEXT",
    "target_group": "TEXT",
    "refer_to": "TEXT",
}


def up(conn: sqlite3.Connection) -> None:
    """Add the columns to the cases and to their past."""
    widen(conn, "cases", {name: declared.format(name) for name, declared in COLUMNS.items()})
