"""One hour, one payment: what two self-invoices bill, and what is billed and was never delivered."""

import sqlite3
from collections.abc import Sequence
from json import dumps as dump

from ipsu_cli.core.self_invoice import SelfLine
from ipsu_cli.store import Store

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
DELIVERED = """
    SELECT coalesce(sum(d.quantity), 0) FROM deliveries d JOIN cases c ON c.id = d.case_id
    WHERE c.ref = :case AND d.unit = 'hour' AND d.cancelled = 0 AND d.to_day BETWEEN :first AND :last
      AND c.close_reason IS NOT 'registered_in_error'
"""
OURS = """
    SELECT coalesce(sum(l.net_ore), 0) FROM invoice_lines l
    JOIN cases c ON c.id = l.case_id JOIN invoices n ON n.id = l.invoice_id
    WHERE c.ref = :case AND l.status <> 'corrected' AND n.status <> 'cancelled'
      AND l.from_day <= :last AND l.to_day >= :first
"""
ANY_DELIVERED = """
    SELECT c.ref AS "case", d.from_day, d.to_day FROM deliveries d JOIN cases c ON c.id = d.case_id
    WHERE c.ref IN (SELECT value FROM json_each(:cases)) AND d.cancelled = 0 AND d.reverses IS NULL
      AND c.close_reason IS NOT 'registered_in_error'
"""
TAKEN_BACK = """
    SELECT k.original_line_id AS id FROM credited_lines k JOIN self_invoice_lines t ON t.id = k.original_line_id
    WHERE k.original_line_id IN (SELECT value FROM json_each(:lines))
    GROUP BY k.original_line_id HAVING t.net_ore + sum(k.net_ore) <= 0
"""
Days = tuple[str, str]


def twice(store: Store, lines: Sequence[SelfLine], own: int | None) -> dict[int, list[str]]:
    """Which of these lines bill hours that another self-invoice bills as well: their places in `lines`, and the others'
    numbers. Two that share the hours are right together: what they bill is held against what was delivered on their
    days. `own` is the id of the lines' self-invoice, None of one that is only looked at."""
    others: dict[str, list[sqlite3.Row]] = {}
    left: dict[int, int] = {}
    for row in store.all(STANDING, cases=dump(sorted({line.case for line in lines}))):
        if row["self_invoice_id"] == own:
            left[row["id"]] = row["hours"]
        else:
            others.setdefault(row["case"], []).append(row)
    found: dict[int, list[str]] = {}
    for place, line in enumerate(lines):
        days = days_of(line)
        stands = line.net_ore.hundredths > 0 and (own is None or line.id in left)
        if not stands or days is None or line.case not in others:
            continue
        met = [row for row in others[line.case] if row["to_day"] and meet(days, (row["from_day"], row["to_day"]))]
        if met and _too_much(store, line, days, met):
            found[place] = list(dict.fromkeys(row["number"] for row in met))
    return found


def days_of(line: SelfLine) -> Days | None:
    """The days of a line, None where it says none."""
    if line.to_day is None:
        return None
    return ((line.from_day or line.to_day).isoformat(), line.to_day.isoformat())


def meet(one: Days, other: Days) -> bool:
    """Have they a day in common?"""
    return one[0] <= other[1] and other[0] <= one[1]


def _too_much(store: Store, line: SelfLine, days: Days, met: list[sqlite3.Row]) -> bool:
    """Do they bill more than there is? By hours where all say them, else by what stands with us in kronor."""
    first = min(days[0], *(row["from_day"] for row in met))
    last = max(days[1], *(row["to_day"] for row in met))
    span = {"case": line.case, "first": first, "last": last}
    hours = [row["hours"] for row in met]
    if line.hours is None or None in hours:
        return bool(line.net_ore.hundredths + sum(row["net"] for row in met) > store.value(OURS, **span))
    return bool(line.hours.hundredths + sum(hours) > store.value(DELIVERED, **span))


def never_delivered(store: Store, lines: Sequence[SelfLine]) -> list[int]:
    """The places of lines that bill days on which nothing was delivered in their case, and that stand."""
    delivered: dict[str, list[Days]] = {}
    for row in store.all(ANY_DELIVERED, cases=dump(sorted({line.case for line in lines}))):
        delivered.setdefault(row["case"], []).append((row["from_day"], row["to_day"]))
    found = []
    for place, line in enumerate(lines):
        days, known = days_of(line), delivered.get(line.case, [])
        if line.net_ore.hundredths > 0 and not any(days is None or meet(days, done) for done in known):
            found.append(place)
    if not found:
        return []
    taken = {row["id"] for row in store.all(TAKEN_BACK, lines=dump([lines[place].id for place in found]))}
    return [place for place in found if lines[place].id not in taken]
