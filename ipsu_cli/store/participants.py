"""Participants: who is meant by a case or by a number, and when their cases ended."""

import datetime as dt

from ipsu_cli.core.case import Person
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.retention import CaseEnd
from ipsu_cli.store import Store, cases
from ipsu_cli.store.erasure import Identity
from ipsu_cli.store.rows import day

SALT = "SELECT salt FROM people WHERE id = :id"
# Of somebody who was entered and taken back the past alone still tells.
TAKEN_BACK = """
    SELECT id, salt, personnummer, name, gender, protected FROM people_past p
    WHERE personnummer = :personnummer AND NOT EXISTS (SELECT 1 FROM people l WHERE l.id = p.id AND l.salt = p.salt)
    ORDER BY ceased_by DESC LIMIT 1
"""
ENDS = """
    SELECT p.id, p.salt, c.ref, c.to_day, c.closed_on FROM people p
    LEFT JOIN cases c ON c.person_id = p.id AND c.close_reason IS NOT 'registered_in_error'
    WHERE length(p.salt) > 0 AND (:person IS NULL OR p.id = :person) ORDER BY p.id, c.ref
"""
FIRST = "SELECT id FROM cases WHERE person_id = :person AND (:ref IS NULL OR ref = :ref) ORDER BY id LIMIT 1"
LOCKED = """
    SELECT c.ref FROM investigations i JOIN cases c ON c.id = i.case_id
    WHERE c.person_id = :person AND i.closed IS NULL ORDER BY c.ref LIMIT 1
"""


class RegisteredPerson(NamedTuple):
    """A person, how an erasure knows the person, and whether the register has the person still."""

    person: Person
    identity: Identity
    registered: bool = True


class ParticipantEnds(NamedTuple):
    """The cases of a person, and when each ended."""

    identity: Identity
    ends: list[CaseEnd]


def of_case(store: Store, ref: str) -> RegisteredPerson:
    """Whose case it is. Raises `Refused` where there is no such case."""
    return _live(store, cases.get(store, ref).person)


def of_number(store: Store, personnummer: str) -> RegisteredPerson | None:
    """Who has a number, or had it until the entry was taken back."""
    found = cases.person(store, personnummer)
    if found is not None:
        return _live(store, found)
    row = store.first(TAKEN_BACK, personnummer=personnummer)
    if row is None:
        return None
    id, salt, *own = row
    return RegisteredPerson(Person(id, *own), Identity(id, salt), registered=False)


def _live(store: Store, person: Person) -> RegisteredPerson:
    return RegisteredPerson(person, Identity(person.id, store.value(SALT, id=person.id)))


def ends(store: Store, person: int | None = None) -> list[ParticipantEnds]:
    """Everybody who is not erased, or one of them, with the last day of each case."""
    found: dict[int, ParticipantEnds] = {}
    for row in store.all(ENDS, person=person):
        one = found.setdefault(row["id"], ParticipantEnds(Identity(row["id"], row["salt"]), []))
        if row["ref"] is not None:
            one.ends.append(CaseEnd(row["ref"], _last(row["to_day"], row["closed_on"])))
    return list(found.values())


def _last(to_day: str | None, closed_on: str | None) -> dt.date | None:
    return min((found for found in (day(to_day), day(closed_on)) if found), default=None)


def refs(store: Store, person: int) -> list[str]:
    """The cases of a person, by reference."""
    return [
        row["ref"] for row in store.all("SELECT ref FROM cases WHERE person_id = :person ORDER BY ref", person=person)
    ]


def first_case(store: Store, person: int, ref: str | None) -> int | None:
    """The case by which a line of the log is found: the one that is named, else the person's first; None of nobody
    with a case."""
    return store.value(FIRST, person=person, ref=ref)  # type: ignore[no-any-return]


def locked_case(store: Store, person: int) -> str | None:
    """A case of the person that an open investigation locks."""
    found: str | None = store.value(LOCKED, person=person)
    return found
