"""What has settled what the office rejected: the agency's credits, and the self-invoices that came in its place."""

import datetime as dt
import sqlite3

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import APPROVED
from ipsu_cli.store import Store, Writing, answers, pairs, rejected_heads
from ipsu_cli.store.credited import TakenBack

# Rejected lines, of any self-invoice before this one, that bill a case and days of it.
WAITING = """
    SELECT w.id, w.awaits, w.self_invoice_id, w.line_id, o.number, c.ref AS "case"
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
# What all lines of a case bill that share days with some days, and the days that these have together.
TOGETHER = """
    SELECT sum(net_ore) AS net_ore, min(from_day) AS from_day, max(to_day) AS to_day,
           coalesce(max(to_day IS NULL), 0) AS undated
    FROM self_invoice_lines WHERE case_id = :case AND (to_day IS NULL OR (from_day <= :to AND to_day >= :from))
"""
# Answers that still await something though some of it has come, and what is left of their lines.
PARTLY_SETTLED = """
    SELECT w.id, w.line_id, w.self_invoice_id, w.why, t.net_ore + coalesce((
               SELECT sum(net_ore) FROM credited_lines k WHERE k.original_line_id = t.id), 0) AS left
    FROM self_invoice_answers w LEFT JOIN self_invoice_lines t ON t.id = w.line_id
    WHERE w.awaits IS NOT NULL AND EXISTS (SELECT 1 FROM self_invoice_settlements k WHERE k.answer_id = w.id)
    ORDER BY w.id
"""
ANY_AWAITED = "SELECT EXISTS (SELECT 1 FROM self_invoice_answers WHERE awaits IS NOT NULL)"
AWAITED = """
    SELECT k.case_id FROM self_invoice_lines k JOIN self_invoice_answers w ON w.line_id = k.id AND w.awaits IS NOT NULL
    WHERE k.id IN (SELECT value FROM json_each(:originals))
"""
LINE = "SELECT * FROM self_invoice_lines WHERE id = :id"
# The heads alone that a credit refers to and that await something.
CREDITED_HEADS = """
    SELECT w.id, w.why, s.id AS self_invoice_id, s.total_ore + (
               SELECT sum(k.total_ore) FROM self_invoice_originals g JOIN self_invoices k ON k.id = g.self_invoice_id
               WHERE g.original_id = s.id) AS left
    FROM self_invoice_originals o
    JOIN self_invoices s ON s.id = o.original_id
    JOIN self_invoice_answers w ON w.self_invoice_id = s.id AND w.line_id IS NULL AND w.awaits IS NOT NULL
    WHERE o.self_invoice_id = :id ORDER BY s.id
"""
# Heads alone that are rejected and about a basis that this self-invoice bills as well, or that its work has left, with
# the cases looked into.
WAITING_HEADS = """
    SELECT DISTINCT w.id, w.awaits, w.self_invoice_id, w.line_id, o.number, c.ref AS "case"
    FROM pairs p
    JOIN self_invoices s ON s.id = p.self_invoice_id AND s.total_ore > 0
    JOIN pairs q ON q.self_invoice_id < p.self_invoice_id AND q.invoice_id IN (
        SELECT p.invoice_id
        UNION SELECT l.invoice_id FROM invoice_lines l
        WHERE l.status = 'corrected' AND EXISTS (SELECT 1 FROM invoice_lines m WHERE m.invoice_id = p.invoice_id
                                                 AND m.case_id = l.case_id AND m.month = l.month))
    JOIN self_invoices o ON o.id = q.self_invoice_id
    JOIN self_invoice_answers w ON w.self_invoice_id = o.id AND w.line_id IS NULL AND w.awaits IS NOT NULL
    JOIN investigations v ON v.invoice_id = q.invoice_id
    JOIN cases c ON c.id = v.case_id
    WHERE p.self_invoice_id = :id ORDER BY w.id, c.ref
"""
# A self-invoice that has come in the place of a head alone.
HEAD_REPLACED_BY = """
    SELECT s.id FROM pairs q
    JOIN pairs p ON p.invoice_id = q.invoice_id AND p.self_invoice_id > q.self_invoice_id
    JOIN self_invoices s ON s.id = p.self_invoice_id AND s.total_ore > 0
    WHERE q.self_invoice_id = :id ORDER BY s.id DESC LIMIT 1
