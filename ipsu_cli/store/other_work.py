"""Hours of a case that do not stand on the bases that are compared: they are on no basis yet, or on another one."""

import datetime as dt
from collections.abc import Iterable

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store

# What an hour of a free delivery brings in: the price of the case's own level comes before one for all.
PRICE = """
    (SELECT p.amount_ore FROM prices p
     WHERE p.agreement_id = c.agreement_id AND p.service = c.service AND p.unit = d.unit
       AND p.level IN ('', coalesce(c.level, '')) AND p.from_day <= d.to_day
     ORDER BY p.level = '', p.from_day DESC LIMIT 1)
"""
# What takes a billed delivery back does so at the price of its line.
OTHER = f"""
    SELECT c.ref AS "case", d.to_day, d.quantity, n.id AS invoice_id,
           coalesce(l.unit_price_ore, r.unit_price_ore, {PRICE}) AS price
    FROM cases c
    JOIN deliveries d ON d.case_id = c.id AND d.unit = 'hour' AND d.cancelled = 0
    LEFT JOIN free f ON f.delivery_id = d.id
    LEFT JOIN invoiced i ON i.delivery_id = d.id
    LEFT JOIN invoice_lines l ON l.id = i.line_id AND l.status <> 'corrected'
    LEFT JOIN invoices n ON n.id = l.invoice_id AND n.status <> 'cancelled'
    LEFT JOIN invoiced o ON o.delivery_id = d.reverses
    LEFT JOIN invoice_lines r ON r.id = o.line_id
    WHERE c.ref IN (SELECT value FROM json_each(:cases)) AND c.close_reason IS NOT 'registered_in_error'
      AND (f.delivery_id IS NOT NULL OR n.id NOT IN (SELECT value FROM json_each(:bases)))
    ORDER BY c.ref, d.to_day, d.id
"""


class OtherWork(NamedTuple):
    """Hours that ended on a day, and their price; `is_built`: they stand on a basis. What takes back is below zero."""

    day: dt.date
    hours: Hours
    unit_price_ore: Ore
    is_built: bool


def other_work(store: Store, cases: Iterable[str], bases: Iterable[int]) -> dict[str, list[OtherWork]]:
    """What these cases have delivered at a price and that does not stand on these bases, by case and day."""
    found: dict[str, list[OtherWork]] = {}
    for row in store.all(OTHER, cases=json_list(sorted(set(cases))), bases=json_list(sorted(bases))):
        if row["price"] is not None:
            work = OtherWork(
                kept_day(row["to_day"]), Hours(row["quantity"]), Ore(row["price"]), row["invoice_id"] is not None
            )
            found.setdefault(row["case"], []).append(work)
    return found
