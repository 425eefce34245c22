"""`ipsu encrypt`: the office's file is encrypted, or is opened by another key from then on."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from ipsu_cli.core import interrupt, office_key
from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.extra import refuse_without
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadDatabase, Surroundings
from ipsu_cli.core.tick import Tick, part, silent
from ipsu_cli.core.unfinished import sync_file, sync_folder, unfinished_file
from ipsu_cli.office import Office
from ipsu_cli.reports.place import warning_of_mode, warning_of_plain
from ipsu_cli.store import neighbours, writing
from ipsu_cli.store.connection import refuse_two_names
from ipsu_cli.validation import Finding, warning

TRIES = 2
PIECE = 1 << 20


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


class Seen(NamedTuple):
    """Which file the office was when it was opened, and whether that is encrypted."""

    file: os.stat_result
    encrypted: bool


def open_file(office: Office) -> Seen:
    """Open the file as an office: it is brought up to this version, and what was done with the same key is not done
    again."""
    refuse_without("sqlcipher3", "encrypt")
    with office.reading() as store:
        if office.key:
            office.repeat(store, office.key)
        return Seen(os.stat(office.path), office_key.salt_of(office.path) is not None)


def encrypt(office: Office, seen: Seen, key: bytes, tick: Tick = silent) -> Answer[FileConverted]:
    """Encrypt the file by `key`, and the copies that the program keeps next to it."""
    name = "message.new-key" if seen.encrypted else "message.encrypted"
    return convert(office, seen, key, Text(name, {"path": str(office.path)}), "encrypt", tick)


def convert(
    office: Office, seen: Seen, key: bytes | None, line: Text, command: str, tick: Tick = silent
) -> Answer[FileConverted]:
    """Give the file and its copies their other form; without a key they are plain. All are whole before the first takes
    the place of what it was."""
    path = office.path.resolve()
    refuse_two_names(path)
    try:
        with ExitStack() as opened:
            answer = _convert(office, path, seen, key, line, command, opened, tick)
    except OSError as error:
        raise Surroundings("file.not-writable", path=str(path), why=error.strerror or type(error).__name__) from None
    office_key.use(key)
    return answer


def _convert(
    office: Office, path: Path, seen: Seen, key: bytes | None, line: Text, command: str, opened: ExitStack, tick: Tick
) -> Answer[FileConverted]:
    from ipsu_cli.store import encryption

    kept_out = opened.enter_context(ExitStack())
    kept_out.enter_context(encryption.nobody_writes(path, seen.file))
    own = Conversion(path, opened.enter_context(unfinished_file(path.parent)))
    encryption.convert(path, own.made, key, office.own_lang, part(tick, 0, 2))
    encryption.verify(path, own.made, key, part(tick, 1, 2))
    known = [office_key.of(path)] if seen.encrypted else []
    copies = list(_copies(office, path, key, known, opened))
    answer = _answer(office, path, seen, key, copies, line)
    _log(office, own.made, key, answer, command)
    _swap(office, own, copies, kept_out)
    return answer


def _copies(
    office: Office, path: Path, key: bytes | None, known: Sequence[bytes], opened: ExitStack
) -> Iterator[Conversion]:
    """The copies that can be read, each with what is about to take its place. A run that was killed may have left some
    that are opened by the new key already."""
    keys = [*known, *([key] if key is not None and key not in known else [])]
    for copy in neighbours.own_copies(path):
        for tried in keys if office_key.salt_of(copy) is not None else [None]:
            if made := _made_of(office, copy, key, tried, opened):
                yield Conversion(copy, made)
                break


def _made_of(office: Office, copy: Path, key: bytes | None, tried: bytes | None, opened: ExitStack) -> Path | None:
    """The copy in its other form; None where it cannot be read, or not by that key. What a disk does not give once
    looks like damage: it is tried twice. Raises `OSError` where the disk does not give it at all."""
    for _ in range(TRIES):
        made = opened.enter_context(unfinished_file(copy.parent))
        if _is_converted(office, copy, made, key, tried):
            return made
    with suppress(PermissionError), copy.open("rb") as file:
        while file.read(PIECE):
            pass
    return None


def _is_converted(office: Office, copy: Path, made: Path, key: bytes | None, tried: bytes | None) -> bool:
    """Convert a copy that is opened by the key `tried`. False where it cannot be read, or not by that."""
    from ipsu_cli.store import encryption

    try:
        with office_key.used(tried):
            encryption.convert_copy(copy, made, key, office.own_lang)
    except BadDatabase:
        return False
    found = copy.stat()
    os.utime(made, ns=(found.st_atime_ns, found.st_mtime_ns))  # which is the newest, their times say
    return True


def _answer(
    office: Office, path: Path, seen: Seen, key: bytes | None, copies: Sequence[Conversion], line: Text
) -> Answer[FileConverted]:
    done = [copy.path.name for copy in copies]
    other = [name for name in neighbours.in_other_form(path, encrypted=key is not None) if name not in done]
    unread = [copy.name for copy in neighbours.own_copies(path) if copy.name not in done]
    lines = [line, *([Text("message.copies-converted", {"copies": done})] if done else [])]
    payload = FileConverted(Encryption(str(office.path), key is not None, done, sorted({*other, *unread})))
    after = [] if key is None else [Text("message.encrypted-key")]
    return Answer(payload, lines, after=after, warnings=_warnings(path, seen, key, other, unread), saved=True)


def _warnings(path: Path, seen: Seen, key: bytes | None, other: Sequence[str], unread: Sequence[str]) -> list[Finding]:
    """What is plain next to an encrypted office, what could not be converted, and who could read the file until now."""
    plain = other if key is not None else []
    left = [name for name in unread if name not in plain]
    return [
        *([warning_of_plain(plain)] if plain else []),
        *([warning("encryption.not-opened", files=left)] if left else []),
        *warning_of_mode(path, seen.file),
    ]


def _log(office: Office, made: Path, key: bytes | None, answer: Answer[FileConverted], command: str) -> None:
    """Who has done it stands in the log of the new file, with the answer for a key."""
    today = office.today.isoformat()
    with office_key.used(key), interrupt.trying(), writing(made, today, office.who, command) as store:
        store.change()
        if office.key:
            office.remember(store, office.key, answer)


def _swap(office: Office, own: Conversion, copies: Sequence[Conversion], kept_out: ExitStack) -> None:
    """The office's own file comes last: what a kill leaves before that is done by the same command again."""
    for converted in (*copies, own):
        sync_file(converted.made)
    interrupt.hold()
    for converted in copies:
        os.replace(converted.made, converted.path)
    if sys.platform == "win32":
        kept_out.close()  # there no file can be replaced that somebody has open, not even by who has it
    os.replace(own.made, own.path)
    office.saved = True
    with suppress(OSError):  # it is done: nothing after it may fail
        sync_folder(own.path.parent)
