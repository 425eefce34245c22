"""Agreements and their prices."""

import datetime as dt
import sqlite3
from typing import Any

from ipsu_cli.core.agreement import Agreement, Price
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import day

GET = "SELECT * FROM agreements WHERE ref = :ref"
ALL = "SELECT * FROM agreements ORDER BY ref"
FOR_SERVICE = "SELECT * FROM agreements WHERE service = :service ORDER BY ref"
PRICES = """
    SELECT a.ref, p.* FROM prices p JOIN agreements a ON a.id = p.agreement_id
    ORDER BY a.ref, p.service, p.unit, p.level, p.from_day
"""
# The newest price of a unit that is in force on a day, of the case's level or for all.
IN_FORCE = """
    SELECT max(p.from_day) FROM prices p JOIN agreements a ON a.id = p.agreement_id
    WHERE a.ref = :agreement AND p.service = :service AND p.from_day <= :day AND p.unit = :unit
      AND (p.level = '' OR p.level = :level)
"""
SAME = """
    SELECT * FROM prices WHERE agreement_id = :agreement AND service = :service AND unit = :unit
    AND level = :level AND from_day = :from_day
"""


def from_row(row: sqlite3.Row) -> Agreement:
    """The agreement of a row."""
    import json

    first = day(row["from_day"])
    assert first is not None
    return Agreement(
        row["id"],
        row["ref"],
        row["service"],
        row["area"],
        first,
        day(row["to_day"]),
        row["purchaser"],
        row["billing"],
        Percent(row["vat"]),
        row["vat_exempt_reason"],
        row["payout"],
        tuple(json.loads(row["sites"])),
    )


def find(store: Store, ref: str) -> Agreement | None:
    """The agreement with that reference, if there is one."""
    row = store.first(GET, ref=ref)
    return from_row(row) if row else None


def get(store: Store, ref: str) -> Agreement:
    """The agreement. Raises `Refused` where there is none."""
    found = find(store, ref)
    if found is None:
        raise Refused("agreement.unknown", agreement=ref, command="ipsu agreement list")
    return found


def all_of(store: Store) -> list[Agreement]:
    """Every agreement, by reference."""
    return [from_row(row) for row in store.all(ALL)]


def for_service(store: Store, service: str) -> list[Agreement]:
    """The agreements on a service (`ipsu`, not its parts)."""
    return [from_row(row) for row in store.all(FOR_SERVICE, service=service)]


def add(store: Writing, values: dict[str, Any]) -> int:
    """Enter an agreement; `sites` is a tuple of towns."""
    import json

    return store.add("agreements", **{**values, "sites": json.dumps(values["sites"], ensure_ascii=False)})


def set_price(store: Writing, agreement: Agreement, price: Price) -> str:
    """Set a price. Says whether it is `added`, `changed`, or `known` as it is."""
    key = {
        "agreement": agreement.id,
        "service": price.service,
        "unit": price.unit,
        "level": price.level or "",
        "from_day": price.from_day.isoformat(),
    }
    row = store.first(SAME, **key)
    if row is None:
        store.add("prices", agreement_id=key.pop("agreement"), amount_ore=price.amount_ore, **key)
        return "added"
    if Ore(row["amount_ore"]) == price.amount_ore:
        return "known"
    if row["entered_by"] == store.stamp["entered_by"]:
        raise Refused("price.twice", agreement=agreement.ref, service=price.service, from_day=price.from_day)
    store.alter("prices", row["id"], amount_ore=price.amount_ore)
    return "changed"


def unit_in_force(store: Store, case: Case, units: tuple[str, ...], on: dt.date) -> str | None:
    """Of some units the one whose price came last, as it stands on a day; None where none of them has a price."""
    asked = {
        "agreement": case.agreement,
        "service": case.service,
        "level": case.placement.level or "",
        "day": on.isoformat(),
    }
    since = {unit: store.value(IN_FORCE, unit=unit, **asked) for unit in units}
    found = [unit for unit in units if since[unit]]
    return max(found, key=lambda unit: since[unit]) if found else None


def prices(store: Store) -> list[Price]:
    """Every price, by agreement, service, unit, level and day."""
    return [
        Price(
            row["ref"],
            row["service"],
            row["unit"],
            row["level"] or None,
            kept_day(row["from_day"]),
            Ore(row["amount_ore"]),
        )
        for row in store.all(PRICES)
    ]
