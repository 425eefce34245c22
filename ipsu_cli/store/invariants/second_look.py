"""A second look at a file, by itself: before it is called damaged, and where an error had no other cause."""

import sqlite3
from pathlib import Path

from ipsu_cli.core import office_key
from ipsu_cli.core.problem import BadDatabase, BadFile, Problem, Surroundings
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.store import Store, schema
from ipsu_cli.store.invariants import sealed
from ipsu_cli.store.invariants.opened import untouched
from ipsu_cli.store.invariants.whole import EFFORT, damage
from ipsu_cli.store.invariants.work import a_delivery_stands_in_one_place
from ipsu_cli.store.under_way import telling

PIECE = 1024**2
# All that a change looks at before it is saved (store/verified.py) is among them.
LOOKED_AT = (*sealed.INVARIANTS, a_delivery_stands_in_one_place)
EFFORT_OF_ALL = EFFORT + sum(invariant.effort for invariant in LOOKED_AT)
FAILURES = (Problem, sqlite3.Error, ValueError)  # also what is no text, or no number
WITHOUT_KEY = ("database.key-missing", "database.key-wrong", "database.encrypted")


def is_sound(path: Path, tick: Tick = silent) -> bool:
    """Is the file whole, and as the program has left it? It is opened again, so a bad read does not come again."""
    try:
        return _look(path, tick)
    except FAILURES:
        return False


def cause(error: BaseException, path: Path, *, blamed: bool) -> BaseException:
    """What is behind an error, where the file was blamed for it or nobody foresaw it: the disk, damage, or what was
    said. Without its key, for which nobody is asked here, nothing can be said of the file."""
    try:
        with office_key.without_asking():
            sound = _look(path)
    except FAILURES as failed:
        if isinstance(failed, BadFile) or (isinstance(failed, Problem) and failed.code in WITHOUT_KEY):
            return error
        sound = False
    if sound:
        return Surroundings("disk.read-badly", path=str(path)) if blamed else error
    if why := why_unread(path):
        return Surroundings("disk.unread", path=str(path), why=why)
    return error if blamed else BadDatabase("database.damaged", path=str(path), command="ipsu check")


def _look(path: Path, tick: Tick = silent) -> bool:
    with untouched(path) as store:
        return schema.is_ours(store.conn) and _is_whole(store, tick) and _is_sealed(store, tick)


def why_unread(path: Path) -> str | None:
    """Why the disk does not give some of the file's bytes, which may be whole; None where it gives them all."""
    try:
        with path.open("rb") as file:
            while file.read(PIECE):
                pass
    except OSError as error:
        return error.strerror
    return None


def _is_whole(store: Store, tick: Tick) -> bool:
    with telling(store.conn, tick, 0, EFFORT_OF_ALL):
        return not any(damage(store))


def _is_sealed(store: Store, tick: Tick) -> bool:
    done = EFFORT
    for invariant in LOOKED_AT:
        with telling(store.conn, tick, done, EFFORT_OF_ALL):
            if any(invariant.find(store)):
                return False
        done += invariant.effort
    return True
