"""Killed anywhere, the upgrade of a file of a released version is done or not begun; the short form of
`python -m tests faults upgrades`."""

from pathlib import Path

import pytest

from tests.faults import calls
from tests.faults.points import DECISIVE, KILL
from tests.faults.server import Server
from tests.faults.upgrades import RELEASED, Upgrade, stopped_everywhere

pytestmark = [pytest.mark.long, pytest.mark.skipif(not calls.HERE, reason="no notice is given of system calls")]
EVERY, LEAST = 40, 20  # of some 400 writes


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.name)
def test_killed_anywhere_the_next_command_finishes_it(released: Path, server: Server, tmp_path: Path) -> None:
    trial = Upgrade(released, tmp_path, server)
    found = [stopped_everywhere(trial, KILL, DECISIVE), stopped_everywhere(trial, KILL, ("pwrite64",), EVERY)]
    met = sum(stopped.met for stopped in found)
    print(f"{released.name}: killed at {met} points")
    assert [] == [text for stopped in found for text in stopped.wrong]
    assert met >= LEAST, "the harness met too little"


def test_what_the_kills_must_not_leave_is_noticed(server: Server, tmp_path: Path) -> None:
    trial = Upgrade(RELEASED[-1], tmp_path, server)
    next(trial.folder.glob("*.before-*")).unlink()
    assert "there is no copy of it as it was" == trial.lacks(trial.folder)
