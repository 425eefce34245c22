"""A second look at a file, by itself: before it is called damaged, and where an error had no other cause."""

import sqlite3
from pathlib import Path

from ipsu_cli.core.problem import Problem
from ipsu_cli.store import Store, schema
from ipsu_cli.store.invariants import sealed
from ipsu_cli.store.invariants.opened import untouched
from ipsu_cli.store.invariants.whole import damage

PIECE = 1024**2


def is_sound(path: Path) -> bool:
    """Is the file whole, and as the program has left it? It is opened again, so a bad read does not come again."""
    try:
        with untouched(path) as store:
            return schema.is_ours(store.conn) and not any(damage(store)) and _is_sealed(store)
    except (Problem, sqlite3.Error, ValueError):  # also what is no text, or no number
        return False


def why_unread(path: Path) -> str | None:
    """Why the disk does not give some of the file's bytes, which may be whole; None where it gives them all."""
    try:
        with path.open("rb") as file:
            while file.read(PIECE):
                pass
    except OSError as error:
        return error.strerror
    return None


def _is_sealed(store: Store) -> bool:
    return not any(breach for invariant in sealed.INVARIANTS for breach in invariant.find(store))
