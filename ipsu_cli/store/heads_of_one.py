"""Heads alone that have the total of each of several bases: which of them each is for, once something tells.

What another self-invoice alone is about is no longer one that they may be for. As many heads as there are bases left
have one each, in their order: the sums are the same whichever it is, and the agency bills months in their order.
"""

from collections.abc import Collection

from ipsu_cli.core.json_list import json_list
from ipsu_cli.store import Store, Writing

# Is another self-invoice about a basis alone?
TAKEN = """
    EXISTS (SELECT 1 FROM pairs t WHERE t.invoice_id = {invoice} AND t.self_invoice_id <> {head}
            AND (SELECT count(*) FROM pairs o WHERE o.self_invoice_id = t.self_invoice_id) = 1)
"""
# Heads that are kept with several bases, each of their total, and that may be for one of these.
HEADS = """
    SELECT s.id FROM self_invoices s
    JOIN pairs p ON p.self_invoice_id = s.id
    JOIN invoices n ON n.id = p.invoice_id AND n.status <> 'cancelled'
    WHERE s.id IN (SELECT self_invoice_id FROM pairs WHERE invoice_id IN (SELECT value FROM json_each(:bases)))
      AND NOT EXISTS (SELECT 1 FROM self_invoice_lines l WHERE l.self_invoice_id = s.id)
    GROUP BY s.id HAVING count(*) > 1 AND min(abs(n.total_ore) = abs(s.total_ore))
    ORDER BY s.on_day, s.id
"""
LEFT = f"""
    SELECT p.invoice_id FROM pairs p JOIN invoices n ON n.id = p.invoice_id AND n.status <> 'cancelled'
    WHERE p.self_invoice_id = :id AND NOT {TAKEN.format(invoice="p.invoice_id", head=":id")}
    ORDER BY n.month, n.id
"""
OTHERS = """
    SELECT p.id FROM pairs p JOIN invoices n ON n.id = p.invoice_id AND n.status <> 'cancelled'
    WHERE p.self_invoice_id = :id AND p.invoice_id <> :invoice ORDER BY p.id
"""


def of_bases(store: Store, bases: Collection[int]) -> list[int]:
    """The ids of the heads that may be for one of these bases, the oldest first."""
    return [row["id"] for row in store.all(HEADS, bases=json_list(bases))]


def say_which(store: Writing, invoice_id: int) -> None:
    """Who answers a basis says that the head that may be for this one or another is for this one."""
    heads = of_bases(store, [invoice_id])
    if len(heads) == 1:
        _keep(store, heads[0], invoice_id)


def tell(store: Writing, bases: Collection[int]) -> None:
    """Keep which of their bases those heads are for that may be for one of these, where that can be told by now."""
    heads = of_bases(store, bases)
    alike = [_left(store, id) for id in heads]
    for id, left in zip(heads, alike, strict=True):
        still = _left(store, id)
        if len(still) == 1 or (still and alike.count(left) == len(left)):
            _keep(store, id, still[0])


def _keep(store: Writing, id: int, invoice_id: int) -> None:
    for row in store.all(OTHERS, id=id, invoice=invoice_id):
        store.remove("pairs", row["id"])


def _left(store: Store, id: int) -> list[int]:
    return [row["invoice_id"] for row in store.all(LEFT, id=id)]
