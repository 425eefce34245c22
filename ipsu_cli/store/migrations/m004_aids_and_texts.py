"""Aids on loan, and the texts of documents that are written here; both with their past."""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past

SALT = "salt BLOB NOT NULL DEFAULT (randomblob(16))"

TABLES = {
    "aids": """
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        kind TEXT NOT NULL,
        name TEXT,
        origin TEXT NOT NULL CHECK (origin = 'a' OR origin = 'b'),
        lent TEXT NOT NULL CHECK (date(lent, '+0 days') IS lent),
        returned TEXT CHECK (returned IS NULL OR (date(returned, '+0 days') IS returned AND returned >= lent))
    """,
    # A version of a document has one text; what it was before stands in the past.
    "document_texts": """
        id INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL UNIQUE REFERENCES documents(id),
        text TEXT NOT NULL
    """,
}
FACTS = tuple(TABLES)
INDEXES = (
    "CREATE INDEX aids_by_case ON aids(case_id)",
    "CREATE INDEX aids_still_out ON aids(case_id) WHERE returned IS NULL",
    # An aid of a mapping looks to the support that builds on it.
    "CREATE INDEX cases_by_after ON cases(after_id) WHERE after_id IS NOT NULL",
)


def up(conn: sqlite3.Connection) -> None:
    """Make the tables, each with its past."""
    for table, columns in TABLES.items():
        conn.execute(f"CREATE TABLE {table} ({columns}, {SALT}, {STAMP}) STRICT")
        keep_past(conn, table)
    for index in INDEXES:
        conn.execute(index)
