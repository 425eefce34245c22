"""A disk whose power may go at any moment, and what may be on it then.

What was synced is there. Of what was not, each write may be there, missing or torn by sectors; of the names that a
folder was given or lost, the last may be missing. What makes names stay is the rule: POSIX promises it of a sync of the
folder alone; on ext4 any sync does it.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.faults.disk_log import ROOT, Answer, Contents, Event, Name, Names, Sync, Truncate, Write

SECTOR = 512
POSIX, EXT4 = "POSIX", "ext4"
RULES = (POSIX, EXT4)
Change = Write | Truncate


class Fate(NamedTuple):
    """What becomes of what was not synced: how many of so many names are there, and what is there of a change."""

    names: Callable[[int], int]
    change: Callable[[Change], list[Change]]


class Cut(NamedTuple):
    """What is there after a cut: each path with its inode, and of what was not synced the parts, file by file; the
    number tells which of a file's syncs was its last."""

    paths: tuple[tuple[str, int], ...]
    unsynced: tuple[tuple[int, int, tuple[Change, ...]], ...]


class Image(NamedTuple):
    """What is on the disk after a cut: folders, and files by inode, each by its path."""

    folders: tuple[str, ...]
    files: tuple[tuple[str, int, bytes], ...]


class Disk:
    """A folder's disk, from its start and through each event."""

    def __init__(self, start: Contents, folders: frozenset[int], rule: str) -> None:
        self._folders, self._rule = folders, rule
        self._files = {inode: bytearray(content) for inode, content in start.files.items()}
        self._names = dict(start.names)
        self._unsynced: defaultdict[int, list[Change]] = defaultdict(list)
        self._unsynced_names: defaultdict[int, list[Names]] = defaultdict(list)
        self._syncs: Counter[int] = Counter()
        self._synced: dict[int, bytes] = {}
        self.answered = False

    def happen(self, event: Event) -> None:
        """One event more."""
        if isinstance(event, Answer):
            self.answered = True
        elif isinstance(event, Names):
            self._unsynced_names[self._group(event.changed[-1].folder)].append(event)
        elif isinstance(event, Sync):
            self._sync(event.inode)
        else:
            self._unsynced[event.inode].append(event)

    def _group(self, folder: int) -> int:
        """Names of one group are lost from the end on; on ext4 all of them are one."""
        return folder if self._rule == POSIX else ROOT

    def _sync(self, inode: int) -> None:
        self._syncs[inode] += inode in self._unsynced
        for change in self._unsynced.pop(inode, []):
            self._synced.pop(inode, None)
            _apply(change, self._files.setdefault(inode, bytearray()))
        if self._rule == EXT4 or inode in self._folders:
            for names in self._unsynced_names.pop(self._group(inode), []):
                _rename(names.changed, self._names)

    def cut(self, fate: Fate) -> Cut:
        """What may be there if the power goes now."""
        names = dict(self._names)
        for lost in self._unsynced_names.values():
            for changed in lost[: fate.names(len(lost))]:
                _rename(changed.changed, names)
        paths = tuple(sorted(_paths(names, self._folders)))
        inodes = sorted({inode for _, inode in paths} - self._folders)
        return Cut(paths, tuple((inode, self._syncs[inode], self._parts(inode, fate)) for inode in inodes))

    def _parts(self, inode: int, fate: Fate) -> tuple[Change, ...]:
        return tuple(part for change in self._unsynced.get(inode, []) for part in fate.change(change))

    def image(self, cut: Cut) -> Image:
        """The folder of a cut that has just been made."""
        contents = {inode: self._content(inode, parts) for inode, _, parts in cut.unsynced}
        return Image(
            tuple(path for path, inode in cut.paths if inode in self._folders),
            tuple((path, inode, contents[inode]) for path, inode in cut.paths if inode in contents),
        )

    def _content(self, inode: int, parts: tuple[Change, ...]) -> bytes:
        if inode not in self._synced:
            self._synced[inode] = bytes(self._files.get(inode, b""))
        if not parts:
            return self._synced[inode]
        content = bytearray(self._synced[inode])
        for part in parts:
            _apply(part, content)
        return bytes(content)


def _apply(change: Change, content: bytearray) -> None:
    end = change.size if isinstance(change, Truncate) else change.at + len(change.data)
    content.extend(bytes(max(0, end - len(content))))
    if isinstance(change, Truncate):
        del content[end:]
    else:
        content[change.at : end] = change.data


def _rename(changed: tuple[Name, ...], names: dict[tuple[int, str], int]) -> None:
    for folder, name, inode in changed:
        if inode is None:
            names.pop((folder, name), None)
        else:
            names[folder, name] = inode


def _paths(names: dict[tuple[int, str], int], folders: frozenset[int]) -> Iterator[tuple[str, int]]:
    """Each path from the root, and its inode."""
    inside: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for (folder, name), inode in names.items():
        inside[folder].append((name, inode))
    waiting = [("", ROOT)]
    while waiting:
        before, folder = waiting.pop()
        for name, inode in inside[folder]:
            yield before + name, inode
            if inode in folders:
                waiting.append((f"{before}{name}/", inode))


def whole(change: Change) -> list[Change]:
    """All of it is there."""
    return [change]


def nothing(change: Change) -> list[Change]:
    """None of it is there."""
    return []


def everything(count: int) -> int:
    """All of the names are there."""
    return count


def none(count: int) -> int:
    """None of them is."""
    return 0


EXTREMES = tuple(Fate(names, change) for names in (everything, none) for change in (whole, nothing))


def by_chance(dice: random.Random) -> Fate:
    """Any fate: each sector there or not, most or few of them; a file as long as its lost end would have made it."""
    share = dice.choice((0.1, 0.5, 0.9))

    def torn(change: Change) -> list[Change]:
        if isinstance(change, Truncate):
            return [change] if dice.random() < share else []
        there: list[Change] = [sector for sector in _sectors(change) if dice.random() < share]
        grown = Write(change.inode, change.at + len(change.data), b"")
        return [*there, grown] if dice.random() < share else there

    def whole_or_nothing(change: Change) -> list[Change]:
        return [change] if dice.random() < share else []

    return Fate(lambda count: dice.randint(0, count), dice.choice((torn, torn, whole_or_nothing)))


def _sectors(write: Write) -> Iterator[Write]:
    """A write, cut where a sector of the file ends."""
    at, end = write.at, write.at + len(write.data)
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        yield Write(write.inode, at, write.data[at - write.at : stop - write.at])
        at = stop
