"""Agreements on several services, who their purchaser is, and their cost centre; and why they were changed."""

import sqlite3

from ipsu_cli.store.migrations.history import widen


def up(conn: sqlite3.Connection) -> None:
    """Add the columns to the agreements and to their past. `further_services` are those after the first, as JSON."""
    columns = {
        "further_services": "TEXT",
        "purchaser_orgnr": "TEXT",
        "purchaser_address": "TEXT",
        "cost_centre": "TEXT",
    }
    widen(conn, "agreements", columns)
    widen(conn, "reasons", {"agreement_id": "INTEGER REFERENCES agreements(id)"})
    conn.execute("CREATE UNIQUE INDEX agreements_by_cost_centre ON agreements(cost_centre)")
