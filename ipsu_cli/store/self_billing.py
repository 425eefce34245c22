"""What the agency's self-invoices bill of each line of ours, over all self-invoices and credits.

A line of ours is a case's work of a month, and so what bills it is added up by case and month. Where a line of the
agency's lies in two months (a week at their turn), the months of the case are taken together.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from ipsu_cli.store import Store

EQUAL, DIFFERS, TWICE = "equal", "differs", "twice"
UNANSWERED, APPROVED, REJECTED = "unanswered", "approved", "rejected"

OURS = """
    SELECT l.id, l.case_id, l.month, l.net_ore, CASE l.unit WHEN 'hour' THEN l.quantity END AS hours
    FROM invoice_lines l
    JOIN invoices n ON n.id = l.invoice_id AND n.status <> 'cancelled'
    JOIN agreements a ON a.id = n.agreement_id AND a.billing = 'self'
    WHERE l.status <> 'corrected'
"""
# Their lines with days, the oldest first, and what stands of each after its credits.
THEIRS = """
    SELECT t.id, t.self_invoice_id, t.case_id, t.from_day, t.to_day, t.net_ore, t.hours, t.stated_hours,
           t.net_ore + coalesce(k.net_ore, 0) AS left_net, t.hours + coalesce(k.hours, 0) AS left_hours,
           s.number, s.year, a.ref AS agreement, w.state, w.awaits
    FROM self_invoice_lines t
    JOIN self_invoices s ON s.id = t.self_invoice_id
    JOIN agreements a ON a.id = s.agreement_id
    LEFT JOIN (SELECT original_line_id, sum(net_ore) AS net_ore, sum(hours) AS hours FROM credited_lines
               GROUP BY original_line_id) k ON k.original_line_id = t.id
    LEFT JOIN self_invoice_answers w ON w.line_id = t.id
    WHERE t.to_day IS NOT NULL
    ORDER BY s.on_day, s.id, t.id
"""


class SelfBilled(NamedTuple):
    """The self-invoice that bills a line of ours: the newest that stands, else the newest. `state` is equal, differs or
    twice, over all that bills the case's month; `answer` is unanswered, approved or rejected, and `awaits` what the
    agency has yet to send: a credit, an invoice or None."""

    number: str
    agreement: str
    year: int
    state: str
    answer: str
    awaits: str | None


Place = tuple[int, str]  # a case, and a month of it


def by_line(store: Store) -> dict[int, SelfBilled]:
    """By the id of each line of ours under self-billing, what bills it. Lines that nothing bills are not there."""
    theirs = store.all(THEIRS)
    if not theirs:
        return {}
    joined = _joined(theirs)
    billed: dict[Place, list[sqlite3.Row]] = {}
    for row in theirs:
        billed.setdefault(_place(joined, row["case_id"], row["to_day"][:7]), []).append(row)
    ours: dict[Place, list[sqlite3.Row]] = {}
    for row in store.all(OURS):
        place = _place(joined, row["case_id"], row["month"])
        if place in billed:
            ours.setdefault(place, []).append(row)
    found: dict[int, SelfBilled] = {}
    for place, lines in ours.items():
        answer = _of_place(lines, billed[place])
        if answer:
            found |= dict.fromkeys((line["id"] for line in lines), answer)
    return found


def _joined(theirs: list[sqlite3.Row]) -> dict[Place, Place]:
    """The months that a line joins to the month before them."""
    return {
        (row["case_id"], row["to_day"][:7]): (row["case_id"], row["from_day"][:7])
        for row in theirs
        if row["from_day"] and row["from_day"][:7] != row["to_day"][:7]
    }


def _place(joined: dict[Place, Place], case: int, month: str) -> Place:
    place = (case, month)
    while place in joined:
        place = joined[place]
    return place


def _of_place(ours: list[sqlite3.Row], theirs: list[sqlite3.Row]) -> SelfBilled | None:
    """What bills the work of a place; None where all that did was credited and nothing more is to come."""
    standing = [row for row in theirs if row["net_ore"] > 0 and row["left_net"] > 0]
    waiting = [row for row in theirs if row["awaits"]]
    if not standing and not waiting and not sum(row["net_ore"] for row in theirs):
        return None
    named = (standing or waiting or theirs)[-1]
    awaits = waiting[-1]["awaits"] if waiting else None
    return SelfBilled(
        named["number"], named["agreement"], named["year"], _state(ours, theirs, standing), _answer(theirs, waiting),
        awaits,
    )  # fmt: skip


def _state(ours: list[sqlite3.Row], theirs: list[sqlite3.Row], standing: list[sqlite3.Row]) -> str:
    owed, billed = sum(row["net_ore"] for row in ours), sum(row["net_ore"] for row in theirs)
    if billed > owed and overlapping(standing):
        return TWICE
    hours = _hours(ours), _hours(theirs)
    same = None in hours or hours[0] == hours[1]
    return EQUAL if owed == billed and same else DIFFERS


def _hours(rows: list[sqlite3.Row]) -> int | None:
    """Their sum, None where one does not say its hours."""
    hours = [row["hours"] for row in rows]
    return None if None in hours else sum(hours)


def overlapping(standing: Iterable[sqlite3.Row]) -> bool:
    """Do two self-invoices have a day in common?"""
    seen: list[tuple[str, str, int]] = []
    for row in sorted(standing, key=lambda row: (row["from_day"] or row["to_day"], row["id"])):
        first = row["from_day"] or row["to_day"]
        if any(last >= first and other != row["self_invoice_id"] for _, last, other in seen):
            return True
        seen.append((first, row["to_day"], row["self_invoice_id"]))
    return False


def _answer(theirs: list[sqlite3.Row], waiting: list[sqlite3.Row]) -> str:
    """Rejected while something is awaited; unanswered while a line that stands has no answer."""
    if waiting:
        return REJECTED
    open_lines = [row for row in theirs if row["state"] is None and row["left_net"]]
    return UNANSWERED if open_lines else APPROVED
