"""Offices that are encrypted, in tests: a key, and opening them past the program to see what is in them.

With `IPSU_ENCRYPTED=1` every office that a test makes is encrypted from its first byte, so that the whole suite runs on
such files; `python -m tests encrypted` does so.
"""

import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote, urlsplit

import pytest

from ipsu_cli.core import office_key

HAS_CIPHER = find_spec("sqlcipher3") is not None
needs_cipher = pytest.mark.skipif(not HAS_CIPHER, reason="the extra encrypt is not installed")
KEY = b"planted key of the tests"
SALT = office_key.ENCRYPTED + b"of the tests"[: office_key.SALT_BYTES - len(office_key.ENCRYPTED)]


def is_encrypted(path: Path) -> bool:
    """Does the file begin as those that are encrypted do?"""
    return path.is_file() and _head_of(path).startswith(office_key.ENCRYPTED)


def _head_of(path: Path) -> bytes:
    found = path.stat()
    return _read_head(path, (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))


@lru_cache
def _read_head(path: Path, _: tuple[int, ...]) -> bytes:
    """Once for each state of a file: to close it again ends the locks that a test holds."""
    with path.open("rb") as file:
        return file.read(office_key.SALT_BYTES)


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection to an office's file, by the tests' key where it is encrypted. Rows are plain tuples."""
    place = f"{path.absolute().as_uri()}?mode={mode}"
    if not is_encrypted(path):
        return _connect(place, uri=True)
    from ipsu_cli.store import cipher

    opened: Any = cipher.connect(place, cipher.raw_key(KEY, _head_of(path)), 30)
    opened.row_factory = None
    connection: sqlite3.Connection = opened
    return connection


def key_file(folder: Path, key: bytes = KEY, name: str = "office.key") -> Path:
    """A file with a key, which nobody else may read."""
    path = folder / name
    path.write_bytes(key + b"\n")
    path.chmod(0o600)
    return path


@contextmanager
def derived_at_once() -> Iterator[None]:
    """In the block the key of a file takes no time to derive: a tenth of a second, each time that one is opened, is
    most of what some thousand runs take. A process of its own has its own block."""
    if not HAS_CIPHER:
        yield
        return
    from ipsu_cli.store import cipher

    cipher.raw_key.cache_clear()
    with patch.object(cipher, "ITERATIONS", 2):
        yield
    cipher.raw_key.cache_clear()


@contextmanager
def from_the_first_byte() -> Iterator[None]:
    """In the block a new office's file is encrypted at once."""
    found = office_key.salt_of

    def salt_of(path: Path) -> bytes | None:
        return SALT if os.path.exists(path) and os.path.getsize(path) == 0 else found(path)

    with patch.object(office_key, "salt_of", salt_of), patch.object(office_key, "of", lambda path: KEY):
        yield


# The whole suite on such offices

WHOLE = os.environ.get("IPSU_ENCRYPTED") == "1"
# What looks for the bytes of a plain file or writes in one past the program, and what is about encrypting one.
PLAIN_ALONE = (
    "tests/test_encrypted.py", "tests/test_unlocking.py", "tests/flows/test_encrypt.py", "tests/read/test_age.py",
    "tests/bench", "browse", "tests/write/test_web.py", "test_no_page_says_anything", "encryption",
    "test_what_a_broken_off_command_left", "in_the_demo[encrypt]", "in_the_demo[decrypt]",
    "tests/flows/test_encrypt_broken_off.py", "test_a_flipped_byte_in_a_text",
    "test_without_its_key_nothing_is_said_of_a_file",
    # Its server derives keys in a way of its own.
    "tests/privacy/test_killed.py",
    # To derive the key takes a tenth of a second, and more on a busy machine.
    "test_the_tab_key_is_answered_at_once",
    # It needs OpenSSL, which a plain file does not.
    "tests/test_startup.py",
)  # fmt: skip
_connect = sqlite3.connect


@contextmanager
def the_whole_suite() -> Iterator[None]:
    """In the block all is done on offices that are encrypted; a test that opens one past the program has the key."""
    start = subprocess.Popen.__init__
    key = {"IPSU_KEY_FILE": str(key_file(Path(tempfile.mkdtemp(prefix="ipsu-tests-"))))}

    def start_with_key(process: Any, *values: Any, **named: Any) -> None:
        start(process, *values, **{**named, "env": {**(named.get("env") or os.environ), **key}})

    with (
        from_the_first_byte(),
        patch.object(sqlite3, "connect", _connect_by_key),
        patch.object(subprocess.Popen, "__init__", start_with_key),
    ):
        yield


def _connect_by_key(database: Any, *values: Any, **named: Any) -> sqlite3.Connection:
    text = os.fspath(database)
    path = Path(unquote(urlsplit(text).path) if text.startswith("file:") else text)
    if not is_encrypted(path):
        plain: sqlite3.Connection = _connect(database, *values, **named)
        return plain
    return connect(path, "ro" if "mode=ro" in text else "rw")
