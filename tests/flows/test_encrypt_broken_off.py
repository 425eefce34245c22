"""What comes between while an office's file is encrypted or put back: another who does so, a kill, and copies that are
opened by no key at hand."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core import office_key
from ipsu_cli.store import connection, driver
from tests import encrypted, program
from tests.conftest import Program
from tests.encrypted import KEY

pytestmark = encrypted.needs_cipher
TODAY = "2026-03-20"
COPY = "ipsu.db.before-20"
NEXT = b"the next key"


@pytest.fixture
def office(ipsu: Program, db: Path) -> Path:
    """An office in the folder of two keys, with a backup and a copy that the program keeps."""
    encrypted.key_file(db.parent)
    encrypted.key_file(db.parent, NEXT, "next.key")
    assert 0 == ipsu("backup copy.db", today=TODAY).code
    shutil.copy2(db.parent / "copy.db", db.parent / COPY)
    (db.parent / "copy.db").rename(db.parent / "mine.copy")
    return db


@pytest.fixture
def meanwhile(office: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Lets somebody else run a line while a command waits for the file that it has open."""

    def comes(where: str, line: str) -> None:
        def wait(conn: sqlite3.Connection, statement: str) -> sqlite3.Cursor:
            monkeypatch.setattr(f"{where}.patiently", connection.patiently)
            assert 0 == program.run_process(line, folder=office.parent, today=TODAY).code
            return connection.patiently(conn, statement)

        monkeypatch.setattr(f"{where}.patiently", wait)

    return comes


def opened_by(path: Path, key: bytes | None) -> bool:
    """Is the file opened by the key; plain, without one?"""
    if key is None or not encrypted.is_encrypted(path):
        return key is None and not encrypted.is_encrypted(path)
    with office_key.used(key), closing(driver.connect(path, "ro")) as conn:
        try:
            return bool(conn.execute("SELECT name FROM office").fetchone())
        except sqlite3.DatabaseError:
            return False


@pytest.mark.parametrize(
    "line",
    [
        "encrypt --new-key-file office.key",
        "restore mine.copy --yes",
    ],
)
def test_who_has_waited_for_a_file_that_was_replaced_does_nothing(
    line: str, office: Path, ipsu: Program, meanwhile: Callable[[str, str], None]
) -> None:
    meanwhile("ipsu_cli.store.held_file", "encrypt --new-key-file next.key")
    result = ipsu(line, today=TODAY)
    assert (4, True) == (result.code, "[database.replaced]" in result.err), result.err
    assert opened_by(office, NEXT)
    assert [] == [path for path in office.parent.iterdir() if path.name.startswith(".ipsu-")]


def test_a_change_that_has_waited_is_made_in_the_file_that_is_there_now(
    office: Path, ipsu: Program, meanwhile: Callable[[str, str], None]
) -> None:
    meanwhile("ipsu_cli.store", "restore mine.copy --yes")
    assert 0 == ipsu("setting set names on", today=TODAY).code
    assert "on" == {row["name"]: row["value"] for row in ipsu("setting list --json").json["settings"]}["names"]


