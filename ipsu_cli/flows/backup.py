"""`ipsu backup FILE`: a copy of the office, made while others may work in it."""

import datetime as dt
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Problem
from ipsu_cli.core.tick import Tick, part, silent
from ipsu_cli.office import Office
from ipsu_cli.store import backup as copies
from ipsu_cli.store import writing
from ipsu_cli.store.backup import Contents


class Backup(NamedTuple):
    """A copy that was made: how large it is, and how far the office had come."""

    file: str
    size: int
    change: int
    today: dt.date


class BackedUp(NamedTuple):
    """The copy."""

    backup: Backup


# Writes a file whole, by what fills it.
WriteWhole = Callable[[Callable[[BinaryIO], None]], None]


def refuse_again(office: Office) -> None:
    """Raise `Repeated` for a copy that was made under the same key."""
    if office.key:
        with office.foreseeing():
            pass


def backup(
    office: Office,
    file: str,
    write: WriteWhole,
    through: Callable[[BinaryIO, BinaryIO], None] = shutil.copyfileobj,
    tick: Tick = silent,
) -> Answer[BackedUp]:
    """Copy the office's file while others may work in it. The copy is read through before it gets its name, and goes
    `through` what encrypts it."""
    found: list[Contents] = []

    def fill(to: BinaryIO) -> None:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy"
            with office.reading() as store:
                copies.copy(store, copy, part(tick, 0, 2))
            found.append(copies.look_through(copy, part(tick, 1, 2)))
            with copy.open("rb") as source:
                through(source, to)

    write(fill)
    made = Backup(file, Path(file).stat().st_size, *found[0])
    answer = Answer(BackedUp(made), [Text("message.backed-up", made._asdict())])
    _remember(office, found[0], answer)
    return answer


def _remember(office: Office, made: Contents, answer: Answer[BackedUp]) -> None:
    """The copy is there, also where the office's own file cannot say so: it may be read-only, or in use for long."""
    with (
        suppress(Problem, sqlite3.Error),
        writing(office.path, office.today.isoformat(), office.who, "backup") as store,
    ):
        copies.remember(store, office.today, made)
        if office.key:
            office.remember(store, office.key, answer)
