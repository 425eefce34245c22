"""What self-invoices of which nothing but the total is known bill of our bases: some as a whole, or a case of one."""

import sqlite3
from collections.abc import Collection, Iterator

from ipsu_cli.core.money import Ore
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
from ipsu_cli.store.owed import apart, owed_once_built
from ipsu_cli.store.pairs_of_heads import PART
from ipsu_cli.store.rows import SqlRows
from ipsu_cli.store.tied_bases import TIED

Place = tuple[int, str]  # a case, and a month of it

# Heads alone of which it is known which bases they are about (`first` is the first of all that they are tied to). One
# bills them whole, or a case of the one. Where another makes another sum nobody can say what is billed of each line
# (`apart`), unless all of them make what those were issued for (`as_one`): then one `bears` it. `left` is what the
# credits that refer to a head have left of it. Of its bases one that was cancelled has another in its place.
HEADS = f"""
    WITH RECURSIVE {TIED},
    together AS (
        SELECT t.basis, min(t.other) AS first, sum(n.total_ore) AS total_ore
        FROM tied t JOIN invoices n ON n.id = t.other AND n.status <> 'cancelled' GROUP BY t.basis),
    kept AS (
        SELECT p.self_invoice_id, p.invoice_id, n.total_ore FROM pairs p JOIN invoices n ON n.id = p.invoice_id
        WHERE n.status <> 'cancelled'
           OR (SELECT count(*) FROM pairs o WHERE o.self_invoice_id = p.self_invoice_id) = 1),
    about AS (
        SELECT p.self_invoice_id AS id, min(p.invoice_id) AS invoice_id, sum(p.total_ore) AS total_ore,
               count(*) > 1 AS several
        FROM kept p JOIN self_invoices o ON o.id = p.self_invoice_id
        WHERE NOT EXISTS (SELECT 1 FROM self_invoice_lines t WHERE t.self_invoice_id = p.self_invoice_id)
        GROUP BY p.self_invoice_id HAVING count(*) = 1 OR NOT max(abs(p.total_ore) = abs(o.total_ore))),
    stated AS (
        SELECT s.id, s.on_day, s.number, s.year, a.ref AS agreement, s.total_ore, s.net_ore, p.invoice_id,
               coalesce(g.first, p.invoice_id) AS first, coalesce(g.total_ore, p.total_ore) AS owed,
               abs(s.total_ore) = abs(p.total_ore) AS is_whole,
               CASE WHEN w.awaits IS NULL AND NOT p.several AND abs(s.total_ore) <> abs(p.total_ore)
                    THEN {PART.format(invoice="p.invoice_id", net="s.net_ore")} END AS part,
               s.total_ore + coalesce((SELECT sum(k.total_ore) FROM self_invoice_originals o
                                       JOIN self_invoices k ON k.id = o.self_invoice_id
                                       WHERE o.original_id = s.id), 0) AS left,
               w.state, w.awaits
        FROM self_invoices s
        JOIN agreements a ON a.id = s.agreement_id
        JOIN about p ON p.id = s.id
        LEFT JOIN together g ON g.basis = p.invoice_id
        LEFT JOIN self_invoice_answers w ON w.self_invoice_id = s.id AND w.line_id IS NULL),
    heads AS (
        SELECT *, max(NOT is_whole AND part IS NULL) OVER own AS apart,
               sum(total_ore) OVER own = owed AND NOT count(awaits) OVER own AS as_one,
               row_number() OVER (PARTITION BY first
                                  ORDER BY state IS NOT NULL, total_ore < 0, on_day DESC, id DESC) = 1 AS bears
        FROM stated WINDOW own AS (PARTITION BY first)),
    billed AS (
        SELECT h.id, p.invoice_id FROM heads h JOIN kept p ON p.self_invoice_id = h.id WHERE NOT h.apart
        UNION ALL
        SELECT h.id, coalesce(t.other, h.invoice_id) FROM heads h LEFT JOIN tied t ON t.basis = h.invoice_id
        WHERE h.apart AND h.as_one AND h.bears)
"""
# What they bill: each line as it was issued, also one that has left its basis since. They do not say on which days the
# hours were.
LINES_OF_HEADS = """
    SELECT -l.id AS id, h.id AS self_invoice_id, l.case_id, max(l.from_day, l.month || '-01') AS from_day, l.to_day,
           l.net_ore * h.sign AS net_ore, CASE l.unit WHEN 'hour' THEN l.quantity * h.sign END AS hours,
           NULL AS stated_hours, l.net_ore * h.sign * h.stands AS left_net, NULL AS left_hours,
           h.number, h.year, h.agreement, h.state, h.awaits, h.on_day
    FROM (SELECT *, CASE WHEN apart OR sign(total_ore) = sign(owed) THEN 1 ELSE -1 END AS sign,
                 apart OR left <> 0 AS stands FROM heads) h
    JOIN billed b ON b.id = h.id
    JOIN invoice_lines l ON l.invoice_id = b.invoice_id AND (h.apart OR h.part IS NULL OR l.case_id = h.part)
"""
APART = f"""
    {HEADS}
    SELECT h.*, (SELECT group_concat(other) FROM tied WHERE basis = h.invoice_id) AS tied
    FROM heads h WHERE apart AND NOT as_one ORDER BY on_day, id
"""
# The cases and months of which a line has left its basis.
LEFT = "SELECT DISTINCT invoice_id, case_id, month FROM invoice_lines WHERE status = 'corrected'"


