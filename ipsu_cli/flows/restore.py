"""`ipsu restore FILE`: the office is again what a copy says, and what it was is kept."""

import datetime as dt
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from ipsu_cli.core import interrupt, office_key
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.database_file import JOURNAL
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadDatabase, Problem, Refused, Surroundings
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.core.unfinished import place, sync_file, sync_folder, unfinished_file
from ipsu_cli.locale import LANGUAGES
from ipsu_cli.office import Office
from ipsu_cli.reports.place import warning_of_mode, warnings_of
from ipsu_cli.store import backup as copies
from ipsu_cli.store import driver, erasure_files, writing
from ipsu_cli.store.connection import refuse_two_names, what_failed
from ipsu_cli.store.held_file import nobody_writes, stat_of
from ipsu_cli.store.language import language_in
from ipsu_cli.validation import quoted

IN_USE = ("database.locked", "database.replaced", "database.key-wrong", "database.key-missing")


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
    office.own_lang = language_in(office.path, LANGUAGES) or language_in(Path(file), LANGUAGES) or office.own_lang


def restore(office: Office, file: str, source: Path, tick: Tick = silent) -> Answer[Restored]:
    """Let the office be what a copy says. What it was is kept next to it, under a name of its own. `file` is what the
    copy is called, `source` where it lies."""
    path = office.path.resolve()
    seen = stat_of(path)
    _refuse(office, path, file, source)
    try:
        with unfinished_file(path.parent) as made:
            contents = copies.copy_file(source, made, tick)
            sync_file(made)
            if persons := _erase_again(office, path, made):
                contents = copies.look_through(made)
            replaced = _swap(office, path, seen, made, lambda: _refuse_plain(path, file, source))
    except FileExistsError:
        raise BadDatabase("database.replaced", path=str(path)) from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Surroundings("file.not-writable", path=str(path), why=why) from None
    except sqlite3.Error as error:  # of the copy on its way, in the same folder
        raise what_failed(error, path) from error
    answer = _answer(path, seen, Restore(file, replaced, *contents), persons)
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
        if not path.is_file():
            raise BadDatabase("database.not-a-file", path=str(path))
        refuse_two_names(path)


def _refuse_plain(path: Path, file: str, source: Path) -> None:
    """Raise where an office that is encrypted would not be so afterwards."""
    if office_key.salt_of(path) is not None and office_key.salt_of(source) is None:
        command = f"ipsu --db {quoted(file)} encrypt" if source == Path(file) else "ipsu help encryption"
        raise Refused("restore.plain", path=file, command=command)


def _swap(
    office: Office, path: Path, seen: os.stat_result | None, made: Path, refuse: Callable[[], None]
) -> str | None:
    """Let the copy take the place of the office's file. Returns what that is called now, None where there was none."""
    if seen is None:
        interrupt.hold()
        place(made, path)
        return _swapped(office, path, None)
    with ExitStack() as kept_out:
        usable = kept_out.enter_context(_nobody_writes(path, seen))
        refuse()
        replaced = _keep(path, office.today, usable=usable)
        interrupt.hold()
        if sys.platform == "win32":
            kept_out.close()  # there no file can be replaced that somebody has open, not even by who has it
        os.replace(made, path)
        return _swapped(office, path, replaced)


def _swapped(office: Office, path: Path, replaced: str | None) -> str | None:
    office.saved = True
    with suppress(OSError):  # it is done: nothing after it may fail
        sync_folder(path.parent)
    return replaced


def _answer(path: Path, seen: os.stat_result | None, done: Restore, persons: int) -> Answer[Restored]:
    lines = [Text("message.restored", done._asdict())]
    if done.replaced:
        lines.append(Text("message.replaced", {"path": done.replaced}))
    if persons:
        lines.append(Text("message.erased-again", {"count": persons}))
    warnings = [*warnings_of(path), *(warning_of_mode(path, seen) if seen else [])]
    return Answer(Restored(done), lines, warnings=warnings, saved=True)


def _remember(office: Office, key: str, answer: Answer[Restored]) -> None:
    """Keep the answer in what the office is now: it is there whether or not that can be written."""
    with (
        suppress(Problem, sqlite3.Error),
        writing(office.path, office.today.isoformat(), office.who, "restore") as store,
    ):
        office.remember(store, key, answer)


def _erase_again(office: Office, path: Path, made: Path) -> int:
    """Erase in the copy who was erased since it was made, before anybody sees it. Returns how many that are."""
    with interrupt.trying():
        persons = erasure_files.erase_again(made, erasure_files.known(path), office.today.isoformat(), office.who)
    sync_file(made)
    return persons


@contextmanager
def _nobody_writes(path: Path, seen: os.stat_result) -> Iterator[bool]:
    """Wait for who is writing, and keep other writers out. False for a file that cannot be used: nobody uses it."""
    with ExitStack() as opened:
        usable = False
        try:
            opened.enter_context(nobody_writes(path, seen, lambda: driver.connect(path)))
            usable = True
        except (Problem, sqlite3.Error) as error:
            _refuse_in_use(error)
        yield usable


def _refuse_in_use(error: Exception) -> None:
    """Raise where somebody else has the file, or may have it and by another key; whatever else is wrong with it, a copy
    takes its place."""
    if isinstance(error, Problem) and error.code in IN_USE:
        raise error


def _keep(path: Path, today: dt.date, *, usable: bool) -> str:
    """Copy what the office is now, under a name that is free. A second name for the same file would be left to it by a
    kill before the swap, and an office with two names is refused."""
    kept = _unused(f"{path}.replaced-{today}")
    with unfinished_file(path.parent) as made:
        if not (usable and copies.copied(path, made)):
            shutil.copyfile(path, made)
        sync_file(made)
        if not usable:
            _move_journal(path, kept)
        os.rename(made, kept)
        sync_folder(path.parent)
    return str(kept)


def _move_journal(path: Path, kept: Path) -> None:
    """What a crash has left of a change goes with a file that cannot be used, or it would go into the new one."""
    with suppress(FileNotFoundError):
        os.rename(f"{path}{JOURNAL}", f"{kept}{JOURNAL}")


def _unused(name: str) -> Path:
    names = [name, *(f"{name}-{number}" for number in range(2, 1_000))]
    return next(Path(tried) for tried in names if not os.path.lexists(tried))
