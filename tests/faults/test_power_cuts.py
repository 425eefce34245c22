"""The power goes: the short form of `python -m tests faults power`, and three runs that must not stand it."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests.faults.power_cuts import SHORT, STRACE, Cuts, Form, Judge, Log, cut, cut_everywhere, logged, logged_python
from tests.faults.server import Server
from tests.faults.test_points import MORE
from tests.faults.writing import WRITING, Writing
from tests.whole import WHOLE

pytestmark = [pytest.mark.long, pytest.mark.skipif(STRACE is None, reason="strace is not installed")]
LEAST = 12  # images of a command
# Of those that write a change of the register alone, which are alike, every third one in the short form.
CHOSEN = [
    writing
    for place, writing in enumerate(WRITING)
    if WHOLE or (not writing.whole and (writing.makes or writing.line.startswith(MORE) or place % 3 == 0))
]
LINE = "deliver B1 2 --on 2026-04-08"
UNSAFE = f"""
import sys
from ipsu_cli.store import connection
connection.PRAGMAS["synchronous"] = 0
sys.argv = {["ipsu", *shlex.split(LINE)]}
from ipsu_cli.__main__ import main
main()
"""
NAIVE = """
with open("cases.csv", "w") as file:
    file.write("new " * 1000)
print("saved", flush=True)
"""
RENAMED = """
import os
with open("cases.new", "w") as file:
    file.write("new " * 1000)
os.rename("cases.new", "cases.csv")
print("saved", flush=True)
"""


@pytest.mark.parametrize("writing", CHOSEN, ids=lambda writing: writing.line)
def test_after_a_cut_the_office_is_as_before_or_as_after(
    writing: Writing, base: Path, server: Server, tmp_path: Path
) -> None:
    found = cut_everywhere(writing, base, tmp_path / "cuts", server, SHORT)
    print(f"{writing.line}: {found.images} images")
    assert [] == found.wrong
    assert found.images >= LEAST, "the harness met too little"


@pytest.fixture
def before(base: Path, tmp_path: Path) -> Path:
    """The office before a run, with an old export in it."""
    folder = Path(shutil.copytree(base, tmp_path / "before"))
    (folder / "cases.csv").write_text("old " * 1000)
    return folder


@pytest.fixture
def after(before: Path, tmp_path: Path) -> Path:
    """The same, for the run."""
    return Path(shutil.copytree(before, tmp_path / "after"))


def judged(log: Log, before: Path, after: Path) -> Cuts:
    return cut(log, Judge(LINE, before, after, before.with_name("image")), Form(every=True, most=400, chances=2))


def test_without_syncs_of_its_own_the_register_is_lost(before: Path, after: Path, tmp_path: Path) -> None:
    log = logged_python(UNSAFE, after, tmp_path)
    found = judged(log, before, after)
    print(f"synchronous=OFF: {found.images} images, {len(found.wrong)} wrong")
    assert any("lost what was said" in text for text in found.wrong)
    assert any("half" in text or "cannot be opened" in text for text in found.wrong)


def test_on_a_disk_that_lies_the_register_is_lost(before: Path, after: Path, server: Server) -> None:
    log = logged(server, after, shlex.split(LINE))
    assert [] == judged(log, before, after).wrong
    found = judged(log.without_syncs(), before, after)
    print(f"a disk that lies: {found.images} images, {len(found.wrong)} wrong")
    assert any("lost what was said" in text for text in found.wrong)
    assert any("half" in text or "cannot be opened" in text for text in found.wrong)


@pytest.mark.parametrize("text", [NAIVE, RENAMED], ids=["written in place", "renamed without a sync"])
def test_a_naive_export_is_half_or_lost(text: str, before: Path, after: Path, tmp_path: Path) -> None:
    log = logged_python(text, after, tmp_path)
    found = judged(log, before, after)
    print(f"a naive export: {found.images} images, {len(found.wrong)} wrong")
    assert any("cases.csv is half" in text for text in found.wrong)
    assert any("cases.csv is old" in text for text in found.wrong)
