"""A new, empty office's file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from ipsu_cli.store.connection import create, what_failed
from ipsu_cli.store.migrate import migrate


def make(path: Path) -> None:
    """Make the file, of the program's version. Raises `Surroundings` where the disk fails."""
    try:
        with closing(create(path)) as conn:
            migrate(conn)
    except sqlite3.Error as error:
        raise what_failed(error, path) from error
