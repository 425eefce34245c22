"""Seals: 16 bytes of SHA-256 for each state of a row that a change has left.

The seal of a live row and of one in the past stands under the change that entered it, so each row can be verified by
itself. Where the change removed the row its seal is NULL, and empty where it erased the row and all of its past. The
digest of a change in the log is over the digest before it, its own line and all its seals: neither a row, a seal nor a
line changes without breaking the chain.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from ipsu_cli.core.digest import digest, digest_of_parts

SIZE = 16
# How many columns make up the key, where it is not one; they come first.
KEY_COLUMNS = {"plan_weeks": 2, "released": 2, "revealed": 2}
# Altered twice in one change: what counts is what the change has left.
KEEP = """
    INSERT INTO seals (change_id, table_name, key, seal) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET seal = excluded.seal
"""
OF_CHANGE = "SELECT change_id, table_name, key, seal FROM seals WHERE change_id = ? ORDER BY table_name, key"

Values = Sequence[Any]
RowKey = int | str
# The change, the table, the key and the seal, as they stand in `seals`.
SealEntry = tuple[int, str, RowKey, bytes | None]


def seal_of(table: str, row: Values) -> bytes:
    """The seal of a row, its values in the order of the table's columns.

    Empty columns at the end are left out, so that a later step may add some. `ascii` is the same in every version of
    Python; `repr` is not, for it asks which characters can be printed.
    """
    end = len(row)
    while row[end - 1] is None:
        end -= 1
    return digest((table + ascii(tuple(row[:end]))).encode())[:SIZE]


def key_of(table: str, row: Values) -> RowKey:
    """What a row is known by: its first column, or the first two as text."""
    key: RowKey = row[0]
    return joined(row[: KEY_COLUMNS[table]]) if table in KEY_COLUMNS else key


def joined(key: Values) -> RowKey:
    """A key of one column as it is, of several as text with a space between."""
    first: RowKey = key[0]
    return first if len(key) == 1 else " ".join(map(str, key))


def seal_of_rows(table: str, rows: Iterable[Values]) -> bytes:
    """One seal for rows that only mean something together, in this order."""
    return digest_of_parts(chain((table.encode(),), (ascii(tuple(row)).encode() for row in rows)))[:SIZE]


def chained(before: bytes, line: Values, entries: Iterable[SealEntry]) -> bytes:
    """The digest of a change: it follows from the one before, the change's own line and its seals in order."""
    return digest_of_parts(chain((before, ascii(tuple(line)).encode()), (ascii(entry).encode() for entry in entries)))


def of_change(conn: sqlite3.Connection, change: int) -> Iterable[SealEntry]:
    """The seals of a change, in the order in which the chain takes them."""
    cursor = conn.cursor()
    cursor.row_factory = None
    return cursor.execute(OF_CHANGE, (change,))
