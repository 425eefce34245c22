"""What a run does to the files of a folder, in order, as strace sees it: enough to build it again at any moment.

Where the log is played to its end, the folder is as the run has left it, byte for byte (`Disk` in `disk.py`).
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# By these a folder becomes another; a call that only some kernels and libraries make is let out elsewhere.
CALLS = (
    "?open", "openat", "lseek", "write", "pwrite64", "?ftruncate", "fsync", "fdatasync", "?unlink", "unlinkat",
    "?rmdir", "?rename", "?renameat", "?renameat2", "?link", "linkat", "?mkdir", "mkdirat",
)  # fmt: skip
# Whole strings, in hexadecimal: no byte of them can be taken for the log's own.
OPTIONS = ("-y", "-xx", "-s", "1000000000", "-e", f"trace={','.join(CALLS)}")
LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (\d+)(.*)")
HEX = re.compile(r"(?:\\x[0-9a-f]{2})+")
ROOT, STDOUT = 0, 1


class Write(NamedTuple):
    """Bytes that came into a file."""

    inode: int
    at: int
    data: bytes


class Truncate(NamedTuple):
    """A file got this size."""

    inode: int
    size: int


class Sync(NamedTuple):
    """All that was done to a file, or to the names in a folder, is on the disk."""

    inode: int


class Name(NamedTuple):
    """A name in a folder; an inode of None takes it away."""

    folder: int
    name: str
    inode: int | None


class Names(NamedTuple):
    """Names that become others at once, the one that counts last."""

    changed: tuple[Name, ...]


class Answer(NamedTuple):
    """The run wrote on stdout: from here on whoever reads it believes it."""


Event = Write | Truncate | Sync | Names | Answer


class Contents(NamedTuple):
    """A folder: which of its inodes are folders, what is in the others, and the name of each in its folder."""

    folders: frozenset[int]
    files: dict[int, bytes]
    names: dict[tuple[int, str], int]


def contents_of(folder: Path) -> Contents:
    """A folder as it is."""
    folders, files, names = {ROOT}, {}, {}
    numbers = {folder.stat().st_ino: ROOT}
    for path in sorted(folder.rglob("*")):
        inode = numbers.setdefault(path.stat().st_ino, len(numbers))
        names[numbers[path.parent.stat().st_ino], path.name] = inode
        if path.is_dir():
            folders.add(inode)
        else:
            files[inode] = path.read_bytes()
    return Contents(frozenset(folders), files, names)


class Reader:
    """Reads the log of a run that began in a folder as it is now."""

    def __init__(self, folder: Path) -> None:
        self.start = contents_of(folder)
        self.folders = {*self.start.folders}
        self._folder = str(folder)
        self._names = dict(self.start.names)
        self._inodes = 1 + max(self.start.names.values(), default=ROOT)
        self._positions: dict[int, int] = {}

    def events(self, log: str) -> Iterator[Event]:
        """What happened in the folder."""
        for line in log.splitlines():
            match = LINE.fullmatch(line)
            if match:
                call, words, returned, path = match.groups()
                yield from self._event(call, words.split(", "), int(returned), path)

    def _event(self, call: str, words: list[str], returned: int, path: str) -> Iterator[Event]:
        if call in ("open", "openat"):
            yield from self._opened(returned, _text(path), words[2 if call == "openat" else 1])
        elif call in ("lseek", "write", "pwrite64", "ftruncate", "fsync", "fdatasync"):
            yield from self._touched(call, words, returned)
        else:
            names = self._renamed(call, words)
            if names:
                yield self._bind(*names)

    def _opened(self, handle: int, path: str, flags: str) -> Iterator[Event]:
        self._positions[handle] = 0
        place = self._place(path)
        if place and "O_CREAT" in flags and place not in self._names:
            yield self._bind(Name(*place, self._new()))
        elif place in self._names and "O_TRUNC" in flags:
            yield Truncate(self._names[place], 0)

    def _touched(self, call: str, words: list[str], returned: int) -> Iterator[Event]:
        handle, inode = int(words[0].partition("<")[0]), self._inode(_text(words[0]))
        if call == "lseek":
            self._positions[handle] = returned
        elif call == "write":
            at = self._positions.get(handle, 0)
            self._positions[handle] = at + returned
            if inode is not None:
                yield Write(inode, at, _bytes(words[1])[:returned])
            elif handle == STDOUT and returned:
                yield Answer()
        elif inode is not None and call == "pwrite64":
            yield Write(inode, int(words[3]), _bytes(words[1])[:returned])
        elif inode is not None:
            yield Truncate(inode, int(words[1])) if call == "ftruncate" else Sync(inode)

    def _renamed(self, call: str, words: list[str]) -> list[Name]:
        """The names that a call gives and takes away; none where it is about another folder."""
        paths = [self._absolute(words[n - 1] if "at" in call else "", word)
                 for n, word in enumerate(words) if word.startswith('"')]  # fmt: skip
        places = [self._place(path) for path in paths]
        if None in places:
            return []
        first, last = places[0], places[-1]
        assert first is not None and last is not None
        if call.startswith("mkdir"):
            inode = self._new()
            self.folders.add(inode)
            return [Name(*first, inode)]
        if call.startswith(("unlink", "rmdir")):
            return [Name(*first, None)]
        given = Name(*last, self._names[first])
        return [given] if call.startswith("link") else [Name(*first, None), given]

    def _bind(self, *changed: Name) -> Names:
        for folder, name, inode in changed:
            if inode is None:
                del self._names[folder, name]
            else:
                self._names[folder, name] = inode
        return Names(changed)

    def _new(self) -> int:
        self._inodes += 1
        return self._inodes

    def _absolute(self, folder: str, word: str) -> str:
        return os.path.join(_text(folder) or self._folder, _text(word))

    def _inode(self, path: str) -> int | None:
        place = self._place(path)
        return ROOT if path == self._folder else self._names.get(place) if place else None

    def _place(self, path: str) -> tuple[int, str] | None:
        """The folder and the name in it; None where the path leads out of the folder, or nowhere."""
        relative = os.path.relpath(path, self._folder) if path else ".."
        *folders, name = relative.split(os.sep)
        inode: int | None = ROOT
        for folder in folders:
            inode = None if inode is None else self._names.get((inode, folder))
        return None if inode is None or name in (".", "..") else (inode, name)


def _bytes(word: str) -> bytes:
    """What stands in a word of the log in hexadecimal."""
    match = HEX.search(word)
    return bytes.fromhex(match[0].replace("\\x", "")) if match else b""


def _text(word: str) -> str:
    return os.fsdecode(_bytes(word))
