"""An office's file in another form: encrypted, no longer encrypted, or by another key.

Both sides are opened by SQLCipher. A second copy of SQLite in the same process, on the same file, would end the locks
of the first when it closes.
"""

import os
import sqlite3
from contextlib import AbstractContextManager, closing
from pathlib import Path

from ipsu_cli.core import office_key
from ipsu_cli.core.database_file import JOURNAL
from ipsu_cli.core.problem import BadDatabase, Surroundings
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.store import backup, cipher, held_file
from ipsu_cli.store.connection import what_failed
from ipsu_cli.store.driver import WAIT_SECONDS, address
from ipsu_cli.store.invariants.second_look import is_sound
from ipsu_cli.store.under_way import telling

# The new file has no name yet: a run that is killed leaves nothing that anybody opens.
UNSAFE = ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF")
ATTACH = "ATTACH ? AS source KEY ?"
EXPORT = "SELECT sqlcipher_export('main', 'source')"
# What it says of a file that may not be read, or in which what was left half done may not be taken back.
UNREADABLE = ("cantopen", "readonly")
IN_HEAD = ("application_id", "user_version")
TABLES = "SELECT name FROM source.sqlite_schema WHERE type = 'table'"


def nobody_writes(path: Path, seen: os.stat_result) -> AbstractContextManager[None]:
    """Keep others out of the file that was `seen`, while it is read by SQLCipher."""
    return held_file.nobody_writes(path, seen, lambda: cipher.connect(address(path, "rw"), _key_of(path), WAIT_SECONDS))


def convert(path: Path, made: Path, key: bytes | None, lang: str, tick: Tick = silent) -> None:
    """Write all that is in the file at `path` into the empty file `made`: encrypted by `key`, or plain without one.
    The language of the office can be read of either without a key.

    Raises `BadDatabase` where something of it is damaged, `Surroundings` where the disk fails: then nothing of `made`
    counts.
    """
    new = None if key is None else cipher.raw_key(key, office_key.new_salt(lang))
    try:
        with closing(cipher.connect(address(made, "rw"), new, WAIT_SECONDS)) as conn:
            for pragma in UNSAFE:
                conn.execute(pragma)
            # What a kill has left half done in a copy is taken back, which cannot be done by reading.
            mode = "rw" if os.path.exists(f"{path}{JOURNAL}") else "ro"
            conn.execute(ATTACH, (address(path, mode), _key_of(path) or ""))
            with telling(conn, tick):
                conn.execute(EXPORT)
            for name in IN_HEAD:
                value = conn.execute(f"PRAGMA source.{name}").fetchone()[0]
                conn.execute(f"PRAGMA main.{name}={value}")
            if not _has_all(conn):
                raise BadDatabase("database.damaged", path=str(path), command="ipsu check")
    except sqlite3.Error as error:
        raise what_failed(error, path) from error


def verify(path: Path, made: Path, key: bytes | None, tick: Tick = silent) -> None:
    """Read all of the new file as an office: its pages, its schema, and every row against the log's chain. Raises
    `BadDatabase` where something is wrong, which is so in the file at `path` then."""
    with office_key.used(key):
        if not is_sound(made, tick):
            raise BadDatabase("database.damaged", path=str(path), command="ipsu check")


def convert_copy(path: Path, made: Path, key: bytes | None, lang: str) -> None:
    """The same of a copy that nobody has open, which may be of an earlier version: its pages and its references are
    looked through. Raises `BadDatabase` where it cannot be read."""
    try:
        convert(path, made, key, lang)
    except Surroundings as error:
        if str(error.figures["why"]).startswith(UNREADABLE):
            raise BadDatabase("database.unreadable", path=str(path), why=error.figures["why"]) from None
        raise
    with office_key.used(key):
        backup.look_through(made)


def _key_of(path: Path) -> str | None:
    salt = office_key.salt_of(path)
    return None if salt is None else cipher.raw_key(office_key.of(path), salt)


def _has_all(conn: sqlite3.Connection) -> bool:
    """Has each table as many rows as it has in the other file?"""
    tables = [row[0] for row in conn.execute(TABLES)]
    return all(_count(conn, "main", table) == _count(conn, "source", table) for table in tables)


def _count(conn: sqlite3.Connection, name: str, table: str) -> int:
    count: int = conn.execute(f'SELECT count(*) FROM {name}."{table}"').fetchone()[0]
    return count
