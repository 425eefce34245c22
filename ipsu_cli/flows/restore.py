"""`ipsu restore FILE`: the office is again what a copy says, and what it was is kept."""

import datetime as dt
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.core import interrupt, office_key
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import BadDatabase, Problem, Refused, Surroundings
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.core.unfinished import sync_file, sync_folder, unfinished
from ipsu_cli.locale import LANGUAGES
from ipsu_cli.office import Office
from ipsu_cli.reports.place import warnings_of
from ipsu_cli.store import backup as copies
from ipsu_cli.store import erasure_files, writing
from ipsu_cli.store.backup import Contents
from ipsu_cli.store.connection import connect, refuse_two_names, what_failed
from ipsu_cli.validation import quoted

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


def restore(office: Office, file: str, source: Path, tick: Tick = silent) -> Answer[Restored]:
    """Let the office be what a copy says. What it was is kept next to it, under a name of its own. `file` is what the
    copy is called, `source` where it lies."""
    path = office.path.resolve()
    _refuse(office, path, file, source)
    made = unfinished(path.parent)
    try:
        copied = _copied(source, made, tick)
        _refuse_plain(path, file, source)
        persons = _erase_again(office, path, made)
        contents = copies.look_through(made) if persons else copied
        replaced = _swap(office, path, made)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Surroundings("file.not-writable", path=str(path), why=why) from None
    finally:
        with suppress(OSError):
            made.unlink()
    answer = _answer(path, Restore(file, replaced, *contents), persons)
    if office.key:
        _remember(office, office.key, answer)
    return answer


def refuse(office: Office, file: str, source: Path, tick: Tick = silent) -> None:
    """Raise where the file is no copy of an office, or is the office itself."""
    _refuse(office, office.path.resolve(), file, source)
    copies.look_through(source, tick)
    _refuse_plain(office.path.resolve(), file, source)


def _refuse(office: Office, path: Path, file: str, source: Path) -> None:
    if office.key:
        with suppress(BadDatabase), office.foreseeing():
            pass
    if path.exists():
        if os.path.exists(source) and source.samefile(path):
            raise Refused("restore.itself", path=file)
        refuse_two_names(path)


def _refuse_plain(path: Path, file: str, source: Path) -> None:
    """Raise where an office that is encrypted would not be so afterwards."""
    if office_key.salt_of(path) is not None and office_key.salt_of(source) is None:
        command = f"ipsu --db {quoted(file)} encrypt" if source == Path(file) else "ipsu help encryption"
        raise Refused("restore.plain", path=file, command=command)


def _swap(office: Office, path: Path, made: Path) -> str | None:
    """Let the copy take the place of the office's file. Returns what that is called now, None where there was none."""
    with ExitStack() as kept_out:
        usable = kept_out.enter_context(_nobody_writes(path))
        replaced = _keep(path, office.today, usable=usable)
        interrupt.hold()
        if sys.platform == "win32":
            kept_out.close()  # there no file can be replaced that somebody has open, not even by who has it
        os.replace(made, path)
        office.saved = True
        with suppress(OSError):  # it is done: nothing after it may fail
            sync_folder(path.parent)
    return replaced


def _answer(path: Path, done: Restore, persons: int) -> Answer[Restored]:
    lines = [Text("message.restored", done._asdict())]
    if done.replaced:
        lines.append(Text("message.replaced", {"path": done.replaced}))
    if persons:
        lines.append(Text("message.erased-again", {"count": persons}))
    return Answer(Restored(done), lines, warnings=warnings_of(path), saved=True)


def _remember(office: Office, key: str, answer: Answer[Restored]) -> None:
    """Keep the answer in what the office is now: it is there whether or not that can be written."""
    with (
        suppress(Problem, sqlite3.Error),
        writing(office.path, office.today.isoformat(), office.who, "restore") as store,
    ):
        office.remember(store, key, answer)


def _copied(source: Path, made: Path, tick: Tick) -> Contents:
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    contents = copies.copy_file(source, made, tick)
    sync_file(made)
    return contents


def _erase_again(office: Office, path: Path, made: Path) -> int:
    """Erase in the copy who was erased since it was made, before anybody sees it. Returns how many that are."""
    with interrupt.trying():
        persons = erasure_files.erase_again(made, erasure_files.known(path), office.today.isoformat(), office.who)
    sync_file(made)
    return persons


@contextmanager
def _nobody_writes(path: Path) -> Iterator[bool]:
    """Wait for who is writing, and keep other writers out. False for a file that cannot be used: nobody uses it."""
    with ExitStack() as opened:
        usable = False
        try:
            conn = opened.enter_context(closing(connect(path)))
            conn.execute("BEGIN IMMEDIATE")
            usable = True
        except (Problem, sqlite3.Error) as error:
            _refuse_busy(error, path)
        yield usable


def _refuse_busy(error: Exception, path: Path) -> None:
    """Raise where somebody else has the file, or may have it and by another key; whatever else is wrong with it, a copy
    takes its place."""
    found = what_failed(error, path) if isinstance(error, sqlite3.Error) else error
    if isinstance(found, Problem) and found.code in ("database.locked", "database.key-wrong", "database.key-missing"):
        raise found


def _keep(path: Path, today: dt.date, *, usable: bool) -> str | None:
    """Copy what the office is now, under a name that is free. A second name for the same file would be left to it by a
    kill before the swap, and an office with two names is refused."""
    if not path.exists():
        return None
    kept, made = _unused(f"{path}.replaced-{today}"), unfinished(path.parent)
    try:
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        if not (usable and copies.copied(path, made)):
            shutil.copyfile(path, made)
        sync_file(made)
        if not usable:
            _move_journal(path, kept)
        os.rename(made, kept)
        sync_folder(path.parent)
    finally:
        with suppress(OSError):
            made.unlink()
    return str(kept)


def _move_journal(path: Path, kept: Path) -> None:
    """What a crash has left of a change goes with a file that cannot be used, or it would go into the new one."""
    with suppress(FileNotFoundError):
        os.rename(f"{path}{JOURNAL}", f"{kept}{JOURNAL}")


def _unused(name: str) -> Path:
    names = [name, *(f"{name}-{number}" for number in range(2, 1_000))]
    return next(Path(tried) for tried in names if not os.path.lexists(tried))
