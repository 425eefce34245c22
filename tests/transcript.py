"""Pages whose console blocks are run again: each `$ ipsu …` in a page is followed by what it really answers.

The blocks of a page are one story in one fresh folder. A block that is marked `console` and holds a `$ ipsu`
is replayed; `$ cat FILE…`, `$ ls [FOLDER]` and `$ export NAME=VALUE` are known as well. A block marked
`csv NAME` (or `xml NAME`, `text NAME`) is a file of that name in the folder. A line `? 3` after
the output is an exit code that is not 0; what went to stderr stands after what went to stdout. In between,
`<!-- today: 2026-03-02 -->` and `<!-- lang: sv -->` hold until the next of their kind.
"""

import os
import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.program import Result

PROMPT = "$ "
FENCE = re.compile(r"(`{3,})console\s*")
FILE = re.compile(r"(`{3,})(?:csv|xml|text) (\S+)\s*")
SETTING = re.compile(r"<!-- (today|lang): (\S+) -->\s*")
Run = Callable[..., Result]


@dataclass
class Story:
    """One page being replayed: its folder, and the environment as it stands."""

    run: Run
    folder: Path
    today: str = "2026-03-09"
    environment: dict[str, str] = field(default_factory=dict)

    def answer(self, command: str) -> list[str]:
        """The lines that follow `command`."""
        name, *words = shlex.split(command)
        result = self.result(name, words)
        shown = "".join(part if part.endswith("\n") else f"{part}\n" for part in (result.out, result.err) if part)
        lines = self.without_folder(shown).rstrip("\n").split("\n") if shown.strip() else []
        if unfit := [line for line in lines if line.startswith((PROMPT, "```"))]:
            raise ValueError(f"what `{command}` answers cannot be known from the page: {unfit[0]!r}")
        return lines + ([f"? {result.code}"] if result.code else [])

    def without_folder(self, shown: str) -> str:
        """What is shown, with paths as seen from the folder, and as a page has them on every platform."""
        path = re.escape(f"{self.folder}{os.sep}") + r"(\S*)"
        return re.sub(path, lambda found: found[1].replace(os.sep, "/"), shown)

    def result(self, name: str, words: list[str]) -> Result:
        if name == "ipsu":
            return self.run(words, folder=self.folder, today=self.today, **self.environment)
        if name == "export":
            self.environment |= {set_to[0]: set_to[2] for set_to in (word.partition("=") for word in words)}
            return Result(0, "", "")
        if name == "ls":
            names = sorted(path.name for path in (self.folder / "/".join(words)).iterdir())
            return Result(0, "".join(f"{entry}\n" for entry in names if not entry.startswith(".")), "")
        if name == "cat":
            return Result(0, "".join(_read(self.folder / word) for word in words), "")
        raise ValueError(f"a console block does not know `{name}`: mark the block `sh` if it is not to be replayed")


def _read(path: Path) -> str:
    """A file as a person sees it: SIE is in the code page that the format demands."""
    return path.read_text(encoding="cp437" if path.suffix in (".se", ".si") else "utf-8")


def replay(page: str, folder: Path, run: Run) -> str:
    """The page with the answers that its commands give now."""
    story = Story(run, folder)
    return "".join(f"{line}\n" for line in _replayed(page.splitlines(), story))


def _replayed(lines: list[str], story: Story) -> Iterator[str]:
    rest = iter(lines)
    for line in rest:
        yield line
        if setting := SETTING.fullmatch(line):
            _set(story, *setting.groups())
        elif fence := FENCE.fullmatch(line):
            block = _until(rest, fence[1])
            yield from _block(block, story) if any(text.startswith("$ ipsu") for text in block) else block
            yield fence[1]
        elif opened := re.match(r"`{3,}", line):
            block = _until(rest, opened[0])
            if named := FILE.fullmatch(line):
                (story.folder / named[2]).write_text("".join(f"{text}\n" for text in block), encoding="utf-8")
            yield from block
            yield opened[0]


def _set(story: Story, name: str, value: str) -> None:
    if name == "today":
        story.today = value
    else:
        story.environment["IPSU_LANG"] = value


def _until(lines: Iterator[str], fence: str) -> list[str]:
    """The lines up to the one that closes the block."""
    found: list[str] = []
    for line in lines:
        if line.rstrip() == fence:
            return found
        found.append(line)
    raise ValueError(f"a block is not closed: {found[:1]}")


def _block(lines: list[str], story: Story) -> Iterator[str]:
    """The commands as they stand, each with its answer; empty lines before the next command are kept."""
    place = 0
    while place < len(lines):
        end = _end_of_command(lines, place)
        command = lines[place:end]
        yield from command
        following = next((i for i in range(end, len(lines)) if lines[i].startswith(PROMPT)), len(lines))
        yield from story.answer(_joined(command))
        yield from _empty_at_the_end(lines[end:following])
        place = following


def _end_of_command(lines: list[str], place: int) -> int:
    if not lines[place].startswith(PROMPT):
        raise ValueError(f"a console block begins with `{PROMPT}`, not with {lines[place]!r}")
    while lines[place].endswith("\\"):
        place += 1
    return place + 1


def _joined(command: list[str]) -> str:
    """A command over several lines as one; `> ` before a further line is the shell's."""
    first, *more = (line.removesuffix("\\") for line in command)
    return first.removeprefix(PROMPT) + "".join(line.removeprefix("> ") for line in more)


def _empty_at_the_end(lines: list[str]) -> list[str]:
    full = [place for place, line in enumerate(lines) if line.strip()]
    return lines[full[-1] + 1 if full else 0 :]
