"""How the office has answered the lines of the agency's self-invoices.

An answer is entered when it is given. What comes from the agency later changes what it awaits, never what it says.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import APPROVED, REJECTED, LineAnswer
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import day, number

OF_LINE = "SELECT * FROM self_invoice_answers WHERE line_id = :line"
OF_HEAD = "SELECT * FROM self_invoice_answers WHERE self_invoice_id = :id AND line_id IS NULL"
# Of a self-invoice that some of is answered, a line that credits have taken back whole asks for no answer.
STATUSES = """
    SELECT s.id,
           CASE WHEN NOT count(w.state) THEN 'unanswered'
                WHEN sum(w.state IS NULL AND t.net_ore + coalesce(
                    (SELECT sum(net_ore) FROM credited_lines c WHERE c.original_line_id = t.id), 0)) THEN 'unanswered'
                WHEN sum(w.awaits IS NOT NULL) THEN 'awaiting'
                WHEN sum(k.answer_id IS NOT NULL) THEN 'settled' WHEN sum(w.state = 'rejected') THEN 'rejected'
                ELSE 'approved' END AS status
    FROM self_invoices s
    LEFT JOIN self_invoice_lines t ON t.self_invoice_id = s.id
    LEFT JOIN self_invoice_answers w ON w.self_invoice_id = s.id AND w.line_id IS t.id
    LEFT JOIN (SELECT DISTINCT answer_id FROM self_invoice_settlements) k ON k.answer_id = w.id
    GROUP BY s.id
"""
# A line (or a head alone) that may be answered, and how it stands.
ANSWERABLE = """
    SELECT s.id AS self_invoice_id, s.number, t.id AS line_id, c.ref AS "case", w.state, w.awaits, w.id AS answer_id,
           EXISTS (SELECT 1 FROM self_invoice_settlements k WHERE k.answer_id = w.id) AS settled,
           t.net_ore + coalesce((SELECT sum(net_ore) FROM credited_lines k WHERE k.original_line_id = t.id), 0) AS left
"""
WITH_LINES = """
    LEFT JOIN self_invoice_lines t ON t.self_invoice_id = s.id
    LEFT JOIN cases c ON c.id = t.case_id
    LEFT JOIN self_invoice_answers w ON w.self_invoice_id = s.id AND w.line_id IS t.id
"""
OF_SELF_INVOICE = f"{ANSWERABLE} FROM self_invoices s {WITH_LINES} WHERE s.id = :id ORDER BY t.id"
# The bases that it is about on which a case can be rejected.
REJECTABLE = """
    SELECT DISTINCT c.ref AS "case", n.year, n.no
    FROM pairs p
    JOIN invoices n ON n.id = p.invoice_id AND n.status IN ('created', 'rejected')
    JOIN invoice_lines l ON l.invoice_id = n.id AND l.status = 'created'
    JOIN cases c ON c.id = l.case_id
    WHERE p.self_invoice_id = :id ORDER BY n.year, n.no
