"""A server that runs the program as often as it is asked to, each time in a process of its own: it is loaded once.

A request is a line of JSON on stdin: the folder, the words, and the environment's names. The answer is the number of
the process, which waits for SIGUSR1 before it begins, then, once it has ended, its exit code (below zero for a signal).
With a time the server lets it begin, and kills it after so many seconds, or so many after its commit: until it is
waited for its number is its own. With a fault it begins at once, and whether it met it stands before its exit code.
"""

import ctypes
import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests import encrypted
from tests.faults.calls import Fault, meet, notify

GO = signal.SIGUSR1
PAUSE = 0.0001  # seconds between looks, for what is looked at needs the processor too
MAY_BE_TRACED, BY_ANYBODY = 0x59616D61, -1


def main() -> None:
    """Serve until stdin ends."""
    with encrypted.derived_at_once():
        _serve()


def _serve() -> None:
    _load()
    gc.freeze()  # what is loaded is not gone through again in each process, which would copy its pages
    signal.pthread_sigmask(signal.SIG_BLOCK, {GO})
    for line in sys.stdin:
        request = json.loads(line)
        fault = Fault(*request["fault"]) if request["fault"] else None
        ours, theirs = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            _run(request, fault, theirs)
        theirs.close()
        _say(pid)
        if fault:
            _say(int(meet(fault, pid, ours)))
        ours.close()
        if request["kill_after"] is not None:
            os.kill(pid, GO)
            _wait_for_the_commit(pid, request["journal"])
            time.sleep(request["kill_after"])
            os.kill(pid, signal.SIGKILL)
        _say(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


def _load() -> None:
    """All of the program, and what it loads late: else most of a run would be importing."""
    import ipsu_cli

    for found in pkgutil.walk_packages(ipsu_cli.__path__, "ipsu_cli."):
        if found.name != "ipsu_cli.__main__":
            with suppress(ModuleNotFoundError):  # an extra that is not installed
                importlib.import_module(found.name)
    for name in ("openpyxl", "sqlite_utils.migrations", "typer"):
        importlib.import_module(name)


def _wait_for_the_commit(pid: int, journal: str | None) -> None:
    """Until the journal is there and gone again, or the run has ended; at once where no journal is named."""
    for there in (True, False):
        while journal and os.path.exists(journal) is not there:
            if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                return
            time.sleep(PAUSE)


def _say(number: int) -> None:
    os.write(1, f"{number}\n".encode())


def _run(request: dict[str, Any], fault: Fault | None, tracer: socket.socket) -> None:
    os.environ.update(request["env"])
    os.chdir(request["folder"])
    for handle, (path, flags) in enumerate(
        [(os.devnull, os.O_RDONLY), *((path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) for path in request["to"])]
    ):
        os.dup2(os.open(path, flags, 0o600), handle)
    if fault is None:
        with suppress(OSError, AttributeError):  # not every kernel asks for it
            ctypes.CDLL(None).prctl(MAY_BE_TRACED, BY_ANYBODY, 0, 0, 0)
        signal.sigwait({GO})
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {GO})
    from ipsu_cli.__main__ import main

    if fault:
        notify(fault.call, tracer)
    tracer.close()
    sys.argv = ["ipsu", *request["words"]]
    try:
        main()
    except SystemExit as leaving:
        os._exit(leaving.code if isinstance(leaving.code, int) else 1)
    os._exit(0)


class Server:
    """The server, from the side of who asks it, `under` a program that looks on. `out` and `err` hold what the last run
    has printed."""

    def __init__(self, scratch: Path, under: tuple[str, ...] = (), **env: str) -> None:
        self.out, self.err = scratch / "out", scratch / "err"
        self._env = env
        root = Path(__file__).resolve().parent.parent.parent
        clean = {name: value for name, value in os.environ.items() if not name.startswith("IPSU_")}
        self._process = subprocess.Popen(
            [*under, sys.executable, "-m", "tests.faults.server"], cwd=root, env={**clean, "PYTHONPATH": str(root)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def start(
        self,
        folder: Path,
        words: list[str],
        kill_after: float | None = None,
        journal: str | None = None,
        fault: Fault | None = None,
    ) -> int:
        """Ready a run. Returns the number of its process, which `let_go` lets begin."""
        assert self._process.stdin is not None
        request = {
            "folder": str(folder), "words": words, "env": self._env, "to": [str(self.out), str(self.err)],
            "kill_after": kill_after, "journal": journal, "fault": fault,
        }  # fmt: skip
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._number()

    def let_go(self, pid: int) -> None:
        """Let a run begin."""
        os.kill(pid, GO)

    def code(self) -> int:
        """The exit code of the run, once it has ended."""
        return self._number()

    def run(self, folder: Path, words: list[str]) -> int:
        """A run that nothing happens to."""
        self.let_go(self.start(folder, words))
        return self.code()

    def kill(self, folder: Path, words: list[str], after: float, *, of_commit: bool) -> int:
        """A run that is killed after so many seconds, of its start or of its commit, if it has not ended by then."""
        self.start(folder, words, after, str(folder / "ipsu.db-journal") if of_commit else None)
        return self.code()

    def fail(self, folder: Path, words: list[str], fault: Fault) -> tuple[int, bool]:
        """A run that meets a fault. Returns its exit code, and whether it met it."""
        self.start(folder, words, fault=fault)
        met = bool(self._number())
        return self.code(), met

    def close(self) -> None:
        """End the server; a run that goes on goes on."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()

    def _number(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


if __name__ == "__main__":
    main()
