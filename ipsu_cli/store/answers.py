"""How the office has answered the lines of the agency's self-invoices, and what has settled what it rejected.

An answer is entered when it is given. What comes from the agency later changes what it awaits, never what it says.
"""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.self_invoice import APPROVED, REJECTED
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.credited import TakenBack
from ipsu_cli.store.rows import day

OF_LINE = "SELECT * FROM self_invoice_answers WHERE line_id = :line"
OF_HEAD = "SELECT * FROM self_invoice_answers WHERE self_invoice_id = :id AND line_id IS NULL"
STATUSES = """
    SELECT s.id,
           CASE WHEN sum(w.state IS NULL) THEN 'unanswered' WHEN sum(w.awaits IS NOT NULL) THEN 'awaiting'
                WHEN sum(k.answer_id IS NOT NULL) THEN 'settled' WHEN sum(w.state = 'rejected') THEN 'rejected'
                ELSE 'approved' END AS status
    FROM self_invoices s
    LEFT JOIN self_invoice_lines t ON t.self_invoice_id = s.id
    LEFT JOIN self_invoice_answers w ON w.self_invoice_id = s.id AND w.line_id IS t.id
    LEFT JOIN (SELECT DISTINCT answer_id FROM self_invoice_settlements) k ON k.answer_id = w.id
    GROUP BY s.id
"""
# The lines (or the head alone) of the self-invoices that are about a basis. A line that stands on another basis of its
# self-invoice, and not on this one, is about that one.
ON_BASIS = """
    SELECT s.id AS self_invoice_id, s.number, t.id AS line_id, c.ref AS "case", w.state, w.awaits, w.id AS answer_id,
           EXISTS (SELECT 1 FROM self_invoice_settlements k WHERE k.answer_id = w.id) AS settled,
           t.net_ore + coalesce((SELECT sum(net_ore) FROM credited_lines k WHERE k.original_line_id = t.id), 0) AS left
    FROM pairs p
    JOIN self_invoices s ON s.id = p.self_invoice_id
    LEFT JOIN self_invoice_lines t ON t.self_invoice_id = s.id
    LEFT JOIN cases c ON c.id = t.case_id
    LEFT JOIN self_invoice_answers w ON w.self_invoice_id = s.id AND w.line_id IS t.id
    WHERE p.invoice_id = :invoice
      AND (t.id IS NULL
           OR EXISTS (SELECT 1 FROM invoice_lines l WHERE l.invoice_id = p.invoice_id AND l.case_id = t.case_id
                      AND l.status <> 'corrected'
                      AND (t.to_day IS NULL OR l.month BETWEEN substr(t.from_day, 1, 7) AND substr(t.to_day, 1, 7)))
           OR NOT EXISTS (SELECT 1 FROM pairs o JOIN invoice_lines l ON l.invoice_id = o.invoice_id
                          WHERE o.self_invoice_id = s.id AND l.case_id = t.case_id AND l.status <> 'corrected'
                          AND (t.to_day IS NULL
                          OR l.month BETWEEN substr(t.from_day, 1, 7) AND substr(t.to_day, 1, 7))))
    ORDER BY s.on_day, s.id, t.id
"""
OPEN_LINES = """
    SELECT s.id AS self_invoice_id, t.id AS line_id FROM self_invoices s
    LEFT JOIN self_invoice_lines t ON t.self_invoice_id = s.id
    WHERE s.id = :id AND NOT EXISTS (SELECT 1 FROM self_invoice_answers w WHERE w.self_invoice_id = s.id
                                     AND w.line_id IS t.id)
    ORDER BY t.id
"""
# Rejected lines, of any self-invoice before this one, that bill a case and days of it.
WAITING = """
    SELECT w.id, w.awaits, o.number, c.ref AS "case"
    FROM self_invoice_lines t
    JOIN self_invoices s ON s.id = t.self_invoice_id
    JOIN self_invoice_lines k ON k.case_id = t.case_id AND k.self_invoice_id <> s.id
         AND (k.to_day IS NULL OR t.to_day IS NULL OR (k.from_day <= t.to_day AND k.to_day >= t.from_day))
    JOIN self_invoices o ON o.id = k.self_invoice_id AND o.agreement_id = s.agreement_id
    JOIN cases c ON c.id = k.case_id
    JOIN self_invoice_answers w ON w.line_id = k.id AND w.awaits IS NOT NULL
    WHERE t.self_invoice_id = :id AND t.net_ore > 0
    GROUP BY w.id ORDER BY w.id
"""
# What stands with us of the days of a line, and another line of theirs that has come in its place.
OURS = """
    SELECT coalesce(sum(d.quantity * coalesce(l.unit_price_ore, :price, 0)), 0) / 100 FROM deliveries d
    LEFT JOIN invoiced i ON i.delivery_id = d.id
    LEFT JOIN invoice_lines l ON l.id = i.line_id
    WHERE d.case_id = :case AND d.cancelled = 0 AND (:to IS NULL OR d.to_day BETWEEN :from AND :to)
"""
REPLACED_BY = """
    SELECT k.self_invoice_id FROM self_invoice_lines k JOIN self_invoices s ON s.id = k.self_invoice_id
    WHERE k.case_id = :case AND k.self_invoice_id > :id AND k.net_ore > 0
      AND (:to IS NULL OR k.to_day IS NULL OR (k.from_day <= :to AND k.to_day >= :from))
      AND k.net_ore + coalesce((SELECT sum(net_ore) FROM credited_lines l WHERE l.original_line_id = k.id), 0) > 0
    ORDER BY k.id DESC LIMIT 1
"""
LINE = "SELECT * FROM self_invoice_lines WHERE id = :id"


