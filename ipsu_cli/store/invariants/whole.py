"""The file as SQLite sees it: its pages, its schema, its references and its text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ipsu_cli.core.answer import Text
from ipsu_cli.core.text import composed, hidden_in
from ipsu_cli.store import Store
from ipsu_cli.store.invariants.model import Breach, invariant
from ipsu_cli.store.migrations import VERSION
from ipsu_cli.store.schema import fresh, is_ours, objects

DAMAGED = "file.damaged"
# How long SQLite takes for its own look at a large file.
EFFORT = 20
CHECKED = "PRAGMA integrity_check(1000)"
# What SQLite says of a value that its column does not take; all else it says is damage.
OF_VALUES = re.compile(r"(?:CHECK constraint failed in |NULL value in |non-\w+ value in |NUMERIC value in )(\w+)")
REFERENCES = "PRAGMA foreign_key_check"
STEPS = "SELECT count(*) FROM _sqlite_migrations"
SEQUENCES = "SELECT name, seq FROM sqlite_sequence"
HIGHEST = """
    SELECT max(coalesce((SELECT max(id) FROM {table}), 0), coalesce((SELECT max(id) FROM {table}_past), 0),
               coalesce((SELECT max(key) FROM seals WHERE table_name = '{table}'), 0))
"""
COUNTING = """
    SELECT name FROM sqlite_schema
    WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' AND name NOT LIKE '~_%' ESCAPE '~'
"""
COLUMNS = """
    SELECT t.name AS "table", c.name AS "column", (SELECT n.name FROM pragma_table_info(t.name) n WHERE n.pk = 1) AS key
    FROM pragma_table_list t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.schema = 'main' AND c.type = 'TEXT' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~'
      AND t.name NOT LIKE '~_%' ESCAPE '~'
"""
# Plain characters need no second look; what is kept as it came (a file's name, an answer) is not the office's text.
UNUSUAL = "SELECT {key} AS key, {column} AS text FROM {table} WHERE {column} GLOB '*[^ -~]*'"
AS_IT_CAME = {"file", "answer", "name_of_file"}


@lru_cache(maxsize=1)
def _looked_at(store: Store) -> list[str]:
    """What SQLite says of the file. It is a copy that nobody changes, so it is looked at once."""
    return [text for (text,) in store.all(CHECKED)]


def damage(store: Store) -> Iterator[Breach]:
    """What SQLite finds wrong with the pages and the indexes."""
    for text in _looked_at(store):
        if text != "ok" and not OF_VALUES.match(text):
            yield Breach("file", None, {"found": text.splitlines()[0]})


@invariant("file.value")
def a_value_is_what_its_column_takes(store: Store) -> Iterator[Breach]:
    """Every value is of its column's type, and keeps what the schema holds it to."""
    for text in _looked_at(store):
        if found := OF_VALUES.match(text):
            yield Breach(found[1], None, {"found": text})


@invariant("file.reference")
def a_row_refers_to_rows_that_are_there(store: Store) -> Iterator[Breach]:
    """What a row refers to is there."""
    for table, row, parent, _ in store.all(REFERENCES):
        yield Breach(table, row, {"other": parent})


@invariant("file.schema")
def the_schema_is_that_of_a_new_file(store: Store) -> Iterator[Breach]:
    """Tables, indexes, views and triggers are those of a new file: none is missing, changed or more."""
    if is_ours(store.conn):
        return
    found = objects(store.conn)
    for (kind, name), text in fresh().items():
        if found.pop((kind, name), None) != text:
            yield Breach("sqlite_schema", name, {"kind": Text(f"code.{kind}"), "name": name})
    for kind, name in found:
        yield Breach("sqlite_schema", name, {"kind": Text(f"code.{kind}"), "name": name})


@invariant("file.version")
def the_version_is_that_of_the_steps(store: Store) -> Iterator[Breach]:
    """The version that the file says is the count of the steps that it has taken."""
    version, steps = store.value("PRAGMA user_version"), store.value(STEPS)
    if not version == steps == VERSION:
        yield Breach("file", None, {"version": version, "steps": steps})


@invariant("file.sequence")
def no_number_comes_again(store: Store) -> Iterator[Breach]:
    """A table that gives each row a number of its own has the highest that it has ever given."""
    kept = {row["name"]: row["seq"] for row in store.all(SEQUENCES)}
    for (table,) in store.all(COUNTING):
        highest = store.value(HIGHEST.format(table=table))
        if kept.get(table, 0) != highest:
            yield Breach(table, None, {"number": kept.get(table, 0), "highest": highest})


@invariant("file.text", effort=15)
def text_shows_all_that_it_holds(store: Store) -> Iterator[Breach]:
    """Text has its letters with their marks as one character each (NFC), and no character that hides or acts."""
    for table, column, key in store.all(COLUMNS):
        if column not in AS_IT_CAME:
            named = "rowid" if table.endswith("_past") else key
            for row in store.all(UNUSUAL.format(table=table, column=column, key=named)):
                if composed(row["text"]) != row["text"] or any(map(hidden_in, row["text"].split("\n"))):
                    yield Breach(table, row["key"], {"column": column})


INVARIANTS = (
    a_value_is_what_its_column_takes, a_row_refers_to_rows_that_are_there, the_schema_is_that_of_a_new_file,
    the_version_is_that_of_the_steps, no_number_comes_again, text_shows_all_that_it_holds,
)  # fmt: skip
