"""What the lines of a credit take back of lines before them: kept when both are there, and never derived again."""

import sqlite3

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store, Writing

# The lines that take back, with what of them has been set against others so far.
TAKING = """
    SELECT t.*, s.agreement_id, s.on_day,
           t.net_ore - coalesce((SELECT sum(net_ore) FROM credited_lines k WHERE k.line_id = t.id), 0) AS left_net,
           t.hours - coalesce((SELECT sum(hours) FROM credited_lines k WHERE k.line_id = t.id), 0) AS left_hours
    FROM self_invoice_lines t JOIN self_invoices s ON s.id = t.self_invoice_id
    WHERE t.self_invoice_id = :id AND t.net_ore < 0 ORDER BY t.id
"""
# The lines that one may take back: of its originals where it names any, else of what came before it. The same days come
# first, then the same amount, then the oldest. What says no days may be about any.
TAKEN = """
    SELECT * FROM (
        SELECT t.id, t.from_day, t.to_day, t.self_invoice_id, s.on_day,
               t.net_ore + coalesce((SELECT sum(net_ore) FROM credited_lines k WHERE k.original_line_id = t.id), 0)
                   AS left_net,
               t.hours + coalesce((SELECT sum(hours) FROM credited_lines k WHERE k.original_line_id = t.id), 0)
                   AS left_hours
        FROM self_invoice_lines t JOIN self_invoices s ON s.id = t.self_invoice_id
        WHERE t.case_id = :case AND t.net_ore > 0 AND s.agreement_id = :agreement AND s.id <> :id
          AND (t.to_day IS NULL OR :to IS NULL OR (t.from_day <= :to AND t.to_day >= :from))
          AND CASE WHEN EXISTS (SELECT 1 FROM self_invoice_originals o WHERE o.self_invoice_id = :id)
                   THEN s.id IN (SELECT original_id FROM self_invoice_originals o WHERE o.self_invoice_id = :id)
                   ELSE s.on_day <= :before END)
    WHERE left_net > 0
    ORDER BY from_day IS NOT :from OR to_day IS NOT :to, left_net <> -:net, on_day, id
"""
# Lines that bill something after what was taken back of them, or that take back what no line before them billed.
BILLING = """
    SELECT 1 FROM self_invoice_lines t
    WHERE t.self_invoice_id = :id AND t.net_ore <> CASE
        WHEN t.net_ore < 0 THEN coalesce((SELECT sum(net_ore) FROM credited_lines k WHERE k.line_id = t.id), 0)
        ELSE -coalesce((SELECT sum(net_ore) FROM credited_lines k WHERE k.original_line_id = t.id), 0) END
"""
CREDITS_OF = "SELECT self_invoice_id AS id FROM self_invoice_originals WHERE original_id = :id ORDER BY self_invoice_id"


class TakenBack(NamedTuple):
    """A line that a line of a credit takes back, wholly or in part: `left_ore` is what then stands of it."""

    line_id: int
    original_line_id: int
    left_ore: int


def is_settled(store: Store, id: int) -> bool:
    """Has all that a self-invoice bills been taken back, and does it take back nothing but what was billed? A head
    alone says neither."""
    has_lines = store.value("SELECT EXISTS (SELECT 1 FROM self_invoice_lines WHERE self_invoice_id = :id)", id=id)
    return bool(has_lines) and store.first(BILLING, id=id) is None


def set_against(store: Writing, id: int) -> list[TakenBack]:
    """Set the lines of a self-invoice that take back against those before it, and the credits that refer to it against
    its own, where they came first. Returns what was taken back now."""
    found = []
    for credit in (id, *(row["id"] for row in store.all(CREDITS_OF, id=id))):
        for line in store.all(TAKING, id=credit):
            found += _taken(store, line)
    return found


def _taken(store: Writing, line: sqlite3.Row) -> list[TakenBack]:
    need, need_hours = -line["left_net"], -(line["left_hours"] or 0)
    found: list[TakenBack] = []
    if need <= 0:
        return found
    days = {"from": line["from_day"], "to": line["to_day"], "before": line["on_day"]}
    about = {"id": line["self_invoice_id"], "case": line["case_id"], "agreement": line["agreement_id"]}
    for original in store.all(TAKEN, **days, **about, net=line["left_net"]):
        if need <= 0:
            break
        net = min(need, original["left_net"])
        hours = max(0, min(need_hours, original["left_hours"] or 0))
        need, need_hours = need - net, need_hours - hours
        store.add("credited_lines", line_id=line["id"], original_line_id=original["id"], net_ore=-net, hours=-hours)
        found.append(TakenBack(line["id"], original["id"], original["left_net"] - net))
    return found


def too_much(store: Store, id: int) -> list[sqlite3.Row]:
    """The lines of a credit that take back more than stands of what they are about: case, days and what is over.
    Nothing of a credit whose originals are heads alone: there nothing can be told."""
    return store.all(TOO_MUCH, id=id)


TOO_MUCH = """
    SELECT * FROM (
        SELECT c.ref AS "case", t.from_day, t.to_day,
               t.net_ore - coalesce((SELECT sum(net_ore) FROM credited_lines k WHERE k.line_id = t.id), 0) AS over
        FROM self_invoice_lines t JOIN cases c ON c.id = t.case_id
        WHERE t.self_invoice_id = :id AND t.net_ore < 0
          AND NOT EXISTS (SELECT 1 FROM self_invoice_originals o WHERE o.self_invoice_id = :id
                          AND NOT EXISTS (SELECT 1 FROM self_invoice_lines l WHERE l.self_invoice_id = o.original_id)))
    WHERE over < 0 ORDER BY "case", from_day
"""
