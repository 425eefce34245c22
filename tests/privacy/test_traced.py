"""What strace sees of a command: no socket of the network."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests import program
from tests.faults.server import Server
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


def sockets(trace: str) -> list[str]:
    """The calls that reach for the network. A question of who the user is may go to a socket of the machine's own."""
    calls = re.findall(r"(?:socket|connect|bind|sendto)\(.*", trace)
    return [call for call in calls if "AF_UNIX" not in call and "AF_NETLINK" not in call]


def test_strace_sees_a_socket(tmp_path: Path) -> None:
    code = "import socket; socket.socket(socket.AF_INET)"
    line = [STRACE or "", "-f", *NETWORK, "-o", str(tmp_path / "trace"), sys.executable, "-c", code]
    subprocess.run(line, check=True)
    assert sockets((tmp_path / "trace").read_text())


def reached(office: Path, scratch: Path, lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The commands that reach for the network, and by which calls."""
    folder, trace = scratch / "run", scratch / "trace"
    under = (STRACE or "", "-f", *NETWORK, "-o", str(trace))
    server = Server(scratch, under, IPSU_TODAY=planted.TODAY, TMPDIR=str(folder / "tmp"))
    seen = 0
    for line in lines:
        assert server.run(copied(office, folder), program._argv(line)) >= 0, line
        of_all = sockets(trace.read_text(errors="replace"))
        if of_all[seen:]:
            yield line, of_all[seen:]
        seen = len(of_all)
    server.close()


def test_no_command_opens_a_socket(office: Path, tmp_path: Path) -> None:
    assert [] == list(reached(office, tmp_path, FEW))


@pytest.mark.long
def test_no_command_of_all_opens_a_socket(office: Path, tmp_path: Path) -> None:
    assert [] == list(reached(office, tmp_path, EVERY))
