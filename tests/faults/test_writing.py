"""The table of lines that write has one of each command that writes, as the program's own text names them."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests import encrypted, program
from tests.faults.writing import KEY_FILE, TODAY, WRITING, Writing, done
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


# What is shown once and logged each time, and what is made of a demo, which is no change of an office.
ONCE = ("case show", "case list", "export cases", "export sus", "participant export", "demo")
# Of the lines alone, whatever they refuse once they are done.
MORE = (Writing("undo 30"), Writing("undo 29", ("undo 30",)), Writing("backup copy.db --key-file office.key"))


@pytest.mark.parametrize(
    "writing",
    [
        pytest.param(writing, id=writing.line, marks=encrypted.needs_cipher if KEY_FILE in writing.line else [])
        for writing in (*WRITING, *MORE)
        if not writing.line.startswith(ONCE)
    ],
)
def test_a_key_repeated_gives_the_first_answer_though_the_line_alone_is_refused(
    writing: Writing, base: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(base, tmp_path / "office"))
    (folder / KEY_FILE).chmod(0o600)
    for words in writing.first:
        done(words, folder)
    line = f"{writing.line} --key k --json"
    first, again = (program.run(line, folder=folder, today=TODAY) for _ in range(2))
    assert (0, 0) == (first.code, again.code), first.err + again.err
    assert {**first.json, "repeated": True} == again.json
