"""All that the register holds of a person: every row, as it stands and as it was, and the lines of the log."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.store import Store
from ipsu_cli.store.documents import fields_of
from ipsu_cli.store.erasure import ABOUT, OF_CASE, THROUGH, Identity, choose
from ipsu_cli.store.rows import number

# What is kept after an erasure, and so not in `ABOUT`, belongs to the person all the same.
WITH_CASES = ("decisions", "deliveries", "outcomes", "pauses", "invoice_lines", "self_invoice_lines")
ALL = {
    **ABOUT,
    **dict.fromkeys(WITH_CASES, OF_CASE),
    "plan_weeks": THROUGH.format(table="documents", column="document_id"),
}
STATES = "SELECT r.* FROM {table}_ever r WHERE {about} ORDER BY {key}, r.entered_by"
CHANGES = "SELECT r.entered_by, r.ceased_by FROM {table}_ever r WHERE {about}"
LOG = """
    SELECT e.id, e.at, e.today, e.who, e.command FROM changes e
    WHERE EXISTS (SELECT 1 FROM temp.erased_cases c WHERE e.id BETWEEN c.first AND c.last AND (e.case_id = c.id
                  OR EXISTS (SELECT 1 FROM revealed v WHERE v.case_id = c.id AND v.entered_by = e.id)))
    ORDER BY e.id
"""
LINE = "SELECT id, at, today, who, command FROM changes WHERE id = :id"
CASES = "SELECT id, ref FROM cases_ever WHERE id IN (SELECT id FROM temp.erased_cases) ORDER BY entered_by"
AGREEMENTS = "SELECT id, ref FROM agreements"
INVOICES = "SELECT id, year, no FROM invoices"
SELF_INVOICES = "SELECT id, number FROM self_invoices"

LEFT_OUT = {"salt", "person_id", "entered_by", "entered_on", "ceased_by", "ceased_on"}
KINDS: dict[str, Callable[[int], object]] = {"quantity": Quantity, "hours": Hours, "extent": Percent}
FLAGS = {
    "protected", "mapping_agreed", "resident", "disability", "motivated", "no_show", "cancelled", "subsidised",
    "progress",
}  # fmt: skip
NAMES = {"from_day": "from", "to_day": "to", "on_day": "on"}


class PersonRow(NamedTuple):
    """A state of a row: the table, the columns by their names, on which day it was entered, and on which it was changed
    or removed, None for what stands."""

    table: str
    values: Mapping[str, object]
    entered: dt.date
    until: dt.date | None


class PersonLogLine(NamedTuple):
    """A line of the log of a command that touched the person's rows, or showed them: when, for which day, who, what."""

    id: int
    at: str
    today: str
    who: str
    command: str


class PersonRows(NamedTuple):
    """The rows in the order of the tables, and the log."""

    rows: Sequence[PersonRow]
    log: Sequence[PersonLogLine]


def of_person(store: Store, person: Identity) -> PersonRows:
    """Everything of a person, and nothing of another."""
    choose(store, [person])
    names = _Names(store)
    rows = [row for table in ALL for row in _states(store, table, names)]
    return PersonRows(rows, _log(store))


def _states(store: Store, table: str, names: "_Names") -> Iterator[PersonRow]:
    key = "r.document_id, r.week" if table == "plan_weeks" else "r.id"
    for row in store.all(STATES.format(table=table, about=ALL[table], key=key)):
        until = row["ceased_on"] and kept_day(row["ceased_on"])
        yield PersonRow(table, names.said(row), kept_day(row["entered_on"]), until or None)


def _log(store: Store) -> list[PersonLogLine]:
    found = {row["id"]: PersonLogLine(*row) for row in store.all(LOG)}
    for table, about in ALL.items():
        for change in {id for row in store.all(CHANGES.format(table=table, about=about)) for id in row if id}:
            if change not in found:
                found[change] = PersonLogLine(*(store.first(LINE, id=change) or ()))
    return [found[id] for id in sorted(found)]


class _Names:
    """What the columns of a row say, by the names that people and files have for other rows."""

    def __init__(self, store: Store) -> None:
        cases = {row["id"]: row["ref"] for row in store.all(CASES)}
        invoices = {row["id"]: number(row["year"], row["no"]) for row in store.all(INVOICES)}
        self._named: dict[str, tuple[str, Mapping[int, object]]] = {
            "case_id": ("case", cases),
            "after_id": ("after", cases),
            "agreement_id": ("agreement", {row["id"]: row["ref"] for row in store.all(AGREEMENTS)}),
            "invoice_id": ("invoice", invoices),
            "refers_to_id": ("refers_to", invoices),
            "self_invoice_id": ("self_invoice", {row["id"]: row["number"] for row in store.all(SELF_INVOICES)}),
        }

    def said(self, row: sqlite3.Row) -> dict[str, object]:
        return dict(self._value(name, row[name]) for name in row.keys() if name not in LEFT_OUT)  # noqa: SIM118

    def _value(self, name: str, value: object) -> tuple[str, object]:
        if name in self._named:
            key, refs = self._named[name]
            return key, refs.get(value) if isinstance(value, int) else None
        if name == "fields":
            return name, fields_of(str(value))
        if name in FLAGS and value is not None:
            return name, bool(value)
        if name in KINDS and isinstance(value, int):
            return name, KINDS[name](value)
        return NAMES.get(name, name.removesuffix("_id")), value
