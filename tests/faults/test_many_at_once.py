"""A line that cron types: twice, twenty at once, or killed and typed again, `invoice build` comes to one result."""

import os
import random
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import program
from tests.faults.points import State, state_of
from tests.faults.server import Server
from tests.faults.writing import TODAY

pytestmark = pytest.mark.long
PLAIN = "invoice build --month 2026-04"
WITH_KEY = f"{PLAIN} --excel april.xlsx --key april"
AT_ONCE, KILLS, LEAST = 20, 24, 2
BUSY = ("locked", "is in use")


class Office(NamedTuple):
    """An office's folder, and what it holds when a line has been typed once, undisturbed."""

    folder: Path
    after: State


@pytest.fixture(params=[PLAIN, WITH_KEY])
def line(request: pytest.FixtureRequest) -> str:
    """What cron types."""
    typed: str = request.param
    return typed


@pytest.fixture
def office(line: str, base: Path, server: Server, tmp_path: Path) -> Office:
    """The office before the line."""
    once = tmp_path / "once"
    shutil.copytree(base, once)
    assert 0 == server.run(once, shlex.split(line)), server.err.read_text()
    folder = tmp_path / "office"
    shutil.copytree(base, folder)
    assert state_of(folder) != state_of(once)
    return Office(folder, state_of(once))


def test_typed_twice_it_is_done_once(line: str, office: Office, server: Server) -> None:
    for _ in range(2):
        assert 0 == server.run(office.folder, shlex.split(line)), server.err.read_text()
        assert office.after == state_of(office.folder)


def test_twenty_at_once_do_it_once(line: str, office: Office) -> None:
    environment = {**os.environ, "PYTHONPATH": str(program.ROOT), "IPSU_TODAY": TODAY, "IPSU_LANG": "en",
                   "IPSU_WHO": "Prov"}  # fmt: skip
    running = [
        subprocess.Popen([sys.executable, "-m", "ipsu_cli", *shlex.split(line)], cwd=office.folder, env=environment,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(AT_ONCE)
    ]  # fmt: skip
    ended = [(process.communicate(timeout=300)[0], process.returncode) for process in running]
    assert [0] * AT_ONCE == [code for _, code in ended], ended
    assert not [out for out, _ in ended if any(word in out for word in BUSY)]
    assert 1 == sum("2026-0002" in out for out, _ in ended), ended
    assert office.after == state_of(office.folder)


def test_killed_and_typed_again_it_is_done_once(line: str, office: Office, server: Server, tmp_path: Path) -> None:
    dice = random.Random(1)
    killed = {False: 0, True: 0}
    words, folder = shlex.split(line), tmp_path / "killed"
    for n in range(KILLS):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(office.folder, folder)
        of_commit = n % 2 == 0
        code = server.kill(folder, words, dice.uniform(0, 0.001 if of_commit else 0.05), of_commit=of_commit)
        killed[of_commit] += code < 0
        assert 0 == server.run(folder, words), server.err.read_text()
        assert office.after == state_of(folder), (n, code)
    print(f"{line}: {killed[False]} killed on the way, {killed[True]} after the commit")
    assert min(killed.values()) >= LEAST, "the harness met too little"
