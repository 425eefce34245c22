"""The end of a command: the exit code says what became of the change, whatever fails after it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program

ADD = "agreement add A1 --service ipsu --area Norr --from 2026-01-01"


def without_a_reader(words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command whose stdout is a pipe that nobody reads any more."""
    theirs, ours = os.pipe()
    os.close(theirs)
    try:
        return subprocess.run(
            [sys.executable, "-m", "ipsu_cli", *words.split()], cwd=folder, stdout=ours, stderr=subprocess.PIPE,
            text=True, timeout=60, env={**os.environ, "PYTHONPATH": str(program.ROOT), "IPSU_LANG": "en"},
        )  # fmt: skip
    finally:
        os.close(ours)


@pytest.mark.parametrize("words", ["agreement list --json", "agreement list", "explain", "--help", "case --help"])
def test_a_reader_who_has_left_is_no_failure(words: str, db: Path) -> None:
    done = without_a_reader(words, db.parent)
    assert (0, "") == (done.returncode, done.stderr)


def test_a_change_that_nobody_reads_of_is_said_to_be_saved(db: Path) -> None:
    done = without_a_reader(ADD, db.parent)
    assert (9, True) == (done.returncode, "saved" in done.stderr)


def fail(*words: Any, **more: Any) -> None:
    raise ValueError("something that nobody thought of")


@pytest.mark.parametrize("place", ["ipsu_cli.app._sweep", "ipsu_cli.write.show._print"])
def test_a_fault_after_the_commit_says_that_the_change_is_saved(
    place: str, db: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, fail)
    result = ipsu(ADD)
    assert (9, True, False) == (result.code, "saved" in result.err, "Traceback" in result.err)
    monkeypatch.undo()
    assert "A1" in ipsu("agreement list").out


def test_a_folder_that_cannot_be_listed_spoils_no_change(
    db: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Any) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.listdir", refuse)
    result = ipsu(ADD)
    assert (0, "") == (result.code, result.err)
