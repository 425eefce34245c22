"""The person of a case: known by number, changed by the entry, or new."""

from typing import Any

from ipsu_cli.core.case import Case, Person
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.store import Store, Writing, cases
from ipsu_cli.validation import Broken, Finding, warning

NOT_STATED = "unknown"


def known_person(store: Store, entry: dict[str, Any], before: Case | None) -> Person | None:
    """Who has the number that is entered, if anybody; else the person of the case as it was."""
    number = entry.get("personnummer")
    known = cases.person(store, number) if number else None
    return known or (before.person if before else None)


def warnings_of(entry: dict[str, Any], before: Case | None, known: Person | None) -> list[Finding]:
    """A number that somebody else has, or another name or gender for one that is known: the latest holds."""
    if known is None:
        return []
    if before is not None:
        return [] if before.person.id == known.id else [warning("case.other-person", case=entry["case"])]
    return _differing(entry, known)


def refuse_two(store: Writing, entry: dict[str, Any], before: Case | None) -> None:
    """Raise `Broken` where two rows of a file give one person two names or two genders, or where the row of a new case
    gives another gender than the register. Another name than there is told, and holds; so does what a row says of a
    case that is there."""
    number = entry.get("personnummer")
    known = cases.person(store, number) if number else None
    if known is None:
        return
    same_file = cases.told_by(store, known.id) == store.stamp["entered_by"]
    judged = {"name": same_file, "gender": same_file or before is None}
    found = [
        Finding(f"person.two-{name}s", "", "stop", False, {"option": name}, None)
        for name, by_row in judged.items()
        if by_row and _differ(entry.get(name), getattr(known, name))
    ]
    if found:
        raise Broken(found)


def _differ(entered: str | None, known: str | None) -> bool:
    """Are both stated, and not the same?"""
    return entered != known and not {None, NOT_STATED} & {entered, known}


def _differing(entry: dict[str, Any], known: Person) -> list[Finding]:
    """What a new case says otherwise of a person who is known: name, gender."""
    names = "name", "gender"
    told = {name: entry.get(name) for name in names if getattr(known, name) is not None}
    return [
        warning(f"case.other-{name}", case=entry["case"])
        for name, value in told.items()
        if value not in (None, getattr(known, name))
    ]


def save(store: Writing, entry: dict[str, Any], before: Case | None, known: Person | None) -> Person:
    """The person of the case: known by number, changed by the entry, or new."""
    number = entry.get("personnummer") or (before.person.personnummer if before else None)
    if number is None:
        raise Unreadable("option.missing", option="--personnummer")
    name = entry.get("name") or (known.name if known else None)
    if name is None:
        raise Unreadable("option.missing", option="--name")
    values = {
        "personnummer": number,
        "name": name,
        "gender": entry.get("gender", known and known.gender),
        "protected": int(_protected(entry, known, before)),
    }
    if known and values == {column: getattr(known, column) for column in values}:
        return known
    id = cases.save_person(store, known.id if known else None, values)
    found = cases.person(store, number)
    assert found is not None and found.id == id
    return found


def _protected(entry: dict[str, Any], known: Person | None, before: Case | None) -> bool:
    """Protection belongs to the person: a later case keeps it, only an edit lifts it."""
    if known and known.protected and before is None:
        return True
    protected = entry.get("protected")
    return bool(known and known.protected) if protected is None else bool(protected)
