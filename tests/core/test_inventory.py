"""The inventory of data has every column of the file, once, and agrees with what else the program says of it."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest

from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.inventory import CLASSES, KEPT, OFFICE, OPEN, PERSON, PERSONAL, ROW, SENSITIVE, fields, live_table
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.core.parquet import TABLES
from ipsu_cli.locale import LANGUAGES, known
from ipsu_cli.store.migrate import migrate

FIELDS = list(fields())
CLASSED = {(field.table, field.column) for field in FIELDS}
# What SQLite and the tool for its steps keep for themselves.
NOT_OURS = ("sqlite_", "_sqlite_")
STORED = """
    SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
    WHERE m.type = 'table' OR m.type = 'view' ORDER BY m.name, c.cid
"""
# Rows with words about a person that their seal has no salt for: what was received and sent is named by its digest,
# and an answer by its key.
NO_SALT = {"answers", "packaged_bytes", "received_bytes"}
# A coach is staff: an error does not repeat the name, for it may be a participant's that stands in the wrong place.
PERSONAL_TO_ERRORS = {("cases", "coach")}


@pytest.fixture(scope="module")
def stored() -> dict[str, list[str]]:
    """The columns of each table and view of a new file."""
    found: dict[str, list[str]] = {}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        migrate(conn)
        for table, column in conn.execute(STORED):
            if not table.startswith(NOT_OURS):
                found.setdefault(table, []).append(column)
    return found


def test_every_column_is_classed(stored: dict[str, list[str]]) -> None:
    columns = {(live_table(table), column) for table, names in stored.items() for column in names}
    assert set() == {place for place in columns - CLASSED if place[1] not in ROW}


def test_no_class_is_for_a_column_that_does_not_exist(stored: dict[str, list[str]]) -> None:
    assert set() == CLASSED - {(table, column) for table, names in stored.items() for column in names}


def test_a_column_is_classed_once() -> None:
    assert [] == [place for place, times in Counter((field[:2]) for field in FIELDS).items() if times > 1]


def test_a_field_has_a_class_a_time_and_words_for_its_purpose() -> None:
    assert set(CLASSES) == {field.sensitivity for field in FIELDS}
    assert set(KEPT) == {field.kept for field in FIELDS}
    without_words = {
        field.purpose for field in FIELDS for lang in LANGUAGES if not known(f"inventory.{field.purpose}", lang)
    }
    assert set() == without_words


def test_what_is_sensitive_goes_with_the_person() -> None:
    assert [] == [field for field in FIELDS if field.sensitivity == SENSITIVE and field.kept != PERSON]


def test_a_row_that_tells_of_a_person_has_a_salt(stored: dict[str, list[str]]) -> None:
    """A seal says nothing of a row that is erased: nobody can try all names until one fits."""
    told = {field.table for field in FIELDS if field.sensitivity == SENSITIVE or field.purpose == "identity"}
    assert NO_SALT.isdisjoint(told)
    assert set() == {table for table in told if "salt" not in stored[table]}


def declared() -> Iterator[tuple[str, str, bool, bool]]:
    """The table, the column, and whether an error and a list leave it out, of each fact that a column of a case or a
    person holds."""
    for fact in facts_of(RECORDS["cases"]):
        table = "people" if fact.path[0] == "person" else "cases"
        if fact.column:
            yield table, fact.column, fact.personal, fact.hidden


def test_a_fact_is_left_out_of_errors_and_of_protected_cases_as_its_class_says() -> None:
    classes = {field[:2]: field.sensitivity for field in FIELDS}
    for table, column, personal, hidden in declared():
        if hidden or personal:
            assert classes[table, column] in (PERSONAL, SENSITIVE) or (table, column) in PERSONAL_TO_ERRORS, column
        if classes[table, column] == SENSITIVE:
            assert hidden, column


def test_nothing_sensitive_and_no_identity_is_given_to_a_head_office() -> None:
    """By name: a column that has a name of another table's too (`kind`) is of the harmless one."""
    harmless = {field.column for field in FIELDS if field.sensitivity in (OPEN, OFFICE)}
    sensitive = {field.column for field in FIELDS if field.sensitivity == SENSITIVE} - harmless
    given = {column.name for table in TABLES for column in table.columns}
    assert set() == given & (sensitive | {"personnummer", "name"})
