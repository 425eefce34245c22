"""One hour, one payment: what two self-invoices bill, and what is billed and was never delivered."""

import sqlite3
from collections.abc import Iterator, Sequence

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import SelfLine
from ipsu_cli.store import Store
from ipsu_cli.store.owed import BASES, BILLS
from ipsu_cli.store.tied_bases import tied_to

# The lines that bill these cases and stand, with their self-invoices.
STANDING = """
    SELECT c.ref AS "case", t.id, t.from_day, t.to_day, s.id AS self_invoice_id, s.number,
           t.net_ore + coalesce(k.net_ore, 0) AS net, t.hours + coalesce(k.hours, 0) AS hours
    FROM cases c
    JOIN self_invoice_lines t ON t.case_id = c.id AND t.net_ore > 0
    JOIN self_invoices s ON s.id = t.self_invoice_id
    LEFT JOIN (SELECT original_line_id, sum(net_ore) AS net_ore, sum(hours) AS hours FROM credited_lines
               GROUP BY original_line_id) k ON k.original_line_id = t.id
    WHERE c.ref IN (SELECT value FROM json_each(:cases)) AND t.net_ore + coalesce(k.net_ore, 0) > 0
    ORDER BY t.id
"""
# What was delivered of these cases, and what stands of them on our bases.
DELIVERED = """
    SELECT c.ref AS "case", d.from_day, d.to_day, d.reverses,
           CASE d.unit WHEN 'hour' THEN d.quantity ELSE 0 END AS hours
    FROM deliveries d JOIN cases c ON c.id = d.case_id
    WHERE c.ref IN (SELECT value FROM json_each(:cases)) AND d.cancelled = 0
      AND c.close_reason IS NOT 'registered_in_error'
"""
OURS = """
    SELECT c.ref AS "case", l.from_day, l.to_day, l.net_ore FROM invoice_lines l
    JOIN cases c ON c.id = l.case_id JOIN invoices n ON n.id = l.invoice_id
    WHERE c.ref IN (SELECT value FROM json_each(:cases)) AND l.status <> 'corrected' AND n.status <> 'cancelled'
"""
TAKEN_BACK = """
    SELECT k.original_line_id AS id FROM credited_lines k JOIN self_invoice_lines t ON t.id = k.original_line_id
    WHERE k.original_line_id IN (SELECT value FROM json_each(:lines))
    GROUP BY k.original_line_id HAVING t.net_ore + sum(k.net_ore) <= 0
"""
# What self-invoices bill and nobody has approved, on days of which nothing was delivered; what stands of it.
NEVER_DELIVERED = """
    SELECT s.number, s.year, a.ref AS agreement, c.ref AS "case", substr(coalesce(t.to_day, s.on_day), 1, 7) AS month,
           s.on_day, w.state, w.awaits,
           t.net_ore + coalesce((SELECT sum(net_ore) FROM credited_lines k WHERE k.original_line_id = t.id), 0) AS net
    FROM self_invoice_lines t
    JOIN self_invoices s ON s.id = t.self_invoice_id
    JOIN agreements a ON a.id = s.agreement_id
    JOIN cases c ON c.id = t.case_id
    LEFT JOIN self_invoice_answers w ON w.line_id = t.id
    WHERE w.state IS NOT 'approved' AND t.net_ore > 0 AND net > 0
      AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.case_id = t.case_id AND d.cancelled = 0 AND d.reverses IS NULL
                      AND (t.to_day IS NULL
                           OR (d.from_day <= t.to_day AND d.to_day >= coalesce(t.from_day, t.to_day))))
    ORDER BY s.on_day, s.id, t.id
"""
# The bases of a self-invoice that another one is about as well, of which one is a head alone.
WITH_HEADS = """
    SELECT q.invoice_id FROM pairs q
    WHERE q.self_invoice_id = :id
      AND (SELECT count(*) FROM pairs m WHERE m.invoice_id = q.invoice_id) > 1
      AND EXISTS (SELECT 1 FROM pairs h WHERE h.invoice_id = q.invoice_id AND NOT EXISTS (
                      SELECT 1 FROM self_invoice_lines t WHERE t.self_invoice_id = h.self_invoice_id))
    ORDER BY q.invoice_id
"""
# What each self-invoice bills of bases that heads alone tie together.
BILLED = f"""
    SELECT s.id, s.number, {BILLS} AS net FROM self_invoices s
    WHERE s.id IN (SELECT self_invoice_id FROM pairs WHERE invoice_id IN {BASES}) ORDER BY s.on_day, s.id
"""
Days = tuple[str, str]


