"""Copies of an office's file: made while others work in it, and looked through before they count."""

import datetime as dt
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.problem import BadDatabase
from ipsu_cli.store import Store
from ipsu_cli.store.connection import WAIT_SECONDS, version_of, what_failed

NEWEST = "SELECT id, today FROM changes WHERE digest IS NOT NULL ORDER BY id DESC LIMIT 1"
LANGUAGE = "SELECT lang FROM office"


class Contents(NamedTuple):
    """How far a file has come: its newest change, and the day of that."""

    change: int
    today: dt.date


def copy(store: Store, to: Path) -> Contents:
    """Make a copy of an open office over the empty file `to`. Raises `BadDatabase` where the copy is not well."""
    return _copy(store.conn, to)


def copy_file(path: Path, to: Path) -> Contents:
    """The same of a file that nobody has open; one of an older version stays so."""
    look_through(path)
    with closing(_open(path)) as conn:
        return _copy(conn, to)


def _copy(conn: sqlite3.Connection, to: Path) -> Contents:
    try:
        with closing(sqlite3.connect(to)) as target:
            conn.backup(target)
    except sqlite3.Error as error:
        raise what_failed(error, to) from error
    return look_through(to)


def look_through(path: Path) -> Contents:
    """Read all of a file without changing it. Raises `BadDatabase` where it is not ours, newer than the program, or
    damaged."""
    try:
        with closing(_open(path)) as conn:
            return _contents(conn, path)
    except sqlite3.Error as error:
        raise what_failed(error, path) from error


def language(path: Path) -> str | None:
    """The language that a file calls its office's own; None where it says none."""
    with suppress(BadDatabase, sqlite3.Error), closing(_open(path)) as conn:
        row = conn.execute(LANGUAGE).fetchone()
        return str(row[0]) if row else None
    return None


def _open(path: Path) -> sqlite3.Connection:
    """Read-only: nothing is migrated, no journal is made."""
    if not path.is_file():
        raise BadDatabase("database.no-backup", path=str(path))
    return sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True, timeout=WAIT_SECONDS)


def _contents(conn: sqlite3.Connection, path: Path) -> Contents:
    version_of(conn, path)
    sound = conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    newest = conn.execute(NEWEST).fetchone() if sound else None
    if newest is None or conn.execute("PRAGMA foreign_key_check").fetchone():
        raise BadDatabase("database.copy-damaged", path=str(path))
    return Contents(newest[0], kept_day(newest[1]))
