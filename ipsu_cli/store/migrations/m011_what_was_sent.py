"""What was sent: e-invoices that were exported, and packages for the accountant with their files and their vouchers.

A voucher that was sent is kept as it went: on which accounts, and how its invoice stood then (`lines_left` had left it,
`cancelled` or not). So what has changed since is found without reading what has not, and is posted as a difference.
"""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past


def _day(name: str) -> str:
    return f"{name} TEXT CHECK ({name} IS NULL OR date({name}, '+0 days') IS {name})"


TABLES = {
    "e_invoices_sent": """
        id INTEGER PRIMARY KEY,
        invoice_id INTEGER NOT NULL REFERENCES invoices(id),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        file TEXT NOT NULL CHECK (file <> '')
    """,
    "packages": """
        id INTEGER PRIMARY KEY,
        month TEXT NOT NULL UNIQUE CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]')
    """,
    # The bytes lie apart, for a row's digest takes in all that the row holds; those of a received file lie with it.
    "package_files": """
        id INTEGER PRIMARY KEY,
        package_id INTEGER NOT NULL REFERENCES packages(id),
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        received_id INTEGER REFERENCES received_files(id)
    """,
    "vouchers": f"""
        id INTEGER PRIMARY KEY,
        package_id INTEGER NOT NULL REFERENCES packages(id),
        invoice_id INTEGER NOT NULL REFERENCES invoices(id),
        part TEXT NOT NULL CHECK (part = 'issue' OR part = 'rounding'),
        {_day("on_day")} NOT NULL,
        lines_left INTEGER NOT NULL,
        cancelled INTEGER NOT NULL CHECK (cancelled = 0 OR cancelled = 1)
    """,
    "voucher_rows": """
        id INTEGER PRIMARY KEY,
        voucher_id INTEGER NOT NULL REFERENCES vouchers(id),
        role TEXT NOT NULL,
        rate INTEGER,
        service TEXT,
        refers_to TEXT,
        account TEXT NOT NULL,
        cost_centre TEXT,
        amount_ore INTEGER NOT NULL CHECK (amount_ore <> 0)
    """,
}
FACTS = tuple(TABLES)
STATEMENTS = (
    "CREATE UNIQUE INDEX e_invoices_sent_by_invoice ON e_invoices_sent(invoice_id, sha256)",
    "CREATE UNIQUE INDEX package_files_by_name ON package_files(package_id, name)",
    "CREATE INDEX package_files_by_received ON package_files(received_id) WHERE received_id IS NOT NULL",
    "CREATE INDEX vouchers_by_invoice ON vouchers(invoice_id, part)",
    "CREATE INDEX voucher_rows_by_voucher ON voucher_rows(voucher_id)",
    "CREATE INDEX invoice_lines_corrected ON invoice_lines(invoice_id) WHERE status = 'corrected'",
    "CREATE TABLE packaged_bytes (file_id INTEGER PRIMARY KEY REFERENCES package_files(id), content BLOB NOT NULL)"
    " STRICT",
    "CREATE TRIGGER packaged_bytes_stay BEFORE UPDATE ON packaged_bytes"
    " BEGIN SELECT RAISE(ABORT, 'a file that was sent does not change'); END",
)


def up(conn: sqlite3.Connection) -> None:
    """Make the tables, each with its past."""
    for table, columns in TABLES.items():
        conn.execute(f"CREATE TABLE {table} ({columns}, {STAMP}) STRICT")
        keep_past(conn, table)
    for statement in STATEMENTS:
        conn.execute(statement)