class _Case(NamedTuple):
    """What is known of a case: the lines that bill it and stand, its deliveries, and our lines."""

    standing: list[sqlite3.Row]
    delivered: list[sqlite3.Row]
    ours: list[sqlite3.Row]


class BilledTogether(NamedTuple):
    """Bases, and what each self-invoice bills of them."""

    bases: tuple[int, ...]
    billed: list[sqlite3.Row]


class Overlaps:
    """What self-invoices bill of each case, next to what was delivered of it; the register is asked once for a case."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._cases: dict[str, _Case] = {}

    def with_heads(self, id: int) -> Iterator[BilledTogether]:
        """The bases that a self-invoice is about with others, of which one is a head alone, and what each of them
        bills of these and of what heads tie to them."""
        bases = [row["invoice_id"] for row in self._store.all(WITH_HEADS, id=id)]
        for tied in dict.fromkeys(tuple(tied_to(self._store, [basis])) for basis in bases):
            yield BilledTogether(tied, self._store.all(BILLED, bases=json_list(tied)))

    def twice(self, lines: Sequence[SelfLine], own: int | None) -> dict[int, list[str]]:
        """Which of these lines bill hours that another self-invoice bills as well: their places in `lines`, and the
        others' numbers. Two that share the hours are right together: what they bill is held against what was delivered
        on their days. `own` is the id of the lines' self-invoice, None of one that is only looked at."""
        self._learn(lines)
        standing = {row["id"] for case in {line.case for line in lines} for row in self._cases[case].standing}
        found: dict[int, list[str]] = {}
        for place, line in enumerate(lines):
            known, days = self._cases[line.case], days_of(line)
            if line.net_ore <= Ore(0) or days is None or (own is not None and line.id not in standing):
                continue
            others = (row for row in known.standing if row["self_invoice_id"] != own and row["to_day"])
            met = [row for row in others if meet(days, (row["from_day"], row["to_day"]))]
            if met and _too_much(known, line, days, met):
                found[place] = list(dict.fromkeys(row["number"] for row in met))
        return found

    def never_delivered(self, lines: Sequence[SelfLine]) -> list[int]:
        """The places of lines that bill days on which nothing was delivered in their case, and that stand."""
        self._learn(lines)
        found = []
        for place, line in enumerate(lines):
            days = days_of(line)
            done = (row for row in self._cases[line.case].delivered if row["reverses"] is None)
            if line.net_ore > Ore(0) and not any(
                days is None or meet(days, (row["from_day"], row["to_day"])) for row in done
            ):
                found.append(place)
        if not found:
            return []
        ids = json_list(lines[place].id for place in found)
        taken = {row["id"] for row in self._store.all(TAKEN_BACK, lines=ids)}
        return [place for place in found if lines[place].id not in taken]

    def _learn(self, lines: Sequence[SelfLine]) -> None:
        """Ask for the cases that are not known yet."""
        lacking = sorted({line.case for line in lines} - self._cases.keys())
        if not lacking:
            return
        self._cases |= {case: _Case([], [], []) for case in lacking}
        for place, question in enumerate((STANDING, DELIVERED, OURS)):
            for row in self._store.all(question, cases=json_list(lacking)):
                self._cases[row["case"]][place].append(row)


def never_delivered(store: Store) -> list[sqlite3.Row]:
    """All that self-invoices bill, that stands, and of which nothing was delivered."""
    return store.all(NEVER_DELIVERED)


def days_of(line: SelfLine) -> Days | None:
    """The days of a line, None where it says none."""
    if line.to_day is None:
        return None
    return ((line.from_day or line.to_day).isoformat(), line.to_day.isoformat())


def meet(one: Days, other: Days) -> bool:
    """Have they a day in common?"""
    return one[0] <= other[1] and other[0] <= one[1]


def _too_much(known: _Case, line: SelfLine, days: Days, met: list[sqlite3.Row]) -> bool:
    """Do they bill more than there is? By hours where all say them, else by what stands with us in kronor."""
    first = min(days[0], *(row["from_day"] for row in met))
    last = max(days[1], *(row["to_day"] for row in met))
    hours = [row["hours"] for row in met]
    if line.hours is None or None in hours:
        ours = sum(row["net_ore"] for row in known.ours if meet((first, last), (row["from_day"], row["to_day"])))
        return bool(line.net_ore.hundredths + sum(row["net"] for row in met) > ours)
    delivered = sum(row["hours"] for row in known.delivered if first <= row["to_day"] <= last)
    return bool(line.hours.hundredths + sum(hours) > delivered)
