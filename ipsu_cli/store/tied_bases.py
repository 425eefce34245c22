"""Bases that heads alone tie together: one that is about several says what they make in all, and nothing of each.

One that has the total of each of its bases is not for all of them: nobody knows which of them it is about.
"""

from collections.abc import Iterable

from ipsu_cli.core.json_list import json_list
from ipsu_cli.store import Store

# From a basis to all that a head alone about it is for.
STEP = """
    JOIN pairs p ON p.invoice_id = t.other
    JOIN self_invoices s ON s.id = p.self_invoice_id
    JOIN pairs q ON q.self_invoice_id = s.id
    JOIN invoices n ON n.id = q.invoice_id AND abs(n.total_ore) <> abs(s.total_ore)
    WHERE NOT EXISTS (SELECT 1 FROM self_invoice_lines l WHERE l.self_invoice_id = s.id)
"""
TIED_TO = f"""
    WITH RECURSIVE tied(other) AS (SELECT value FROM json_each(:bases) UNION SELECT q.invoice_id FROM tied t {STEP})
    SELECT other FROM tied ORDER BY other
"""
# Each basis that a head alone with others is about, with every one that it is tied to, itself among them.
TIED = f"""
    tied(basis, other) AS (
        SELECT invoice_id, invoice_id FROM pairs WHERE self_invoice_id IN (
            SELECT o.self_invoice_id FROM pairs o GROUP BY o.self_invoice_id
            HAVING count(*) > 1
               AND NOT EXISTS (SELECT 1 FROM self_invoice_lines l WHERE l.self_invoice_id = o.self_invoice_id))
        UNION SELECT t.basis, q.invoice_id FROM tied t {STEP})
"""


def tied_to(store: Store, bases: Iterable[int]) -> list[int]:
    """These bases, and those that heads alone tie to them."""
    return [row["other"] for row in store.all(TIED_TO, bases=json_list(bases))]