def heads_apart(store: Store) -> SqlRows:
    """The heads alone of bases of which they make another sum than those were issued for, the oldest first."""
    return store.all(APART)


def billed_by(named: sqlite3.Row, state: str, answer: str, waiting: SqlRows) -> SelfBilled:
    """What is told of a line that `named` bills; `waiting` are those that await something of the agency's."""
    awaits = waiting[-1]["awaits"] if waiting else None
    return SelfBilled(named["number"], named["agreement"], named["year"], state, answer, awaits)


def by_heads(
    store: Store,
    heads: SqlRows,
    of_invoice: dict[int, SqlRows],
    free_cases: Collection[int],
    received: Collection[int],
) -> Iterator[tuple[int, SelfBilled]]:
    """By the id of each line, what bills it. `free_cases` have work that stands on no basis, `received` are the bases
    that any self-invoice is about: work of the same case and month on others corrects it, also where it has left."""
    about: dict[int, SqlRows] = {}
    for head in heads:
        about.setdefault(head["first"], []).append(head)
    bases = {first: _tied(own[0]) for first, own in about.items()}
    billed = {basis for tied in bases.values() for basis in tied}
    places = _places_left(store) if heads else {}
    elsewhere: dict[Place, SqlRows] = {}
    for line in (line for invoice, own in of_invoice.items() if invoice not in received for line in own):
        elsewhere.setdefault((line["case_id"], line["month"]), []).append(line)
    for first, own in about.items():
        lines = [line for basis in bases[first] for line in of_invoice.get(basis, [])]
        left = {place for basis in bases[first] for place in places.get(basis, ())}
        worked = {(line["case_id"], line["month"]) for line in lines} | left
        corrected = [line for place in sorted(worked) for line in elsewhere.get(place, [])]
        waiting = [head for head in own if head["awaits"]]
        if not sum(head["total_ore"] for head in own) and own[-1]["owed"] and not waiting:
            continue  # credited whole, and to be billed again
        state = _state(store, bases[first], own, lines, corrected)
        answered = all(head["state"] for head in own)
        answer = REJECTED if waiting else APPROVED if answered else UNANSWERED
        open_heads = [head for head in own if not head["state"]] if state in (EQUAL, UNBUILT) else []
        named = (
            open_heads[-1] if open_heads else next((head for head in reversed(own) if head["total_ore"] > 0), own[-1])
        )
        for line in (*lines, *(corrected if state in (EQUAL, UNBUILT) else ())):
            back = _is_taken_back(line, of_invoice, billed, free_cases)
            yield line["id"], billed_by(named, TAKEN_BACK if back else state, answer, waiting)


def _tied(head: sqlite3.Row) -> list[int]:
    """The bases that it is about, and those that other heads tie to them."""
    return [int(basis) for basis in str(head["tied"] or head["invoice_id"]).split(",")]


def _places_left(store: Store) -> dict[int, set[Place]]:
    found: dict[int, set[Place]] = {}
    for row in store.all(LEFT):
        found.setdefault(row["invoice_id"], set()).add((row["case_id"], row["month"]))
    return found


def _state(store: Store, bases: Collection[int], heads: SqlRows, lines: SqlRows, corrected: SqlRows) -> str:
    """Do they make what stands of the bases, with what corrects it elsewhere or without? With what is not built yet?"""
    billed = Ore(sum(head["net_ore"] for head in heads))
    standing, more = (Ore(sum(line["net_ore"] for line in some)) for some in (lines, corrected))
    if not apart(billed, [standing + more], len(heads)):
        return EQUAL
    if not apart(billed, owed_once_built(store, bases)[-1:], len(heads)):
        return UNBUILT
    return TWICE if billed > standing + more and sum(head["total_ore"] > 0 for head in heads) > 1 else DIFFERS


def _is_taken_back(
    line: sqlite3.Row, of_invoice: dict[int, SqlRows], billed: Collection[int], free_cases: Collection[int]
) -> bool:
    """Has a credit of ours taken it back that no credit of the agency's is about, and is nothing of the work left?"""
    if line["status"] != "credited" or line["case_id"] in free_cases:
        return False
    lines = [other for own in of_invoice.values() for other in own if other["case_id"] == line["case_id"]]
    credits = {other["invoice_id"] for other in lines if other["refers_to_id"] == line["invoice_id"]}
    return not credits & set(billed) and not sum(other["net_ore"] for other in lines if other["month"] == line["month"])
