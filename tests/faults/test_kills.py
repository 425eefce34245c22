"""Killed at random moments: the short form of `python -m tests faults`."""

import shutil
from pathlib import Path

import pytest

from tests.faults.kills import LEAST_SHARE, kill_at_random
from tests.faults.server import Server

pytestmark = pytest.mark.long
KILLS = 500


@pytest.mark.parametrize("seed", [1, 2])
def test_what_was_said_to_be_saved_is_there_and_nothing_by_half(
    seed: int, base: Path, server: Server, tmp_path: Path
) -> None:
    folder = tmp_path / "office"
    shutil.copytree(base, folder)
    killed = kill_at_random(folder, server, KILLS, seed)
    print(killed)
    assert [] == killed.wrong
    assert min(killed.before, killed.after) >= LEAST_SHARE * killed.kills, "too few kills on one side of the commit"
