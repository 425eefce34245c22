"""Whether an office's file is encrypted, and the key that opens it: one for a run, asked for when it is first needed.

The program learns the key from whoever has set a source; it stands in no option, no environment and no log.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ipsu_cli.core.problem import BadDatabase

SQLITE = b"SQLite format 3\0"
# A file that SQLCipher has encrypted begins with a salt of 16 bytes. Ours begin with these, so that they are known from
# any other bytes without a key.
ENCRYPTED, SALT_BYTES = b"IPSU\0", 16

# Gives the key, None where there is none; `ask`: a person may be asked for it.
KeySource = Callable[[Path, bool], bytes | None]


def _no_source(path: Path, ask: bool) -> None:
    return None


class _State:
    source: KeySource = staticmethod(_no_source)
    key: bytes | None = None
    ask = True
    # By device and number of the file. A file is read once: closing it again would end the locks of an open database.
    salts: dict[tuple[int, int], bytes | None] = {}


def learn_from(source: KeySource) -> None:
    """For a new run: forget what was known, and take the key from this source."""
    _State.source, _State.key, _State.salts = staticmethod(source), None, {}


def use(key: bytes | None) -> None:
    """From here on files are opened by this key; None forgets it, and the source is asked again."""
    _State.key = key


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
        identity = found.st_dev, found.st_ino
        if identity not in _State.salts:
            _State.salts[identity] = _salt_in(path)
        return _State.salts[identity]
    return None


def _salt_in(path: Path) -> bytes | None:
    with path.open("rb") as file:
        head = file.read(SALT_BYTES)
    return head if head.startswith(ENCRYPTED) and len(head) == SALT_BYTES else None


def new_salt() -> bytes:
    """The salt of a file that is about to be encrypted."""
    return ENCRYPTED + os.urandom(SALT_BYTES - len(ENCRYPTED))
