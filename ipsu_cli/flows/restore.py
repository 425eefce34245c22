"""`ipsu restore FILE`: the office is again what a copy says, and what it was is kept."""

import datetime as dt
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Problem, Refused, Surroundings
from ipsu_cli.core.unfinished import sync_folder, unfinished
from ipsu_cli.locale import LANGUAGES
from ipsu_cli.office import Office
from ipsu_cli.store import backup as copies
from ipsu_cli.store.backup import Contents
from ipsu_cli.store.connection import connect

JOURNAL = "-journal"


class Restore(NamedTuple):
    """A copy that the office is again. `replaced` is the file that it was until then, None where there was none."""

    file: str
    replaced: str | None
    change: int
    today: dt.date


class Restored(NamedTuple):
    """What was put back."""

    restore: Restore


def learn_language(office: Office, file: str) -> None:
    """Speak the language of the office, of the copy where that is lost or damaged: neither is opened as an office."""
    found = map(copies.language, (office.path, Path(file)))
    office.own_lang = next((lang for lang in found if lang in LANGUAGES), office.own_lang)


def restore(office: Office, file: str) -> Answer[Restored]:
    """Let the office be what a copy says. What it was is kept next to it, under a name of its own."""
    path, source = office.path.resolve(), Path(file)
    if source.resolve() == path:
        raise Refused("restore.itself", path=file)
    made = unfinished(path.parent)
    try:
        contents = _copied(source, made)
        with _nobody_writes(path):
            replaced = _keep(path, office.today)
            os.replace(made, path)
            with suppress(OSError):  # it is done: nothing after it may fail
                sync_folder(path.parent)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Surroundings("file.not-writable", path=str(path), why=why) from None
    finally:
        with suppress(OSError):
            made.unlink()
    done = Restore(file, replaced, *contents)
    lines = [Text("message.restored", done._asdict())]
    return Answer(Restored(done), [*lines, Text("message.replaced", {"path": replaced})] if replaced else lines)


def _copied(source: Path, made: Path) -> Contents:
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    contents = copies.copy_file(source, made)
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    return contents


@contextmanager
def _nobody_writes(path: Path) -> Iterator[None]:
    """Wait for who is writing, and keep others out; a file that cannot be used is used by nobody."""
    conn: sqlite3.Connection | None = None
    with suppress(Problem, sqlite3.Error):
        conn = connect(path)
        conn.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        if conn is not None:
            conn.close()


def _keep(path: Path, today: dt.date) -> str | None:
    """Give the file a second name, which becomes its only one; what a crash has left of a change goes with it."""
    if not path.exists():
        return None
    kept = _unused(f"{path}.replaced-{today}")
    os.link(path, kept)
    with suppress(FileNotFoundError):
        os.rename(f"{path}{JOURNAL}", f"{kept}{JOURNAL}")
    return str(kept)


def _unused(name: str) -> Path:
    names = [name, *(f"{name}-{number}" for number in range(2, 1_000))]
    return next(Path(tried) for tried in names if not os.path.lexists(tried))
