"""Killed wherever its files become others, a command that writes leaves the office as before or as after.

The whole form, every command, every call and every fault: `python -m tests faults`.
"""

from pathlib import Path

import pytest

from tests.faults import calls
from tests.faults.points import DECISIVE, KILL, Trial
from tests.faults.server import Server
from tests.faults.writing import WRITING, Writing
from tests.whole import WHOLE

pytestmark = [pytest.mark.long, pytest.mark.skipif(not calls.HERE, reason="no notice is given of system calls")]
SPARSE = 1_500
LEAST = 2  # what is on the disk before the commit, and the commit
# What writes more than a change of the register. Of the others, which are written alike, one in six is killed in the
# short form: what a kill leaves is among what a power cut does, and the power goes in more (test_power_cuts.py).
MORE = ("backup", "decrypt", "demo", "encrypt", "import", "init", "invoice receive", "participant", "restore",
        "retention", "undo")  # fmt: skip
CHOSEN = [
    writing
    for place, writing in enumerate(WRITING)
    if WHOLE or (not writing.whole and (writing.makes or writing.line.startswith(MORE) or place % 6 == 0))
]


@pytest.mark.parametrize("writing", CHOSEN, ids=lambda writing: writing.line)
def test_killed_anywhere_the_office_is_as_before_or_as_after(
    writing: Writing, base: Path, server: Server, tmp_path: Path
) -> None:
    trial = Trial(writing, base, tmp_path, server)
    met = 0
    # Of the calls of a kind the short form tries every other; what is made of hundreds of steps takes long each time.
    step = None if WHOLE else (SPARSE if writing.step > 1 else 2)
    for point in trial.points(KILL, DECISIVE, step=step):
        met += 1
        assert trial.judge(point) is None, point
    print(f"{writing.line}: killed at {met} points")
    assert met >= LEAST, "the harness met too little"
