"""An older file is brought up to this version once a copy of it is safe; a newer one is left as it is."""

import gzip
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.store.migrations import VERSION
from ipsu_cli.store.upgrade import KEPT
from tests import program
from tests.conftest import Program

OLD = sorted((Path(__file__).parent / "old").glob("*.db.gz"))


@pytest.fixture(params=OLD, ids=lambda path: path.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An office's file as a released version left it."""
    path = tmp_path / "ipsu.db"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    path.chmod(0o600)
    return path


def version(path: Path) -> int:
    conn = sqlite3.connect(path)
    try:
        assert "ok" == conn.execute("PRAGMA integrity_check").fetchone()[0]
        return int(conn.execute("PRAGMA user_version").fetchone()[0])
    finally:
        conn.close()


def schema(path: Path) -> set[tuple[str, ...]]:
    conn = sqlite3.connect(path)
    try:
        return {*conn.execute("SELECT type, name, tbl_name FROM sqlite_master")}
    finally:
        conn.close()


def copies(folder: Path) -> list[Path]:
    return sorted(folder.glob("ipsu.db.before-*"))


def test_a_question_copies_the_file_before_it_upgrades_it(old: Path, ipsu: Program, new_office: Path) -> None:
    was, before = version(old), program.dump(old)
    assert 0 == ipsu("agreement list").code
    (copy,) = copies(old.parent)
    assert f"ipsu.db.before-{VERSION}" == copy.name
    assert (was, before, 0o600) == (version(copy), program.dump(copy), stat.S_IMODE(copy.stat().st_mode))
    assert (VERSION, schema(new_office)) == (version(old), schema(old))
    assert {"ipsu.db", copy.name} == {path.name for path in old.parent.iterdir()}
    assert 0 == ipsu("agreement list").code
    assert [copy] == copies(old.parent), "once"


def test_the_way_back_is_open(old: Path, ipsu: Program) -> None:
    before = program.dump(old)
    assert 0 == ipsu("agreement list").code
    (copy,) = copies(old.parent)
    assert 0 == ipsu(f"restore {copy} --yes").code
    assert before == program.dump(old)


def test_as_many_copies_are_kept_as_the_office_wants(old: Path, ipsu: Program) -> None:
    for number in range(2, 8):
        stale = old.parent / f"ipsu.db.before-{number}"
        shutil.copy2(old, stale)
        os.utime(stale, (number, number))
    strange = old.parent / "ipsu.db.before-christmas"
    strange.touch()
    assert 0 == ipsu("agreement list").code
    assert [f"ipsu.db.before-{VERSION}", "ipsu.db.before-6", "ipsu.db.before-7", strange.name] == [
        path.name for path in copies(old.parent)
    ]
    assert str(KEPT) == DEFAULTS["backups-kept"]


def test_a_newer_file_is_left_as_it_is(db: Path, ipsu: Program) -> None:
    conn = sqlite3.connect(db)
    conn.execute(f"PRAGMA user_version={VERSION + 1}")
    conn.close()
    before = db.read_bytes()
    for words in ("agreement list", "agreement add A1 --service ipsu --area Norr --from 2026-01-01", "check register"):
        assert 4 == ipsu(words).code
    assert (before, []) == (db.read_bytes(), copies(db.parent))


def test_two_at_once_are_safe(old: Path, new_office: Path) -> None:
    was = version(old)
    words = [sys.executable, "-m", "ipsu_cli", "agreement", "list"]
    environment = {**os.environ, "PYTHONPATH": str(program.ROOT)}
    at_once = [subprocess.Popen(words, cwd=old.parent, env=environment, stdout=subprocess.DEVNULL) for _ in range(6)]
    assert [0] * 6 == [process.wait(timeout=120) for process in at_once]
    assert (VERSION, schema(new_office)) == (version(old), schema(old))
    assert {was} == {version(copy) for copy in copies(old.parent)}
    assert not list(old.parent.glob(".ipsu-*"))


NO_ROOM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
from ipsu_cli.__main__ import main
main()
"""


def test_without_room_for_the_copy_nothing_is_changed(old: Path) -> None:
    before = old.read_bytes()
    environment = {**os.environ, "PYTHONPATH": str(program.ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "-c", NO_ROOM, "agreement", "list"]
    done = subprocess.run(words, cwd=old.parent, env=environment, capture_output=True, timeout=60)
    assert (5, b"", 1) == (done.returncode, done.stdout, done.stderr.count(b"\n"))
    assert (before, ["ipsu.db"]) == (old.read_bytes(), os.listdir(old.parent))
