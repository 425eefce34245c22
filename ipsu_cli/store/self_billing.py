"""What the agency's self-invoices bill of each line of ours, over all self-invoices and credits.

A line of ours is a case's work of a month, and so what bills it is added up by case and month. Where a line of the
agency's lies in two months (a week at their turn), the months of the case are taken together. Where several bases have
the same work of a case and month, and all of it together is not billed as it is, each is held against the self-invoices
that are about it: hours that were entered late are not billed because those before them were.
"""

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_billing import (
    APPROVED,
    DIFFERS,
    EQUAL,
    REJECTED,
    TAKEN_BACK,
    TWICE,
    UNANSWERED,
    UNBUILT,
    SelfBilled,
)
from ipsu_cli.store import Store
from ipsu_cli.store.billed_days import BilledDays
from ipsu_cli.store.billed_heads import HEADS, LINES_OF_HEADS, Place, billed_by, by_heads, heads_apart
from ipsu_cli.store.other_work import PRICE
from ipsu_cli.store.rows import SqlRows

OURS = """
    SELECT l.id, l.case_id, l.month, l.net_ore, CASE l.unit WHEN 'hour' THEN l.quantity END AS hours, l.invoice_id,
           l.quantity, l.status, l.refers_to_id
    FROM invoice_lines l
    JOIN invoices n ON n.id = l.invoice_id AND n.status <> 'cancelled'
    JOIN agreements a ON a.id = n.agreement_id AND a.billing = 'self'
    WHERE l.status <> 'corrected'
"""
# Their lines with days, the oldest first, and what stands of each after its credits; a head alone that makes the sum of
# its basis has the lines of that.
THEIRS = f"""
    {HEADS}
    SELECT t.id, t.self_invoice_id, t.case_id, t.from_day, t.to_day, t.net_ore, t.hours, t.stated_hours,
           t.net_ore + coalesce(k.net_ore, 0) AS left_net, t.hours + coalesce(k.hours, 0) AS left_hours,
           s.number, s.year, a.ref AS agreement, w.state, w.awaits, s.on_day
    FROM self_invoice_lines t
    JOIN self_invoices s ON s.id = t.self_invoice_id
    JOIN agreements a ON a.id = s.agreement_id
    LEFT JOIN (SELECT original_line_id, sum(net_ore) AS net_ore, sum(hours) AS hours FROM credited_lines
               GROUP BY original_line_id) k ON k.original_line_id = t.id
    LEFT JOIN self_invoice_answers w ON w.line_id = t.id
    WHERE t.to_day IS NOT NULL
    UNION ALL {LINES_OF_HEADS}
    ORDER BY on_day, self_invoice_id, id
"""
PAIRS = "SELECT self_invoice_id, invoice_id FROM pairs"
# What stands on no basis, by the day on which it ends, and what each hour, day or result of it brings in.
FREE = f"""
    SELECT d.case_id, d.to_day, d.unit, d.quantity, coalesce(r.unit_price_ore, {PRICE}) AS price
    FROM free f JOIN deliveries d ON d.id = f.delivery_id JOIN cases c ON c.id = d.case_id
    LEFT JOIN invoiced o ON o.delivery_id = d.reverses LEFT JOIN invoice_lines r ON r.id = o.line_id
    WHERE d.case_id IN (SELECT case_id FROM self_invoice_lines UNION
                        SELECT case_id FROM invoice_lines WHERE status = 'credited')
    ORDER BY d.case_id
"""
NUMBERS_OF_SEVERAL = "SELECT number FROM self_invoices GROUP BY number HAVING count(*) > 1"


class _Received(NamedTuple):
    """What is known of all self-invoices: the bases that each is about, what is free of the cases, and the days of what
    stands on our lines, as far as somebody has to answer or several bases share the work."""

    pairs: dict[int, set[int]]
    free: dict[int, SqlRows]
    days: BilledDays


def numbers_of_several(store: Store) -> set[str]:
    """The numbers that more than one self-invoice has: there the agreement and the year are named as well."""
    return {row["number"] for row in store.all(NUMBERS_OF_SEVERAL)}