"""


class Unsettled(NamedTuple):
    """A rejected line that another self-invoice bills again while its credit has not come."""

    number: str
    case: str


def settle(store: Writing, id: int, taken: list[TakenBack], on: dt.date, who: str) -> None:
    """What a self-invoice that came in settles of what was rejected: its credits, then its lines."""
    _settle_credits(store, taken, on, who)
    _settle_heads(store, id, on, who)
    _settle_billed(store, id)


def settle_of_change(store: Writing) -> None:
    """What settles what was rejected once this change has made bases, or has corrected what they are for: what came in
    before it is about them, and what was rejected may have become right."""
    came_before = pairs.keep_of_change(store)
    if not store.value(ANY_AWAITED):
        return
    for id in came_before:
        _settle_billed(store, id)
    for row in store.all(PARTLY_SETTLED):
        if row["line_id"] is None:
            awaits = rejected_heads.awaits(store, row["self_invoice_id"], row["why"])
        else:
            awaits = _after_credit(row["why"], row["left"], _ours(store, _line(store, row["line_id"])))
        store.alter("self_invoice_answers", row["id"], awaits=awaits)


def _settle_billed(store: Writing, id: int) -> None:
    """What awaits an invoice has got one. Of what was billed too little the rest may come without a credit."""
    for row in (*store.all(WAITING, id=id), *store.all(WAITING_HEADS, id=id)):
        if row["awaits"] == "invoice" or _is_whole(store, row):
            _settled(store, row["id"], id, None)


def _is_whole(store: Store, answer: sqlite3.Row) -> bool:
    """Was too little billed, and is it with what else is billed what we hold to be owed?"""
    if answer["line_id"] is None:
        return rejected_heads.is_whole(store, answer["self_invoice_id"])
    line = _line(store, answer["line_id"])
    billed = store.first(TOGETHER, **_days(line))
    if billed is None or billed["undated"] or not line["to_day"] or line["net_ore"] >= _ours(store, line):
        return False
    days = {"from": billed["from_day"], "to": billed["to_day"]}
    return bool(billed["net_ore"] == _ours(store, line, **days))


def _line(store: Store, id: int) -> sqlite3.Row:
    line = store.first(LINE, id=id)
    assert line is not None
    return line


def _days(line: sqlite3.Row) -> dict[str, object]:
    return {"case": line["case_id"], "from": line["from_day"], "to": line["to_day"]}


def _ours(store: Store, line: sqlite3.Row, **days: object) -> int:
    """What stands with us of its days, or of these."""
    return int(store.value(OURS, **_days(line) | days, price=line["unit_price_ore"]))


def unsettled(store: Store, id: int) -> list[Unsettled]:
    """The rejected lines that a self-invoice bills again while their credit has not come."""
    rows = (*store.all(WAITING, id=id), *store.all(WAITING_HEADS, id=id))
    return [Unsettled(row["number"], row["case"]) for row in rows if row["awaits"] == "credit"]


def _settle_credits(store: Writing, taken: list[TakenBack], on: dt.date, who: str) -> None:
    """A credit's line that takes back only what awaited it, or what stood next to it in the case, needs no answer of
    its own."""
    demanded: dict[int, list[int] | None] = {}
    awaited = _cases_awaited(store, taken)
    for part in taken:
        original, credit = _line(store, part.original_line_id), _line(store, part.line_id)
        answer = store.first(answers.OF_LINE, line=part.original_line_id)
        if answer is None and original["case_id"] in awaited:
            _demand(demanded, part.line_id, original["self_invoice_id"])
            continue
        if answer is None or answer["awaits"] is None:
            demanded[part.line_id] = None
            continue
        awaits = _after_credit(answer["why"], part.left_ore, _ours(store, original))
        _settled(store, answer["id"], credit["self_invoice_id"], awaits)
        days, id = _days(original), original["self_invoice_id"]
        if awaits == "invoice" and (replaced := store.value(REPLACED_BY, **days, id=id)):
            _settled(store, answer["id"], replaced, None)
        _demand(demanded, part.line_id, original["self_invoice_id"])
    for line, originals in demanded.items():
        if originals and not store.first(answers.OF_LINE, line=line):
            _needs_no_answer(store, line, originals, on, who)


def _cases_awaited(store: Store, taken: list[TakenBack]) -> set[int]:
    """The cases of which some of what is taken back awaited it: the agency credits the case as a whole."""
    originals = json_list(part.original_line_id for part in taken)
    return {row["case_id"] for row in store.all(AWAITED, originals=originals)}


def _demand(demanded: dict[int, list[int] | None], line: int, original: int) -> None:
    if (listed := demanded.setdefault(line, [])) is not None:
        listed.append(original)


def _settle_heads(store: Writing, credit: int, on: dt.date, who: str) -> None:
    """What a credit settles of the heads alone that it refers to. It needs no answer of its own where it takes back no
    more than they were for."""
    heads = store.all(CREDITED_HEADS, id=credit)
    for head in heads:
        awaits = rejected_heads.awaits(store, head["self_invoice_id"], head["why"])
        _settled(store, head["id"], credit, awaits)
        if awaits == "invoice" and (replaced := store.value(HEAD_REPLACED_BY, id=head["self_invoice_id"])):
            _settled(store, head["id"], replaced, None)
    if heads and all(head["left"] >= 0 for head in heads):
        for _, line in answers.open_lines(store, credit):
            answered = answers.enter(store, credit, line, state=APPROVED, on_day=on.isoformat(), who=who)
            for head in heads:
                store.add("self_invoice_settlements", answer_id=answered, settled_by_id=head["self_invoice_id"])


def _needs_no_answer(store: Writing, line: int, originals: list[int], on: dt.date, who: str) -> None:
    """The line of a credit that was demanded: whoever rejected what it takes back has answered it."""
    id = store.value("SELECT self_invoice_id FROM self_invoice_lines WHERE id = :id", id=line)
    answered = answers.enter(store, id, line, state=APPROVED, on_day=on.isoformat(), who=who)
    for original in dict.fromkeys(originals):
        store.add("self_invoice_settlements", answer_id=answered, settled_by_id=original)


def _after_credit(why: str | None, left: int, ours: int) -> str | None:
    """What a rejected line awaits once some of it is credited: nothing where what is left is what we hold to be owed,
    or where it was billed twice and nothing is left; else the rest of the credit, or a new invoice."""
    if why == "twice":
        return "credit" if left else None
    if left == ours:
        return None
    return "credit" if left > ours else "invoice"


def _settled(store: Writing, answer: int, by: int, awaits: str | None) -> None:
    store.alter("self_invoice_answers", answer, awaits=awaits)
    known = "SELECT 1 FROM self_invoice_settlements WHERE answer_id = :answer AND settled_by_id = :by"
    if not store.value(known, answer=answer, by=by):
        store.add("self_invoice_settlements", answer_id=answer, settled_by_id=by)
