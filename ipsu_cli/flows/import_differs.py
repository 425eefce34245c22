"""What is said of a row that says something else of a thing than the register does."""

from collections.abc import Iterable, Mapping
from typing import Any

from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.validation import Broken, Finding


def differing(
    kind: str, columns: Iterable[str], there: Mapping[str, Any], row: Mapping[str, Any], code: str, **figures: Any
) -> Broken:
    """The refusal of a row: what the register says and what the row does, in each column in which they differ. Words of
    somebody are not repeated. `figures` are more of the sentence, and the `command` that corrects."""
    facts = {fact.name: fact for fact in facts_of(RECORDS[kind])}
    command = figures.pop("command")
    found = []
    for name in columns:
        fact = facts[name]
        more = {"option": name, **figures}
        if fact.personal:
            found.append(Finding(f"{code}-in-words", "", "stop", False, more, command))
            continue
        old, new = (_shown(fact.kind, values.get(name)) for values in (there, row))
        more |= {"value": fact.kind.in_a_cell(row.get(name)) or None, "there": old, "now": new}
        found.append(Finding(code, "", "stop", False, more, command))
    return Broken(found)


def _shown(kind: Any, value: Any) -> Any:
    """A value in a sentence; a list as it stands in a cell."""
    if value is None or isinstance(value, tuple):
        return kind.in_a_cell(value) or None
    return kind.show(value)
