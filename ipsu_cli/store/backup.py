"""Copies of an office's file: made while others work in it, and looked through before they count."""

import datetime as dt
import os.path
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadDatabase
from ipsu_cli.core.tick import Tick, part, silent
from ipsu_cli.store import Store, Writing, driver
from ipsu_cli.store.connection import version_of, what_failed
from ipsu_cli.store.under_way import copy as copy_pages
from ipsu_cli.store.under_way import telling

NEWEST = "SELECT id, today FROM changes WHERE digest IS NOT NULL ORDER BY id DESC LIMIT 1"
REMEMBER = "INSERT INTO backups (on_day, change_id) VALUES (:on, :change)"
LAST = "SELECT on_day, change_id FROM backups ORDER BY id DESC LIMIT 1"
FIRST_DAY = "SELECT today FROM changes ORDER BY id LIMIT 1"
SINCE = "SELECT count(*) FROM changes WHERE id > :change"
# What is said of an office's file, and what of one that was to be its copy: another is chosen otherwise.
OF_A_COPY = {"database.not-ours": "database.no-backup", "database.damaged": "database.copy-damaged"}


class Contents(NamedTuple):
    """How far a file has come: its newest change, and the day of that."""

    change: int
    today: dt.date


class Uncopied(NamedTuple):
    """The day of the newest copy, None where there is none; since when the office has worked without one, and how many
    changes it has made by then."""

    on: dt.date | None
    since: dt.date | None
    changes: int


def uncopied(store: Store) -> Uncopied:
    """What would be lost with the file, as far as the file knows of its copies."""
    last, first = store.first(LAST), store.value(FIRST_DAY)
    changes = store.value(SINCE, change=last["change_id"] if last else 0)
    on = kept_day(last["on_day"]) if last else None
    return Uncopied(on, on or (kept_day(first) if first else None), changes)


def remember(store: Writing, on: dt.date, contents: Contents) -> None:
    """A copy was made. That is no change of the register, and leaves no line in the log."""
    store.conn.execute(REMEMBER, {"on": on.isoformat(), "change": contents.change})


def copy(store: Store, to: Path, tick: Tick = silent) -> None:
    """Make a copy of an open office over the empty file `to`, encrypted where that is. It has to be looked through
    before it counts."""
    _copy(store.conn, to, tick)


def copy_file(path: Path, to: Path, tick: Tick = silent) -> Contents:
    """The same of a file that nobody has open; one of an older version stays so."""
    look_through(path, part(tick, 0, 3))
    with closing(_open(path)) as conn:
        _copy(conn, to, part(tick, 1, 3))
    return look_through(to, part(tick, 2, 3))


def copied(path: Path, to: Path) -> bool:
    """Copy a file, sound or not, page by page, while somebody holds it for writing. False where that fails."""
    with suppress(sqlite3.Error), closing(_open(path)) as conn, closing(driver.connect_alike(conn, to)) as target:
        conn.backup(target)
        return True
    return False


def _copy(conn: sqlite3.Connection, to: Path, tick: Tick) -> None:
    try:
        with closing(driver.connect_alike(conn, to)) as target:
            copy_pages(conn, target, tick)
    except sqlite3.Error as error:
        raise what_failed(error, to) from error


def look_through(path: Path, tick: Tick = silent) -> Contents:
    """Read all of a copy without changing it. Raises `BadDatabase` where it is not ours, newer than the program, or
    damaged."""
    try:
        with closing(_open(path)) as conn, telling(conn, tick):
            return _contents(conn, path)
    except (sqlite3.Error, BadDatabase) as error:
        raise _of_a_copy(error, path) from error


def _of_a_copy(error: sqlite3.Error | BadDatabase, path: Path) -> Exception:
    problem = what_failed(error, path) if isinstance(error, sqlite3.Error) else error
    code = OF_A_COPY.get(getattr(problem, "code", ""))
    return BadDatabase(code, path=str(path)) if code else problem


def _open(path: Path) -> sqlite3.Connection:
    """Read-only: nothing is migrated, no journal is made."""
    if not os.path.isfile(path):  # false of a name that is too long as well
        raise BadDatabase("database.no-backup", path=str(path))
    return driver.connect(path, "ro")


def _contents(conn: sqlite3.Connection, path: Path) -> Contents:
    version_of(conn, path)
    sound = conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    newest = conn.execute(NEWEST).fetchone() if sound else None
    if newest is None or conn.execute("PRAGMA foreign_key_check").fetchone():
        raise BadDatabase("database.copy-damaged", path=str(path))
    return Contents(newest[0], kept_day(newest[1]))
