"""The one place that opens a database: by SQLite, or by SQLCipher where the file is encrypted.

Either way errors are those of `sqlite3`, so whoever asks need not know which it is.
"""

import sqlite3
from pathlib import Path
from types import ModuleType

from ipsu_cli.core import office_key
from ipsu_cli.core.extra import install
from ipsu_cli.core.problem import BadDatabase
from ipsu_cli.store.adapters import adapt

WAIT_SECONDS = 30

adapt(sqlite3.register_adapter)


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection to the file; nothing is read yet. Raises `BadDatabase` for an encrypted one whose key, or whose
    extra, is not to be had."""
    salt = office_key.salt_of(path)
    if salt is None:
        return _plain(address(path, mode))
    cipher = _cipher(path)
    opened: sqlite3.Connection = cipher.connect(
        address(path, mode), cipher.raw_key(office_key.of(path), salt), WAIT_SECONDS
    )
    return opened


def connect_alike(conn: sqlite3.Connection, to: Path | None = None) -> sqlite3.Connection:
    """A connection to an empty or new file that a copy of `conn` fits into: encrypted with the same key where that is;
    without a file, to a database in memory."""
    place = ":memory:" if to is None else address(to, "rwc")
    key = getattr(conn, "raw_key", None)
    if key is None:
        return _plain(place)
    from ipsu_cli.store import cipher

    alike: sqlite3.Connection = cipher.connect(place, key, WAIT_SECONDS)
    return alike


def _plain(place: str) -> sqlite3.Connection:
    conn = sqlite3.connect(place, uri=True, isolation_level=None, timeout=WAIT_SECONDS)
    conn.row_factory = sqlite3.Row
    return conn


def address(path: Path, mode: str) -> str:
    """A file as SQLite is told of it."""
    return f"{path.absolute().as_uri()}?mode={mode}"


def _cipher(path: Path) -> ModuleType:
    try:
        from ipsu_cli.store import cipher
    except ModuleNotFoundError:
        raise BadDatabase("database.encrypted", path=str(path), command=install("encrypt")) from None
    return cipher