# A rejection, and the answer on each line of a self-invoice that it stands on.
REJECTIONS = """
    SELECT c.ref AS "case", v.opened, e.who, v.why,
           CASE WHEN q.protected THEN NULL ELSE v.reason END AS reason, v.closed, v.outcome, s.number, w.awaits,
           (SELECT group_concat(number, ', ') FROM (SELECT o.number FROM self_invoice_settlements k
            JOIN self_invoices o ON o.id = k.settled_by_id WHERE k.answer_id = w.id ORDER BY k.id)) AS settled_by
    FROM investigations v
    JOIN cases c ON c.id = v.case_id
    JOIN people q ON q.id = c.person_id
    JOIN (SELECT id, min(entered_by) AS entered_by FROM investigations_ever GROUP BY id) f ON f.id = v.id
    JOIN changes e ON e.id = f.entered_by
    LEFT JOIN pairs p ON p.invoice_id = v.invoice_id
         AND EXISTS (SELECT 1 FROM self_invoice_answers a LEFT JOIN self_invoice_lines l ON l.id = a.line_id
                     WHERE a.self_invoice_id = p.self_invoice_id AND a.state = 'rejected' AND a.on_day = v.opened
                     AND (l.id IS NULL OR l.case_id = v.case_id))
    LEFT JOIN self_invoices s ON s.id = p.self_invoice_id
    LEFT JOIN self_invoice_answers w ON w.self_invoice_id = s.id AND w.state = 'rejected' AND w.on_day = v.opened
         AND (w.line_id IS NULL OR w.line_id IN (SELECT id FROM self_invoice_lines WHERE case_id = v.case_id))
    WHERE v.invoice_id = :invoice
    GROUP BY v.id, s.id, w.awaits, settled_by ORDER BY v.opened, v.id, s.id
"""


class Rejection(NamedTuple):
    """A case of a basis that was rejected: when, by whom and why, how the investigation ended, the self-invoice whose
    line says it, what that still awaits, and what has settled it. None where it is not so, or not yet; so is the reason
    of a protected person."""

    case: str
    on: dt.date
    who: str | None
    why: str | None
    reason: str | None
    closed: dt.date | None
    outcome: str | None
    self_invoice: str | None
    awaits: str | None
    settled_by: str | None


class Answerable(NamedTuple):
    """A line that may be answered (None: a head alone), and how it stands. `left_ore` is what credits have left."""

    self_invoice_id: int
    number: str
    line_id: int | None
    case: str | None
    state: str | None
    awaits: str | None
    answer_id: int | None
    settled: bool
    left_ore: int | None


class Unsettled(NamedTuple):
    """A rejected line that another self-invoice bills again while its credit has not come."""

    number: str
    case: str


def statuses(store: Store) -> dict[int, str]:
    """How each self-invoice stands, by its id: over all its lines."""
    return {row["id"]: row["status"] for row in store.all(STATUSES)}


def rejections(store: Store, invoice_id: int) -> list[Rejection]:
    """The whole story of what was rejected on a basis, the oldest first."""
    return [
        Rejection(
            row["case"], kept_day(row["opened"]), row["who"], row["why"], row["reason"], day(row["closed"]),
            row["outcome"], row["number"], row["awaits"], row["settled_by"],
        )
        for row in store.all(REJECTIONS, invoice=invoice_id)
    ]  # fmt: skip


def on_basis(store: Store, invoice_id: int) -> list[Answerable]:
    """The lines that are about a basis of ours, the oldest first."""
    return [Answerable(*row) for row in store.all(ON_BASIS, invoice=invoice_id)]


def open_lines(store: Store, id: int) -> list[tuple[int, int | None]]:
    """The lines of a self-invoice that have no answer; the head itself where it has no lines."""
    return [(row["self_invoice_id"], row["line_id"]) for row in store.all(OPEN_LINES, id=id)]


