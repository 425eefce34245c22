"""What strace sees of a command: no socket of the network."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import program
from tests.privacy import planted
from tests.privacy.lines import ASKING, FILES, REFUSED, WRITING
from tests.privacy.planted import copied

STRACE = shutil.which("strace")
# Stopped by a filter in the kernel at these calls alone, and not at every one.
NETWORK = ("--seccomp-bpf", "-e", "trace=network")
pytestmark = pytest.mark.skipif(STRACE is None, reason="there is no strace")
# One way through each command.
EVERY = sorted({" ".join(line.split()[:2]): line for line in (*REFUSED, *ASKING, *WRITING, *FILES)}.values())
FEW = ("status", "export all all.xlsx", "invoice build --month 2026-04", "case show PB --reveal", "help privacy")


def traced(folder: Path, words: str) -> str:
    """What strace has written of a command."""
    own: dict[str, str | None] = {"PYTHONPATH": str(program.ROOT), "TMPDIR": str(folder / "tmp")}
    line = [STRACE or "", "-f", *NETWORK, "-o", str(folder.parent / "trace"), sys.executable, "-m", "ipsu_cli"]
    environment = program._environment(planted.TODAY, own)
    subprocess.run([*line, *program._argv(words)], cwd=folder, env=environment, capture_output=True, input=b"")
    return (folder.parent / "trace").read_text(errors="replace")


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
        found = sockets(traced(copied(office, folder), line))
        if found:
            yield line, found


def test_no_command_opens_a_socket(office: Path, tmp_path: Path) -> None:
    assert [] == list(reached(office, tmp_path / "run", FEW))


@pytest.mark.long
def test_no_command_of_all_opens_a_socket(office: Path, tmp_path: Path) -> None:
    assert [] == list(reached(office, tmp_path / "run", EVERY))
