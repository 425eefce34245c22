"""Killed wherever its files become others, each command that writes leaves the office as before or as after.

The whole form, every call and every fault: `python -m tests faults`.
"""

from pathlib import Path

import pytest

from tests.faults.points import DECISIVE, KILL, STRACE, Trial
from tests.faults.server import Server
from tests.faults.writing import WRITING, Writing

pytestmark = [pytest.mark.long, pytest.mark.skipif(STRACE is None, reason="strace is not installed")]
LEAST = 2  # what is on the disk before the commit, and the commit


@pytest.mark.parametrize("writing", WRITING, ids=lambda writing: writing.line)
def test_killed_anywhere_the_office_is_as_before_or_as_after(
    writing: Writing, base: Path, server: Server, tmp_path: Path
) -> None:
    trial = Trial(writing, base, tmp_path, server)
    met = 0
    for point in trial.points(KILL, DECISIVE):
        met += 1
        assert trial.judge(point) is None, point
    print(f"{writing.line}: killed at {met} points")
    assert met >= LEAST, "the harness met too little"