def by_line(store: Store) -> dict[int, SelfBilled]:
    """By the id of each line of ours under self-billing, what bills it. Lines that nothing bills are not there."""
    theirs, heads = store.all(THEIRS), heads_apart(store)
    if not theirs and not heads:
        return {}
    joined = _joined(theirs)
    billed: dict[Place, SqlRows] = {}
    for row in theirs:
        billed.setdefault(_place(joined, row["case_id"], row["to_day"][:7]), []).append(row)
    ours: dict[Place, SqlRows] = {}
    of_invoice: dict[int, SqlRows] = {}
    for row in store.all(OURS):
        of_invoice.setdefault(row["invoice_id"], []).append(row)
        place = _place(joined, row["case_id"], row["month"])
        if place in billed:
            ours.setdefault(place, []).append(row)
    free, days = _by_case(store.all(FREE)), BilledDays(store, _to_judge(ours, billed))
    received = _Received(_by_key(store.all(PAIRS)), free, days)
    about = {invoice for invoices in received.pairs.values() for invoice in invoices}
    found = dict(by_heads(store, heads, of_invoice, free.keys(), about))
    for place, lines in ours.items():
        found |= _of_place(lines, billed[place], received)
    return found


def _to_judge(ours: dict[Place, SqlRows], billed: dict[Place, SqlRows]) -> set[Place]:
    """Where a line waits for an answer, or the work of a month stands on several bases."""
    return {
        place
        for place, lines in ours.items()
        if len({line["invoice_id"] for line in lines}) > 1 or any(row["state"] is None for row in billed[place])
    }


def _by_key(pairs: SqlRows) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for row in pairs:
        found.setdefault(row["self_invoice_id"], set()).add(row["invoice_id"])
    return found


def _by_case(rows: SqlRows) -> dict[int, SqlRows]:
    return {id: list(own) for id, own in groupby(rows, key=itemgetter("case_id"))}


def _joined(theirs: SqlRows) -> dict[Place, Place]:
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


def _of_place(ours: SqlRows, theirs: SqlRows, received: _Received) -> dict[int, SelfBilled]:
    """What bills each line of a case's month: all lines together where they are billed as they are, else those of each
    basis by the self-invoices about it."""
    whole = _compared(ours, theirs, received)
    if len({line["invoice_id"] for line in ours}) == 1:
        return _for_each(ours, whole)
    found: dict[int, SelfBilled] = {}
    agrees = whole is not None and whole.state == EQUAL
    for lines, bills in _groups(ours, theirs, received.pairs):
        answer = _compared(lines, bills, received) if bills else whole if agrees else None
        if answer and whole and agrees:
            answer = answer._replace(state=EQUAL)
        found |= _of_group(lines, bills, answer, received.pairs)
    return found


def _of_group(
    ours: SqlRows, theirs: SqlRows, answer: SelfBilled | None, pairs: dict[int, set[int]]
) -> dict[int, SelfBilled]:
    """What bills these lines. What we have corrected stands on a basis that no self-invoice is about: so it is billed
    neither twice nor, once theirs is approved, otherwise. Nothing bills it yet, or their credit of it is awaited."""
    twice = answer is not None and answer.state == TWICE
    about = {invoice for row in theirs for invoice in pairs.get(row["self_invoice_id"], ())}
    if answer is None or not about or not (twice or (answer.state == DIFFERS and answer.answer == APPROVED)):
        return _for_each(ours, answer)
    corrected = [line for line in ours if line["invoice_id"] not in about]
    left = sum(line["net_ore"] for line in (corrected if twice else ours))
    less = left < (0 if twice else sum(row["net_ore"] for row in theirs))
    found = _for_each([line for line in ours if line["invoice_id"] in about], answer)
    return found | _for_each(corrected, answer._replace(state=TAKEN_BACK) if less else None)


def _for_each(lines: SqlRows, answer: SelfBilled | None) -> dict[int, SelfBilled]:
    return {line["id"]: answer for line in lines} if answer else {}


def _groups(ours: SqlRows, theirs: SqlRows, pairs: dict[int, set[int]]) -> list[tuple[SqlRows, SqlRows]]:
    """Lines of ours with what bills them. Bases that one self-invoice is about, or of which one takes back work of the
    other, go together; a self-invoice that is about none of them goes with all."""
    group = {line["invoice_id"]: line["invoice_id"] for line in ours}
    bases: dict[int, list[int]] = {}
    for row in theirs:
        own = pairs.get(row["self_invoice_id"], set()) & group.keys() | _of_both_months(row, ours)
        bases[row["self_invoice_id"]] = sorted({*own, *bases.get(row["self_invoice_id"], [])} or group)
    tied = [{line["invoice_id"], line["refers_to_id"]} & group.keys() for line in ours]
    for together in (*bases.values(), *tied):
        marks = {group[invoice] for invoice in together}
        group |= {invoice: min(marks) for invoice, mark in group.items() if mark in marks}
    found: dict[int, tuple[SqlRows, SqlRows]] = {mark: ([], []) for mark in sorted(set(group.values()))}
    for line in ours:
        found[group[line["invoice_id"]]][0].append(line)
    for row in theirs:
        found[group[bases[row["self_invoice_id"]][0]]][1].append(row)
    return list(found.values())


