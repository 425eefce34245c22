"""An invoice build as a plain loop in Python: the same job, case by case, in the same kind of transaction.

For each case with free deliveries: read them, look up the price of each, see whether the case is ready,
write its line, link and take each delivery. Run as `python rowloop.py FILE MONTH PRAGMA=VALUE …`.
"""

import sqlite3
import sys
from typing import Any

CHANGE = "INSERT INTO changes (at, today, who, command) VALUES ('', :today, 'bench', 'row loop')"
CASES = """
    SELECT DISTINCT c.id, c.service, c.agreement_id FROM free f CROSS JOIN deliveries d ON d.id = f.delivery_id
    JOIN cases c ON c.id = d.case_id ORDER BY c.agreement_id, c.id
"""
DELIVERIES = """
    SELECT d.id, d.from_day, d.to_day, d.unit, d.quantity FROM deliveries d JOIN free f ON f.delivery_id = d.id
    WHERE d.case_id = ? AND d.to_day <= ? ORDER BY d.to_day
"""
PRICE = """
    SELECT amount_ore FROM prices WHERE agreement_id = ? AND service = ? AND unit = ? AND level = ''
    AND from_day <= ? ORDER BY from_day DESC LIMIT 1
"""
LOCKED = "SELECT 1 FROM investigations WHERE case_id = ? AND closed IS NULL"
CONFIRMED = "SELECT 1 FROM documents WHERE case_id = ? AND type = 'gp' AND status = 'confirmed'"
INVOICE = """
    INSERT INTO invoices (year, no, kind, agreement_id, month, made_on, payable_from, vat, net_ore, vat_ore,
                          total_ore, status, entered_by, entered_on)
    VALUES (2027, (SELECT coalesce(max(no), 0) + 1 FROM invoices WHERE year = 2027), 'invoice', ?, ?, ?, ?, 2500,
            ?, ?, ?, 'created', ?, ?)
"""
LINE = """
    INSERT INTO invoice_lines (invoice_id, case_id, service, month, from_day, to_day, unit, quantity,
                               unit_price_ore, net_ore, deliveries, status, entered_by, entered_on)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'created', ?, ?)
"""
LINK = "INSERT INTO invoiced (delivery_id, line_id) VALUES (?, ?)"
TAKE = "DELETE FROM free WHERE delivery_id = ?"
TODAY = "2027-01-01"
Line = tuple[Any, ...]


def main(path: str, month: str, pragmas: list[str]) -> None:
    conn = sqlite3.connect(path, isolation_level=None)
    for pragma in pragmas:
        conn.execute(f"PRAGMA {pragma}")
    conn.execute("BEGIN IMMEDIATE")
    change = conn.execute(CHANGE, {"today": TODAY}).lastrowid
    ready: dict[int, list[tuple[Line, list[int]]]] = {}
    for case, service, agreement in conn.execute(CASES).fetchall():
        lines = lines_of(conn, case, service, agreement, f"{month}-31")
        if lines and is_ready(conn, case):
            ready.setdefault(agreement, []).extend(lines)
    for agreement, lines in ready.items():
        write(conn, agreement, month, lines, change)
    conn.execute("COMMIT")


def lines_of(conn: sqlite3.Connection, case: int, service: str, agreement: int, last: str) -> list[Any]:
    """The lines of a case: one for each month, unit and price."""
    found: dict[tuple[str, str, int], list[Any]] = {}
    for delivery in conn.execute(DELIVERIES, (case, last)).fetchall():
        price = conn.execute(PRICE, (agreement, service, delivery[3], delivery[2])).fetchone()
        if price:
            found.setdefault((delivery[2][:7], delivery[3], price[0]), []).append(delivery)
    lines = []
    for (month, unit, price), rows in found.items():
        quantity = sum(row[4] for row in rows)
        net = (2 * quantity * price + 100) // 200
        days = min(row[1] for row in rows), max(row[2] for row in rows)
        line = (case, service, month, *days, unit, quantity, price, net, len(rows))
        lines.append((line, [row[0] for row in rows]))
    return lines


def is_ready(conn: sqlite3.Connection, case: int) -> bool:
    locked = conn.execute(LOCKED, (case,)).fetchone()
    return not locked and conn.execute(CONFIRMED, (case,)).fetchone() is not None


def write(conn: sqlite3.Connection, agreement: int, month: str, lines: list[Any], change: int | None) -> None:
    net = sum(line[8] for line, _ in lines)
    vat = (2 * net * 2500 + 10_000) // 20_000
    sums = (net, vat, net + vat)
    invoice = conn.execute(INVOICE, (agreement, month, TODAY, TODAY, *sums, change, TODAY)).lastrowid
    for line, deliveries in lines:
        id = conn.execute(LINE, (invoice, *line, change, TODAY)).lastrowid
        for delivery in deliveries:
            conn.execute(LINK, (delivery, id))
            conn.execute(TAKE, (delivery,))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
