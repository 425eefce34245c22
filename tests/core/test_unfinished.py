"""A file on its way is a new one, whatever number the disk gives it; once it has its name the folder is synced."""

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core import office_key
from ipsu_cli.core.unfinished import make_private, sync_folder
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


@pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be opened there")
@pytest.mark.parametrize(("code", "refused"), [(errno.EACCES, False), (errno.EIO, True)], ids=["unlisted", "broken"])
def test_a_folder_that_may_not_be_listed_is_left_to_the_system(
    code: int, refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is made in it is there. A disk that fails is told of."""

    def fail(*words: Any, **more: Any) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "open", fail)
    try:
        sync_folder(tmp_path)
    except OSError as error:
        assert refused, error
    else:
        assert not refused
