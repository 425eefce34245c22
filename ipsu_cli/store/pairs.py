"""Which bases of ours the agency's self-invoices are about: kept when the two are there, and never derived again.

A self-invoice is about the basis of its agreement and kind that shares most of its lines (case and days, else case and
month), of several the nearest in amount, and about further ones that hold what the first does not. A head alone is
about those that its sum is of (`pairs_of_heads`). A credit is about a credit of ours that has all its cases, else about
what its originals are about, or what it takes lines back of where it names none.
"""

import sqlite3
from collections.abc import Iterable

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store, Writing, heads_of_one, pairs_of_heads
from ipsu_cli.store.money import any_received
from ipsu_cli.store.rows import number

WANTED = "(SELECT value FROM json_each(:ids))"
TAKES_BACK = "(s.type = '261' OR s.total_ore < 0)"
# The lines of theirs that a basis holds as well, and whether the days meet or the month alone. A line over several
# months is held month by month.
SHARED = f"""
    SELECT DISTINCT s.id, n.id AS invoice_id, t.id AS line_id, t.case_id, abs(s.net_ore - n.net_ore) AS off,
           CASE WHEN substr(t.from_day, 1, 7) <> substr(t.to_day, 1, 7) THEN l.month END AS month,
           {TAKES_BACK} AS credits, coalesce(t.from_day <= l.to_day AND t.to_day >= l.from_day, 0) AS meets
    FROM self_invoices s
    JOIN self_invoice_lines t ON t.self_invoice_id = s.id
    JOIN invoice_lines l ON l.case_id = t.case_id AND l.status <> 'corrected'
         AND (t.to_day IS NULL OR l.month BETWEEN substr(t.from_day, 1, 7) AND substr(t.to_day, 1, 7))
    JOIN invoices n ON n.id = l.invoice_id AND n.agreement_id = s.agreement_id AND n.status <> 'cancelled'
         AND (n.kind = 'credit') = {TAKES_BACK}
    WHERE s.id IN {WANTED}
"""
CASES = f"""
    SELECT self_invoice_id, count(DISTINCT case_id) AS cases FROM self_invoice_lines
    WHERE self_invoice_id IN {WANTED} GROUP BY self_invoice_id
"""
# The originals that a credit names, else those whose lines it takes back.
OF_ORIGINALS = f"""
    WITH taken AS (
        SELECT self_invoice_id AS id, original_id FROM self_invoice_originals WHERE self_invoice_id IN {WANTED}
        UNION
        SELECT l.self_invoice_id, o.self_invoice_id FROM self_invoice_lines l
        JOIN credited_lines k ON k.line_id = l.id
        JOIN self_invoice_lines o ON o.id = k.original_line_id
        WHERE l.self_invoice_id IN {WANTED}
          AND NOT EXISTS (SELECT 1 FROM self_invoice_originals n WHERE n.self_invoice_id = l.self_invoice_id))
    SELECT DISTINCT t.id, p.invoice_id FROM taken t JOIN pairs p ON p.self_invoice_id = t.original_id
    ORDER BY t.id, p.invoice_id
"""
# The credits of a self-invoice that are not about a basis yet; one that is about a credit of ours is about that alone.
CREDITS = """
    SELECT DISTINCT l.self_invoice_id AS id FROM credited_lines k
    JOIN self_invoice_lines l ON l.id = k.line_id
    JOIN self_invoice_lines o ON o.id = k.original_line_id AND o.self_invoice_id = :id
    WHERE NOT EXISTS (SELECT 1 FROM pairs p JOIN invoices n ON n.id = p.invoice_id
                      WHERE p.self_invoice_id = l.self_invoice_id AND (n.id = :invoice OR n.kind = 'credit'))
    ORDER BY id
"""
KEPT = f"SELECT self_invoice_id AS id, invoice_id FROM pairs WHERE self_invoice_id IN {WANTED}"
# What may be about a basis that this change has made or corrected: what has lines of its cases, and heads alone of work
# that it corrects.
OF_CHANGE = """
    SELECT s.id FROM self_invoices s
    WHERE NOT EXISTS (SELECT 1 FROM pairs p WHERE p.self_invoice_id = s.id)
       OR s.id IN (SELECT o.id FROM invoices n
                   CROSS JOIN invoice_lines l ON l.invoice_id = n.id
                   CROSS JOIN self_invoice_lines t ON t.case_id = l.case_id
                   JOIN self_invoices o ON o.id = t.self_invoice_id AND o.agreement_id = n.agreement_id
                   WHERE n.entered_by = :change)
       OR s.id IN (SELECT p.self_invoice_id FROM invoices n
                   CROSS JOIN invoice_lines l ON l.invoice_id = n.id
                   CROSS JOIN invoice_lines o ON o.case_id = l.case_id AND o.month = l.month
                   JOIN pairs p ON p.invoice_id = o.invoice_id
                   WHERE n.entered_by = :change
                     AND NOT EXISTS (SELECT 1 FROM self_invoice_lines t WHERE t.self_invoice_id = p.self_invoice_id))
"""
NUMBERS = """
    SELECT p.self_invoice_id AS id, n.year, n.no FROM pairs p JOIN invoices n ON n.id = p.invoice_id
    ORDER BY p.self_invoice_id, p.id
"""
ABOUT = """
    SELECT p.self_invoice_id AS id FROM pairs p JOIN self_invoices s ON s.id = p.self_invoice_id
    WHERE p.invoice_id = :invoice ORDER BY s.on_day, s.id
"""
BASES = """
    SELECT s.id, a.ref AS agreement, s.year AS their_year, s.number, n.id AS invoice_id, n.year, n.no
    FROM self_invoices s
    JOIN agreements a ON a.id = s.agreement_id
    JOIN pairs p ON p.self_invoice_id = s.id
    JOIN invoices n ON n.id = p.invoice_id
    WHERE s.number = :number ORDER BY s.on_day DESC, s.id, p.id
"""


