"""All views of a register as the tables of a file of their own, which has nothing else."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

from ipsu_cli.store import Store
from ipsu_cli.store.query import fill
from ipsu_cli.store.views import VIEWS


def write_copy(store: Store, path: Path, today: dt.date) -> None:
    """Make the file, with the rows of every view as they stand on the day."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for view in VIEWS.values():
            conn.execute(view.table)
            fill(conn, store, view, today.isoformat())
