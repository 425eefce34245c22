"""The table of lines that write has one of each command that writes, as the program's own text names them."""

import re
import shlex
from pathlib import Path

from tests.faults.writing import WRITING
from tests.program import ROOT

# Each change is named where it is made, as the log shows it; `{…}` stands for what is typed.
NAMED = re.compile(r"""(?:\.change\(|change_with_file\(\s*office,)\s*f?"([^"]+)\"""")
# What writes files alone.
WITHOUT_CHANGE = ("backup", "restore", "encrypt", "decrypt")


def names() -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in Path(ROOT / "ipsu_cli").rglob("*.py")]
    return {name.replace("{UNDO}", "undo") for text in texts for name in NAMED.findall(text)}


def is_of(name: str, line: str) -> bool:
    """Is the line one of the command? Its words stand in it, in their order."""
    typed = iter(shlex.split(line))
    return all(word in typed for word in name.split() if not word.startswith("{"))


def test_every_change_that_the_program_makes_has_a_line() -> None:
    found = names()
    assert len(found) > 50, "the program's text is read wrong"
    assert set() == {name for name in found if not any(is_of(name, writing.line) for writing in WRITING)}


def test_what_writes_files_alone_has_a_line() -> None:
    assert {*WITHOUT_CHANGE} <= {writing.line.split()[0] for writing in WRITING}