"""
# The lines (or the head alone) of the self-invoices that are about a basis. A line that stands on another basis of its
# self-invoice, and not on this one, is about that one.
ON_BASIS = f"""
    {ANSWERABLE}
    FROM pairs p
    JOIN self_invoices s ON s.id = p.self_invoice_id
    {WITH_LINES}
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
SETTLEMENTS = "SELECT id, settled_by_id FROM self_invoice_settlements WHERE answer_id = :answer ORDER BY id"
OPEN_LINES = """
    SELECT s.id AS self_invoice_id, t.id AS line_id FROM self_invoices s
    LEFT JOIN self_invoice_lines t ON t.self_invoice_id = s.id
    WHERE s.id = :id AND NOT EXISTS (SELECT 1 FROM self_invoice_answers w WHERE w.self_invoice_id = s.id
                                     AND w.line_id IS t.id)
    ORDER BY t.id
"""
# Is the reason of an answer `w` about a protected person's case? A head alone names none: its reason, which its lines
# get once they have come, is that of a case that was rejected on a basis of it.
IS_OF_PROTECTED = """
    EXISTS (SELECT 1 FROM pairs p JOIN investigations v ON v.invoice_id = p.invoice_id AND v.reason = w.reason
            JOIN cases c ON c.id = v.case_id JOIN people q ON q.id = c.person_id AND q.protected
            WHERE p.self_invoice_id = w.self_invoice_id)
"""
HEAD_ANSWER = f"""
    SELECT w.state, w.why, w.on_day, w.who, w.awaits, CASE WHEN NOT {IS_OF_PROTECTED} THEN w.reason END AS reason,
           (SELECT group_concat(number, ', ') FROM (SELECT o.number FROM self_invoice_settlements k
            JOIN self_invoices o ON o.id = k.settled_by_id WHERE k.answer_id = w.id ORDER BY k.id)) AS settled_by
    FROM self_invoices s LEFT JOIN self_invoice_answers w ON w.self_invoice_id = s.id AND w.line_id IS NULL
    WHERE s.id = :id AND NOT EXISTS (SELECT 1 FROM self_invoice_lines t WHERE t.self_invoice_id = s.id)
"""
# Is an answer `w` what an investigation `v` gave, on a line of its case or on a head alone? In a day a case may be
# rejected twice, for different things.
OF_INVESTIGATION = """
    w.state = 'rejected' AND w.on_day = v.opened AND (v.why IS NULL OR w.why = v.why)
    AND (w.line_id IS NULL OR w.line_id IN (SELECT id FROM self_invoice_lines WHERE case_id = v.case_id))
"""
# A rejection, and the answer on each line of a self-invoice that it stands on.
REJECTIONS = f"""
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
         AND EXISTS (SELECT 1 FROM self_invoice_answers w
                     WHERE w.self_invoice_id = p.self_invoice_id AND {OF_INVESTIGATION})
    LEFT JOIN self_invoices s ON s.id = p.self_invoice_id
    LEFT JOIN self_invoice_answers w ON w.self_invoice_id = s.id AND {OF_INVESTIGATION}
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


def of_head(store: Store, id: int) -> LineAnswer | None:
    """How a head alone is answered; None of a self-invoice with lines, which have their own answers."""
    row = store.first(HEAD_ANSWER, id=id)
    return line_answer(row) if row else None


def line_answer(row: sqlite3.Row) -> LineAnswer:
    """The answer of a row that has one, or none yet."""
    if row["state"] is None:
        return LineAnswer()
    return LineAnswer(
        row["state"], row["why"], row["reason"], kept_day(row["on_day"]), row["who"], row["awaits"], row["settled_by"]
    )


def on_basis(store: Store, invoice_id: int) -> list[Answerable]:
    """The lines that are about a basis of ours, the oldest first."""
    return [Answerable(*row) for row in store.all(ON_BASIS, invoice=invoice_id)]


def of_self_invoice(store: Store, id: int) -> list[Answerable]:
    """The lines of a self-invoice as it has them; the head itself where it has none."""
    return [Answerable(*row) for row in store.all(OF_SELF_INVOICE, id=id)]


def rejectable_on(store: Store, id: int) -> dict[str, str]:
    """By case, the number of a basis that a self-invoice is about and on which the case can be rejected."""
    found: dict[str, str] = {}
    for row in store.all(REJECTABLE, id=id):
        found.setdefault(row["case"], number(row["year"], row["no"]) or "")
    return found


def open_lines(store: Store, id: int) -> list[tuple[int, int | None]]:
    """The lines of a self-invoice that have no answer; the head itself where it has no lines."""
    return [(row["self_invoice_id"], row["line_id"]) for row in store.all(OPEN_LINES, id=id)]


def approve(store: Writing, lines: Iterable[tuple[int, int | None]], on: dt.date, who: str) -> None:
    """Enter that lines are approved. What was rejected and is approved now has its rejection in the past."""
    for self_invoice, line in lines:
        enter(store, self_invoice, line, state=APPROVED, on_day=on.isoformat(), who=who)


def reject(
    store: Writing, lines: Iterable[tuple[int, int | None]], why: str, awaits: str, reason: str, on: dt.date, who: str
) -> None:
    """Enter that lines are rejected, why, and what the agency has to send."""
    values = {"state": REJECTED, "why": why, "reason": reason, "on_day": on.isoformat(), "who": who, "awaits": awaits}
    for self_invoice, line in lines:
        enter(store, self_invoice, line, **values)


def enter(store: Writing, self_invoice: int, line: int | None, **values: object) -> int:
    """Enter the answer of a line, or of a head alone, in the place of one that is there. Returns its id."""
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
    settled = store.all(SETTLEMENTS, answer=head["id"])
    for self_invoice, line in open_lines(store, id):
        answer = enter(store, self_invoice, line, **values)
        for row in settled:
            store.add("self_invoice_settlements", answer_id=answer, settled_by_id=row["settled_by_id"])
    for row in settled:
        store.remove("self_invoice_settlements", row["id"])
    store.remove("self_invoice_answers", head["id"])
