"""Killed, or failed by the disk, at every step that touches a file: the register is as before or as after.

strace stops the program before its k-th call of one kind, for every k until none is hit.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..program import ROOT, dump, run

pytestmark = pytest.mark.long

STRACE = shutil.which("strace")
CALLS = ("openat", "pwrite64", "fdatasync", "fsync", "unlink", "linkat", "link", "rename", "write", "ftruncate")
TODAY = "2026-04-01"
# Everything before it is Python's own start.
FOLDER_CALLS_ONLY = ("openat", "write")

COMMANDS = {
    "deliver": "deliver B1 2 --on 2026-03-12",
    "build": "invoice build --month 2026-03 --excel basis.xlsx",
}
FAULTS = (
    ("deliver", "signal=KILL"),
    ("deliver", "error=ENOSPC"),
    ("build", "signal=KILL"),
    ("build", "error=EIO"),
)


def set_up(folder: Path) -> None:
    for words in (
        "init --name Kontoret --orgnr 556677-8899",
        "agreement add A1 --service ipsu --area Uppsala --from 2026-01-01",
        "price set A1 ipsu-b 450 --unit hour --from 2026-01-01",
        "case add B1 --service ipsu-b --personnummer 19900101-9802 --name Alva --from 2026-03-02 --to 2026-03-22",
        "plan set B1 2026-W10..2026-W12=20 --submitted 2026-03-02 --confirmed 2026-03-03",
        "deliver B1 5 --on 2026-03-04",
    ):
        result = run(words, folder=folder, today=TODAY)
        assert result.code == 0, result.err


def without_clock(text: str) -> str:
    """A dump without what differs from run to run: the machine's time, salts and the digests over them."""
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "TIME", text)
    text = re.sub(r"b'(?:[^'\\]|\\.)*'|b\"(?:[^\"\\]|\\.)*\"", "BYTES", text)
    return "\n".join(sorted(text.splitlines()))


def attempt(folder: Path, words: str, call: str, k: int, fault: str) -> tuple[int, bool]:
    """Run the command with a fault at its k-th call. Returns its exit code, and whether the fault was met."""
    trace = folder / "trace"
    command = [
        STRACE or "strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={call}",
        "-e", f"inject={call}:{fault}:when={k}", *_only_here(folder, call),
        sys.executable, "-m", "ipsu_cli", *_words(words),
    ]  # fmt: skip
    env = {**os.environ, "IPSU_TODAY": TODAY, "IPSU_LANG": "en", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=120)
    met = "INJECTED" in trace.read_text(errors="replace") or done.returncode in (-9, 137)
    trace.unlink()
    return done.returncode, met


def _only_here(folder: Path, call: str) -> list[str]:
    """Only calls on files of the folder: Python's own start is not ours to break."""
    names = ("ipsu.db", "ipsu.db-journal", "basis.xlsx", ".")
    return [word for name in names for word in ("-P", str(folder / name))] if call in FOLDER_CALLS_ONLY else []


def _words(words: str) -> list[str]:
    import shlex

    return shlex.split(words)


def points(folder: Path, words: str, fault: str) -> Iterator[tuple[str, int, int]]:
    """Every point at which the fault is met, each on a fresh copy of the folder."""
    for call in CALLS:
        for k in range(1, 400):
            copy = folder.parent / "copy"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(folder, copy)
            code, met = attempt(copy, words, call, k, fault)
            if not met:
                break
            yield call, k, code


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_whatever_fails_the_register_is_as_before_or_as_after(name: str, fault: str, tmp_path: Path) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    set_up(folder)
    before = without_clock(dump(folder / "ipsu.db"))
    after_folder = tmp_path / "after"
    shutil.copytree(folder, after_folder)
    assert run(COMMANDS[name], folder=after_folder, today=TODAY).code == 0
    after = without_clock(dump(after_folder / "ipsu.db"))

    met = 0
    for call, k, code in points(folder, COMMANDS[name], fault):
        met += 1
        copy = folder.parent / "copy"
        conn = sqlite3.connect(copy / "ipsu.db")
        assert conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok", (call, k)
        conn.close()
        state = without_clock(dump(copy / "ipsu.db"))
        assert state in (before, after), (call, k)
        if code == 0:
            assert state == after, f"{call} {k}: answered, and not saved"
        if code in (1, 2, 3, 4, 5):
            assert state == before, f"{call} {k}: refused, and saved"
        again = run("setting set names on", folder=copy, today=TODAY)
        assert again.code == 0, (call, k, again.err)
        assert not [left for left in os.listdir(copy) if left.startswith(".ipsu-")], (call, k)
    assert met >= 10, "the harness met too little"
