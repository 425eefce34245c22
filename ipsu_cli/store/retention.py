"""What of the books is kept, by the day on which it was booked; and whom the office may erase."""

import datetime as dt
import json
from collections.abc import Collection, Iterator

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.erasure import Identity
from ipsu_cli.store.rows import number

BOOKS = """
    SELECT 'invoice' AS kind, year, no, NULL AS other, made_on AS on_day FROM invoices
    UNION ALL SELECT 'payment', n.year, n.no, NULL, p.on_day FROM payments p JOIN invoices n ON n.id = p.invoice_id
    UNION ALL SELECT 'voucher', n.year, n.no, NULL, v.on_day FROM vouchers v JOIN invoices n ON n.id = v.invoice_id
    UNION ALL SELECT 'self-invoice', NULL, NULL, number, on_day FROM self_invoices
    ORDER BY on_day, kind, year, no, other
"""
# Nothing keeps who was only entered in error, or entered and taken back.
UNUSED = """
    SELECT DISTINCT e.id, e.salt FROM people_ever e
    WHERE length(e.salt) > 0
      AND NOT EXISTS (SELECT 1 FROM people p JOIN cases c ON c.person_id = p.id
                      WHERE p.id = e.id AND p.salt = e.salt AND c.close_reason IS NOT 'registered_in_error')
    ORDER BY e.id
"""
LOCKED = """
    SELECT c.person_id, min(c.ref) AS ref FROM investigations i JOIN cases c ON c.id = i.case_id
    WHERE i.closed IS NULL GROUP BY c.person_id
"""
REFS = "SELECT ref FROM cases WHERE person_id IN (SELECT value FROM json_each(:people)) ORDER BY ref"


class BookedRow(NamedTuple):
    """Something booked: its kind, the number of the invoice that it is or belongs to, and its day."""

    kind: str
    number: str
    on: dt.date


def books(store: Store) -> Iterator[BookedRow]:
    """All that is booked, by day."""
    for row in store.all(BOOKS):
        yield BookedRow(row["kind"], row["other"] or number(row["year"], row["no"]) or "", kept_day(row["on_day"]))


def unused(store: Store) -> list[Identity]:
    """Everybody who has, or had, no case but in error."""
    return [Identity(*row) for row in store.all(UNUSED)]


def locked(store: Store) -> dict[int, str]:
    """The persons whom an open investigation keeps, each with a case that it locks."""
    return {row["person_id"]: row["ref"] for row in store.all(LOCKED)}


def refs(store: Store, people: Collection[int]) -> list[str]:
    """The cases of some persons, by reference."""
    return [row["ref"] for row in store.all(REFS, people=json.dumps(sorted(people)))]
