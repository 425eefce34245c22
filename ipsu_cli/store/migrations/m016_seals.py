"""Seals of rows. What an older file holds is sealed once, in a line of the log of its own.

That line's digest is over every seal until then, also those of the lines before it: their digests, which were made in
another way, are taken as they are.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from ipsu_cli.store import seals
from ipsu_cli.store.seals import SealEntry, joined, key_of, seal_of, seal_of_rows

# NULL where the change removed the row, empty where it erased the row and all of its past.
TABLE = """
    CREATE TABLE seals (
        change_id INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        key ANY NOT NULL,
        seal BLOB CHECK (seal IS NULL OR length(seal) = 16 OR length(seal) = 0),
        PRIMARY KEY (change_id, table_name, key)
    ) STRICT, WITHOUT ROWID
"""
# A change's digest is over its seals, so they are complete once it has one.
TRIGGERS = (
    "CREATE TRIGGER seals_only_grow BEFORE INSERT ON seals"
    " WHEN (SELECT digest IS NOT NULL FROM changes WHERE id = NEW.change_id) IS NOT 0"
    " BEGIN SELECT RAISE(ABORT, 'a change that has ended gets no more seals'); END",
    "CREATE TRIGGER seals_stay BEFORE UPDATE ON seals"
    " WHEN NEW.change_id <> OLD.change_id"
    " OR (SELECT digest IS NOT NULL FROM changes WHERE id = OLD.change_id) IS NOT 0"
    " BEGIN SELECT RAISE(ABORT, 'a seal does not change'); END",
    "CREATE TRIGGER seals_are_not_lost BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'a seal is not removed'); END",
)
WITH_PAST = """
    SELECT substr(name, 1, length(name) - 5) FROM sqlite_schema
    WHERE type = 'table' AND substr(name, -5) = '_past' ORDER BY name
"""
# Entered once and never altered, so that they have no past.
WITHOUT_PAST = ("batches", "released")
COLUMNS = "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"
NEWEST = "SELECT id, today FROM changes ORDER BY id DESC LIMIT 1"
LINES = "SELECT id, at, today, who, command, case_id, invoice_id, digest FROM changes ORDER BY id"
ANSWERS = "SELECT key, asked, answer, change_id FROM answers"
OFFICE = "SELECT id, name, orgnr, lang, salt, made_at FROM office"
BATCHES = "SELECT id, entered_by FROM batches"
IMPORTED = "SELECT kind, digest, batch_id, times FROM imported WHERE batch_id = ? ORDER BY kind, digest"
KEEP = "INSERT OR IGNORE INTO seals (change_id, table_name, key, seal) VALUES (?, ?, ?, ?)"
EVERY = "SELECT change_id, table_name, key, seal FROM seals ORDER BY change_id, table_name, key"
OPEN = """
    INSERT INTO changes (at, today, who, command)
    VALUES (strftime('%Y-%m-%dT%H:%M:%fZ'), ?, '–', 'upgrade')
    RETURNING id, at, today, who, command, case_id, invoice_id
"""
SIGN = "UPDATE changes SET digest = ? WHERE id = ?"


def up(conn: sqlite3.Connection) -> None:
    """Make the table, and seal what is there; a new file has nothing to seal and gets no line."""
    conn.execute(TABLE)
    newest = conn.execute(NEWEST).fetchone()
    if newest is not None:
        _seal_all(conn, newest[0], newest[1])
    for trigger in TRIGGERS:
        conn.execute(trigger)


def _seal_all(conn: sqlite3.Connection, newest: int, today: str) -> None:
    before = conn.execute("SELECT digest FROM changes WHERE id = ?", (newest,)).fetchone()[0] or b""
    tables = [*WITHOUT_PAST, *(row[0] for row in conn.execute(WITH_PAST))]
    for entries in (_of_lines(conn), *(_of_table(conn, table) for table in tables), _of_others(conn)):
        conn.executemany(KEEP, entries)
    line = tuple(conn.execute(OPEN, (today,)).fetchone())
    conn.execute(SIGN, (seals.chained(before, line, _rows(conn, EVERY)), line[0]))


def _rows(conn: sqlite3.Connection, question: str, *values: int) -> Iterable[Any]:
    """Rows as plain tuples, whatever the connection makes of them."""
    cursor = conn.cursor()
    cursor.row_factory = None
    return cursor.execute(question, values)


def _of_lines(conn: sqlite3.Connection) -> Iterator[SealEntry]:
    return ((line[0], "changes", line[0], seal_of("changes", line)) for line in _rows(conn, LINES))


def _of_table(conn: sqlite3.Connection, table: str) -> Iterator[SealEntry]:
    """The states of a table's rows, then the removals: what ended a row and left no other state."""
    info = conn.execute(COLUMNS, (table,)).fetchall()
    names, keys = [row[0] for row in info], [row[0] for row in info if row[1]]
    listed, place = ", ".join(names), names.index("entered_by")
    for source in (table,) if table in WITHOUT_PAST else (table, f"{table}_past"):
        for row in _rows(conn, f"SELECT {listed} FROM {source}"):
            yield row[place], table, key_of(table, row), seal_of(table, row)
    if table not in WITHOUT_PAST:
        for change, *key in _rows(conn, f"SELECT ceased_by, {', '.join(keys)} FROM {table}_past"):
            yield change, table, joined(key), None


def _of_others(conn: sqlite3.Connection) -> Iterator[SealEntry]:
    """The office, the answers under a key, and what each import has brought in."""
    first = conn.execute("SELECT min(id) FROM changes").fetchone()[0]
    for row in _rows(conn, OFFICE):
        yield first, "office", row[0], seal_of("office", row)
    for row in _rows(conn, ANSWERS):
        yield row[3], "answers", row[0], seal_of("answers", row)
    for batch, change in _rows(conn, BATCHES):
        yield change, "imported", batch, seal_of_rows("imported", _rows(conn, IMPORTED, batch))
