"""Failing the program at each system call by which it touches a file, and what must hold of the office afterwards.

strace stops it before its k-th call of one kind, or lets that call fail, for every k until none is hit.
"""

import hashlib
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests import encrypted, program
from tests.faults.server import Server
from tests.faults.writing import KEY_FILE, TODAY, Writing, done

STRACE = shutil.which("strace")
KILL, FULL, BROKEN = "signal=KILL", "error=ENOSPC", "error=EIO"
# By these the files of a folder change. A call that only some kernels and libraries make is hit no times.
CALLS = (
    "pwrite64",
    "write",
    "fdatasync",
    "fsync",
    "ftruncate",
    "unlink",
    "link",
    "rename",
    "mkdir",
    "openat",
)
# Decisive ones: what is on the disk, and which name it has, is another afterwards.
DECISIVE = ("fdatasync", "fsync", "unlink", "link", "rename")
OFFICES = ("ipsu.db", "two.db", "d/ipsu.db")
MOST = 2_000
SQLITE = b"SQLite format 3"


class Point(NamedTuple):
    """Where a run was hit: the call and its number; and how it ended, below zero by a signal."""

    call: str
    k: int
    code: int


class State(NamedTuple):
    """What is in a folder: the registers of its offices, and the other files by what they hold."""

    registers: str
    files: dict[str, str]


def state_of(folder: Path) -> State:
    """The folder, without what differs from run to run: the machine's time, salts, and the digests over them."""
    texts = [f"{name}\n{_without_clock(program.dump(folder / name))}" for name in OFFICES if (folder / name).exists()]
    return State("\n".join(texts), {path: digest for path, digest in _files(folder) if path not in OFFICES})


def _without_clock(text: str) -> str:
    text = re.sub(r"\d{4}-\d\d-\d\d[T ][\d:.]+(Z|\+00:00)", "TIME", text)
    text = re.sub(r"'x[0-9a-f]{11}'", "IDENTITY", text)
    text = re.sub(r"b'(?:[^'\\]|\\.)*'|b\"(?:[^\"\\]|\\.)*\"", "BYTES", text)
    return "\n".join(sorted(line for line in text.splitlines() if not line.startswith(("unwritten ", "unswept "))))


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and ".ipsu-" not in name and not name.endswith("-journal"):
            yield name, _digest(path)


def _digest(path: Path) -> str:
    """What a file holds. A copy of an office is what its register says, an encrypted one differs each time."""
    content = path.read_bytes()
    if content.startswith(SQLITE):
        try:
            content = _without_clock(program.dump(path)).encode()
        except sqlite3.Error:
            return "no whole copy"
    elif content and path.suffix == ".db":
        return ""
    return hashlib.sha256(content).hexdigest()


class Trial:
    """A command, a folder in which it has something to do, and how the folder is before and after."""

    def __init__(self, writing: Writing, base: Path, scratch: Path, server: Server) -> None:
        self.writing, self.server = writing, server
        self.words = shlex.split(writing.line)
        self._base, self.folder = scratch / "base", scratch / "folder"
        self._trace = scratch / "trace"
        shutil.copytree(base, self._base)
        for words in writing.first:
            done(words, self._base)
        self.fresh()
        self.before = state_of(self.folder)
        code = server.run(self.folder, self.words)
        assert code == 0, (writing.line, code, server.err.read_text())
        self.after = state_of(self.folder)
        assert self.before != self.after, f"{writing.line}: nothing is written"

    def fresh(self) -> None:
        """The folder as it is before the command."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self._base, self.folder)

    def points(
        self, fault: str, calls: tuple[str, ...] = CALLS, *, first: int = 1, step: int | None = None
    ) -> Iterator[Point]:
        """Every point at which the fault is met, or from the `first` on every so many, each in a fresh folder."""
        for call in calls:
            for k in range(first, MOST, step or self.writing.step):
                self.fresh()
                code, met = self._attempt(call, k, fault)
                if not met:
                    break
                yield Point(call, k, code)

    def _attempt(self, call: str, k: int, fault: str) -> tuple[int, bool]:
        pid = self.server.start(self.folder, self.words)
        paths = [word for name in self._paths() for word in ("-P", str(self.folder / name))]
        tracer = subprocess.Popen(
            [STRACE or "strace", "-p", str(pid), "-o", str(self._trace), "-e", f"trace={call}",
             "-e", f"inject={call}:{fault}:when={k}", *(paths if call in ("openat", "write", "pread64") else [])],
            stderr=subprocess.PIPE,
        )  # fmt: skip
        assert tracer.stderr is not None
        assert b"attached" in tracer.stderr.readline()
        self.server.let_go(pid)
        code = self.server.code()
        tracer.communicate(timeout=60)
        return code, code < 0 or "INJECTED" in self._trace.read_text(errors="replace")

    def _paths(self) -> list[str]:
        """What the calls that every program makes are counted on: the folder's own files."""
        offices = [f"{name}{end}" for name in OFFICES for end in ("", "-journal")]
        return [".", *offices, *([self.writing.makes] if self.writing.makes else [])]

    def judge(self, point: Point) -> str | None:
        """What is wrong with the folder after a fault, None if nothing is."""
        for name in OFFICES:
            if (self.folder / name).exists() and not _sound(self.folder / name):
                return f"{name} is not sound"
        state = state_of(self.folder)
        if state.registers not in (self.before.registers, self.after.registers):
            return "a half change"
        return self._untrue(point, state) or self._half_file(state) or self._unusable(point)

    def _untrue(self, point: Point, state: State) -> str | None:
        saved = state.registers == self.after.registers and self.before.registers != self.after.registers
        # A copy is made, whether or not the office's own file can tell of it.
        if point.code in (0, 9) and state.registers != self.after.registers and self.words[0] != "backup":
            return "said to be saved, and is not"
        if point.code == 0 and state.files != self.after.files:
            return "said to be done, and its file is not there"
        if point.code in (1, 2, 3, 4, 5, 130) and saved:
            return "said not to be saved, and is"
        if point.code == 70:
            return "a fault of the program"
        return None

    def _half_file(self, state: State) -> str | None:
        for name, digest in state.files.items():
            if digest not in (self.before.files.get(name), self.after.files.get(name)):
                return f"{name} is neither old nor new"
        made = {*state.files} - {*self.before.files}
        by_itself = self.words[0] in ("backup", "restore")  # a copy of what the office is, whatever comes of it
        if made and not by_itself and state.registers == self.before.registers != self.after.registers:
            return f"{sorted(made)} without its change"
        return None

    def _unusable(self, point: Point) -> str | None:
        """The next command that writes works, and nothing hidden is left."""
        if (self.folder / "ipsu.db").exists():
            if self.server.run(self.folder, ["setting", "set", "stable-days", "9"]) != 0:
                return f"the next command fails: {self.server.err.read_text()}"
            left = [name for name in os.listdir(self.folder) if name.startswith(".ipsu-")]
            return f"{left} is left" if left else None
        return None


def _sound(path: Path) -> bool:
    conn = encrypted.connect(path)
    try:
        return bool(conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    finally:
        conn.close()


def served(scratch: Path) -> Server:
    """A server whose runs all have the same day, and the key of an office that is encrypted."""
    return Server(scratch, IPSU_TODAY=TODAY, IPSU_LANG="en", IPSU_WHO="Prov", IPSU_KEY_FILE=KEY_FILE)
