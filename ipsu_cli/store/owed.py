"""What is owed of the work of a basis, which what heads alone make is held against: they say no more than a sum."""

from collections.abc import Iterable

from ipsu_cli.core.money import Ore
from ipsu_cli.store import Store
from ipsu_cli.store.other_work import PRICE

# What stands of the work of a basis, and elsewhere what corrects it: on bases that no self-invoice is about.
OWED = """
    SELECT coalesce(sum(l.net_ore), 0) FROM invoice_lines l
    JOIN invoices n ON n.id = l.invoice_id AND n.status <> 'cancelled'
    WHERE l.status <> 'corrected' AND {which}
"""
ON_BASIS = "l.invoice_id = :invoice"
ITS_WORK = """
    EXISTS (SELECT 1 FROM invoice_lines o
            WHERE o.invoice_id = :invoice AND o.case_id = {row}.case_id AND o.month = {month})
"""
CORRECTED = f"""
    l.invoice_id <> :invoice AND NOT EXISTS (SELECT 1 FROM pairs p WHERE p.invoice_id = l.invoice_id)
    AND {ITS_WORK.format(row="l", month="l.month")}
"""
# What of its cases and months stands on no basis yet, at the price of what it takes back or its own.
UNBUILT = f"""
    SELECT coalesce(sum(sign(hundredths) * ((2 * abs(hundredths) + 100) / 200)), 0) FROM (
        SELECT sum(d.quantity * coalesce(r.unit_price_ore, {PRICE})) AS hundredths
        FROM free f JOIN deliveries d ON d.id = f.delivery_id JOIN cases c ON c.id = d.case_id
        LEFT JOIN invoiced o ON o.delivery_id = d.reverses LEFT JOIN invoice_lines r ON r.id = o.line_id
        WHERE {ITS_WORK.format(row="d", month="substr(d.to_day, 1, 7)")}
        GROUP BY d.case_id, substr(d.to_day, 1, 7))
"""
# What a self-invoice `s` bills of the basis `q.invoice_id`: its lines of what stands there, or all that a head is for.
BILLS = """
    coalesce((
        SELECT sum(t.net_ore) FROM self_invoice_lines t
        WHERE t.self_invoice_id = s.id AND EXISTS (
            SELECT 1 FROM invoice_lines l WHERE l.invoice_id = q.invoice_id AND l.case_id = t.case_id
            AND (t.to_day IS NULL OR l.month BETWEEN substr(t.from_day, 1, 7) AND substr(t.to_day, 1, 7)))
        ), s.net_ore)
"""


def owed_of(store: Store, invoice_id: int) -> list[Ore]:
    """The net that stands on a basis, and the same with what corrects its work elsewhere."""
    standing, corrected = (store.value(OWED.format(which=which), invoice=invoice_id) for which in (ON_BASIS, CORRECTED))
    return [Ore(standing), Ore(standing + corrected)]


def owed_once_built(store: Store, invoice_id: int) -> list[Ore]:
    """The same, and that with what stands on no basis yet: what has left it, or was entered late."""
    owed = owed_of(store, invoice_id)
    return [*owed, owed[-1] + Ore(store.value(UNBUILT, invoice=invoice_id))]


def apart(billed: Ore, owed: Iterable[Ore], count: int) -> Ore:
    """What so many self-invoices, of which some are heads alone, bill less the nearest of what may be owed. The net of
    a head is calculated from its total, so each may be an öre off: within that it is nothing."""
    nearest = min((billed - one for one in owed), key=abs)
    return nearest if abs(nearest) > Ore(count) else Ore(0)