def test_an_office_that_appears_meanwhile_is_not_overwritten(
    office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.unlink()
    other = office.parent / COPY

    def appears(*_: Any) -> int:
        shutil.copy2(other, office)
        return 0

    monkeypatch.setattr("ipsu_cli.flows.restore._erase_again", appears)
    result = ipsu("restore mine.copy --yes", today=TODAY)
    assert (4, True) == (result.code, "[database.replaced]" in result.err), result.err
    assert other.read_bytes() == office.read_bytes()


def test_a_change_in_a_file_that_was_replaced_is_said_to_be_lost(office: Path) -> None:
    conn = driver.connect(office)
    conn.execute("BEGIN IMMEDIATE")
    shutil.copy2(office, office.parent / "new")
    os.replace(office.parent / "new", office)
    with closing(conn), pytest.raises(sqlite3.Error) as found:
        conn.execute("CREATE TABLE lost (a)")
    assert "database.replaced" == str(connection.what_failed(found.value, office))


@pytest.mark.parametrize(
    ("before", "line", "key"),
    [
        (None, "encrypt --key-file office.key", KEY),
        ("encrypt --key-file office.key", "encrypt --key-file office.key --new-key-file next.key", NEXT),
        ("encrypt --key-file office.key", "decrypt --key-file office.key", None),
    ],
)
def test_what_a_kill_has_left_is_done_by_the_same_line_again(
    before: str | None, line: str, key: bytes | None, office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = office.parent / COPY
    if before is not None:
        assert 0 == ipsu(before, today=TODAY).code
    was = opened_by(office, KEY if before else None)

    def killed(made: Path, path: Path) -> None:
        if path == office.resolve():
            raise KeyboardInterrupt
        os.rename(made, path)

    with monkeypatch.context() as patched:
        patched.setattr("ipsu_cli.flows.encrypt.os.replace", killed)
        assert 0 != ipsu(line, today=TODAY).code
    assert was == opened_by(office, KEY if before else None)
    done = ipsu(f"{line} --json", today=TODAY)
    assert (0, [COPY]) == (done.code, done.json["encryption"]["copies"]), done.err
    assert opened_by(office, key) and opened_by(copy, key)


def test_copies_that_no_key_opens_are_left_and_named(office: Path, ipsu: Program) -> None:
    line = "encrypt --key-file office.key --new-key-file office.key"
    assert 0 == ipsu(line, today=TODAY).code
    stranger = office.parent / "ipsu.db.before-21"
    stranger.write_bytes(office.read_bytes())
    assert 0 == ipsu("encrypt --key-file office.key --new-key-file next.key", today=TODAY).code
    stranger.write_bytes(office.read_bytes()[:16] + os.urandom(8192))
    for words in (
        "encrypt --key-file next.key --new-key-file office.key --json",
        "decrypt --key-file office.key --json",
    ):
        done = ipsu(words, today=TODAY).json
        left = {warning["code"]: warning["message"] for warning in done["warnings"]}
        assert stranger.name in left["encryption.not-opened"], words
        assert ([COPY], True) == (done["encryption"]["copies"], stranger.name in done["encryption"]["others"])


def test_a_copy_that_a_crash_has_left_half_changed_is_encrypted_as_it_was(office: Path, ipsu: Program) -> None:
    copy, whole = office.parent / COPY, program.dump(office)
    with closing(sqlite3.connect(office, isolation_level=None)) as conn:
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("CREATE TABLE half AS SELECT a.* FROM sqlite_schema a, sqlite_schema b LIMIT 20000")
        for ending in ("", "-journal"):
            shutil.copyfile(f"{office}{ending}", f"{copy}{ending}")
        conn.execute("ROLLBACK")
    done = ipsu("encrypt --key-file office.key --json", today=TODAY)
    assert (0, [COPY]) == (done.code, done.json["encryption"]["copies"]), done.err
    assert not Path(f"{copy}-journal").exists()
    assert whole == program.dump(copy)


def test_who_could_open_the_file_until_now_is_told_of(office: Path, ipsu: Program) -> None:
    office.chmod(0o660)
    for words in ("encrypt --key-file office.key", "decrypt --key-file office.key", "restore mine.copy --yes"):
        office.chmod(0o660)
        found = {
            warning["code"]: warning["command"] for warning in ipsu(f"{words} --json", today=TODAY).json["warnings"]
        }
        assert "chmod 660" in (found["database.own-alone"] or ""), words


def test_plain_files_next_to_an_encrypted_office_are_named_each_morning(office: Path, ipsu: Program) -> None:
    """Also the office that an encrypted copy takes the place of."""
    plain = shutil.copy2(office, office.parent / "plain")
    assert 0 == ipsu("encrypt --key-file office.key --db mine.copy", today=TODAY).code
    assert [] == [w for w in ipsu("status --json", today=TODAY).json["warnings"] if "encryption" in w["code"]]
    done = ipsu("restore mine.copy --yes --key-file office.key --json", today=TODAY)
    for result in (done, ipsu("status --key-file office.key --json", today=TODAY)):
        (found,) = [w["message"] for w in result.json["warnings"] if w["code"] == "encryption.plain-left"]
        assert f"ipsu.db.replaced-{TODAY}" in found and Path(plain).name in found
