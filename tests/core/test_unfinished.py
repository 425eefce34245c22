"""A file on its way is a new one, whatever number the disk gives it."""

import os
from pathlib import Path

from ipsu_cli.core import office_key
from ipsu_cli.core.unfinished import make_private
from tests.encrypted import SALT


def made(path: Path, content: bytes) -> Path:
    with os.fdopen(make_private(path), "wb") as file:
        file.write(content)
    return path


def test_a_new_file_is_not_taken_for_a_former_one_of_its_number(tmp_path: Path) -> None:
    """A disk gives the number of a file that is gone to the next: in one run an encrypted copy may go, and a plain one
    be made, or one with another salt."""
    for number in range(50):
        encrypted = made(tmp_path / "encrypted.db", SALT)
        assert SALT == office_key.salt_of(encrypted), number
        encrypted.unlink()
        plain = made(tmp_path / "plain.db", b"SQLite format 3\0")
        assert office_key.salt_of(plain) is None, number
        plain.unlink()
