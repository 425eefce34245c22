"""What the agency's self-invoices are about, what their credits take back, and how the office has answered each line.

A pair, a credit's originals and an answer are kept when they are found or given, and never derived again. What a file
of an older version says of them follows, once, from its bases: they were answered with those.
"""

import sqlite3

from ipsu_cli.store.migrations.history import STAMP, keep_past, widen

SALT = "salt BLOB NOT NULL DEFAULT (randomblob(16))"
COLUMNS = {
    "self_invoices": {"payable_ore": "INTEGER", "prepaid_ore": "INTEGER", "rounding_ore": "INTEGER"},
    "self_invoice_lines": {"stated_hours": "TEXT"},
    "investigations": {"why": "TEXT"},
}
TABLES = {
    "self_invoice_originals": """
        id INTEGER PRIMARY KEY,
        self_invoice_id INTEGER NOT NULL REFERENCES self_invoices(id),
        original_id INTEGER NOT NULL REFERENCES self_invoices(id)
    """,
    # What a line of a credit takes back of a line before it; both amounts are below zero.
    "credited_lines": """
        id INTEGER PRIMARY KEY,
        line_id INTEGER NOT NULL REFERENCES self_invoice_lines(id),
        original_line_id INTEGER NOT NULL REFERENCES self_invoice_lines(id),
        net_ore INTEGER NOT NULL CHECK (net_ore < 0),
        hours INTEGER
    """,
    "pairs": """
        id INTEGER PRIMARY KEY,
        self_invoice_id INTEGER NOT NULL REFERENCES self_invoices(id),
        invoice_id INTEGER NOT NULL REFERENCES invoices(id)
    """,
    # Of a line; of a head alone without one. `awaits` is what the agency has yet to send.
    "self_invoice_answers": f"""
        id INTEGER PRIMARY KEY,
        self_invoice_id INTEGER NOT NULL REFERENCES self_invoices(id),
        line_id INTEGER REFERENCES self_invoice_lines(id),
        state TEXT NOT NULL CHECK (state = 'approved' OR state = 'rejected'),
        why TEXT,
        reason TEXT,
        {SALT},
        on_day TEXT NOT NULL CHECK (date(on_day, '+0 days') IS on_day),
        who TEXT,
        awaits TEXT CHECK (awaits = 'credit' OR awaits = 'invoice')
    """,
    "self_invoice_settlements": """
        id INTEGER PRIMARY KEY,
        answer_id INTEGER NOT NULL REFERENCES self_invoice_answers(id),
        settled_by_id INTEGER NOT NULL REFERENCES self_invoices(id)
    """,
}
FACTS = tuple(TABLES)
INDEXES = (
    "CREATE UNIQUE INDEX self_invoice_originals_by_credit ON self_invoice_originals(self_invoice_id, original_id)",
    "CREATE INDEX self_invoice_originals_by_original ON self_invoice_originals(original_id)",
    "CREATE UNIQUE INDEX credited_lines_by_line ON credited_lines(line_id, original_line_id)",
    "CREATE INDEX credited_lines_by_original ON credited_lines(original_line_id)",
    "CREATE UNIQUE INDEX pairs_by_self_invoice ON pairs(self_invoice_id, invoice_id)",
    "CREATE INDEX pairs_by_invoice ON pairs(invoice_id)",
    "CREATE UNIQUE INDEX self_invoice_answers_by_line ON self_invoice_answers(line_id) WHERE line_id IS NOT NULL",
    "CREATE INDEX self_invoice_answers_by_invoice ON self_invoice_answers(self_invoice_id)",
    "CREATE UNIQUE INDEX self_invoice_settlements_by_answer ON self_invoice_settlements(answer_id, settled_by_id)",
    "CREATE INDEX self_invoices_by_plain_number ON self_invoices(number)",
)
# What a file had before: rows of the change that entered what they follow from.
ORIGINALS = """
    INSERT INTO self_invoice_originals (self_invoice_id, original_id, entered_by, entered_on)
    SELECT s.id, (SELECT o.id FROM self_invoices o WHERE o.agreement_id = s.agreement_id AND o.number = s.refers_to
                  AND o.type = '389' ORDER BY o.on_day DESC, o.id DESC LIMIT 1) AS original, s.entered_by, s.entered_on
    FROM self_invoices s WHERE original IS NOT NULL
"""
# The likeliest basis: the one that shares most cases and months, of several the nearest in amount.
PAIRS = """
    INSERT INTO pairs (self_invoice_id, invoice_id, entered_by, entered_on)
    SELECT self_invoice_id, invoice_id, entered_by, entered_on FROM (
        SELECT s.id AS self_invoice_id, n.id AS invoice_id, max(s.entered_by, n.entered_by) AS entered_by,
               max(s.entered_on, n.entered_on) AS entered_on,
               row_number() OVER (PARTITION BY s.id
                                  ORDER BY b.shared DESC, abs(s.net_ore - n.net_ore), n.id DESC) AS place
        FROM self_invoices s
        JOIN invoices n ON n.agreement_id = s.agreement_id AND n.status <> 'cancelled'
          AND (n.kind = 'credit') = (s.type = '261')
        LEFT JOIN (SELECT t.self_invoice_id, l.invoice_id, count(*) AS shared, count(DISTINCT t.case_id) AS cases
                   FROM self_invoice_lines t
                   JOIN invoice_lines l ON l.case_id = t.case_id AND l.status <> 'corrected'
                        AND (t.to_day IS NULL OR l.month = substr(t.to_day, 1, 7))
                   GROUP BY t.self_invoice_id, l.invoice_id) b ON b.self_invoice_id = s.id AND b.invoice_id = n.id
        LEFT JOIN (SELECT self_invoice_id, count(DISTINCT case_id) AS cases FROM self_invoice_lines
                   GROUP BY self_invoice_id) k ON k.self_invoice_id = s.id
        WHERE (b.shared > 0 AND (s.type = '389' OR b.cases = k.cases))
           OR (k.cases IS NULL AND s.total_ore = n.total_ore))
    WHERE place = 1
"""
# A basis that is approved, or that money has come for, answered the self-invoice that was about it.
ANSWERS = """
    INSERT INTO self_invoice_answers (self_invoice_id, line_id, state, on_day, who, entered_by, entered_on)
    SELECT p.self_invoice_id, l.id, 'approved', coalesce(n.approved_on, n.entered_on), c.who,
           max(n.entered_by, p.entered_by), max(n.entered_on, p.entered_on)
    FROM pairs p
    JOIN invoices n ON n.id = p.invoice_id AND n.status IN ('approved', 'part-paid', 'paid')
    JOIN changes c ON c.id = n.entered_by
    LEFT JOIN self_invoice_lines l ON l.self_invoice_id = p.self_invoice_id
"""
REJECTED = """
    INSERT INTO self_invoice_answers (self_invoice_id, line_id, state, why, reason, on_day, who, awaits, entered_by,
                                      entered_on)
    SELECT p.self_invoice_id, l.id, 'rejected', 'other', v.reason, v.opened, c.who, 'credit',
           max(v.entered_by, p.entered_by), max(v.entered_on, p.entered_on)
    FROM pairs p
    JOIN invoices n ON n.id = p.invoice_id AND n.status = 'rejected'
    JOIN investigations v ON v.invoice_id = n.id AND v.closed IS NULL
    JOIN changes c ON c.id = v.entered_by
    JOIN self_invoice_lines l ON l.self_invoice_id = p.self_invoice_id AND l.case_id = v.case_id
"""


def up(conn: sqlite3.Connection) -> None:
    """Make the tables, each with its past, and keep what the file has said so far."""
    for table, columns in COLUMNS.items():
        widen(conn, table, columns)
    for table, declared in TABLES.items():
        conn.execute(f"CREATE TABLE {table} ({declared}, {STAMP}) STRICT")
        keep_past(conn, table)
    for statement in (*INDEXES, ORIGINALS, PAIRS, ANSWERS, REJECTED):
        conn.execute(statement)
