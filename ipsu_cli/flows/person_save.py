"""The person of a case: known by number, changed by the entry, or new."""

from typing import Any

from ipsu_cli.core.case import Case, Person
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.store import Store, Writing, cases
from ipsu_cli.validation import Finding, warning


def warnings_of(store: Store, entry: dict[str, Any], before: Case | None) -> list[Finding]:
    """A number that somebody else has, or another name or gender for one that is known: the latest holds."""
    number = entry.get("personnummer")
    known = cases.person(store, number) if number else None
    if known is None:
        return []
    if before is not None and before.person.id != known.id:
        return [warning("case.other-person", case=entry["case"])]
    return [] if before else _differing(entry, known)


def _differing(entry: dict[str, Any], known: Person) -> list[Finding]:
    """What a new case says otherwise of a person who is known: name, gender."""
    names = "name", "gender"
    told = {name: entry.get(name) for name in names if getattr(known, name) is not None}
    return [
        warning(f"case.other-{name}", case=entry["case"])
        for name, value in told.items()
        if value not in (None, getattr(known, name))
    ]


def save(store: Writing, entry: dict[str, Any], before: Case | None) -> Person:
    """The person of the case: known by number, changed by the entry, or new."""
    number = entry.get("personnummer") or (before.person.personnummer if before else None)
    if number is None:
        raise Unreadable("option.missing", option="--personnummer")
    known = cases.person(store, number) or (before.person if before else None)
    name = entry.get("name") or (known.name if known else None)
    if name is None:
        raise Unreadable("option.missing", option="--name")
    values = {
        "personnummer": number,
        "name": name,
        "gender": entry.get("gender", known and known.gender),
        "protected": int(_protected(entry, known, before)),
    }
    was = known and {column: getattr(known, column) for column in values}
    id = cases.save_person(store, known.id if known else None, {} if was == values else values)
    found = cases.person(store, number)
    assert found is not None and found.id == id
    return found


def _protected(entry: dict[str, Any], known: Person | None, before: Case | None) -> bool:
    """Protection belongs to the person: a later case keeps it, only an edit lifts it."""
    if known and known.protected and before is None:
        return True
    protected = entry.get("protected")
    return bool(known and known.protected) if protected is None else bool(protected)