class BasisPair(NamedTuple):
    """A self-invoice, named wholly, and a basis of ours that it is about."""

    self_invoice_id: int
    agreement: str
    year: int
    number: str
    invoice_id: int
    invoice: str


def bases_of(store: Store, wanted: str) -> list[BasisPair]:
    """The bases that the self-invoices of a number are about, as it was kept; the newest self-invoice first."""
    return [
        BasisPair(row["id"], row["agreement"], row["their_year"], row["number"], row["invoice_id"],
             number(row["year"], row["no"]) or "")
        for row in store.all(BASES, number=wanted)
    ]  # fmt: skip


def all_of(store: Store) -> dict[int, list[str]]:
    """The numbers of the bases by the id of each self-invoice that is about any."""
    found: dict[int, list[str]] = {}
    for row in store.all(NUMBERS):
        found.setdefault(row["id"], []).append(number(row["year"], row["no"]) or "")
    return found


def about(store: Store, invoice_id: int) -> list[int]:
    """The ids of the self-invoices that are about a basis, the oldest first."""
    return [row["id"] for row in store.all(ABOUT, invoice=invoice_id)]


def keep(store: Writing, ids: Iterable[int]) -> None:
    """Find the bases of these self-invoices and keep them. What is kept already stays."""
    wanted = json_list(sorted(ids))
    kept: dict[int, set[int]] = {}
    for row in store.all(KEPT, ids=wanted):
        kept.setdefault(row["id"], set()).add(row["invoice_id"])
    found = _shared(store, wanted, kept)
    for id, invoices in pairs_of_heads.find(store, wanted, kept).items():
        found.setdefault(id, [invoice for invoice in invoices if invoice not in kept.get(id, ())])
    for id, invoices in _of_originals(store, wanted).items():
        if id not in kept:
            found.setdefault(id, invoices)
    for id, invoices in sorted(found.items()):
        for invoice in invoices:
            add(store, id, invoice)
            _add_credits(store, id, invoice)
    heads_of_one.tell(store, {invoice for invoices in found.values() for invoice in invoices})


def _add_credits(store: Writing, id: int, invoice: int) -> None:
    """What was credited of a self-invoice before it came to a basis is about that basis too."""
    for row in store.all(CREDITS, id=id, invoice=invoice):
        add(store, row["id"], invoice)


def add(store: Writing, id: int, invoice_id: int) -> None:
    """Keep that a self-invoice is about a basis, where somebody has said so."""
    store.add("pairs", self_invoice_id=id, invoice_id=invoice_id)


def _of_originals(store: Store, wanted: str) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for row in store.all(OF_ORIGINALS, ids=wanted):
        found.setdefault(row["id"], []).append(row["invoice_id"])
    return found


def keep_of_change(store: Writing) -> list[int]:
    """Keep the pairs of the bases that this change has made or corrected: a self-invoice may have come before. Returns
    the ids of those that it may have been kept of."""
    if not store.changed or not any_received(store):
        return []
    ids = [row["id"] for row in store.all(OF_CHANGE, change=store.change())]
    keep(store, ids)
    return ids


class _Candidate(NamedTuple):
    """A basis that shares lines with a self-invoice (of those over several months, the month), and by how much their
    nets differ."""

    lines: set[tuple[int, str | None]]
    cases: set[int]
    off: int
    credits: bool


def _shared(store: Store, wanted: str, kept: dict[int, set[int]]) -> dict[int, list[int]]:
    cases = {row["self_invoice_id"]: row["cases"] for row in store.all(CASES, ids=wanted)}
    candidates: dict[int, dict[int, _Candidate]] = {}
    rows = store.all(SHARED, ids=wanted)
    meeting = {row["line_id"] for row in rows if row["meets"]}
    for row in rows:
        if row["line_id"] in meeting and not row["meets"]:
            continue
        of_one = candidates.setdefault(row["id"], {})
        candidate = of_one.setdefault(row["invoice_id"], _candidate(row))
        candidate.lines.add((row["line_id"], row["month"]))
        candidate.cases.add(row["case_id"])
    found = {id: _chosen(of_one, cases[id], kept.get(id, set())) for id, of_one in candidates.items()}
    return {id: invoices for id, invoices in found.items() if invoices}


def _candidate(row: sqlite3.Row) -> _Candidate:
    return _Candidate(set(), set(), row["off"], bool(row["credits"]))


def _chosen(candidates: dict[int, _Candidate], cases: int, kept: set[int]) -> list[int]:
    """The best first, then each that holds lines which those before it do not."""
    order = sorted(candidates, key=lambda id: (-len(candidates[id].lines), candidates[id].off, -id))
    credits = any(candidate.credits for candidate in candidates.values())
    if credits:
        whole = [id for id in order if len(candidates[id].cases) == cases]
        return [] if kept else whole[:1]
    held = {line for id in kept & candidates.keys() for line in candidates[id].lines}
    chosen = []
    for id in order:
        if id not in kept and candidates[id].lines - held:
            chosen.append(id)
            held |= candidates[id].lines
    return chosen
