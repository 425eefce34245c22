"""Aids on loan."""

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.problem import Refused
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import day

if TYPE_CHECKING:  # on most days nothing is on loan
    from ipsu_cli.core.aid import Aid, AidEntry

# A mapping that has no training of its own yet looks to the support that builds on it.
AID = """
    SELECT a.*, c.ref, c.service, c.coach, p.protected, p.name AS participant,
           coalesce(c.training_to, (SELECT max(b.training_to) FROM cases b WHERE b.after_id = c.id)) AS due
    FROM aids a
    JOIN cases c ON c.id = a.case_id
    JOIN people p ON p.id = c.person_id
"""
GET = AID + " WHERE a.id = :id"
OF_CASE = AID + " WHERE a.case_id = :case ORDER BY a.lent, a.id"
COUNTED = AID + " WHERE c.close_reason IS NOT 'registered_in_error'"
ALL = COUNTED + " ORDER BY a.lent, a.id"
ENTRIES = """
    SELECT c.ref, a.kind, a.name, a.origin, a.lent, a.returned
    FROM aids a JOIN cases c ON c.id = a.case_id ORDER BY a.lent, a.id
"""
ALIKE = """
    SELECT min(id) FROM aids
    WHERE case_id = :case AND kind = :kind AND name IS :name AND origin = :origin AND lent = :lent AND returned IS NULL
"""
OPEN = COUNTED + " AND a.returned IS NULL ORDER BY a.lent, a.id"


def from_row(row: sqlite3.Row) -> "Aid":
    """The aid of a row of `AID`."""
    from ipsu_cli.core.aid import Aid

    return Aid(
        id=row["id"],
        case_id=row["case_id"],
        case=row["ref"],
        service=row["service"],
        participant=None if row["protected"] else row["participant"],
        coach=None if row["protected"] else row["coach"],
        kind=row["kind"],
        name=None if row["protected"] else row["name"],
        origin=row["origin"],
        lent=kept_day(row["lent"]),
        returned=day(row["returned"]),
        due=day(row["due"]),
    )


def get(store: Store, id: int) -> "Aid":
    """The aid. Raises `Refused` where there is none."""
    row = store.first(GET, id=id)
    if row is None:
        raise Refused("aid.unknown", aid=id, command="ipsu aid list")
    return from_row(row)


def listed(store: Store, case_id: int | None = None, *, still_out: bool = False) -> list["Aid"]:
    """The aids of a case or of all, by the day they were lent; `still_out` leaves out what has come back."""
    if case_id is not None:
        found = [from_row(row) for row in store.all(OF_CASE, case=case_id)]
        return [aid for aid in found if aid.open] if still_out else found
    return [from_row(row) for row in store.all(OPEN if still_out else ALL)]


def entries(store: Store) -> "Iterator[AidEntry]":
    """Every loan as it was entered, whoever has it."""
    from ipsu_cli.core.aid import AidEntry

    for row in store.all(ENTRIES):
        lent, returned = kept_day(row["lent"]), day(row["returned"])
        yield AidEntry(row["ref"], row["kind"], lent, row["name"], row["origin"], returned)


def still_out(store: Store, case_id: int, values: dict[str, Any]) -> "Aid | None":
    """A loan of these values that has not come back; None where there is none."""
    id = store.value(ALIKE, case=case_id, **values)
    return None if id is None else get(store, id)


def add(store: Writing, case_id: int, values: dict[str, Any]) -> int:
    """Lend one."""
    store.change(case_id=case_id)
    return store.add("aids", case_id=case_id, **values)


def take_back(store: Writing, aid: "Aid", on: str) -> None:
    """It has come back."""
    store.change(case_id=aid.case_id)
    store.alter("aids", aid.id, returned=on)
