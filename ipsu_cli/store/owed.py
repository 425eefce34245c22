"""What is owed of the work of a basis, which what heads alone make is held against: they say no more than a sum."""

from collections.abc import Iterable

from ipsu_cli.core.money import Ore
from ipsu_cli.store import Store

# What stands of the work of a basis, and elsewhere what corrects it: on bases that no self-invoice is about.
OWED = """
    SELECT coalesce(sum(l.net_ore), 0) FROM invoice_lines l
    JOIN invoices n ON n.id = l.invoice_id AND n.status <> 'cancelled'
    WHERE l.status <> 'corrected' AND {which}
"""
ON_BASIS = "l.invoice_id = :invoice"
CORRECTED = """
    l.invoice_id <> :invoice AND NOT EXISTS (SELECT 1 FROM pairs p WHERE p.invoice_id = l.invoice_id)
    AND EXISTS (SELECT 1 FROM invoice_lines o
                WHERE o.invoice_id = :invoice AND o.case_id = l.case_id AND o.month = l.month)
"""


def owed_of(store: Store, invoice_id: int) -> list[Ore]:
    """The net that stands on a basis, and the same with what corrects its work elsewhere."""
    standing, corrected = (store.value(OWED.format(which=which), invoice=invoice_id) for which in (ON_BASIS, CORRECTED))
    return [Ore(standing), Ore(standing + corrected)]


def apart(billed: Ore, owed: Iterable[Ore], count: int) -> Ore:
    """What so many self-invoices, of which some are heads alone, bill less the nearest of what may be owed. The net of
    a head is calculated from its total, so each may be an öre off: within that it is nothing."""
    nearest = min((billed - one for one in owed), key=abs)
    return nearest if abs(nearest) > Ore(count) else Ore(0)
