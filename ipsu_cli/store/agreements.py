"""Agreements and their prices."""

import datetime as dt
import sqlite3
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.effect import ADDED, CHANGED, KNOWN
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import day, number

if TYPE_CHECKING:  # a delivery asks for the last day and the price alone
    from ipsu_cli.core.agreement import Agreement, Price
    from ipsu_cli.core.case import Case

GET = "SELECT * FROM agreements WHERE ref = :ref"
ALL = "SELECT * FROM agreements ORDER BY ref"
EVERY_END = "SELECT ref, to_day FROM agreements"
ENDS = "SELECT to_day FROM agreements WHERE ref = :ref"
INVOICES = "SELECT year, no FROM invoices WHERE agreement_id = :id ORDER BY year, no"
# The services of the cases that stand under it, and of its prices.
USED = """
    SELECT service FROM cases WHERE agreement_id = :id UNION SELECT service FROM prices WHERE agreement_id = :id
    ORDER BY 1
"""
LATER = """
    SELECT count(*) AS deliveries, max(d.to_day) AS last FROM deliveries d JOIN cases c ON c.id = d.case_id
    WHERE c.agreement_id = :id AND d.cancelled = 0 AND d.reverses IS NULL AND d.to_day > :day
"""
EARLIER = """
    SELECT count(*) AS deliveries, min(d.from_day) AS first FROM deliveries d JOIN cases c ON c.id = d.case_id
    WHERE c.agreement_id = :id AND d.cancelled = 0 AND d.reverses IS NULL AND d.from_day < :day
"""
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


def from_row(row: sqlite3.Row) -> "Agreement":
    """The agreement of a row; one that an earlier version entered has no cost centre."""
    import json

    from ipsu_cli.core.agreement import Agreement

    return Agreement(
        row["id"],
        row["ref"],
        (row["service"], *json.loads(row["further_services"] or "[]")),
        row["area"],
        kept_day(row["from_day"]),
        day(row["to_day"]),
        row["purchaser"],
        row["purchaser_orgnr"],
        row["purchaser_address"],
        row["billing"],
        Percent(row["vat"]),
        row["vat_exempt_reason"],
        row["payout"],
        row["cost_centre"],
        tuple(json.loads(row["sites"])),
    )


def find(store: Store, ref: str) -> "Agreement | None":
    """The agreement with that reference, if there is one."""
    row = store.first(GET, ref=ref)
    if row is None or row["cost_centre"]:
        return from_row(row) if row else None
    return next(agreement for agreement in all_of(store) if agreement.ref == ref)


def get(store: Store, ref: str) -> "Agreement":
    """The agreement. Raises `Refused` where there is none."""
    found = find(store, ref)
    if found is None:
        raise Refused("agreement.unknown", agreement=ref, command="ipsu agreement list")
    return found


def all_of(store: Store) -> "list[Agreement]":
    """Every agreement, by reference."""
    listed = [from_row(row) for row in store.all(ALL)]
    if all(agreement.cost_centre for agreement in listed):
        return listed
    from ipsu_cli.core.cost_centre import cost_centres

    codes = cost_centres(listed)
    return [agreement._replace(cost_centre=codes[agreement.ref]) for agreement in listed]


def for_service(store: Store, service: str) -> "list[Agreement]":
    """The agreements that cover a service (`ipsu`, not its parts)."""
    return [agreement for agreement in all_of(store) if service in agreement.services]


def add(store: Writing, agreement: "Agreement") -> None:
    """Enter an agreement."""
    store.add("agreements", ref=agreement.ref, **_kept(agreement))


def alter(store: Writing, agreement: "Agreement") -> None:
    """Let the agreement stand as it does here; what it was goes to its past."""
    store.alter("agreements", agreement.id, **_kept(agreement))


def _kept(agreement: "Agreement") -> dict[str, Any]:
    """The columns of an agreement but its reference."""
    import json

    from ipsu_cli.core.agreement import Agreement
    from ipsu_cli.core.fact import facts_of

    first, *further = agreement.services
    several = {
        "service": first,
        "further_services": json.dumps(further) if further else None,
        "sites": json.dumps(agreement.sites, ensure_ascii=False),
    }
    plain = (fact for fact in facts_of(Agreement) if fact.column not in ("ref", "services", "sites"))
    return several | {fact.column: fact.kept(agreement) for fact in plain}


def invoices(store: Store, agreement: "Agreement") -> list[str]:
    """The numbers of the invoices under an agreement, whatever has become of them."""
    return [number(row["year"], row["no"]) or "" for row in store.all(INVOICES, id=agreement.id)]


def services_used(store: Store, agreement: "Agreement") -> list[str]:
    """The services of the cases and the prices under an agreement."""
    return [row["service"] for row in store.all(USED, id=agreement.id)]


class DeliveriesOutside(NamedTuple):
    """How many deliveries there are after a day, or before it, and the one farthest from it."""

    deliveries: int
    farthest: dt.date | None


def delivered_after(store: Store, agreement: "Agreement", end: dt.date | None) -> DeliveriesOutside:
    """The deliveries under an agreement after its last day; none where it has no end."""
    row = store.first(LATER, id=agreement.id, day=end.isoformat()) if end else None
    return DeliveriesOutside(row["deliveries"], day(row["last"])) if row else DeliveriesOutside(0, None)


def delivered_before(store: Store, agreement: "Agreement") -> DeliveriesOutside:
    """The deliveries under an agreement before its first day."""
    row = store.first(EARLIER, id=agreement.id, day=agreement.from_day.isoformat())
    assert row is not None
    return DeliveriesOutside(row["deliveries"], day(row["first"]))


def ends_on(store: Store, ref: str | None) -> dt.date | None:
    """The last day of an agreement, None where it has none."""
    return day(store.value(ENDS, ref=ref)) if ref else None


def ends(store: Store) -> dict[str, dt.date | None]:
    """The last day of every agreement, by its reference."""
    return {row["ref"]: day(row["to_day"]) for row in store.all(EVERY_END)}


def set_price(store: Writing, agreement: "Agreement", price: "Price") -> str:
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
        return ADDED
    if Ore(row["amount_ore"]) == price.amount_ore:
        return KNOWN
    if row["entered_by"] == store.stamp["entered_by"]:
        raise Refused("price.twice", agreement=agreement.ref, service=price.service, from_day=price.from_day)
    store.alter("prices", row["id"], amount_ore=price.amount_ore)
    return CHANGED


def unit_in_force(store: Store, case: "Case", units: tuple[str, ...], on: dt.date) -> str | None:
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


def prices(store: Store) -> "list[Price]":
    """Every price, by agreement, service, unit, level and day."""
    from ipsu_cli.core.agreement import Price

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