def approve(store: Writing, lines: Iterable[tuple[int, int | None]], on: dt.date, who: str) -> None:
    """Enter that lines are approved. What was rejected and is approved now has its rejection in the past."""
    for self_invoice, line in lines:
        _enter(store, self_invoice, line, state=APPROVED, on_day=on.isoformat(), who=who)


def reject(
    store: Writing, lines: Iterable[tuple[int, int | None]], why: str, awaits: str, reason: str, on: dt.date, who: str
) -> None:
    """Enter that lines are rejected, why, and what the agency has to send."""
    values = {"state": REJECTED, "why": why, "reason": reason, "on_day": on.isoformat(), "who": who, "awaits": awaits}
    for self_invoice, line in lines:
        _enter(store, self_invoice, line, **values)


def _enter(store: Writing, self_invoice: int, line: int | None, **values: object) -> int:
    there = store.first(OF_HEAD, id=self_invoice) if line is None else store.first(OF_LINE, line=line)
    if there is None:
        return store.add("self_invoice_answers", self_invoice_id=self_invoice, line_id=line, **values)
    store.alter("self_invoice_answers", there["id"], **{"why": None, "reason": None, "awaits": None, **values})
    return int(there["id"])


def of_head_to_lines(store: Writing, id: int) -> None:
    """A head that was answered has been given its lines: its answer is theirs."""
    head = store.first(OF_HEAD, id=id)
    if head is None:
        return
    values = {name: head[name] for name in ("state", "why", "reason", "on_day", "who", "awaits")}
    for self_invoice, line in open_lines(store, id):
        _enter(store, self_invoice, line, **values)
    store.remove("self_invoice_answers", head["id"])


def settle(store: Writing, id: int, taken: list[TakenBack], on: dt.date, who: str) -> None:
    """What a self-invoice that came in settles of what was rejected: its credits, then its lines."""
    _settle_credits(store, taken, on, who)
    for row in store.all(WAITING, id=id):
        if row["awaits"] == "invoice":
            _settled(store, row["id"], id, None)


def unsettled(store: Store, id: int) -> list[Unsettled]:
    """The rejected lines that a self-invoice bills again while their credit has not come."""
    rows = store.all(WAITING, id=id)
    return [Unsettled(row["number"], row["case"]) for row in rows if row["awaits"] == "credit"]


def _settle_credits(store: Writing, taken: list[TakenBack], on: dt.date, who: str) -> None:
    """A credit's line that takes back only what awaited it needs no answer of its own."""
    demanded: dict[int, list[int] | None] = {}
    for part in taken:
        original, credit = store.first(LINE, id=part.original_line_id), store.first(LINE, id=part.line_id)
        answer = store.first(OF_LINE, line=part.original_line_id)
        assert original is not None and credit is not None
        if answer is None or answer["awaits"] != "credit":
            demanded[part.line_id] = None
            continue
        days = {"case": original["case_id"], "from": original["from_day"], "to": original["to_day"]}
        ours = store.value(OURS, **days, price=original["unit_price_ore"])
        awaits = _after_credit(answer["why"], part.left_ore, ours)
        _settled(store, answer["id"], credit["self_invoice_id"], awaits)
        if awaits == "invoice" and (replaced := store.value(REPLACED_BY, **days, id=original["self_invoice_id"])):
            _settled(store, answer["id"], replaced, None)
        if (listed := demanded.setdefault(part.line_id, [])) is not None:
            listed.append(original["self_invoice_id"])
    for line, originals in demanded.items():
        if originals and not store.first(OF_LINE, line=line):
            _needs_no_answer(store, line, originals, on, who)


def _needs_no_answer(store: Writing, line: int, originals: list[int], on: dt.date, who: str) -> None:
    """The line of a credit that was demanded: whoever rejected what it takes back has answered it."""
    id = store.value("SELECT self_invoice_id FROM self_invoice_lines WHERE id = :id", id=line)
    answered = _enter(store, id, line, state=APPROVED, on_day=on.isoformat(), who=who)
    for original in dict.fromkeys(originals):
        store.add("self_invoice_settlements", answer_id=answered, settled_by_id=original)


def _after_credit(why: str | None, left: int, ours: int) -> str | None:
    """What a rejected line awaits once some of it is credited: nothing where what is left is what we hold to be owed,
    or where it was billed twice; else the rest of the credit, or a new invoice."""
    if left == ours or (why == "twice" and not left):
        return None
    return "credit" if left > ours else "invoice"


def _settled(store: Writing, answer: int, by: int, awaits: str | None) -> None:
    store.alter("self_invoice_answers", answer, awaits=awaits)
    known = "SELECT 1 FROM self_invoice_settlements WHERE answer_id = :answer AND settled_by_id = :by"
    if not store.value(known, answer=answer, by=by):
        store.add("self_invoice_settlements", answer_id=answer, settled_by_id=by)
