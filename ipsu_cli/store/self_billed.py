"""Which self-invoice of the agency's an invoice of ours became."""

import sqlite3

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.self_invoice_number import TheirNumber
from ipsu_cli.store import Store

# Of those that are about it, and of the same sort (a credit's is a credit), the first one comes first; before it stand
# those that still bill the cases on it: what was rejected and credited has become nothing. A head alone stands.
STANDS = """
    (SELECT coalesce(max(t.net_ore + coalesce((SELECT sum(k.net_ore) FROM credited_lines k
                                               WHERE k.original_line_id = t.id), 0) <> 0), 1)
     FROM self_invoice_lines t
     WHERE t.self_invoice_id = s.id AND t.case_id IN (SELECT case_id FROM invoice_lines WHERE invoice_id = n.id))
"""
THEIRS = f"""
    SELECT p.invoice_id, s.number, s.on_day
    FROM pairs p
    JOIN self_invoices s ON s.id = p.self_invoice_id
    JOIN invoices n ON n.id = p.invoice_id AND (n.kind = 'credit') = (s.type = '261' OR s.total_ore < 0)
    {{of}}
    ORDER BY {STANDS} DESC, s.on_day < n.made_on, s.on_day, s.id
"""


def of(store: Store, invoice_id: int) -> TheirNumber | None:
    """The agency's number and day of an invoice of ours, None while none has come."""
    rows = store.all(THEIRS.format(of="WHERE p.invoice_id = :invoice"), invoice=invoice_id)
    return _their_number(rows[0]) if rows else None


def by_invoice(store: Store) -> dict[int, TheirNumber]:
    """The same of every invoice of ours that one has come of, by its id."""
    found: dict[int, TheirNumber] = {}
    for row in store.all(THEIRS.format(of="")):
        found.setdefault(row["invoice_id"], _their_number(row))
    return found


def _their_number(row: sqlite3.Row) -> TheirNumber:
    return TheirNumber(row["number"], kept_day(row["on_day"]))
