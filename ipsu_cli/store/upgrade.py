"""Bringing an office's file up to the version of the program, once a copy of it as it was is safe next to it."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from ipsu_cli.core.problem import BadDatabase, Surroundings
from ipsu_cli.core.unfinished import place, sync_file, sync_folder, unfinished_file
from ipsu_cli.store import driver
from ipsu_cli.store.migrate import migrate
from ipsu_cli.store.migrations import VERSION

KEPT = 3  # where the office has no setting of its own
SETTING = "SELECT value FROM settings WHERE name = 'backups-kept'"


def upgrade(conn: sqlite3.Connection, path: Path) -> None:
    """Copy the file, look the copy through, and run the steps that the file lacks, all or nothing.

    Raises `BadDatabase` for a file that is damaged, `Surroundings` where there is no room for the copy: it stays as it
    was. Two programs at once: each has a copy, and the second finds the steps done.
    """
    path = path.resolve()
    try:
        _keep_copy(conn, path)
    except OSError as error:
        raise Surroundings("file.not-writable", path=str(path), why=error.strerror) from None
    migrate(conn)
    with suppress(OSError):  # the file is what it should be
        _remove_old_copies(conn, path)


def _keep_copy(conn: sqlite3.Connection, path: Path) -> None:
    with unfinished_file(path.parent) as made:
        with closing(driver.connect_alike(conn, made)) as copy:
            conn.backup(copy)
            if copy.execute("PRAGMA user_version").fetchone()[0] == VERSION:
                return  # another program was quicker, and has kept a copy
            if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise BadDatabase("database.damaged", path=str(path), command="ipsu check")
        sync_file(made)
        _name(made, f"{path}.before-{VERSION}")
        sync_folder(path.parent)


def _name(made: Path, name: str) -> None:
    """Give the copy the first name that is free, also of what another program takes at the same time."""
    for free in (name, *(f"{name}-{number}" for number in range(2, 1_000))):
        with suppress(FileExistsError):
            place(made, Path(free))
            return


def _remove_old_copies(conn: sqlite3.Connection, path: Path) -> None:
    """Keep as many copies of earlier versions as the office wants, the newest."""
    row = conn.execute(SETTING).fetchone()
    kept = int(row[0]) if row else KEPT
    for old in sorted(_copies(path), key=os.path.getmtime, reverse=True)[kept:]:
        old.unlink()


def _copies(path: Path) -> Iterator[Path]:
    ours = re.compile(re.escape(f"{path.name}.before-") + r"\d+(-\d+)?")
    return (found for found in path.parent.iterdir() if ours.fullmatch(found.name) and found.is_file())
