"""Bringing a file up to the version of the program: one transaction for all the steps that it lacks."""

import sqlite3
from importlib import import_module
from pkgutil import iter_modules

from ipsu_cli.store import migrations


def steps() -> list[str]:
    """The names of the steps, in order: `m001_the_office`, …"""
    return sorted(found.name for found in iter_modules(migrations.__path__) if found.name.startswith("m0"))


def migrate(conn: sqlite3.Connection) -> None:
    """Run what is missing, all or nothing. Two programs at once: the second finds it done.

    The lock is taken before sqlite-utils looks for what is pending: by itself it begins without one.
    """
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    ours = Migrations("ipsu")
    for name in steps():
        ours(name=name)(_step(name))
    conn.execute("BEGIN IMMEDIATE")
    try:
        ours.apply(Database(conn))
        conn.execute(f"PRAGMA user_version={migrations.VERSION}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:  # a full disk has rolled it back already
            conn.execute("ROLLBACK")
        raise


def _step(name: str):  # type: ignore[no-untyped-def]
    def run(db) -> None:  # type: ignore[no-untyped-def]
        import_module(f"ipsu_cli.store.migrations.{name}").up(db.conn)

    run.__name__ = name
    return run
