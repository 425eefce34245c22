"""Opening the file: only ours, whole, of our version, and with every safety of SQLite switched on."""

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path

from ipsu_cli.core import office_key
from ipsu_cli.core.problem import BadDatabase, Surroundings
from ipsu_cli.core.text import in_quotes
from ipsu_cli.core.unfinished import forget_twin, make_private
from ipsu_cli.store import driver
from ipsu_cli.store.migrations import VERSION

APPLICATION_ID = 0x49505355  # "IPSU"
# A wait is of so many pieces; in milliseconds.
PIECES = 60
WAIT_A_PIECE, WAIT_WHOLE = "PRAGMA busy_timeout=500", "PRAGMA busy_timeout=30000"
FIRST_READ = "PRAGMA application_id"
# In the head of a file whose journal is a log next to it, the versions that write and read it.
LOG_AT, WITH_LOG = 18, b"\x02\x02"

# EXTRA: with the default the unlinked journal of a finished commit can come back after a power loss. A long change
# keeps its pages in memory: where they spill over, readers are locked out from then on, not for the commit alone. That
# is at 32 MiB, the pages of about 120 000 deliveries; a million of them must not take the memory of the machine.
PRAGMAS = {
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "cache_spill": 8_000,
    "synchronous": 3,
}
# What SQLite says where the disk does not give what lies on it.
UNREAD = ("SQLITE_IOERR_READ", "SQLITE_IOERR_CORRUPTFS", "SQLITE_IOERR_SHORT_READ")


def connect(path: Path) -> sqlite3.Connection:
    """A connection to an office's file. Raises `BadDatabase` with what is wrong and what to do."""
    refuse_strange_files(path)
    try:
        conn = _open(path)
        _refuse_strange_content(conn, path)
    except sqlite3.Error as error:
        raise what_failed(error, path) from error
    return conn


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection to another office's file, which it can only ask: the file is not brought up to this version, and
    no byte of it changes. Raises `BadDatabase` with what is wrong and what to do."""
    refuse_strange_files(path)
    try:
        _refuse_other_journal(path)
        conn = _open(path, "ro")
        _refuse_older(conn, path)
    except sqlite3.Error as error:
        raise what_failed_reading(error, path) from error
    return conn


def patiently(conn: sqlite3.Connection, statement: str) -> sqlite3.Cursor:
    """Run a statement that waits for others to end their change. It waits in pieces: while SQLite waits, Python hears
    of no signal."""
    conn.execute(WAIT_A_PIECE)
    try:
        for _ in range(1, PIECES):
            try:
                return conn.execute(statement)
            except sqlite3.OperationalError as error:
                if not error_name(error).startswith("SQLITE_BUSY"):
                    raise
        return conn.execute(statement)
    finally:
        conn.execute(WAIT_WHOLE)


def create(path: Path) -> sqlite3.Connection:
    """A connection to a new, empty file at `path`, readable by nobody else."""
    os.close(make_private(path))
    conn = _open(path)
    conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
    return conn


def what_failed(error: sqlite3.Error, path: Path) -> Exception:
    """What an error of SQLite means for the person; the error itself where the fault is ours."""
    name = error_name(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BadDatabase("database.locked", path=str(path))
    if name in UNREAD:
        return Surroundings("disk.unread", path=str(path), why=name.removeprefix("SQLITE_").lower())
    if name == "SQLITE_READONLY_DBMOVED":
        return BadDatabase("database.replaced", path=str(path))
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_NOMEM")):
        return Surroundings("disk.failed", path=str(path), why=name.removeprefix("SQLITE_").lower())
    if name.startswith("SQLITE_NOTADB"):
        return BadDatabase(
            "database.not-ours" if office_key.salt_of(path) is None else "database.key-wrong", path=str(path)
        )
    if name.startswith(("SQLITE_CONSTRAINT", "SQLITE_ERROR", "SQLITE_MISMATCH")) or not name:
        return error
    return BadDatabase("database.damaged", path=str(path), command="ipsu check")


def what_failed_reading(error: sqlite3.Error, path: Path) -> Exception:
    """The same for a file that is only read: what a killed command left in it can be taken back by writing alone."""
    if error_name(error).startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return BadDatabase("offices.unfinished", path=str(path), command=_opening(path))
    return what_failed(error, path)


def error_name(error: sqlite3.Error) -> str:
    """SQLite's name of an error; text that is no longer text has none of its own."""
    if "Could not decode" in str(error):
        return "SQLITE_CORRUPT"
    return getattr(error, "sqlite_errorname", "") or ""


def _open(path: Path, mode: str = "rw") -> sqlite3.Connection:
    conn = driver.connect(path, mode)
    patiently(conn, FIRST_READ)  # what is set below is read back, some of it from the file
    for name, value in PRAGMAS.items():
        conn.execute(f"PRAGMA {name}={value}")
        if conn.execute(f"PRAGMA {name}").fetchone()[0] != value:
            raise BadDatabase("database.unsafe", path=str(path), setting=name)
    return conn


def refuse_strange_files(path: Path) -> None:
    """Raise `BadDatabase` where the path is no ordinary file with one name, or cannot be read."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        figures = {"path": str(path)}
        raise BadDatabase("database.missing", **figures, named_by="", details=figures, command="ipsu init") from None
    except OSError as error:
        raise BadDatabase("database.unreadable", path=str(path), why=error.strerror) from None
    if not stat.S_ISREG(found.st_mode):
        raise BadDatabase("database.not-a-file", path=str(path))
    refuse_two_names(path)
    if not os.access(path, os.R_OK):
        raise BadDatabase("database.unreadable", path=str(path), why=os.strerror(13))


def refuse_two_names(path: Path) -> None:
    """Raise for a file that can be reached by another name: its journal would lie next to one of them alone. The name
    that a run which was killed in `init` left is taken away first."""
    if os.stat(path).st_nlink > 1:
        with suppress(OSError):
            forget_twin(path)
        if os.stat(path).st_nlink > 1:
            raise BadDatabase("database.two-names", path=str(path))


def version_of(conn: sqlite3.Connection, path: Path) -> int:
    """The version of the schema. Raises `BadDatabase` for a file that is not ours, or newer than the program."""
    if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise BadDatabase("database.not-ours", path=str(path))
    version: int = conn.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise BadDatabase("database.newer", path=str(path), version=version, known=VERSION)
    return version


def _refuse_other_journal(path: Path) -> None:
    """A file that keeps a log of its own next to it makes that by being read."""
    if office_key.salt_of(path) is not None:
        return  # nothing stands in its head; how it keeps its journal is set when it is opened to write
    with path.open("rb") as file:
        if file.read(len(WITH_LOG) + LOG_AT)[LOG_AT:] == WITH_LOG:
            raise BadDatabase("database.unsafe", path=str(path), setting="journal_mode")


def _refuse_older(conn: sqlite3.Connection, path: Path) -> None:
    version = version_of(conn, path)
    if version < VERSION:
        raise BadDatabase("offices.older", path=str(path), version=version, known=VERSION, command=_opening(path))


def _opening(path: Path) -> str:
    """The command that opens a file to write, and so brings it in order."""
    return f"ipsu --db {in_quotes(str(path))} status"


def _refuse_strange_content(conn: sqlite3.Connection, path: Path) -> None:
    if version_of(conn, path) < VERSION:
        from ipsu_cli.store.upgrade import upgrade

        upgrade(conn, path)
    if conn.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
        raise BadDatabase("database.unsafe", path=str(path), setting="journal_mode")
