"""Funding: lines of a budget, and the totals that documents state."""

import sqlite3
from typing import Any

from ipsu_cli.core.funding import FundingLine, StatedTotal
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.to_json import all_but, only
from ipsu_cli.store import Store, Writing

LINE = "SELECT f.*, a.ref FROM funding f LEFT JOIN agreements a ON a.id = f.agreement_id"
GET = LINE + " WHERE f.id = :id"
ALL = LINE + " ORDER BY f.unit, f.title, f.year, f.id"
STATED = "SELECT s.*, a.ref FROM funding_stated s LEFT JOIN agreements a ON a.id = s.agreement_id"
GET_STATED = STATED + " WHERE s.id = :id"
ALL_STATED = STATED + " ORDER BY s.unit IS NULL, s.unit, s.year IS NULL, s.year, s.id"
SAME = """
    SELECT id FROM funding_stated
    WHERE agreement_id IS :agreement_id AND unit IS :unit AND year IS :year AND source IS :source
"""


def from_row(row: sqlite3.Row) -> FundingLine:
    """The line of a row of `LINE`."""
    return FundingLine(
        row["id"], row["ref"], row["unit"], row["title"], row["year"], Ore(row["amount_ore"]),
        None if row["fte"] is None else Percent(row["fte"]), row["funder"], row["vat_basis"],
    )  # fmt: skip


def stated_from_row(row: sqlite3.Row) -> StatedTotal:
    """The total of a row of `STATED`."""
    return StatedTotal(row["id"], row["ref"], row["unit"], row["year"], Ore(row["amount_ore"]), row["source"])


def get(store: Store, id: int) -> FundingLine:
    """The line. Raises `Refused` where there is none."""
    row = store.first(GET, id=id)
    if row is None:
        raise Refused("funding.unknown", line=id, command="ipsu funding list")
    return from_row(row)


def get_stated(store: Store, id: int) -> StatedTotal:
    """The stated total. Raises `Refused` where there is none."""
    row = store.first(GET_STATED, id=id)
    if row is None:
        raise Refused("funding.unknown", line=f"S{id}", command="ipsu funding list")
    return stated_from_row(row)


def listed(store: Store) -> list[FundingLine]:
    """Every line, by unit, title and year."""
    return [from_row(row) for row in store.all(ALL)]


def stated(store: Store) -> list[StatedTotal]:
    """Every stated total, by unit and year."""
    return [stated_from_row(row) for row in store.all(ALL_STATED)]


def add(store: Writing, agreement_id: int | None, line: FundingLine) -> int:
    """Enter a line. Returns its id."""
    return store.add("funding", agreement_id=agreement_id, **all_but(line, "id", "agreement"))


def find_stated(store: Store, agreement_id: int | None, total: StatedTotal) -> StatedTotal | None:
    """What the same source has stated of the same before; None where it has not."""
    id = store.value(SAME, **_key(agreement_id, total))
    return None if id is None else get_stated(store, id)


def state(store: Writing, agreement_id: int | None, total: StatedTotal) -> int:
    """Keep a total; one that the same source has stated before is replaced. Returns its id."""
    before = find_stated(store, agreement_id, total)
    if before is None:
        return store.add("funding_stated", amount_ore=total.amount_ore, **_key(agreement_id, total))
    if before.amount_ore != total.amount_ore:
        store.alter("funding_stated", before.id, amount_ore=total.amount_ore)
    return before.id


def _key(agreement_id: int | None, total: StatedTotal) -> dict[str, Any]:
    """What tells totals apart."""
    return {"agreement_id": agreement_id, **only(total, "unit", "year", "source")}
