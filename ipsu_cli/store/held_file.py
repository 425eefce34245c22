"""An office's file that is about to be replaced: others are kept out of it, and it is still the one that was seen."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ipsu_cli.core.problem import BadDatabase
from ipsu_cli.store.connection import patiently, what_failed


@contextmanager
def nobody_writes(path: Path, seen: os.stat_result, connect: Callable[[], sqlite3.Connection]) -> Iterator[None]:
    """Wait for who is writing, and keep other writers out. Raises `BadDatabase` where the file is in use for long, or
    where another took the place of the one that was `seen`: the lock would be on what nobody opens any more."""
    try:
        with closing(connect()) as conn:
            patiently(conn, "BEGIN IMMEDIATE")
            refuse_replaced(path, seen)
            yield
    except sqlite3.Error as error:
        raise what_failed(error, path) from error


def refuse_replaced(path: Path, seen: os.stat_result | None) -> None:
    """Raise where the file is not the one that was `seen`; None where there was none."""
    if is_replaced(path, seen):
        raise BadDatabase("database.replaced", path=str(path))


def is_replaced(path: Path, seen: os.stat_result | None) -> bool:
    """Has another file come to the path since?"""
    found = stat_of(path)
    return found is not seen if found is None or seen is None else not os.path.samestat(found, seen)


def stat_of(path: Path) -> os.stat_result | None:
    """Which file is at the path; None where there is none."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None
