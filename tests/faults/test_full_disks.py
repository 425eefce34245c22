"""Too little room: the short form of `python -m tests faults disks`; and an answer that has no room on stdout."""

import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import program
from tests.faults.full_disks import DISK_FAILED, SAVED, command
from tests.faults.points import served, state_of
from tests.faults.server import Server

pytestmark = [pytest.mark.long, pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")]


def test_with_too_little_room_nothing_is_half() -> None:
    words = command(everything=False)
    if words is None:
        pytest.skip("no disk can be mounted here: neither as root nor in a namespace of one's own")
    done = subprocess.run(words, cwd=program.ROOT, capture_output=True, text=True, timeout=600)
    print(done.stdout)
    assert (0, "") == (done.returncode, done.stderr), done.stdout


@pytest.fixture(scope="module")
def unheard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose runs answer to a full disk."""
    serving = served(tmp_path_factory.mktemp("unheard"))
    serving.out = Path("/dev/full")
    yield serving
    serving.close()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("deliver B1 2 --on 2026-04-08", SAVED),
        ("invoice build --month 2026-04 --excel april.xlsx", SAVED),
        ("import deliveries hours.csv", SAVED),
        ("init --name Två --orgnr 559999-0008 --db two.db", SAVED),
        ("demo --dir d", SAVED),
        # Of the register nothing is saved; the file is there whole.
        ("export all all.xlsx --json", DISK_FAILED),
        ("backup copy.db", DISK_FAILED),
    ],
)
def test_an_answer_without_room_says_by_its_code_whether_the_register_is_saved(
    line: str, code: int, base: Path, server: Server, unheard: Server, tmp_path: Path
) -> None:
    for name, serving, due in (("heard", server, 0), ("unheard", unheard, code)):
        shutil.copytree(base, tmp_path / name)
        assert due == serving.run(tmp_path / name, shlex.split(line)), serving.err.read_text()
    assert 1 == len(unheard.err.read_text().splitlines())
    assert state_of(tmp_path / "heard") == state_of(tmp_path / "unheard")
