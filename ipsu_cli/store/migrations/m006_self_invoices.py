"""The agency's self-invoices, their lines, and the files that they came in.

Amounts of a credit are below zero. A number is the agency's own, unique in its year and agreement.
"""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past


def _day(name: str) -> str:
    return f"{name} TEXT CHECK ({name} IS NULL OR date({name}, '+0 days') IS {name})"


TABLES = {
    # The bytes stand beside, for a row's digest takes in all that the row holds; `sha256` speaks for them.
    "received_files": """
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        size INTEGER NOT NULL CHECK (size > 0),
        suffix TEXT NOT NULL CHECK (suffix = 'xml' OR suffix = 'csv' OR suffix = 'xlsx')
    """,
    "self_invoices": f"""
        id INTEGER PRIMARY KEY,
        agreement_id INTEGER NOT NULL REFERENCES agreements(id),
        year INTEGER NOT NULL,
        number TEXT NOT NULL,
        {_day("on_day")} NOT NULL CHECK (CAST(substr(on_day, 1, 4) AS INTEGER) = year),
        type TEXT NOT NULL CHECK (type = '389' OR type = '261'),
        refers_to TEXT,
        net_ore INTEGER NOT NULL,
        vat_ore INTEGER NOT NULL,
        total_ore INTEGER NOT NULL CHECK (total_ore = net_ore + vat_ore),
        file_id INTEGER REFERENCES received_files(id)
    """,
    "self_invoice_lines": f"""
        id INTEGER PRIMARY KEY,
        self_invoice_id INTEGER NOT NULL REFERENCES self_invoices(id),
        case_id INTEGER NOT NULL REFERENCES cases(id),
        {_day("from_day")},
        {_day("to_day")},
        hours INTEGER,
        unit_price_ore INTEGER,
        net_ore INTEGER NOT NULL
    """,
}
FACTS = tuple(TABLES)
BESIDE = (
    "CREATE UNIQUE INDEX self_invoices_by_number ON self_invoices(agreement_id, year, number)",
    "CREATE INDEX self_invoice_lines_by_invoice ON self_invoice_lines(self_invoice_id)",
    "CREATE INDEX self_invoice_lines_by_case ON self_invoice_lines(case_id)",
    "CREATE TABLE received_bytes (file_id INTEGER PRIMARY KEY REFERENCES received_files(id), content BLOB NOT NULL)"
    " STRICT",
    "CREATE TRIGGER received_bytes_stay BEFORE UPDATE ON received_bytes"
    " BEGIN SELECT RAISE(ABORT, 'a received file does not change'); END",
    "CREATE TRIGGER received_files_take_their_bytes BEFORE DELETE ON received_files"
    " BEGIN DELETE FROM received_bytes WHERE file_id = OLD.id; END",
)


def up(conn: sqlite3.Connection) -> None:
    """Make the tables, each with its past."""
    for table, columns in TABLES.items():
        conn.execute(f"CREATE TABLE {table} ({columns}, {STAMP}) STRICT")
        keep_past(conn, table)
    for statement in BESIDE:
        conn.execute(statement)
