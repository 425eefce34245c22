"""A disk of each size from too small to large enough: `python -m tests.faults.full_disks [--all]`, in namespaces.

It mounts a disk of its own, so it is started by `unshare` (`command` gives the words). A command that finds no room
says so in one line and leaves the folder as it was; with room, the same line does it. The same with a limit on the
size of files, as an administrator sets it.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.store import reading
from tests import encrypted
from tests.faults.points import OFFICES, served, state_of
from tests.faults.server import Server
from tests.faults.writing import WRITING, Writing, done, set_up

PAGE = 4096
ROOMY = 64 * 1024 * 1024
DISK_FAILED, SAVED = 5, 9
COMMANDS = ("deliver B1", "import deliveries", "backup", "init", "demo", "invoice build", "export package", "plan set")
EXPORT = Writing("export all all.xlsx", makes="all.xlsx")
LINES = (EXPORT, *(writing for words in COMMANDS for writing in WRITING if writing.line.startswith(words)))
# Of the short form: so many of the lines, so many of them with a limit on files too, the first size to try, and what
# part of the least that does it may miss.
SHORT, SHORT_OF_FILES, FIRST, CLOSE = 6, 2, 256 * 1024, 2


def command(*, everything: bool) -> list[str] | None:
    """How the sweep is started on this machine; None where no disk can be mounted."""
    for unshare in (["unshare", "-m"], ["unshare", "-Urm"]):
        tried = [*unshare, "sh", "-c", "mount -t tmpfs none /mnt"]
        if shutil.which("unshare") and subprocess.run(tried, capture_output=True).returncode == 0:
            return [*unshare, sys.executable, "-m", "tests.faults.full_disks", *(["--all"] if everything else [])]
    return None


class Limit(NamedTuple):
    """A way in which there is too little room: its name, and how a folder gets so much of it."""

    name: str
    least: int
    set: Callable[["Sweep", int], None]


UNLIMITED = -1  # as a size of a file


class Sweep:
    """A command on a disk, with how the folder is before and after it."""

    def __init__(self, writing: Writing, base: Path, disk: Path, server: Server) -> None:
        self._writing, self._disk, self._server = writing, disk, server
        self._base = base.with_name("first")
        shutil.rmtree(self._base, ignore_errors=True)
        shutil.copytree(base, self._base)
        for words in writing.first:
            done(words, self._base)
        self.file_size = UNLIMITED
        self._fresh()
        self._before = state_of(disk)
        assert 0 == self._run(), (writing.line, server.err.read_text())
        self._after = state_of(disk)
        assert self._before != self._after, f"{writing.line}: nothing is written"

    def resize(self, free: int) -> None:
        """Let the disk have so many bytes more than are used."""
        of = os.statvfs(self._disk)
        size = (of.f_blocks - of.f_bfree) * of.f_frsize + free
        subprocess.run(["mount", "-o", f"remount,size={size}", self._disk], check=True)

    def fits(self, limit: Limit, size: int) -> tuple[bool, str | None]:
        """Is this much enough? And what is wrong with what the run has left, None if nothing is."""
        self._fresh()
        limit.set(self, size)
        code = self._run()
        wrong = self._wrong(code)
        self.file_size = UNLIMITED
        self.resize(ROOMY)
        if wrong is None and code == DISK_FAILED:
            wrong = self._done_again()
        return code == 0, wrong and f"{self._writing.line}, {limit.name} of {size}, code {code}: {wrong}"

    def _wrong(self, code: int) -> str | None:
        for name in OFFICES:
            if (self._disk / name).exists():
                _roll_back(self._disk / name)
        state, err = state_of(self._disk), self._server.err.read_text()
        left = [path.name for path in self._disk.rglob("*") if ".ipsu-" in path.name or path.name.endswith("-journal")]
        if left:
            return f"{left} is left"
        if code == 0:
            return None if state == self._after else "said to be done, and is not"
        if code == SAVED:
            return None if state.registers == self._after.registers else "said to be saved, and is not"
        if code != DISK_FAILED or len(err.splitlines()) != 1:
            return f"not one line, or another code: {err!r}"
        return None if state == self._before else "said not to be saved, and something is"

    def _done_again(self) -> str | None:
        code = self._run()
        if code != 0 or state_of(self._disk) != self._after:
            return f"with room it is not done: {code}, {self._server.err.read_text()!r}"
        return None

    def _fresh(self) -> None:
        for path in self._disk.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.resize(ROOMY)
        shutil.copytree(self._base, self._disk, dirs_exist_ok=True)

    def _run(self) -> int:
        import resource  # not on every system that can read this file

        pid = self._server.start(self._disk, shlex.split(self._writing.line))
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (self.file_size, self.file_size))
        self._server.let_go(pid)
        return self._server.code()


def _roll_back(path: Path) -> None:
    """As the next command does: under a limit on files the run itself may not write its old pages again."""
    with reading(path) as store:
        store.value("SELECT count(*) FROM changes")


def _limit_files(sweep: Sweep, size: int) -> None:
    sweep.file_size = size


FREE, FILES = Limit("free space", 0, Sweep.resize), Limit("files", PAGE, _limit_files)


def sweep(trial: Sweep, limit: Limit, *, everything: bool) -> tuple[int, int, list[str]]:
    """Try the sizes. Returns how many they were, the least that does, and what is wrong."""
    tried: dict[int, bool] = {}
    wrong: list[str] = []

    def fits(size: int) -> bool:
        if size not in tried:
            tried[size], found = trial.fits(limit, size)
            wrong.extend([found] if found else [])
        return tried[size]

    least = _every(fits, limit.least) if everything else _by_halves(fits, limit.least)
    return len(tried), least, wrong


def _every(fits: Callable[[int], bool], size: int) -> int:
    """The least size that fits; each below it is tried."""
    while not fits(size):
        size += PAGE
    return size


def _by_halves(fits: Callable[[int], bool], low: int) -> int:
    """About the least size that fits, by halves."""
    if fits(low):
        return low
    high = FIRST
    while not fits(high):
        low, high = high, 2 * high
    while high - low > max(PAGE, high // CLOSE):
        middle = (low + high) // 2 // PAGE * PAGE
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def main(words: list[str]) -> int:
    """Sweep the commands. Returns 1 where anything is wrong, or where a command never lacked room."""
    everything = words == ["--all"]
    with tempfile.TemporaryDirectory() as name, encrypted.derived_at_once():
        scratch, base, disk = Path(name), Path(name) / "office", Path(name) / "disk"
        base.mkdir()
        disk.mkdir()
        set_up(base)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=700", "none", disk], check=True)
        server = served(scratch)
        lines = LINES if everything else LINES[:SHORT]
        found = [
            _swept(Sweep(writing, base, disk, server), writing.line, limit, everything=everything)
            for limit, most in ((FREE, len(LINES)), (FILES, len(LINES) if everything else SHORT_OF_FILES))
            for writing in lines[:most]
        ]
        server.close()
        subprocess.run(["umount", disk], check=True)
    print(f"full disks: {len(lines)} commands, {sum(count for count, _ in found)} sizes,",
          f"{sum(wrong for _, wrong in found)} wrong")  # fmt: skip
    return int(any(wrong or count < 4 for count, wrong in found))


def _swept(trial: Sweep, line: str, limit: Limit, *, everything: bool) -> tuple[int, int]:
    """How many sizes were tried, and at how many something was wrong."""
    count, least, wrong = sweep(trial, limit, everything=everything)
    print(f"{line}: {count} sizes of {limit.name}, {least // 1024} KiB do; {len(wrong)} wrong", *wrong, sep="\n",
          flush=True)  # fmt: skip
    return count, len(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
