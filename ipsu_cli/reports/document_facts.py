"""What a document was filed with, as people read it: goals, activities, the times and the reason of an absence."""

from collections.abc import Iterator
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.document import Activity, Document
from ipsu_cli.core.document_entry import DocumentEntry
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.table import Column, Table
from ipsu_cli.locale import known, say, shown

COLUMNS = (Column("what"), Column("value"))


def facts_table(document: Document, *, hidden: bool) -> list[Table]:
    """Its facts, one on a row; none of a type that is filed without any. `hidden`: without what is personal."""
    rows = list(_rows(document, hidden))
    return [Table("document-facts", COLUMNS, rows)] if rows else []


def facts_text(document: Document, lang: str) -> str:
    """The same as lines of a document that leaves the office; empty where there are none."""
    return "".join(f"* {say(what.code, lang)}: {shown(value, lang)}\n" for what, value in _rows(document, hidden=False))


def _rows(document: Document, hidden: bool) -> Iterator[tuple[Text, Any]]:
    for fact in facts_of(DocumentEntry):
        value = document.fields.get(fact.name.replace("-", "_"))
        if value not in (None, (), []) and not (hidden and fact.hidden):
            yield Text(_label(fact.name)), _worded(fact.kind.seen(value))


def _label(name: str) -> str:
    """The heading of an import where the fact has one of its own there, else that of a list."""
    return f"heading.{name}" if known(f"heading.{name}", "sv") else f"column.{name.replace('-', '_')}"


def _worded(value: Any) -> Any:
    if isinstance(value, bool):
        return Text("message.yes" if value else "message.no")
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        return "; ".join(f"{item.name} {item.hours}" if isinstance(item, Activity) else str(item) for item in value)
    return value
