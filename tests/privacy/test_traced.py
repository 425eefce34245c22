"""What strace sees of a command: no socket of the network; and what a kill in its middle leaves, which nobody else can
read and the next command takes away."""

import os
import re
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import encrypted, program
from tests.marked_persons import ANNA, NUMBERS, TODAY, files_with, office_in
from tests.privacy import planted
from tests.privacy.lines import ASKING, FILES, REFUSED, WRITING
from tests.privacy.planted import copied
from tests.whole import WHOLE

STRACE = shutil.which("strace")
# Stopped by a filter in the kernel at these calls alone, and not at every one.
NETWORK = ("--seccomp-bpf", "-e", "trace=network")
pytestmark = pytest.mark.skipif(STRACE is None, reason="there is no strace")
# One way through each command.
EVERY = sorted({" ".join(line.split()[:2]): line for line in (*REFUSED, *ASKING, *WRITING, *FILES)}.values())
FEW = ("status", "export all all.xlsx", "invoice build --month 2026-04", "case show PB --reveal", "help privacy")
LATER = "2028-04-25"
# What holds a person on its way, and the calls before which it is stopped.
HOLDING = (
    "export all all.xlsx", "participant export A1 a.xlsx", "participant export A1 a.json", "participant erase A1 --yes",
    "backup copy-2.db", "restore copy.db --yes", "export cases c.csv --names", "retention --apply --yes",
    "backup copy-2.age --age-key office.key", "restore copy.age --age-key office.key --yes", "encrypt", "decrypt",
)  # fmt: skip
SHORT = (*HOLDING[:4], "encrypt")
# What is done before; and what encrypts, which is an extra.
BEFORE = {"restore copy.age": "backup copy.age --age-key office.key", "decrypt": "encrypt"}
EXTRA = (".age", "encrypt", "decrypt")
STOPPED = (
    ("write", 2),
    ("fsync", 1),
    ("fsync", 2),
    ("rename", 1),
    ("link", 1),
    ("unlink", 1),
    ("unlink", 3),
    ("pwrite64", 4),
)


def traced(folder: Path, words: str, *options: str, today: str = planted.TODAY) -> tuple[int, str]:
    """The exit code of a command, and what strace has written of it."""
    own: dict[str, str | None] = {
        "PYTHONPATH": str(program.ROOT),
        "TMPDIR": str(folder / "tmp"),
        "IPSU_KEY_FILE": "office.key",
    }
    environment = program._environment(today, own)
    line = [STRACE or "", "-f", "-o", str(folder.parent / "trace"), *options, sys.executable, "-m", "ipsu_cli"]
    done = subprocess.run(
        [*line, *program._argv(words)], cwd=folder, env=environment, capture_output=True, stdin=subprocess.DEVNULL
    )
    return done.returncode, (folder.parent / "trace").read_text(errors="replace")


def sockets(trace: str) -> list[str]:
    """The calls that reach for the network. A question of who the user is may go to a socket of the machine's own."""
    calls = re.findall(r"(?:socket|connect|bind|sendto)\(.*", trace)
    return [call for call in calls if "AF_UNIX" not in call and "AF_NETLINK" not in call]


def test_strace_sees_a_socket(tmp_path: Path) -> None:
    code = "import socket; socket.socket(socket.AF_INET)"
    line = [STRACE or "", "-f", *NETWORK, "-o", str(tmp_path / "trace"), sys.executable, "-c", code]
    subprocess.run(line, check=True)
    assert sockets((tmp_path / "trace").read_text())


def reached(office: Path, folder: Path, lines: tuple[str, ...] | list[str]) -> Iterator[tuple[str, list[str]]]:
    for line in lines:
        found = sockets(traced(copied(office, folder), line, *NETWORK)[1])
        if found:
            yield line, found


def test_no_command_opens_a_socket(office: Path, tmp_path: Path) -> None:
    assert [] == list(reached(office, tmp_path / "run", FEW))


@pytest.mark.long
def test_no_command_of_all_opens_a_socket(office: Path, tmp_path: Path) -> None:
    assert [] == list(reached(office, tmp_path / "run", EVERY))


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    """An office with two persons, and a copy of it."""
    folder = tmp_path_factory.mktemp("marked")
    office_in(folder, new_office)
    assert 0 == program.run("backup copy.db", folder=folder, today=TODAY).code
    encrypted.key_file(folder)
    return folder


def with_person(folder: Path) -> list[str]:
    """The files under a folder that have a byte of Anna's."""
    return list(files_with(folder, ANNA, NUMBERS[ANNA]))


def was_killed(folder: Path, line: str, call: str, number: int) -> bool:
    """Run a command that is killed before a call, where files are open to all but for what the program does."""
    before = os.umask(0)
    try:
        code, _ = traced(folder, line, f"-etrace={call}", f"-einject={call}:signal=KILL:when={number}", today=LATER)
    finally:
        os.umask(before)
    return code in (-signal.SIGKILL, 128 + signal.SIGKILL)


def is_private_and_goes(marked: Path, folder: Path, line: str, call: str, number: int) -> bool:
    """Kill a command; nothing that it leaves may be read by others, or have the person once the next has run. Was it
    killed at all?"""
    copied(marked, folder)
    for begins, before in BEFORE.items():
        if line.startswith(begins):
            assert 0 == program.run(before, folder=folder, today=TODAY, IPSU_KEY_FILE="office.key").code
    known = {*folder.rglob("*")}
    if not was_killed(folder, line, call, number):
        return False
    at = (line, call, number)
    left = {*folder.rglob("*")} - known
    assert [] == [path for path in left if stat.S_IMODE(path.lstat().st_mode) & 0o077], at
    assert [] == with_person(folder / "tmp"), at
    assert 0 == program.run("setting set names on", folder=folder, today=LATER, IPSU_KEY_FILE="office.key").code, at
    assert [] == list(folder.glob(".ipsu-*")), at
    assert [] == with_person(folder) or not (folder / "ipsu.db.erased").exists(), at
    return True


def lines_of(lines: tuple[str, ...]) -> list[Any]:
    """The lines; those that encrypt where that can be done."""
    return [
        pytest.param(line, marks=encrypted.needs_cipher if any(word in line for word in EXTRA) else [])
        for line in lines
    ]


@pytest.mark.parametrize("line", lines_of(SHORT))
def test_what_a_kill_leaves_is_private_and_goes(marked: Path, tmp_path: Path, line: str) -> None:
    killed = [is_private_and_goes(marked, tmp_path / "run", line, *at) for at in STOPPED]
    assert killed.count(True) >= 2


@pytest.mark.long
@pytest.mark.parametrize("line", lines_of(HOLDING))
def test_what_any_kill_leaves_is_private_and_goes(marked: Path, tmp_path: Path, line: str) -> None:
    points = [(call, number) for call, _ in STOPPED for number in range(1, 8 if WHOLE else 4)]
    assert sum(is_private_and_goes(marked, tmp_path / "run", line, *at) for at in points) > (6 if WHOLE else 3)
