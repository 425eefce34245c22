"""Facts: what is typed, kept and shown of a thing, each declared once, at the field of the record that holds it.

    class Placement(NamedTuple):
        system: Annotated[str | None, fact(SYSTEM)] = None

From that line follow the option `--system` with its metavar and its reader, the column of an import, the column of the
register, the key in JSON, the row of `case show`, and what is left out where a person is protected. What is left to
add is the column itself (a migration) and its texts in `locale`.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from ipsu_cli.core.kind import Kind
from ipsu_cli.core.named_tuple import NamedTuple

R = TypeVar("R", bound=tuple[Any, ...])
JSON = dict[str, Any]

# The values of facts that may be missing.
Day = dt.date | None
Flag = bool | None
Word = str | None

# How a fact is first typed; what is an option of the command that adds a thing is one of the command that edits it, and
# all of them are columns of an import.
ARGUMENT, ADD, EDIT, IMPORT = "argument", "add", "edit", "import"


class Fact(NamedTuple):
    """One fact of a record.

    `name` is the option without its hyphens and the heading of an import's column; `path` leads to the field, through
    the records between; `column` is where the register keeps it, empty where its own code does (a reference). `key` is
    its place in JSON (`queue`, `from`), empty where it has none; `row` names its row on the screen (`column.ROW` in
    `locale`), empty where a row of several facts shows it. `required`: the thing is not entered without it.
    `personal`: an error never repeats it. `hidden`: it is not shown of a protected person.
    """

    kind: Kind[Any]
    name: str
    path: tuple[str, ...]
    column: str
    key: tuple[str, ...]
    row: str
    typed: str
    required: bool
    personal: bool
    hidden: bool

    def of(self, record: Any) -> Any:
        """What the record says."""
        for field in self.path:
            record = getattr(record, field)
        return record

    def kept(self, record: Any) -> Any:
        """What the record says, as the register keeps it."""
        value = self.of(record)
        return None if value is None else self.kind.keep(value)

    def loaded(self, value: Any) -> Any:
        """What the register keeps, as the record says it."""
        return None if value is None else self.kind.load(value)


class Declared(NamedTuple):
    """A fact as it stands at its field; what is None follows from the field's name. `key` is written `queue.from`."""

    kind: Kind[Any]
    name: str | None = None
    column: str | None = None
    key: str | None = None
    row: str | None = None
    typed: str = ADD
    required: bool = False
    personal: bool = False
    hidden: bool = False

    def at(self, path: tuple[str, ...]) -> Fact:
        """The fact of the field at `path`."""
        field = path[-1]
        name = field.replace("_", "-") if self.name is None else self.name
        key = name.replace("-", "_") if self.key is None else self.key
        column = field if self.column is None else self.column
        row = name.replace("-", "_") if self.row is None else self.row
        return Fact(self.kind, name, path, column, tuple(filter(None, key.split("."))), row, *self[5:])


fact = Declared


@cache
def facts_of(record: type) -> tuple[Fact, ...]:
    """The facts of a record and of the records in it, in the order of their fields."""
    return tuple(_facts(record, ()))


def _facts(record: type, above: tuple[str, ...]) -> Iterator[Fact]:
    for field, annotation in record.__annotations__.items():
        declared = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Declared)]
        if declared:
            yield declared[0].at((*above, field))
        elif isinstance(annotation, type) and hasattr(annotation, "_fields"):
            yield from _facts(annotation, (*above, field))


def with_facts(record: R, values: Mapping[tuple[str, ...], Any]) -> R:
    """The record with other values at these paths."""
    changes: dict[str, Any] = {}
    inner: dict[str, dict[tuple[str, ...], Any]] = {}
    for (field, *below), value in values.items():
        if below:
            inner.setdefault(field, {})[tuple(below)] = value
        else:
            changes[field] = value
    changes |= {field: with_facts(getattr(record, field), deeper) for field, deeper in inner.items()}
    replaced: R = record._replace(**changes)  # type: ignore[attr-defined]
    return replaced


def loader(record: type[R], facts: tuple[Fact, ...]) -> Callable[[Any], dict[str, Any]]:
    """What gives the fields of a record that `facts` are about, from a row of the register with their columns: a list
    has a hundred thousand rows, so how to do it is found once. A record in it has no fields but facts."""
    own = [(fact.path[0], fact.column, fact.kind.load) for fact in facts if len(fact.path) == 1]
    inner = {field: kind for field, kind in record.__annotations__.items() if hasattr(kind, "_fields")}
    below = [(field, kind, columns) for field, kind in inner.items() if (columns := _columns_below(field, facts))]

    def load(row: Any) -> dict[str, Any]:
        found = {field: None if (value := row[column]) is None else read(value) for field, column, read in own}
        for field, kind, columns in below:
            found[field] = kind._make(
                [None if (value := row[column]) is None else read(value) for column, read in columns]
            )
        return found

    return load


def _columns_below(field: str, facts: tuple[Fact, ...]) -> list[tuple[str, Callable[[Any], Any]]]:
    """The columns of the record in `field`, in the order of its fields, and what reads each."""
    return [(fact.column, fact.kind.load) for fact in facts if fact.path[0] == field and len(fact.path) > 1]


def json_maker(facts: tuple[Fact, ...]) -> Callable[[Any, bool], JSON]:
    """What gives these facts of a record by their keys, and leaves out what is hidden of a protected person where it is
    told to hide that; how to do it is found once."""
    steps = [(_reader(fact), fact.key[:-1], fact.key[-1], fact.hidden) for fact in facts]

    def made(record: Any, hide: bool) -> JSON:
        found: JSON = {}
        for value_of, outer, key, hidden in steps:
            place = found
            for name in outer:
                place = place.setdefault(name, {})
            place[key] = None if hide and hidden else value_of(record)
        return found

    return made


def _reader(fact: Fact) -> Callable[[Any], Any]:
    """What gives a fact of a record as it may be shown."""
    value_of = attrgetter(".".join(fact.path))
    return (lambda record: fact.kind.seen(value_of(record))) if fact.kind.masks else value_of


def json_of(record: Any, facts: tuple[Fact, ...]) -> JSON:
    """The facts of one record by their keys."""
    return json_maker(facts)(record, False)
