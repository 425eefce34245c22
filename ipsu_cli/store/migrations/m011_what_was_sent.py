"""Which e-invoices were exported: which invoice, the file's name and the SHA-256 of its bytes."""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past

FACTS = ("e_invoices_sent",)
E_INVOICES = f"""
    CREATE TABLE e_invoices_sent (
        id INTEGER PRIMARY KEY,
        invoice_id INTEGER NOT NULL REFERENCES invoices(id),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        file TEXT NOT NULL CHECK (file <> ''),
        {STAMP}
    ) STRICT
"""
BY_INVOICE = "CREATE UNIQUE INDEX e_invoices_sent_by_invoice ON e_invoices_sent(invoice_id, sha256)"


def up(conn: sqlite3.Connection) -> None:
    """Make the table, with its past."""
    conn.execute(E_INVOICES)
    keep_past(conn, "e_invoices_sent")
    conn.execute(BY_INVOICE)
