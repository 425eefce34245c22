"""Who a service is for under an agreement, where that is not as the service has it by itself."""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past

# `ages` as typed, `checks` with commas between; each is empty where the service's own hold.
TABLES = {
    "requirements": """
        id INTEGER PRIMARY KEY,
        agreement_id INTEGER NOT NULL REFERENCES agreements(id),
        service TEXT NOT NULL,
        ages TEXT,
        checks TEXT
    """
}
FACTS = tuple(TABLES)


def up(conn: sqlite3.Connection) -> None:
    """Make the table, with its past."""
    for table, declared in TABLES.items():
        conn.execute(f"CREATE TABLE {table} ({declared}, {STAMP}) STRICT")
        keep_past(conn, table)
    conn.execute("CREATE UNIQUE INDEX requirements_by_agreement ON requirements(agreement_id, service)")
