"""What an erasure has left of a row, against its seal.

An erasure empties columns of a row, as it stands and in its past, so the seals of its states fit no longer. The change
that erased leaves an empty seal for the row, and one seal over all states that are left, in the order in which they
came, under the name of the view of both (`cases_ever`).
"""

import sqlite3
from collections.abc import Iterator

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store.seals import RowKey, Values, key_of, seal_of_rows

EVER = "_ever"
# An identity in the place of a number comes after all numbers.
ERASED_PEOPLE = "SELECT id FROM people WHERE personnummer >= 'x'"
CASES = f"SELECT ref FROM cases WHERE person_id IN ({ERASED_PEOPLE})"
SEALS = """
    SELECT max(change_id), table_name, key, seal FROM seals
    WHERE change_id IN (SELECT entered_by FROM erasures) AND substr(table_name, -5) = '_ever'
    GROUP BY table_name, key
"""
SEAL = """
    SELECT change_id, seal FROM seals
    WHERE change_id IN (SELECT entered_by FROM erasures) AND table_name = ? AND key = ?
    ORDER BY change_id DESC LIMIT 1
"""
STATES = "SELECT * FROM {table}_ever WHERE id = ? AND entered_by < ? ORDER BY entered_by"
# The view has two columns more than the table: which change ended a state, and on which day.
ENDED = 2
# Did an erasure touch a row that the change has entered, altered or removed?
TOUCHED = """
    SELECT 1 FROM seals e WHERE e.change_id IN (SELECT entered_by FROM erasures) AND e.seal = x''
      AND EXISTS (SELECT 1 FROM seals s
                  WHERE s.change_id = ? AND s.table_name = e.table_name AND s.key = e.key)
"""


UNSWEPT = "SELECT 1 FROM unswept LIMIT 1"


class LeftRow(NamedTuple):
    """A row of which an erasure has left something: the change that erased, and its seal over the states."""

    change: int
    table: str
    key: RowKey
    seal: bytes


def is_unswept(conn: sqlite3.Connection) -> bool:
    """Is something left to do after an erasure, because the program was stopped?"""
    return next(_plain(conn, UNSWEPT), None) is not None


def cases(conn: sqlite3.Connection) -> set[str]:
    """The cases of persons who are erased: nothing is to be done in them."""
    return {str(ref) for (ref,) in _plain(conn, CASES)}


def rows(conn: sqlite3.Connection) -> Iterator[LeftRow]:
    """Every row that an erasure has left emptied, by its newest erasure."""
    for change, name, key, seal in _plain(conn, SEALS):
        yield LeftRow(change, name.removesuffix(EVER), key, seal)


def states(conn: sqlite3.Connection, table: str, key: RowKey, before: int) -> list[Values]:
    """The states of a row that came before a change, oldest first, each with the columns of the table."""
    return [row[:-ENDED] for row in _plain(conn, STATES.format(table=table), key, before)]


def fits(conn: sqlite3.Connection, left: LeftRow) -> bool:
    """Are the states as the erasure has left them?"""
    return seal_of_rows(f"{left.table}{EVER}", states(conn, left.table, left.key, left.change)) == left.seal


def is_as_left(conn: sqlite3.Connection, table: str, row: Values) -> bool:
    """Is the row one of the states that an erasure has left, and are all of them as it left them?"""
    key = key_of(table, row)
    found = next(_plain(conn, SEAL, f"{table}{EVER}", key), None)
    if found is None:
        return False
    left = LeftRow(found[0], table, key, found[1])
    return tuple(row) in states(conn, table, key, left.change) and fits(conn, left)


def touches(conn: sqlite3.Connection, change: int) -> bool:
    """Has an erasure touched a row that the change has left, or was the change one?"""
    return next(_plain(conn, TOUCHED, change), None) is not None


def _plain(conn: sqlite3.Connection, question: str, *values: RowKey) -> Iterator[Values]:
    cursor = conn.cursor()
    cursor.row_factory = None
    return cursor.execute(question, values)
