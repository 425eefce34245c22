"""Failing the program at each system call by which it touches a file, and what must hold of the office afterwards.

It is killed before its k-th call of one kind, or that call fails, for every k until none is hit.
"""

import errno
import hashlib
import os
import re
import shlex
import shutil
import sqlite3
from collections.abc import Iterator
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests import encrypted, program
from tests.faults import calls
from tests.faults.server import Server
from tests.faults.writing import KEY_FILE, TODAY, Writing, done

KILL, FULL, BROKEN = "killed", "disk full", "disk broken"
ERRORS = {KILL: None, FULL: errno.ENOSPC, BROKEN: errno.EIO}
# By these the files of a folder change. A call that only some kernels and libraries make is hit no times.
CALLS = (
    "pwrite64",
    "write",
    "sendfile",
    "fdatasync",
    "fsync",
    "ftruncate",
    "unlink",
    "unlinkat",
    "link",
    "rename",
    "mkdir",
    "openat",
)
# Decisive ones: what is on the disk, and which name it has, is another afterwards.
DECISIVE = ("fdatasync", "fsync", "unlink", "link", "rename")
OFFICES = ("ipsu.db", "two.db", "d/ipsu.db")
# These write files of what the office is, whatever becomes of it: copies, or copies in their other form.
BY_ITSELF = ("backup", "restore", "encrypt", "decrypt")
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
    texts = [f"{name}\n{_register(folder / name)}" for name in OFFICES if (folder / name).exists()]
    return State("\n".join(texts), {path: digest for path, digest in _files(folder) if path not in OFFICES})


def contents_of(folder: Path) -> dict[str, bytes]:
    """Every file, hidden ones too, byte for byte."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _register(path: Path) -> str:
    """What a register says, and in which form it says it."""
    return f"encrypted: {encrypted.is_encrypted(path)}\n{_without_clock(program.dump(path))}"


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
    """What a file holds. A copy of an office is what its register says, and whether it is encrypted."""
    content = path.read_bytes()
    if content.startswith(SQLITE) or encrypted.is_encrypted(path):
        try:
            content = _register(path).encode()
        except sqlite3.Error:
            return "no whole copy"
    return hashlib.sha256(content).hexdigest()


class Trial:
    """A command, a folder in which it has something to do, and how the folder is before and after."""

    def __init__(self, writing: Writing, base: Path, scratch: Path, server: Server) -> None:
        self.writing, self.server = writing, server
        self.words = shlex.split(writing.line)
        self._base, self.folder = scratch / "base", scratch / "folder"
        shutil.copytree(base, self._base)
        for words in writing.first:
            done(words, self._base)
        self._untouched = contents_of(self._base)
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
        self, fault: str, kinds: tuple[str, ...] = CALLS, *, first: int = 1, step: int | None = None
    ) -> Iterator[Point]:
        """Every point at which the fault is met, or from the `first` on every so many, each in a fresh folder."""
        for call in kinds:
            for k in count(first, step or self.writing.step):
                self.fresh()
                code, met = self._attempt(call, k, fault)
                if not met:
                    break
                yield Point(call, k, code)

    def _attempt(self, call: str, k: int, fault: str) -> tuple[int, bool]:
        return self.server.fail(self.folder, self.words, calls.Fault(call, k, ERRORS[fault], str(self.folder)))

    def judge(self, point: Point) -> str | None:
        """What is wrong with the folder after a fault, None if nothing is."""
        if contents_of(self.folder) == self._untouched:
            return self._untrue(point, self.before) or self._unusable_untouched
        for name in OFFICES:
            if (self.folder / name).exists() and not _sound(self.folder / name):
                return f"{name} is not sound"
        state = state_of(self.folder)
        if state.registers not in (self.before.registers, self.after.registers):
            return "a half change"
        return self._untrue(point, state) or self._half_file(state) or self._unusable()

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
        by_itself = self.words[0] in BY_ITSELF
        if made and not by_itself and state.registers == self.before.registers != self.after.registers:
            return f"{sorted(made)} without its change"
        return None

    @cached_property
    def _unusable_untouched(self) -> str | None:
        """The same of the folder with every byte as it was, which is asked once."""
        return self._unusable()

    def _unusable(self) -> str | None:
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
