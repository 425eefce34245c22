"""A file that `age` has encrypted."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from ipsu_cli.core.age import BEGINS, IDENTITY
from ipsu_cli.core.problem import BadDatabase, BadFile
from ipsu_cli.core.unfinished import make_private

# What the library says where it is the key that is wrong; all else it says is damage.
OF_KEYS = ("Decryption failed", "No matching keys found")
# Of a passphrase the library first guesses, by the clock, whether the work is more than the machine can do; on a busy
# one it may guess so of what it has made itself a moment ago.
TOO_MUCH_WORK, ATTEMPTS = "Excessive work", 5


def is_age(path: Path) -> bool:
    """Does the file begin as age's do? A pipe is not read: it would wait for somebody to write in it."""
    if not os.path.isfile(path):  # false of a name that is too long as well
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(BEGINS)) == BEGINS
    except OSError:
        return False


def unlock(path: Path, key: bytes, to: Path) -> None:
    """Put what is in the file into a new one, which nobody else may read: by identities piece by piece. The key is a
    passphrase, or what a file of identities has in it.

    Raises `BadDatabase` where the key does not open it, or it is damaged.
    """
    text = key.decode("utf-8", "surrogateescape")
    identities = _identities(path, text)
    try:
        with path.open("rb") as closed, os.fdopen(make_private(to), "wb") as opened:
            _unlock(path, closed, opened, identities, text)
    except OSError as error:
        raise BadFile("file.unreadable", path=str(path), why=error.strerror) from None


def _identities(path: Path, key: str) -> Sequence[Any]:
    import pyrage

    lines = (line.strip() for line in key.splitlines())
    try:
        return [pyrage.x25519.Identity.from_str(line) for line in lines if line.startswith(IDENTITY)]
    except pyrage.IdentityError:
        raise BadDatabase("age.key-wrong", path=str(path)) from None


def _unlock(path: Path, closed: BinaryIO, opened: BinaryIO, identities: Sequence[Any], passphrase: str) -> None:
    import pyrage

    why = TOO_MUCH_WORK
    for _ in range(ATTEMPTS):
        closed.seek(0)
        try:
            if identities:
                pyrage.decrypt_io(closed, opened, identities)
            else:
                opened.write(pyrage.passphrase.decrypt(closed.read(), passphrase))
        except (pyrage.DecryptError, OSError) as error:
            if getattr(error, "errno", None) is not None:
                raise  # of the disk; of a file that is cut off the library says it with no number
            why = str(error)
        else:
            return
        if not why.startswith(TOO_MUCH_WORK):
            break
    raise BadDatabase("age.key-wrong" if why in OF_KEYS else "age.damaged", path=str(path))
