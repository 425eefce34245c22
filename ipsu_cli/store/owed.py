"""What is owed of the work of bases, which what heads alone make is held against: they say no more than a sum."""

from collections.abc import Collection, Iterable

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.money import Ore
from ipsu_cli.store import Store
from ipsu_cli.store.other_work import PRICE

# What stands of the work of some bases, and elsewhere what corrects it: on bases that no self-invoice is about.
OWED = """
    SELECT coalesce(sum(l.net_ore), 0) FROM invoice_lines l
    JOIN invoices n ON n.id = l.invoice_id AND n.status <> 'cancelled'
    WHERE l.status <> 'corrected' AND {which}
"""
BASES = "(SELECT value FROM json_each(:bases))"
ON_BASES = f"l.invoice_id IN {BASES}"
THEIR_WORK = f"""
    EXISTS (SELECT 1 FROM invoice_lines o
            WHERE o.invoice_id IN {BASES} AND o.case_id = {{row}}.case_id AND o.month = {{month}})
"""
CORRECTED = f"""
    l.invoice_id NOT IN {BASES} AND NOT EXISTS (SELECT 1 FROM pairs p WHERE p.invoice_id = l.invoice_id)
    AND {THEIR_WORK.format(row="l", month="l.month")}
"""
# What of their cases and months stands on no basis yet, at the price of what it takes back or its own.
UNBUILT = f"""
    SELECT coalesce(sum(sign(hundredths) * ((2 * abs(hundredths) + 100) / 200)), 0) FROM (
        SELECT sum(d.quantity * coalesce(r.unit_price_ore, {PRICE})) AS hundredths
        FROM free f JOIN deliveries d ON d.id = f.delivery_id JOIN cases c ON c.id = d.case_id
        LEFT JOIN invoiced o ON o.delivery_id = d.reverses LEFT JOIN invoice_lines r ON r.id = o.line_id
        WHERE {THEIR_WORK.format(row="d", month="substr(d.to_day, 1, 7)")}
        GROUP BY d.case_id, substr(d.to_day, 1, 7))
"""
# What a self-invoice `s` bills of some bases: its lines of what stands there, or all that a head is for.
BILLS = f"""
    coalesce((
        SELECT sum(t.net_ore) FROM self_invoice_lines t
        WHERE t.self_invoice_id = s.id AND EXISTS (
            SELECT 1 FROM invoice_lines l WHERE l.invoice_id IN {BASES} AND l.case_id = t.case_id
            AND (t.to_day IS NULL OR l.month BETWEEN substr(t.from_day, 1, 7) AND substr(t.to_day, 1, 7)))
        ), s.net_ore)
"""


def owed_of(store: Store, bases: Collection[int]) -> list[Ore]:
    """The net that stands on some bases, and the same with what corrects their work elsewhere."""
    listed = json_list(bases)
    standing, corrected = (store.value(OWED.format(which=which), bases=listed) for which in (ON_BASES, CORRECTED))
    return [Ore(standing), Ore(standing + corrected)]


def owed_once_built(store: Store, bases: Collection[int]) -> list[Ore]:
    """The same, and that with what stands on no basis yet: what has left them, or was entered late."""
    owed = owed_of(store, bases)
    return [*owed, owed[-1] + Ore(store.value(UNBUILT, bases=json_list(bases)))]


def apart(billed: Ore, owed: Iterable[Ore], count: int) -> Ore:
    """What so many self-invoices, of which some are heads alone, bill less the nearest of what may be owed. The net of
    a head is calculated from its total, so each may be an öre off: within that it is nothing."""
    nearest = min((billed - one for one in owed), key=abs)
    return nearest if abs(nearest) > Ore(count) else Ore(0)
