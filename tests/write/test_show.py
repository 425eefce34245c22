"""The end of a command: the exit code says what became of the change, whatever fails after it."""

import json
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


# Pipes that take no UTF-8, as those of Windows

STRANGE = "Łucja 😀 \u2212 å"


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii", "utf-8"])
def test_json_is_read_alike_whatever_the_pipe_takes(encoding: str, ipsu: Program, db: Path) -> None:
    assert 0 == ipsu(["agreement", "add", "A1", "--service", "ipsu", "--area", STRANGE, "--from", "2026-01-01"]).code
    done = of_pipe("agreement list --json", encoding, db.parent)
    assert [STRANGE] == [row["area"] for row in json.loads(done.stdout.decode())["agreements"]]
    assert (encoding == "utf-8") == (STRANGE.encode() in done.stdout)
    refused = of_pipe(["--json", "agreement", "show", STRANGE], encoding, db.parent)
    assert STRANGE in json.loads(refused.stderr.decode())["error"]["message"]


@pytest.mark.parametrize("words", ["status", "--help", "explain", "query", "help database", "agreement list"])
def test_text_that_the_pipe_lacks_is_escaped(words: str, ipsu: Program, db: Path) -> None:
    assert 0 == ipsu(["agreement", "add", "A1", "--service", "ipsu", "--area", STRANGE, "--from", "2026-01-01"]).code
    done = of_pipe(words, "cp1252", db.parent)
    assert (0, b"") == (done.returncode, done.stderr)
    text = done.stdout.decode("cp1252")
    assert ("\\u0141ucja \\U0001f600 \\u2212 å" in text) == (words == "agreement list")


def of_pipe(words: str | list[str], encoding: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command whose streams are pipes of an encoding."""
    line = words.split() if isinstance(words, str) else words
    environment = {**os.environ, "PYTHONPATH": str(program.ROOT), "IPSU_LANG": "sv", "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-m", "ipsu_cli", *line], cwd=folder, capture_output=True, timeout=60, env=environment
    )
