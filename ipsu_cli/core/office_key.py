"""Whether an office's file is encrypted, and the key that opens it: one for a run, asked for when it is first needed.

The program learns the key from whoever has set a source; it stands in no option, no environment and no log.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ipsu_cli.core.problem import BadDatabase

# A file that SQLCipher has encrypted begins with a salt of 16 bytes. Ours begin with these, so that they are known from
# any other bytes without a key; then comes the language of the office, in which the key is asked for.
ENCRYPTED, SALT_BYTES = b"IPSU\0", 16
LANGUAGE = slice(len(ENCRYPTED), len(ENCRYPTED) + 2)

# Gives the key, None where there is none; `ask`: a person may be asked for it.
KeySource = Callable[[Path, bool], bytes | None]


def _no_source(path: Path, ask: bool) -> None:
    return None


class _State:
    source: KeySource = staticmethod(_no_source)
    key: bytes | None = None
    ask = True
    open_file: Path | None = None
    # By device and number of the file. A file is read once: closing it again would end the locks of an open database.
    salts: dict[tuple[int, int], bytes | None] = {}


def forget() -> None:
    """Forget what was known, for a process that runs several commands."""
    learn_from(_no_source)
    _State.key, _State.open_file, _State.salts = None, None, {}


def learn_from(source: KeySource) -> None:
    """Take the key from this source, once it is needed."""
    _State.source = staticmethod(source)


def use(key: bytes | None) -> None:
    """From here on files are opened by this key; None forgets it, and the source is asked again."""
    _State.key = key


@contextmanager
def used(key: bytes | None) -> Iterator[None]:
    """In the block files are opened by this key."""
    before, _State.key = _State.key, key
    try:
        yield
    finally:
        _State.key = before


def note_open(file: Path) -> None:
    """A key was read from a file that others may read as well."""
    _State.open_file = file


def open_file() -> Path | None:
    """The file that others may read as well, None where there is none."""
    return _State.open_file


def of(path: Path) -> bytes:
    """The key. Raises `BadDatabase` where none is to be had."""
    if _State.key is None:
        _State.key = _State.source(path, _State.ask)
    if _State.key is None:
        raise BadDatabase("database.key-missing", path=str(path), command="ipsu help encryption")
    return _State.key


@contextmanager
def without_asking() -> Iterator[None]:
    """In the block nobody is asked: what needs a key that no file has is not opened."""
    before, _State.ask = _State.ask, False
    try:
        yield
    finally:
        _State.ask = before


def salt_of(path: Path) -> bytes | None:
    """The salt of an encrypted file; None where it is not encrypted, or cannot be read."""
    with suppress(OSError):
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            return None
        identity = found.st_dev, found.st_ino
        if identity not in _State.salts:
            _State.salts[identity] = _salt_in(path)
        return _State.salts[identity]
    return None


def note_new(handle: int) -> None:
    """What is open was made just now, and may have the number of a file that is gone."""
    found = os.fstat(handle)
    _State.salts.pop((found.st_dev, found.st_ino), None)


def _salt_in(path: Path) -> bytes | None:
    with path.open("rb") as file:
        head = file.read(SALT_BYTES)
    return head if head.startswith(ENCRYPTED) and len(head) == SALT_BYTES else None


def language_of(path: Path) -> str | None:
    """The language of the office in an encrypted file, as its first bytes say; None where they say none. In a file of
    an earlier version they are any bytes."""
    word = (salt_of(path) or b"")[LANGUAGE]
    return word.decode("ascii") if word.isalpha() and word.islower() else None


def new_salt(lang: str) -> bytes:
    """The salt of a file that is about to be encrypted, of an office of that language."""
    begins = ENCRYPTED + lang.encode("ascii")
    return begins + os.urandom(SALT_BYTES - len(begins))
