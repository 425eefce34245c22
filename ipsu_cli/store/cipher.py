"""SQLCipher (extra `encrypt`), which looks to all others like `sqlite3`. Loaded for an encrypted file alone."""

import sqlite3
from collections.abc import Callable
from functools import cache, wraps
from hashlib import pbkdf2_hmac
from typing import Any

from sqlcipher3 import dbapi2

from ipsu_cli.store.adapters import adapt

# SQLCipher's own, so that any program that knows SQLCipher opens the file by the key alone.
ITERATIONS, KEY_BYTES = 256_000, 32
# Of what stops a copy, and a function as its export is, it tells the words alone.
NAMES = {
    "database or disk is full": "SQLITE_FULL", "disk I/O error": "SQLITE_IOERR", "out of memory": "SQLITE_NOMEM",
    "database disk image is malformed": "SQLITE_CORRUPT", "database is locked": "SQLITE_BUSY",
    "unable to open database file": "SQLITE_CANTOPEN", "attempt to write a readonly database": "SQLITE_READONLY",
}  # fmt: skip

adapt(dbapi2.register_adapter)


def _translated(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method, with the errors of `sqlite3`: those of SQLCipher's module are of other classes."""

    @wraps(method)
    def call(*values: Any, **named: Any) -> Any:
        try:
            return method(*values, **named)
        except (dbapi2.Error, dbapi2.Warning) as error:
            raise _translation(error) from None

    return call


def _translation(error: Exception) -> Exception:
    translation: Exception = getattr(sqlite3, type(error).__name__)(*error.args)
    name = getattr(error, "sqlite_errorname", None)
    if name in (None, "SQLITE_ERROR"):
        name = NAMES.get(str(error), name)
    vars(translation).update(sqlite_errorcode=getattr(error, "sqlite_errorcode", None), sqlite_errorname=name)
    return translation


class CipherCursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor with the errors of `sqlite3`."""

    execute = _translated(dbapi2.Cursor.execute)
    executemany = _translated(dbapi2.Cursor.executemany)
    fetchone = _translated(dbapi2.Cursor.fetchone)
    fetchmany = _translated(dbapi2.Cursor.fetchmany)
    fetchall = _translated(dbapi2.Cursor.fetchall)
    __next__ = _translated(dbapi2.Cursor.__next__)


class CipherConnection(dbapi2.Connection):  # type: ignore[misc]
    """A connection with the errors of `sqlite3`. `raw_key` opens a copy of it."""

    raw_key = ""

    def cursor(self, factory: type[CipherCursor] = CipherCursor) -> CipherCursor:
        """What `execute` makes as well."""
        made: CipherCursor = super().cursor(factory)
        return made

    in_transaction = property(_translated(dbapi2.Connection.in_transaction.__get__))
    backup = _translated(dbapi2.Connection.backup)
    close = _translated(dbapi2.Connection.close)


@cache
def raw_key(key: bytes, salt: bytes) -> str:
    """The key of a file with its salt, as SQLCipher takes what was derived already: deriving costs a tenth of a second,
    and a command opens its file more than once."""
    return f"x'{pbkdf2_hmac('sha512', key, salt, ITERATIONS, KEY_BYTES).hex()}{salt.hex()}'"


def connect(place: str, key: str | None, timeout: float) -> CipherConnection:
    """A connection to what is named as SQLite names it, by a raw key; without one to a file that is not encrypted.
    Whether the key is the right one, the first question shows."""
    conn: CipherConnection = _translated(dbapi2.connect)(
        place, uri=True, isolation_level=None, timeout=timeout, factory=CipherConnection
    )
    conn.row_factory = dbapi2.Row
    # It would write what is wrong with a key to stderr by itself, which is ours.
    conn.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        conn.execute(f'PRAGMA key="{key}"')
        conn.raw_key = key
    return conn
