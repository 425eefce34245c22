"""The person of a case: known by number, changed by what is given, or new."""

from typing import Any

from ipsu_cli.core.case import Case, Person
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.store import Store, Writing, cases
from ipsu_cli.validation import Finding, warning


def warnings_of(store: Store, given: dict[str, Any], before: Case | None) -> list[Finding]:
    """A number that somebody else has, or another name for one that is known: the latest name holds."""
    number = given.get("personnummer")
    known = cases.person(store, number) if number else None
    if known is None:
        return []
    if before is not None and before.person.id != known.id:
        return [warning("case.other-person", case=given["case"])]
    if before is None and given.get("name") not in (None, known.name):
        return [warning("case.other-name", case=given["case"])]
    return []


def save(store: Writing, given: dict[str, Any], before: Case | None) -> Person:
    """The person of the case: known by number, changed by what is given, or new."""
    number = given.get("personnummer") or (before.person.personnummer if before else None)
    if number is None:
        raise Unreadable("option.missing", option="--personnummer")
    known = cases.person(store, number) or (before.person if before else None)
    name = given.get("name") or (known.name if known else None)
    if name is None:
        raise Unreadable("option.missing", option="--name")
    wanted = {
        "personnummer": number,
        "name": name,
        "gender": given.get("gender", known and known.gender),
        "protected": int(_protected(given, known, before)),
    }
    was = known and {each: getattr(known, each) for each in wanted}
    id = cases.save_person(store, known.id if known else None, {} if was == wanted else wanted)
    found = cases.person(store, number)
    assert found is not None and found.id == id
    return found


def _protected(given: dict[str, Any], known: Person | None, before: Case | None) -> bool:
    """Protection belongs to the person: a later case keeps it, only an edit lifts it."""
    if known and known.protected and before is None:
        return True
    wanted = given.get("protected")
    return bool(known and known.protected) if wanted is None else bool(wanted)
