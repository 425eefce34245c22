"""The power goes in the middle of a command: what may be on the disk then is opened, and compared with what was said.

A run is logged once. At each event of the log, by each rule of which names stay, images of the disk are built
(`disk.py`) and opened by the program's own store.
"""

import random
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ipsu_cli.core import office_key
from ipsu_cli.core.problem import Problem
from ipsu_cli.store import reading
from tests import encrypted, program
from tests.faults.disk import EXTREMES, RULES, Disk, Image, by_chance
from tests.faults.disk_log import OPTIONS, Contents, Event, Reader, Sync, Write, contents_of
from tests.faults.points import BY_ITSELF, OFFICES
from tests.faults.server import Server
from tests.faults.writing import KEY_FILE, TODAY, Writing, done

STRACE = shutil.which("strace")
JOURNAL = "-journal"
# What a row says of a file that is still to be written, or of free bytes that are still to go; the next run does it.
UNWRITTEN = ("unwritten ", "unswept ")
# Of so many images one is worked on by a next command.
WORKED_ON = 200


class Log(NamedTuple):
    """A run: the folder at its start, those of its inodes that are folders, and what happened."""

    start: Contents
    folders: frozenset[int]
    events: list[Event]

    def without_syncs(self) -> "Log":
        """The same run on a disk that says that it has synced, and has not."""
        return self._replace(events=[event for event in self.events if not isinstance(event, Sync)])


class Cuts(NamedTuple):
    """What came of a run's cuts: how many different images there were, and what is wrong with some."""

    images: int
    wrong: list[str]


def logged(server: Server, folder: Path, words: list[str]) -> Log:
    """Run the program in `folder`, and log what it does there. It must succeed."""
    reader, trace = Reader(folder), server.out.with_name("trace")
    pid = server.start(folder, words)
    tracer = subprocess.Popen([STRACE or "strace", *OPTIONS, "-o", trace, "-p", str(pid)], stderr=subprocess.PIPE)
    assert tracer.stderr is not None
    assert b"attached" in tracer.stderr.readline()
    server.let_go(pid)
    code = server.code()
    tracer.communicate(timeout=60)
    assert 0 == code, (words, server.err.read_text())
    return _log(reader, trace)


