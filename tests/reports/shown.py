"""An answer read back: the tables as they stand on a screen, and the rows of its JSON."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

Row = dict[str, Any]
RULER = re.compile(r"-+(  -+)*")


class Shown(NamedTuple):
    """A table as it stands on the screen; a note stands after its title."""

    title: str
    heads: list[str]
    rows: list[list[str]]


def tables_in(text: str) -> Iterator[Shown]:
    """The tables of an answer: a title, headings, a ruler, then rows up to an empty line."""
    lines = text.splitlines()
    for place, line in enumerate(lines):
        if place > 1 and RULER.fullmatch(line):
            spans = [found.span() for found in re.finditer("-+", line)]
            below = lines[place + 1 :]
            rows = below[: below.index("")] if "" in below else below
            heads, *cells = [[row[first:last].strip() for first, last in spans] for row in [lines[place - 1], *rows]]
            yield Shown(lines[place - 2], heads, cells)


# What a script reads


def rows_of(data: Any, path: str) -> list[Row]:
    """The rows at a path: `*` is each of a list, or each of an object with its name as `key`. What a row lies in is
    `up`; a row that is a bare value has it as `value`."""
    rows: list[Row] = [data]
    for step in path.split(".") if path else ():
        rows = [under for row in rows for under in (_each(row) if step == "*" else _one(row, step))]
    return rows


def _one(row: Row, name: str) -> list[Row]:
    inner = field(row, name)
    return [] if inner is None else [row_of(inner, row)]


def field(row: Row, name: str) -> Any:
    """The field of that name; one with a question mark may be missing."""
    return row.get(name[:-1]) if name.endswith("?") else row[name]


def _each(row: Row) -> list[Row]:
    """Each of a list, or of an object; it lies in what the whole of them lies in."""
    inner = row["all"] if "all" in row else {key: value for key, value in row.items() if key not in ("key", "up")}
    pairs = inner.items() if isinstance(inner, dict) else enumerate(inner)
    up = row if "key" in row else row["up"]
    return [{"key": key, **row_of(value, up)} for key, value in pairs]


def row_of(value: Any, up: Row) -> Row:
    if isinstance(value, dict):
        return {**value, "up": up}
    return {"all" if isinstance(value, list) else "value": value, "up": up}


def value_at(row: Row, path: str) -> Any:
    """The value of a field: `period.from`, `up.label`."""
    value: Any = row
    for step in path.split("."):
        if isinstance(value, list):
            value = {"first": value[:1], "last": value[-1:]}[step]
            value = value[0] if value else None
        elif value is not None:
            value = field(value, step)
    return value
