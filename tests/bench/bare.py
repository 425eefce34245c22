"""The yardstick of an invoice build: what SQLite needs at the least to write a month's lines.

One INSERT … SELECT … GROUP BY from the month's deliveries into the lines of one invoice, with the office's
settings, triggers and commit, in a process that loads nothing else. It knows no price, no rule and no held
case, and links no delivery to its line. Run as `python bare.py FILE MONTH PRAGMA=VALUE …`.
"""

import sqlite3
import sys

CHANGE = "INSERT INTO changes (at, today, who, command) VALUES ('', :today, 'bench', 'bare')"
INVOICE = """
    INSERT INTO invoices (id, year, no, kind, agreement_id, month, made_on, payable_from, vat, net_ore, vat_ore,
                          total_ore, status, entered_by, entered_on)
    SELECT max(id) + 1, 2027, 1, 'invoice', 1, :month, :today, :today, 2500, 0, 0, 0, 'created', :change, :today
    FROM invoices
"""
LINES = """
    INSERT INTO invoice_lines (invoice_id, case_id, service, month, from_day, to_day, unit, quantity,
                               unit_price_ore, net_ore, deliveries, status, entered_by, entered_on)
    SELECT (SELECT max(id) FROM invoices), case_id, 'ipsu-b', :month, min(from_day), max(to_day), 'hour',
           sum(quantity), 46550, sum(quantity) * 46550 / 100, count(*), 'created', :change, :today
    FROM free f CROSS JOIN deliveries d ON d.id = f.delivery_id
    WHERE to_day BETWEEN :month || '-01' AND :month || '-31' GROUP BY case_id
"""


def main(path: str, month: str, pragmas: list[str]) -> None:
    conn = sqlite3.connect(path, isolation_level=None)
    for pragma in pragmas:
        conn.execute(f"PRAGMA {pragma}")
    values = {"month": month, "today": "2027-01-01"}
    conn.execute("BEGIN IMMEDIATE")
    values["change"] = str(conn.execute(CHANGE, values).lastrowid)
    conn.execute(INVOICE, values)
    conn.execute(LINES, values)
    conn.execute("COMMIT")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
