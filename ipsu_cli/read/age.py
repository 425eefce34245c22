"""A file that `age` has encrypted."""

import os
from pathlib import Path

from ipsu_cli.core.problem import BadDatabase, BadFile

BEGINS = b"age-encryption.org/v1"
IDENTITY = "AGE-SECRET-KEY-"
# What the library says where it is the key that is wrong; all else it says is damage.
OF_KEYS = ("Decryption failed", "No matching keys found")


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

    text = key.decode("utf-8", "surrogateescape")
    identities = [line.strip() for line in text.splitlines() if line.strip().startswith(IDENTITY)]
    try:
        closed = path.read_bytes()
        opened: bytes = (
            pyrage.decrypt(closed, [pyrage.x25519.Identity.from_str(identity) for identity in identities])
            if identities
            else pyrage.passphrase.decrypt(closed, text)
        )
    except OSError as error:
        raise BadFile("file.unreadable", path=str(path), why=error.strerror) from None
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        code = "age.key-wrong" if str(error) in OF_KEYS or isinstance(error, pyrage.IdentityError) else "age.damaged"
        raise BadDatabase(code, path=str(path)) from None
    return opened


def write_privately(content: bytes, to: Path) -> None:
    """Put what was opened where nobody else may read it."""
    with open(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
