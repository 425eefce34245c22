"""`ipsu encrypt`: the office's file is encrypted, or is opened by another key from then on."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.core import interrupt, office_key
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import BadDatabase, Surroundings
from ipsu_cli.core.tick import Tick, part, silent
from ipsu_cli.core.unfinished import sync_file, sync_folder, unfinished
from ipsu_cli.office import Office
from ipsu_cli.store import driver, writing
from ipsu_cli.store.connection import refuse_two_names
from ipsu_cli.validation import warning

FILES_OF_A_DATABASE = ("", "-journal")


class Encryption(NamedTuple):
    """How the file is now, the copies next to it that are so too, and the files of offices there that are not."""

    file: str
    encrypted: bool
    copies: Sequence[str]
    others: Sequence[str]


class FileConverted(NamedTuple):
    """The file."""

    encryption: Encryption


class Conversion(NamedTuple):
    """A file, and what is about to take its place."""

    path: Path
    made: Path


def is_encrypted(office: Office) -> bool:
    """Is the office's file encrypted?"""
    return office_key.salt_of(office.path) is not None


def open_file(office: Office) -> None:
    """Open the file as an office: it is brought up to this version, and what was done with the same key is not done
    again."""
    driver.refuse_without_cipher()
    with office.reading() as store:
        if office.key:
            office.repeat(store, office.key)


def encrypt(office: Office, key: bytes, tick: Tick = silent) -> Answer[FileConverted]:
    """Encrypt the file by `key`, and the copies that the program keeps next to it."""
    name = "message.new-key" if is_encrypted(office) else "message.encrypted"
    return convert(office, key, Text(name, {"path": str(office.path)}), "encrypt", tick)


def convert(office: Office, key: bytes | None, line: Text, command: str, tick: Tick = silent) -> Answer[FileConverted]:
    """Give the file and its copies their other form; without a key they are plain. All are whole before the first takes
    the place of what it was."""
    path = office.path.resolve()
    refuse_two_names(path)
    try:
        with ExitStack() as opened:
            answer = _convert(office, path, key, line, command, opened, tick)
    except OSError as error:
        raise Surroundings("file.not-writable", path=str(path), why=error.strerror or type(error).__name__) from None
    office_key.use(key)
    return answer


def _convert(
    office: Office, path: Path, key: bytes | None, line: Text, command: str, opened: ExitStack, tick: Tick
) -> Answer[FileConverted]:
    from ipsu_cli.store import encryption

    kept_out = opened.enter_context(ExitStack())
    kept_out.enter_context(encryption.nobody_writes(path))
    own = Conversion(path, opened.enter_context(_unfinished(path.parent)))
    encryption.convert(path, own.made, key, part(tick, 0, 2))
    encryption.verify(path, own.made, key, part(tick, 1, 2))
    copies = list(_copies(path, key, opened))
    answer = _answer(office, key, copies, line)
    _log(office, own.made, key, answer, command)
    _swap(office, own, copies, kept_out)
    return answer


def _copies(path: Path, key: bytes | None, opened: ExitStack) -> Iterator[Conversion]:
    """The copies that can be read, each with what is about to take its place."""
    from ipsu_cli.store import encryption

    for copy in encryption.own_copies(path):
        made = opened.enter_context(_unfinished(path.parent))
        with suppress(BadDatabase):
            encryption.convert(copy, made, key)
            encryption.verify_copy(made, key)
            found = copy.stat()
            os.utime(made, ns=(found.st_atime_ns, found.st_mtime_ns))  # which is the newest, their times say
            yield Conversion(copy, made)


def _answer(office: Office, key: bytes | None, copies: Sequence[Conversion], line: Text) -> Answer[FileConverted]:
    from ipsu_cli.store import encryption

    done = [copy.path.name for copy in copies]
    others = encryption.in_other_form(office.path.resolve(), encrypted=key is not None)
    left = [name for name in others if name not in done]
    lines = [line, *([Text("message.copies-converted", {"copies": done})] if done else [])]
    warnings = [warning("encryption.plain-left", "", files=left)] if left and key is not None else []
    payload = FileConverted(Encryption(str(office.path), key is not None, done, left))
    after = [] if key is None else [Text("message.encrypted-key")]
    return Answer(payload, lines, after=after, warnings=warnings, saved=True)


def _log(office: Office, made: Path, key: bytes | None, answer: Answer[FileConverted], command: str) -> None:
    """Who has done it stands in the log of the new file, with the answer for a key."""
    today = office.today.isoformat()
    with office_key.used(key), interrupt.trying(), writing(made, today, office.who, command) as store:
        store.change()
        if office.key:
            office.remember(store, office.key, answer)


def _swap(office: Office, own: Conversion, copies: Sequence[Conversion], kept_out: ExitStack) -> None:
    for converted in (own, *copies):
        sync_file(converted.made)
    interrupt.hold()
    if sys.platform == "win32":
        kept_out.close()  # there no file can be replaced that somebody has open, not even by who has it
    os.replace(own.made, own.path)
    office.saved = True
    for converted in copies:
        os.replace(converted.made, converted.path)
    with suppress(OSError):  # it is done: nothing after it may fail
        sync_folder(own.path.parent)


@contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """A new, empty file; what is left of it at the end goes."""
    made = unfinished(folder)
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield made
    finally:
        for end in FILES_OF_A_DATABASE:
            with suppress(OSError):
                os.unlink(f"{made}{end}")
