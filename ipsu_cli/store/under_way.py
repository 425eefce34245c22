"""Statements that take their time tell that they are under way."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from ipsu_cli.core.tick import Tick
from ipsu_cli.store.connection import error_name

# Of SQLite's own machine, some hundredths of a second.
STEPS = 500_000
# Pages of a copy, a tenth of a second.
PAGES = 2_000


@contextmanager
def telling(conn: sqlite3.Connection, tick: Tick, done: int = 0, of: int = 1) -> Iterator[None]:
    """Let every statement tell that so much is done of so much, for as long as it takes. Raises `KeyboardInterrupt`
    where somebody interrupts one: SQLite hears of it here, and would not before its end."""
    conn.set_progress_handler(partial(tick, done, of), STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error_name(error) == "SQLITE_INTERRUPT":
            raise KeyboardInterrupt from None
        raise
    finally:
        conn.set_progress_handler(None, 0)


def copy(source: sqlite3.Connection, to: sqlite3.Connection, tick: Tick) -> None:
    """Copy all pages."""
    source.backup(to, pages=PAGES, progress=lambda _, left, pages: tick(pages - left, pages))
