"""Prices: what is set, and which deliveries a price holds for."""

import datetime as dt
from typing import Any

from ipsu_cli.core.agreement import Agreement, Price
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.rows import number

ONE = "agreement_id = :agreement AND service = :service AND unit = :unit AND level = :level"
HELD = f"SELECT from_day, amount_ore FROM prices WHERE {ONE} AND from_day <= :day ORDER BY from_day DESC LIMIT 1"
NEXT = f"SELECT min(from_day) FROM prices WHERE {ONE} AND from_day > :day"
# A case's own level comes before a price for all levels.
TOUCHED = """
    SELECT n.year, n.no, n.status, count(*) AS deliveries
    FROM deliveries d JOIN cases c ON c.id = d.case_id
    LEFT JOIN invoiced i ON i.delivery_id = d.id
    LEFT JOIN invoice_lines l ON l.id = i.line_id
    LEFT JOIN invoices n ON n.id = l.invoice_id
    WHERE c.agreement_id = :agreement AND c.service = :service AND d.unit = :unit AND d.cancelled = 0
      AND d.reverses IS NULL AND d.to_day >= :day AND d.to_day < coalesce(:until, '9999-12-31')
      AND (:level = c.level OR (:level = '' AND NOT EXISTS (
          SELECT 1 FROM prices p WHERE p.agreement_id = :agreement AND p.service = :service AND p.unit = :unit
          AND p.level <> '' AND p.level = c.level AND p.from_day <= d.to_day)))
    GROUP BY n.year, n.no ORDER BY n.year, n.no
"""


class Touched(NamedTuple):
    """How many deliveries a price holds for: those on no invoice, and those that stand on `invoices`, each with its
    status by its number."""

    unbilled: int
    billed: int
    invoices: dict[str, str]


class HeldPrice(NamedTuple):
    """A price that holds on a day, and since when."""

    from_day: dt.date
    amount_ore: Ore


def key_of(agreement: Agreement, price: Price) -> dict[str, Any]:
    """Which series of prices it is in."""
    own = {"agreement": agreement.id, "service": price.service, "unit": price.unit, "level": price.level or ""}
    return own | {"day": price.from_day.isoformat()}


def held(store: Store, agreement: Agreement, price: Price) -> HeldPrice | None:
    """The price that holds on the first day of another of its series; None where there is none."""
    row = store.first(HELD, **key_of(agreement, price))
    return HeldPrice(dt.date.fromisoformat(row["from_day"]), Ore(row["amount_ore"])) if row else None


def touched(store: Store, agreement: Agreement, price: Price) -> Touched:
    """The deliveries from its first day to the next price of its series."""
    key = key_of(agreement, price)
    rows = store.all(TOUCHED, **key, until=store.value(NEXT, **key))
    billed = [row for row in rows if row["year"]]
    return Touched(
        sum(row["deliveries"] for row in rows if not row["year"]),
        sum(row["deliveries"] for row in billed),
        {number(row["year"], row["no"]) or "": row["status"] for row in billed},
    )
