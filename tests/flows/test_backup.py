"""A copy of the office, and back to one: whole, private, and nothing lost on the way."""

import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli import store
from tests import encrypted, program
from tests.conftest import Program
from tests.typed import did_after

TODAY = "2026-03-20"


did = did_after("agreement add S1 --service ipsu --area Syd --from 2026-01-01", on=TODAY)


def test_a_copy_is_the_office_and_nobody_else_may_open_it(did: Callable[..., Any], db: Path) -> None:
    before = program.dump(db)
    made = did("backup copy.db")["backup"]
    remembered = set(program.dump(db).splitlines()) - set(before.splitlines())
    assert [f"backups (1, '{TODAY}', 2)"] == list(remembered), "how old the newest copy is, and nothing else"
    copy = db.parent / "copy.db"
    assert ("copy.db", copy.stat().st_size, 2, TODAY) == tuple(made.values())
    assert before == program.dump(copy)
    assert 0o600 == stat.S_IMODE(copy.stat().st_mode)
    assert {"copy.db", "ipsu.db"} == {path.name for path in db.parent.iterdir()}


def test_a_copy_goes_over_nothing(did: Callable[..., Any], ipsu: Program, db: Path) -> None:
    (db.parent / "mine.txt").write_text("mine")
    did("backup copy.db")
    for name in ("mine.txt", "copy.db", "ipsu.db", "nowhere/copy.db"):
        assert ipsu(f"backup {name}", today=TODAY).code in (1, 5), name
    assert "mine" == (db.parent / "mine.txt").read_text()


def test_what_was_done_since_is_kept_next_to_it(did: Callable[..., Any], db: Path) -> None:
    old = program.dump(db)
    did("backup copy.db")
    did("agreement add S2 --service ipsu --area Norr --from 2026-01-01")
    new = program.dump(db)
    put_back = did("restore copy.db --yes")["restore"]
    replaced = Path(put_back["replaced"])
    assert (f"ipsu.db.replaced-{TODAY}", 2, TODAY) == (replaced.name, put_back["change"], put_back["today"])
    assert (old, new) == (program.dump(db), program.dump(replaced))
    assert [0o600] * 2 == [stat.S_IMODE(path.stat().st_mode) for path in (db, replaced)]
    assert f"{replaced.name}-2" == Path(did("restore copy.db --yes")["restore"]["replaced"]).name
    did(f"restore {replaced} --yes")
    assert new == program.dump(db)


def test_an_office_that_is_lost_comes_back(did: Callable[..., Any], db: Path) -> None:
    before = program.dump(db)
    did("backup copy.db")
    db.unlink()
    assert did("restore copy.db --yes")["restore"]["replaced"] is None
    assert before == program.dump(db)


def test_a_damaged_office_comes_back_and_nothing_of_a_crash_is_put_into_it(did: Callable[..., Any], db: Path) -> None:
    before = program.dump(db)
    did("backup copy.db")
    db.write_bytes(b"SQLite format 3\0" + bytes(4000))
    Path(f"{db}-journal").write_bytes(b"what was under way")
    did("restore copy.db --yes")
    assert before == program.dump(db)
    assert not Path(f"{db}-journal").exists()


def test_it_is_told_in_the_language_of_the_office(ipsu: Program, tmp_path: Path) -> None:
    """Of the copy where the office is lost, and whatever the copy is."""
    made = f"{tmp_path}/english.db"
    ipsu(f"init --name Ek --orgnr 556677-8899 --lang en --db {made}", today=TODAY)
    ipsu(f"backup copy.db --db {made}", today=TODAY)
    (tmp_path / "text").write_text("x")
    assert "is what" in ipsu(f"restore copy.db --yes --db {made}", today=TODAY).out
    assert "not an office's file" in ipsu(f"restore text --yes --db {made}", today=TODAY).err
    Path(made).unlink()
    assert "is what" in ipsu(f"restore copy.db --yes --db {made}", today=TODAY).out
    assert "är det som" in ipsu(f"restore copy.db --yes --lang sv --db {made}", today=TODAY).out


def test_nobody_is_asked_without_a_terminal(did: Callable[..., Any], ipsu: Program, db: Path) -> None:
    did("backup copy.db")
    before = program.dump(db)
    result = ipsu("restore copy.db", today=TODAY)
    assert (2, True) == (result.code, "--yes" in result.err)
    assert 4 == ipsu("restore missing.db", today=TODAY).code, "what is no copy is not asked about"
    assert 1 == ipsu(f"restore {db}", today=TODAY).code
    assert before == program.dump(db)


def damaged(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[5000:9000] = bytes(4000)
    copy.write_bytes(content)


def newer(copy: Path) -> None:
    with sqlite3.connect(copy) as conn:
        conn.execute("PRAGMA user_version = 9999")
    conn.close()


def cut(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:4096])


def text(copy: Path) -> None:
    copy.write_text("no database")


def another(copy: Path) -> None:
    copy.unlink()
    with sqlite3.connect(copy) as conn:
        conn.execute("CREATE TABLE t (a)")
    conn.close()


def pipe(copy: Path) -> None:
    copy.unlink()
    os.mkfifo(copy)


