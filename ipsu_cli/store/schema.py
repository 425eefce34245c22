"""The schema of a file against that of a new one: what a table holds itself to is as much of the file as its rows."""

import os
import sqlite3
from functools import cache

from ipsu_cli.core.digest import digest_of_parts
from ipsu_cli.store import migrations

# All but the page that each begins at, which SQLite's own check looks after.
OBJECTS = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
TEXTS = (
    "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"
)
# The digest of the texts of a new file; a test writes it.
KEPT = os.path.join(os.path.dirname(migrations.__file__), "schema.sha256")


def is_ours(conn: sqlite3.Connection) -> bool:
    """Are tables, indexes, views and triggers those of a new file? Where SQLite writes them in other words than the
    digest is of, a new file is made to compare with."""
    with open(KEPT, encoding="utf-8") as kept:
        return digest_of(conn) == kept.read().strip() or objects(conn) == fresh()


def digest_of(conn: sqlite3.Connection) -> str:
    """The SHA-256 of all that the schema says."""
    return digest_of_parts(row[0].encode("utf-8", "surrogateescape") for row in conn.execute(TEXTS)).hex()


def objects(conn: sqlite3.Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """The table and the text of each object, by its type and its name."""
    return {(row[0], row[1]): (row[2], row[3]) for row in conn.execute(OBJECTS)}


@cache
def fresh() -> dict[tuple[str, str], tuple[str, str]]:
    """What a new file has, made by the same steps."""
    from ipsu_cli.store.migrate import migrate

    conn = sqlite3.connect(":memory:", isolation_level=None)
    migrate(conn)
    return objects(conn)
