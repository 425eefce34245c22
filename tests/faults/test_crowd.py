"""Many at once: the short form of `python -m tests faults`."""

import shutil
from pathlib import Path

import pytest

from tests.faults.crowd import LINES, crowd

pytestmark = pytest.mark.long


def test_many_at_once_lose_nothing_and_refuse_nobody(base: Path, tmp_path: Path) -> None:
    folder = tmp_path / "office"
    shutil.copytree(base, folder)
    found = crowd(folder, 2 * len(LINES), seed=1)
    print(found)
    assert [] == found.wrong
