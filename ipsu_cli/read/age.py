"""A file that `age` has encrypted."""

import os
from pathlib import Path

from ipsu_cli.core.problem import BadDatabase, BadFile

BEGINS = b"age-encryption.org/v1"
IDENTITY = "AGE-SECRET-KEY-"
# What the library says where it is the key that is wrong; all else it says is damage.
OF_KEYS = ("Decryption failed", "No matching keys found", "invalid Bech32 encoding")
# Of a passphrase the library first guesses, by the clock, whether the work is more than the machine can do; on a busy
# one it may guess so of what it has made itself a moment ago.
TOO_MUCH_WORK, ATTEMPTS = "Excessive work", 5


def is_age(path: Path) -> bool:
    """Does the file begin as age's do?"""
    try:
        with path.open("rb") as file:
            return file.read(len(BEGINS)) == BEGINS
    except OSError:
        return False


def unlocked(path: Path, key: bytes) -> bytes:
    """What is in the file. The key is a passphrase, or what a file of identities has in it.

    Raises `BadDatabase` where the key does not open it, or it is damaged.
    """
    import pyrage

    try:
        closed = path.read_bytes()
    except OSError as error:
        raise BadFile("file.unreadable", path=str(path), why=error.strerror) from None
    why = TOO_MUCH_WORK
    for _ in range(ATTEMPTS):
        try:
            return _opened(closed, key.decode("utf-8", "surrogateescape"))
        except (pyrage.DecryptError, pyrage.IdentityError) as error:
            why = str(error)
        if not why.startswith(TOO_MUCH_WORK):
            break
    raise BadDatabase("age.key-wrong" if why in OF_KEYS else "age.damaged", path=str(path))


def _opened(closed: bytes, key: str) -> bytes:
    import pyrage

    lines = [line.strip() for line in key.splitlines()]
    identities = [pyrage.x25519.Identity.from_str(line) for line in lines if line.startswith(IDENTITY)]
    opened: bytes = pyrage.decrypt(closed, identities) if identities else pyrage.passphrase.decrypt(closed, key)
    return opened


def write_privately(content: bytes, to: Path) -> None:
    """Put what was opened where nobody else may read it."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with open(os.open(to, flags, 0o600), "wb") as file:
        file.write(content)
