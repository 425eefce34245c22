"""Who services are for under agreements, where that is not as the service has it by itself."""

import sqlite3
from typing import TYPE_CHECKING

from ipsu_cli.store import Store, Writing

if TYPE_CHECKING:  # few agreements ask otherwise
    from ipsu_cli.core.agreement import Agreement
    from ipsu_cli.core.requirement import Requirement

EACH = "SELECT r.*, a.ref AS agreement FROM requirements r JOIN agreements a ON a.id = r.agreement_id"
ALL = EACH + " ORDER BY a.ref, r.service"
OF_AGREEMENT = EACH + " WHERE a.ref = :agreement ORDER BY r.service"
ID = "SELECT id FROM requirements WHERE agreement_id = :agreement AND service = :service"


def of_agreement(store: Store, ref: str) -> "dict[str, Requirement]":
    """What an agreement asks, by the service that it asks it for."""
    return {row["service"]: _from_row(row) for row in store.all(OF_AGREEMENT, agreement=ref)}


def all_of(store: Store) -> "dict[tuple[str, str], Requirement]":
    """What agreements ask, by agreement and service."""
    return {(row["agreement"], row["service"]): _from_row(row) for row in store.all(ALL)}


def _from_row(row: sqlite3.Row) -> "Requirement":
    from ipsu_cli.core.requirement import Requirement

    checks = tuple(row["checks"].split(",")) if row["checks"] else None
    return Requirement(row["agreement"], row["service"], row["ages"], checks)


def find(store: Store, ref: str | None, service: str) -> "Requirement | None":
    """What an agreement asks for a service; None where it asks nothing otherwise."""
    return of_agreement(store, ref).get(service) if ref else None


def save(store: Writing, agreement: "Agreement", asked: "Requirement") -> None:
    """Let the agreement ask this; what it asked before goes to the past."""
    values = {"ages": asked.ages, "checks": ",".join(asked.check) if asked.check else None}
    id = store.value(ID, agreement=agreement.id, service=asked.service)
    if id is None:
        store.add("requirements", agreement_id=agreement.id, service=asked.service, **values)
    else:
        store.alter("requirements", id, **values)