def _of_both_months(row: sqlite3.Row, ours: SqlRows) -> set[int]:
    """The bases with work of the months of a line that lies in several: it is about them all."""
    first, last = (row["from_day"] or row["to_day"])[:7], row["to_day"][:7]
    return {line["invoice_id"] for line in ours if first <= line["month"] <= last} if first != last else set()


def _compared(ours: SqlRows, theirs: SqlRows, received: _Received) -> SelfBilled | None:
    """What bills these lines; None where all that did was credited, and they are still to be billed."""
    standing = [row for row in theirs if row["net_ore"] > 0 and row["left_net"] > 0]
    waiting = [row for row in theirs if row["awaits"]]
    owed = sum(line["net_ore"] for line in ours)
    if not standing and not waiting and owed and not sum(row["net_ore"] for row in theirs):
        return None
    state = _state(ours, theirs, standing, received)
    unanswered = [row for row in theirs if row["state"] is None and row["left_net"]]
    named = standing or waiting or theirs
    if state == TWICE:
        named = overlapping(standing)
    elif state in (EQUAL, UNBUILT):
        named = [row for row in standing if row["state"] is None] or unanswered or named
    answer = REJECTED if waiting else UNANSWERED if unanswered else APPROVED
    return billed_by(named[-1], state, answer, waiting)


def _state(ours: SqlRows, theirs: SqlRows, standing: SqlRows, received: _Received) -> str:
    owed, billed = sum(row["net_ore"] for row in ours), sum(row["net_ore"] for row in theirs)
    hours = _hours(ours), _hours(theirs)
    same = owed == billed and (None in hours or hours[0] == hours[1])
    if same and (not billed or received.days.agree(ours, standing)):
        return EQUAL
    unbuilt = _on_their_days(received.free.get(ours[0]["case_id"], []), standing)
    if standing and not owed and not sum(row["quantity"] for row in unbuilt):
        return TAKEN_BACK
    more = None if hours[0] is None or hours[1] is None else hours[1] - hours[0]
    if _is_unbuilt(_Apart(more, billed - owed, len(ours) + len(theirs)), unbuilt):
        return UNBUILT
    return TWICE if billed > owed and overlapping(standing) else DIFFERS


class _Apart(NamedTuple):
    """What they bill less what our lines make: hours (None: one says none), öre, and how many lines were rounded."""

    hours: int | None
    net: int
    rounded: int


def _on_their_days(free: SqlRows, standing: SqlRows) -> SqlRows:
    """What is free on the days of their lines, from the first to the last."""
    if not free or not standing:
        return []
    first, last = min(row["from_day"] or row["to_day"] for row in standing), max(row["to_day"] for row in standing)
    return [row for row in free if first <= row["to_day"] <= last]


def _is_unbuilt(apart: _Apart, unbuilt: SqlRows) -> bool:
    """Is what they bill above our lines delivered on their days at that price, and on no basis yet?"""
    hours = sum(row["quantity"] for row in unbuilt if row["unit"] == "hour")
    if not hours or hours != apart.hours or any(row["price"] is None for row in unbuilt):
        return False
    net: int = sum(row["quantity"] * row["price"] for row in unbuilt)
    return abs(apart.net * 100 - net) <= 100 * apart.rounded  # no line is an öre off by its rounding


def _hours(rows: SqlRows) -> int | None:
    """Their sum, None where one does not say its hours."""
    hours = [row["hours"] for row in rows]
    return None if None in hours else sum(hours)


def overlapping(standing: Iterable[sqlite3.Row]) -> SqlRows:
    """The lines with a day that a self-invoice before them has as well."""
    found: SqlRows = []
    seen: list[tuple[str, str, int]] = []
    for row in sorted(standing, key=lambda row: (row["from_day"] or row["to_day"], row["id"])):
        first = row["from_day"] or row["to_day"]
        if any(last >= first and other != row["self_invoice_id"] for _, last, other in seen):
            found.append(row)
        seen.append((first, row["to_day"], row["self_invoice_id"]))
    return found