@pytest.mark.parametrize(
    ("spoil", "code", "advice"),
    [
        (damaged, "database.copy-damaged", "Take an older copy"),
        (cut, "database.copy-damaged", "Take an older copy"),
        (newer, "database.newer", "Update the program"),
        (another, "database.no-backup", "ipsu backup"),
        (text, "database.no-backup", "ipsu backup"),
        (Path.unlink, "database.no-backup", "ipsu backup"),
        pytest.param(
            pipe, "database.no-backup", "ipsu backup",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with a name"),
        ),
    ],
)  # fmt: skip
def test_what_is_no_sound_copy_of_ours_is_refused(
    did: Callable[..., Any], ipsu: Program, db: Path, spoil: Callable[[Path], object], code: str, advice: str
) -> None:
    did("backup copy.db")
    spoil(db.parent / "copy.db")
    before, there = program.dump(db), sorted(path.name for path in db.parent.iterdir())
    result = ipsu("restore copy.db --yes", today=TODAY)
    assert (4, True) == (result.code, f"[{code}]" in result.err), result.err
    words = " ".join(ipsu("restore copy.db --yes --lang en", today=TODAY).err.split())
    assert (True, False, False) == (advice in words, "--db" in words, "ipsu check" in words), (
        "of the copy, not the office"
    )
    assert before == program.dump(db)
    assert there == sorted(path.name for path in db.parent.iterdir())


def test_the_office_is_no_copy_of_itself(did: Callable[..., Any], ipsu: Program) -> None:
    assert 1 == ipsu("restore ipsu.db --yes", today=TODAY).code


def test_an_office_with_two_names_is_not_replaced(did: Callable[..., Any], ipsu: Program, db: Path) -> None:
    did("backup copy.db")
    os.link(db, db.parent / "second.db")
    assert 4 == ipsu("restore copy.db --yes", today=TODAY).code
    assert 1 == ipsu("restore second.db --yes", today=TODAY).code, "the office itself"


def test_the_name_that_a_killed_run_left_is_no_second_name(ipsu: Program, db: Path) -> None:
    left = db.parent / ".ipsu-999999999-0123456789abcdef"
    os.link(db, left)
    assert 0 == ipsu("agreement list", today=TODAY).code
    assert not left.exists()


def test_a_restore_under_a_key_is_done_once(did: Callable[..., Any], db: Path) -> None:
    did("backup copy.db")
    did("agreement add S2 --service ipsu --area Norr --from 2026-01-01")
    first = did("restore copy.db --yes --key k")
    did("agreement add S3 --service ipsu --area Norr --from 2026-01-01")
    assert {**first, "repeated": True} == did("restore copy.db --yes --key k")
    assert ["S1", "S3"] == [agreement["agreement"] for agreement in did("agreement list")["agreements"]]


@pytest.mark.parametrize("name", ["''", "-"])
def test_a_copy_goes_to_a_file_with_a_name(ipsu: Program, db: Path, name: str) -> None:
    assert 2 == ipsu(f"backup {name}", today=TODAY).code
    assert ["ipsu.db"] == [path.name for path in db.parent.iterdir()]


def test_a_name_that_no_file_can_have_is_no_copy(ipsu: Program, db: Path) -> None:
    refused = ipsu(["restore", "x" * 300, "--yes"])
    assert (4, True) == (refused.code, db.is_file()), refused.err


def test_a_disk_that_fails_in_the_middle_of_a_restore_is_no_fault_of_ours(
    did: Callable[..., Any], ipsu: Program, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    did("backup copy.db")
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorname = "SQLITE_CANTOPEN"

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr("ipsu_cli.store.erasure_files.erase_again", fails)
    result = ipsu("restore copy.db --yes")
    assert (5, True) == (result.code, "disk.failed" in result.err)


class Failing:
    """A connection to an office on a disk that fails at the commit."""

    def __init__(self, conn: Any) -> None:
        self._conn = conn

    def __getattr__(self, name: str) -> Any:
        return getattr(self._conn, name)

    def execute(self, sql: str, *values: Any) -> Any:
        if sql == "COMMIT":
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
            raise error
        return self._conn.execute(sql, *values)


@pytest.mark.parametrize("of", ["plain", pytest.param("encrypted", marks=encrypted.needs_cipher)])
def test_a_copy_stands_where_the_office_cannot_remember_it(
    did: Callable[..., Any], db: Path, monkeypatch: pytest.MonkeyPatch, of: str
) -> None:
    if of == "encrypted":
        encrypted.key_file(db.parent)
        did("encrypt", IPSU_KEY_FILE="office.key")
    begun = store._begun
    monkeypatch.setattr(store, "_begun", lambda path: Failing(begun(path)))
    did("backup copy.db", IPSU_KEY_FILE="office.key" if of == "encrypted" else None)
    assert (db.parent / "copy.db").exists()


def test_an_office_is_not_put_back_where_something_else_is(did: Callable[..., Any], ipsu: Program, db: Path) -> None:
    did("backup copy.db")
    (db.parent / "folder").mkdir()
    refused = ipsu("restore copy.db --yes --db folder", today=TODAY)
    assert 4 == refused.code
    assert "[database.not-a-file]" in refused.err
