"""Opening a file to look at it: nothing in it is written, whatever state it is in."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ipsu_cli.core.database_file import JOURNAL
from ipsu_cli.core.problem import BadDatabase
from ipsu_cli.core.unfinished import unfinished_folder
from ipsu_cli.store import Store, driver
from ipsu_cli.store.connection import FIRST_READ, error_name, refuse_strange_files, version_of, what_failed
from ipsu_cli.store.invariants.whole import STEPS
from ipsu_cli.store.migrations import VERSION

NEEDS_RECOVERY = ("SQLITE_READONLY", "SQLITE_CANTOPEN")


@contextmanager
def untouched(path: Path) -> Iterator[Store]:
    """The file as it is now, copied into memory, so that nobody waits for the questions. Raises `BadDatabase` where it
    is not ours, newer than the program or damaged.

    One of an older version is looked at as this version would have it, one in which a crash has left a change half done
    as it will be when that is taken back.
    """
    refuse_strange_files(path)
    try:
        with closing(_in_memory(path)) as conn:
            yield Store(conn)
    except UnicodeDecodeError as error:  # of what SQLite says of a name that is no text
        raise BadDatabase("database.damaged", path=str(path), command="ipsu restore FILE") from error
    except sqlite3.Error as error:
        raise what_failed(error, path) from error


def _in_memory(path: Path) -> sqlite3.Connection:
    """SQLite leaves out some of its checks in a file that it may not write to, but none in memory."""
    conn = _copy(path)
    # Text that is no longer text is read as what it is, so that its row can be named.
    conn.text_factory = lambda content: content.decode("utf-8", "surrogateescape")
    for pragma in ("cell_size_check=1", "trusted_schema=0", "foreign_keys=1", "recursive_triggers=1"):
        conn.execute(f"PRAGMA {pragma}")
    if version_of(conn, path) < VERSION and conn.execute(STEPS).fetchone()[0] < VERSION:
        from ipsu_cli.store.migrate import migrate

        migrate(conn)
    return conn


def _copy(path: Path) -> sqlite3.Connection:
    try:
        return _pages_of(path, "ro")
    except sqlite3.Error as error:
        if not error_name(error).startswith(NEEDS_RECOVERY) or not Path(f"{path}{JOURNAL}").exists():
            raise
        with _aside(path) as folder:
            copy = folder / path.name
            for ending in ("", JOURNAL):
                shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
            return _pages_of(copy, "rw")


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A folder for a copy: of ours next to the file, where the next run takes away what a killed one left; elsewhere
    only where none can be made there."""
    with ExitStack() as opened:
        try:
            folder = opened.enter_context(unfinished_folder(path.parent))
        except OSError:
            folder = Path(opened.enter_context(TemporaryDirectory()))
        yield folder


def _pages_of(path: Path, mode: str) -> sqlite3.Connection:
    with closing(driver.connect(path, mode)) as file:
        file.execute(FIRST_READ)  # what is wrong with a key is said of that, not of the pages
        conn = driver.connect_alike(file)
        try:
            file.backup(conn)
        except BaseException:
            conn.close()
            raise
        return conn
