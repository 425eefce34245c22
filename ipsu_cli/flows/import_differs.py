"""What is said of a row that says something else of a thing than the register does."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from ipsu_cli.core.document import Document
from ipsu_cli.core.document_entry import DocumentEntry
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.validation import Broken, Finding


def differing(
    kind: str,
    columns: Iterable[str],
    there: Mapping[str, Any],
    row: Mapping[str, Any],
    code: str,
    *,
    command: str,
    protected: bool = False,
    **figures: Any,
) -> Broken:
    """The refusal of a row: what the register says and what the row does, in each column in which they differ. Words of
    somebody are not repeated, nor what is hidden of who is `protected`. `figures` are more of the sentence."""
    facts = {fact.name: fact for fact in facts_of(RECORDS[kind])}
    found = []
    for name in columns:
        fact = facts[name]
        more = {"option": name, **figures}
        if fact.personal or (protected and fact.hidden):
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


def correcting(there: Document | DocumentEntry, columns: Container[str]) -> str:
    """What takes back the confirmation of a document, where that differs; of what else is wrong the log has the number
    for `ipsu undo`."""
    if "confirmed" not in columns or not there.confirmed:
        return f"ipsu log {there.case}"
    month = f" --period {there.period}" if there.period else ""
    return f"ipsu document unconfirm {there.case} {there.type} --version {there.version}{month} --reason TEXT"