def logged_python(text: str, folder: Path, scratch: Path) -> Log:
    """The same of a few lines of Python."""
    reader, trace = Reader(folder), scratch / "trace"
    environment = {"PYTHONPATH": str(program.ROOT), "IPSU_TODAY": TODAY, "IPSU_LANG": "en"}
    subprocess.run(
        [STRACE or "strace", *OPTIONS, "-o", trace, sys.executable, "-c", text],
        cwd=folder, env=environment, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return _log(reader, trace)


def _log(reader: Reader, trace: Path) -> Log:
    events = list(reader.events(trace.read_text(encoding="ascii")))
    return Log(reader.start, frozenset(reader.folders), events)


class Form(NamedTuple):
    """How much is tried: after every event, or only before and after one that is more than a write; at most so many
    of them, evenly spread; and how many images by chance at each, next to the extremes."""

    every: bool
    most: int
    chances: int


SHORT, WHOLE = Form(every=False, most=40, chances=0), Form(every=True, most=400, chances=12)


def images(log: Log, form: Form, seed: int) -> Iterator[tuple[bool, int, str, Image]]:
    """Different images, each with whether the run had answered, how many events had happened, and the rule."""
    dice = random.Random(seed)
    moments = _moments(log.events, form)
    for rule in RULES:
        cuts: set[int] = set()
        met: set[int] = set()
        disk = Disk(log.start, log.folders, rule)
        for count, event in enumerate(log.events, start=1):
            disk.happen(event)
            fates = (*EXTREMES, *(by_chance(dice) for _ in range(form.chances))) if count in moments else ()
            for fate in fates:
                cut = disk.cut(fate)
                if _is_new((disk.answered, cut), cuts):
                    image = disk.image(cut)
                    if _is_new((disk.answered, image), met):
                        yield disk.answered, count, rule, image


def _moments(events: list[Event], form: Form) -> set[int]:
    """After how many events the power goes; always after the last."""
    count = len(events)
    more = [n for n in range(1, count) if form.every or not isinstance(events[n - 1], Write)
            or not isinstance(events[n], Write)]  # fmt: skip
    return {*more[:: -(-len(more) // form.most)], count}


def _is_new(met: Hashable, known: set[int]) -> bool:
    """Was it never met before? Only its hash is kept: an image is a megabyte."""
    count = len(known)
    known.add(hash(met))
    return len(known) > count


def last_image(log: Log) -> Image:
    """All that the log says, to its end."""
    disk = Disk(log.start, log.folders, RULES[0])
    for event in log.events:
        disk.happen(event)
    return disk.image(disk.cut(EXTREMES[0]))


def write_image(image: Image, folder: Path) -> None:
    """Let `folder` be an image; one file under two names is one file."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path in image.folders:
        (folder / path).mkdir()
    first: dict[int, str] = {}
    for path, inode, content in image.files:
        if inode in first:
            (folder / path).hardlink_to(folder / first[inode])
        else:
            first[inode] = path
            (folder / path).write_bytes(content)


class Judge:
    """Knows the folder before and after a run, and says what is wrong with an image of it."""

    def __init__(self, line: str, before: Path, after: Path, folder: Path) -> None:
        self._by_itself = line.split()[0] in BY_ITSELF
        self._before, self._after = _visible(before), _visible(after)
        self._folder = folder
        self._meant: dict[bytes, str] = {}
        self._ends = [self._meaning(path) for path in (before, after)]
        assert self._before != self._after, f"{line}: nothing is written"

    def wrong(self, image: Image, *, answered: bool) -> str | None:
        """What is wrong, None if nothing is."""
        write_image(image, self._folder)
        try:
            office_key.forget()
            for name in self._offices(self._folder):
                with office_key.used(encrypted.KEY), reading(self._folder / name) as store:
                    store.value("SELECT count(*) FROM changes")
            meaning = self._meaning(self._folder)
        except (sqlite3.Error, Problem) as error:
            return f"cannot be opened: {error!r}"
        before, after = self._ends
        if meaning not in (before, after):
            return "the register is half"
        if answered and meaning != after:
            return "the register has lost what was said to be saved"
        return self._wrong_file(meaning == before != after, answered=answered)

    def _wrong_file(self, unsaved: bool, *, answered: bool) -> str | None:
        files = _visible(self._folder)
        for name in {*files, *self._before, *self._after} - {*OFFICES}:
            old, new, there = self._before.get(name), self._after.get(name), files.get(name)
            if there != new and (answered or there != old):
                return f"{name} is lost" if there is None else f"{name} is half" if there != old else f"{name} is old"
            if there == new != old and unsaved and not self._by_itself:
                return f"{name} is there without its change"
        return None

    def works(self) -> str | None:
        """The next command works in the folder that was looked at last, and leaves nothing hidden."""
        if not (self._folder / "ipsu.db").exists():
            return None
        result = program.run("setting set stable-days 9", folder=self._folder, today=TODAY, IPSU_KEY_FILE=KEY_FILE)
        if result.code != 0:
            return f"the next command fails: {result.err}"
        left = [path.name for path in self._folder.iterdir() if path.name.startswith(".ipsu-")]
        return f"{left} is left" if left else None

    def _offices(self, folder: Path) -> list[str]:
        return [name for name in OFFICES if (folder / name).exists()]

    def _meaning(self, folder: Path) -> str:
        """What the registers in a folder say; each one's bytes are looked into once."""
        return "\n".join(f"{name} {self._read(folder / name)}" for name in self._offices(folder))

    def _read(self, path: Path) -> str:
        content = path.read_bytes()
        if content not in self._meant:
            self._meant[content] = _looked_into(path)
        return self._meant[content]


def _looked_into(path: Path) -> str:
    """All that a register says. Raises where SQLite or the program's own check finds it damaged."""
    conn = encrypted.connect(path)
    found = conn.execute("PRAGMA integrity_check").fetchone()[0]
    conn.close()
    line = f"check --db {shlex.quote(str(path))}"
    checked = program.run(line, folder=path.parent, today=TODAY, IPSU_KEY_FILE=KEY_FILE)
    if (found, checked.code) != ("ok", 0):
        raise sqlite3.DatabaseError(found, checked)
    return "\n".join(line for line in program.dump(path).splitlines() if not line.startswith(UNWRITTEN))


def _visible(folder: Path) -> dict[str, bytes]:
    """The files that a person has, by their paths."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes() for name, path in paths.items() if ".ipsu-" not in name and not name.endswith(JOURNAL)
    }


def cut(log: Log, judge: Judge, form: Form, seed: int = 1) -> Cuts:
    """Judge the images of a run."""
    count = 0
    wrong: list[str] = []
    for count, (answered, events, rule, image) in enumerate(images(log, form, seed), start=1):
        found = judge.wrong(image, answered=answered)
        if found is None and count % WORKED_ON == 0:
            found = judge.works()
        if found:
            wrong.append(f"{rule}, after {events} of {len(log.events)} events: {found}")
    return Cuts(count, wrong)


def cut_everywhere(writing: Writing, base: Path, scratch: Path, server: Server, form: Form) -> Cuts:
    """Cut the power in a command wherever it can be, in a folder of its own."""
    before, after = scratch / "before", scratch / "after"
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(base, before)
    for words in writing.first:
        done(words, before)
    shutil.copytree(before, after)
    log = logged(server, after, shlex.split(writing.line))
    write_image(last_image(log), scratch / "played")
    assert _all(contents_of(scratch / "played")) == _all(contents_of(after)), f"{writing.line}: the log is not exact"
    found = cut(log, Judge(writing.line, before, after, scratch / "image"), form)
    return Cuts(found.images, [f"{writing.line}: {text}" for text in found.wrong])


def _all(contents: Contents) -> list[tuple[str, int, bytes]]:
    return [(name, folder, contents.files.get(inode, b"")) for (folder, name), inode in sorted(contents.names.items())]


def together(cuts: Iterable[Cuts]) -> Cuts:
    """The sum of several."""
    found = list(cuts)
    return Cuts(sum(one.images for one in found), [text for one in found for text in one.wrong])
