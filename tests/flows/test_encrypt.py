"""An office's file that is encrypted: by which key, in which steps, and what is never found in its folder."""

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ipsu_cli.core import office_key
from ipsu_cli.core.problem import BadDatabase, Surroundings
from ipsu_cli.store import erasure_files, neighbours, writing
from ipsu_cli.store.connection import what_failed
from ipsu_cli.write import show
from tests import encrypted, program
from tests.conftest import Program
from tests.encrypted import KEY

pytest.importorskip("sqlcipher3", reason="the extra encrypt is not installed")
from sqlcipher3 import dbapi2

from ipsu_cli.store import cipher, encryption  # they open no other way than by that

TODAY = "2026-03-20"
NAME = "Planted Namesson"
MADE = (
    "agreement add S1 --service ipsu --area Syd --from 2026-01-01",
    f"case add B1 --service ipsu-b --agreement S1 --personnummer 19900101-9802 --name '{NAME}' --from 2026-03-02 "
    "--to 2026-05-31 --training Svets --training-from 2026-01-12 --training-to 2026-06-05",
)
# What says something of the office, or that there is one.
MARKS = (NAME.encode(), b"Exempelby", b"CREATE TABLE", b"personnummer", b"SQLite format", KEY)


@pytest.fixture
def office(ipsu: Program, db: Path) -> Path:
    """An office with a person in it, and a file with a key next to it."""
    for words in MADE:
        assert 0 == ipsu(words, today=TODAY).code
    encrypted.key_file(db.parent)
    return db


@pytest.fixture
def did(ipsu: Program) -> Callable[..., program.Result]:
    """Types a command that must succeed without a warning, with the key at hand."""

    def run(words: str) -> program.Result:
        result = ipsu(words, today=TODAY, IPSU_KEY_FILE="office.key")
        assert (0, "") == (result.code, result.err), words
        return result

    return run


def without_log(path: Path) -> list[str]:
    """All that a file holds but who did what when."""
    return [line for line in program.dump(path).splitlines() if not line.startswith(("changes ", "sqlite_sequence "))]


def marks_in(folder: Path, *, but: str = "office.key") -> dict[str, list[bytes]]:
    found = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != but}
    return {name: marks for name, content in found.items() if (marks := [mark for mark in MARKS if mark in content])}


def test_an_encrypted_office_holds_what_it_held(office: Path, did: Callable[..., program.Result]) -> None:
    before = without_log(office)
    answer = did("encrypt --json").json["encryption"]
    assert {"file": "ipsu.db", "encrypted": True, "copies": [], "others": []} == answer
    assert encrypted.is_encrypted(office)
    assert before == without_log(office)
    assert 0o600 == stat.S_IMODE(office.stat().st_mode)
    assert {"ipsu.db", "office.key"} == {path.name for path in office.parent.iterdir()}
    assert "" == did("check").out
    assert "encrypt" == did("log --json").json["log"][-1]["command"]


def test_no_byte_of_it_can_be_read(office: Path, did: Callable[..., program.Result]) -> None:
    assert {"ipsu.db"} == marks_in(office.parent).keys(), "the marks are found where they are"
    did("encrypt")
    did("backup copy.db")
    did("case edit B1 --coach Kim")
    did("restore copy.db --yes")
    assert 3 == len([path for path in office.parent.iterdir() if encrypted.is_encrypted(path)])
    assert {} == marks_in(office.parent)


def test_what_a_change_leaves_next_to_it_is_encrypted_too(office: Path, did: Callable[..., program.Result]) -> None:
    did("encrypt")
    journal = Path(f"{office}-journal")
    with office_key.used(KEY), writing(office, TODAY, "Kim", "case edit", keep=False) as store:
        store.alter("people", 1, gender="man")
        assert journal.stat().st_size > 0
        assert {} == marks_in(office.parent)


def test_who_has_the_plain_file_open_cannot_write_to_it_any_more(
    office: Path, did: Callable[..., program.Result]
) -> None:
    conn = sqlite3.connect(office, isolation_level=None)
    conn.execute("SELECT count(*) FROM cases").fetchone()
    did("encrypt")
    with pytest.raises(sqlite3.OperationalError):
        conn.execute("CREATE TABLE lost (a)")
    conn.close()


def test_it_is_plain_again(office: Path, did: Callable[..., program.Result]) -> None:
    before = without_log(office)
    did("encrypt")
    answer = did("decrypt --json").json["encryption"]
    assert {"file": "ipsu.db", "encrypted": False, "copies": [], "others": []} == answer
    assert before == without_log(office)
    assert not encrypted.is_encrypted(office)
    assert ["encrypt", "decrypt"] == [line["command"] for line in did("log --json").json["log"][-2:]]
    assert "" == did("check").out


def test_any_program_of_sqlcipher_opens_it_by_the_key_alone(office: Path, did: Callable[..., program.Result]) -> None:
    from sqlcipher3 import dbapi2

    did("encrypt")
    conn = dbapi2.connect(office)
    conn.execute(f"PRAGMA key = '{KEY.decode()}'")
    assert [("B1",)] == conn.execute("SELECT ref FROM cases").fetchall()
    conn.close()


@pytest.mark.parametrize(
    ("words", "key", "code", "problem"),
    [
        ("status", None, 4, "database.key-missing"),
        ("case edit B1 --coach Kim", None, 4, "database.key-missing"),
        ("decrypt", None, 4, "database.key-missing"),
        ("status", b"another", 4, "database.key-wrong"),
        ("case edit B1 --coach Kim", b"another", 4, "database.key-wrong"),
        ("encrypt --new-key-file office.key", b"another", 4, "database.key-wrong"),
        ("decrypt", b"another", 4, "database.key-wrong"),
        ("check", b"another", 4, "database.key-wrong"),
        ("backup copy.db", b"another", 4, "database.key-wrong"),
        ("query 'SELECT 1'", b"another", 4, "database.key-wrong"),
        ("status", b"", 3, "key-file.empty"),
        ("status", b"\n" + KEY, 3, "key-file.empty"),
        ("encrypt", KEY, 1, "encrypt.already"),
    ],
)
def test_without_the_key_nothing_is_said_and_nothing_written(
    office: Path,
    ipsu: Program,
    did: Callable[..., program.Result],
    words: str,
    key: bytes | None,
    code: int,
    problem: str,
) -> None:
    did("encrypt")
    before = {path: path.read_bytes() for path in office.parent.iterdir()}
    if key is not None:
        before[encrypted.key_file(office.parent, key, "typed.key")] = key + b"\n"
    result = ipsu(f"{words} --json {'--key-file typed.key' if key is not None else ''}", today=TODAY)
    assert (code, "", problem) == (result.code, result.out, json.loads(result.err)["error"]["code"])
    assert before == {path: path.read_bytes() for path in office.parent.iterdir()}


def test_a_wrong_key_is_told_in_one_line(
    office: Path, did: Callable[..., program.Result], ipsu_process: Program
) -> None:
    """SQLCipher writes to stderr by itself, past Python."""
    did("encrypt")
    encrypted.key_file(office.parent, b"quite-unlike", "other.key")
    result = ipsu_process("status", IPSU_KEY_FILE="other.key")
    assert (4, "", 1) == (result.code, result.out, len(result.err.splitlines()))
    assert "ERROR CORE" not in result.err
    assert "quite-unlike" not in result.err


def test_a_file_that_is_no_office_asks_for_no_key(office: Path, ipsu: Program) -> None:
    (office.parent / "notes.txt").write_text("IPSU and other notes", encoding="utf-8")
    assert "database.not-ours" in ipsu("status --db notes.txt").err


def test_another_key_opens_it_from_then_on(office: Path, ipsu: Program, did: Callable[..., program.Result]) -> None:
    did("encrypt")
    before = without_log(office)
    first = office.read_bytes()[:16]
    encrypted.key_file(office.parent, b"the next", "next.key")
    did("encrypt --new-key-file next.key")
    assert first != office.read_bytes()[:16], "each key has a salt of its own"
    assert 4 == ipsu("status", IPSU_KEY_FILE="office.key").code
    assert 0 == ipsu("encrypt --key-file next.key --new-key-file office.key", today=TODAY).code
    assert before == without_log(office)


def test_what_is_plain_is_not_made_plain(office: Path, ipsu: Program) -> None:
    result = ipsu("decrypt")
    assert (1, True) == (result.code, "decrypt.plain" in result.err)


def test_there_is_nothing_to_encrypt_with(office: Path, ipsu: Program) -> None:
    before = office.read_bytes()
    for words, code in (("encrypt", 2), ("encrypt --new-key-file nowhere", 3), ("encrypt --new-key-file ''", 2)):
        assert code == ipsu(words).code, words
    assert before == office.read_bytes()


def test_a_key_that_others_may_read_is_warned_of(office: Path, ipsu: Program) -> None:
    (office.parent / "office.key").chmod(0o644)
    result = ipsu("encrypt --key-file office.key --json", today=TODAY)
    assert [("key-file.open", "chmod 600 office.key")] == [(w["code"], w["command"]) for w in result.json["warnings"]]
    assert "key-file.open" in ipsu("status --key-file office.key", today=TODAY).err


def test_the_same_key_of_a_command_encrypts_once(office: Path, ipsu: Program) -> None:
    line = "encrypt --key-file office.key --key once --json"
    first, again = ipsu(line, today=TODAY).json, ipsu(line, today=TODAY).json
    assert {**first, "repeated": True} == again


def test_copies_that_the_program_keeps_are_encrypted_too(
    office: Path, did: Callable[..., program.Result], ipsu: Program
) -> None:
    did("backup mine.db")
    did("setting set names on")
    did("restore mine.db --yes")
    older = Path(shutil.copy2(office, f"{office}.before-20"))
    os.utime(older, (1_700_000_000, 1_700_000_000))
    result = ipsu("encrypt --json", today=TODAY, IPSU_KEY_FILE="office.key")
    copies = ["ipsu.db.before-20", f"ipsu.db.replaced-{TODAY}"]
    assert (copies, ["mine.db"]) == tuple(result.json["encryption"][name] for name in ("copies", "others"))
    assert ["encryption.plain-left"] == [warning["code"] for warning in result.json["warnings"]]
    assert [True] * 2 + [False] == [encrypted.is_encrypted(office.parent / name) for name in (*copies, "mine.db")]
    assert 1_700_000_000 == older.stat().st_mtime
    assert {"mine.db"} == marks_in(office.parent).keys()
    assert copies == did("decrypt --json").json["encryption"]["copies"]
    assert [False] * 2 == [encrypted.is_encrypted(office.parent / name) for name in copies]


def test_a_copy_that_cannot_be_read_is_left_and_named(office: Path, ipsu: Program) -> None:
    broken = Path(f"{office}.before-20")
    broken.write_bytes(office.read_bytes()[:8192])
    result = ipsu("encrypt --json", today=TODAY, IPSU_KEY_FILE="office.key")
    assert ([], [broken.name]) == tuple(result.json["encryption"][name] for name in ("copies", "others"))


def failing(function: Callable[..., object], error: Exception, times: int) -> Callable[..., object]:
    """The function, which fails so many times first."""
    errors = [error] * times

    def call(*values: object, **named: object) -> object:
        if errors:
            raise errors.pop()
        return function(*values, **named)

    return call


def kept_copy(office: Path) -> Path:
    """A copy that the program keeps, which is whole."""
    return Path(shutil.copy2(office, f"{office}.before-20"))


def test_a_copy_that_the_disk_does_not_give_once_is_read_again(
    office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = kept_copy(office)
    damaged = BadDatabase("database.damaged", path=str(copy))
    monkeypatch.setattr(encryption, "convert_copy", failing(encryption.convert_copy, damaged, 1))
    assert 0 == ipsu("encrypt", today=TODAY, IPSU_KEY_FILE="office.key").code
    assert encrypted.is_encrypted(copy)


def test_a_file_that_the_disk_does_not_give_is_not_passed_over(
    office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_copy(office)
    monkeypatch.setattr(Path, "lstat", failing(Path.lstat, OSError(5, "Input/output error"), 1_000))
    result = ipsu("encrypt", today=TODAY, IPSU_KEY_FILE="office.key")
    assert (5, True) == (result.code, "disk.unread" in result.err)
    assert not encrypted.is_encrypted(office)


def test_a_folder_that_cannot_be_listed_is_told_of(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "iterdir", failing(Path.iterdir, OSError(5, "Input/output error"), 1))
    with pytest.raises(Surroundings, match=r"disk\.unread"):
        list(neighbours.offices_next_to(office))


@pytest.mark.parametrize("words", ["attempt to write a readonly database", "unable to open database file"])
def test_what_sqlcipher_says_of_the_disk_by_words_alone_is_no_fault_of_ours(office: Path, words: str) -> None:
    error = cipher._translation(dbapi2.OperationalError(words))
    assert isinstance(error, sqlite3.Error)
    assert isinstance(what_failed(error, office), Surroundings)


def test_a_damaged_office_is_left_as_it_is(office: Path, ipsu: Program) -> None:
    conn = sqlite3.connect(office)
    (trigger,) = conn.execute("SELECT min(name) FROM sqlite_schema WHERE type = 'trigger'").fetchone()
    conn.execute(f"DROP TRIGGER {trigger}")
    conn.commit()
    conn.close()
    before = office.read_bytes()
    result = ipsu("encrypt", today=TODAY, IPSU_KEY_FILE="office.key")
    assert (4, True) == (result.code, "database.damaged" in result.err)
    assert before == office.read_bytes()
    assert {"ipsu.db", "office.key"} == {path.name for path in office.parent.iterdir()}


def test_a_row_that_is_lost_on_the_way_is_noticed(office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encryption, "EXPORT", "CREATE TABLE x (a)")
    before = office.read_bytes()
    assert 0 != ipsu("encrypt", today=TODAY, IPSU_KEY_FILE="office.key").code
    assert before == office.read_bytes()


def test_a_plain_copy_is_not_put_over_an_encrypted_office(
    office: Path, ipsu: Program, did: Callable[..., program.Result]
) -> None:
    did("backup copy.db")
    assert 0 == ipsu("encrypt", today=TODAY, IPSU_KEY_FILE="office.key").code
    result = ipsu("restore copy.db --yes", today=TODAY, IPSU_KEY_FILE="office.key")
    assert (1, True) == (result.code, "ipsu --db copy.db encrypt" in result.err)
    assert 0 == ipsu("encrypt --db copy.db", today=TODAY, IPSU_KEY_FILE="office.key").code
    assert 0 == ipsu("restore copy.db --yes", today=TODAY, IPSU_KEY_FILE="office.key").code


def test_an_erased_person_is_erased_in_encrypted_copies(office: Path, did: Callable[..., program.Result]) -> None:
    did("encrypt")
    did("backup copy.db")
    line = "case close B1 --on 2026-03-18 --reason completed"
    assert 0 == program.run(line, folder=office.parent, today=TODAY, IPSU_KEY_FILE="office.key").code
    did("setting set retention-months 1")
    result = program.run("participant erase B1 --yes --json", folder=office.parent, today="2026-08-20",
                         IPSU_KEY_FILE="office.key")  # fmt: skip
    assert 0 == result.code, result.err
    assert all(NAME not in program.dump(office.parent / name) for name in ("ipsu.db", "copy.db"))
    assert erasure_files.list_of(office).exists()


def test_nobody_is_asked_to_complete_a_line(office: Path, did: Callable[..., program.Result]) -> None:
    did("encrypt")
    done = program.run_process(["--complete", "bash", "case", "show", "="], folder=office.parent)
    assert (0, "", "") == (done.code, done.out, done.err)
    known = program.run_process(["--complete", "bash", "case", "show", "="], folder=office.parent,
                                IPSU_KEY_FILE="office.key")  # fmt: skip
    assert "B1\n" == known.out


def test_two_offices_with_one_key_are_asked_together(office: Path, did: Callable[..., program.Result]) -> None:
    did("encrypt")
    other = office.parent / "other"
    other.mkdir()
    shutil.copy2(office, other / "other.db")
    line = "report kpi --year 2026 --json"
    both, one = did(f"{line} --also other/other.db").json, did(line).json
    (ongoing,) = [kpi["value"] for kpi in one["kpis"] if kpi["code"] == "ongoing"]
    (together,) = [kpi for kpi in both["kpis"] if kpi["code"] == "ongoing"]
    assert (1, 2) == (ongoing, together["value"])
    assert ["ipsu.db", "other/other.db"] == list(together["breakdown"]["office"])


def test_the_extra_says_what_to_install(office: Path, did: Callable[..., program.Result], ipsu: Program,
                                        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    did("encrypt")
    monkeypatch.delitem(sys.modules, "ipsu_cli.store.cipher")
    monkeypatch.delattr("ipsu_cli.store.cipher")
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    result = ipsu("status", IPSU_KEY_FILE="office.key")
    assert (4, True) == (result.code, 'pip install "ipsu-cli[encrypt]"' in result.err), result.err


@pytest.mark.parametrize("blocks", [20, 200, 600])
def test_without_room_the_file_stays_as_it_is(office: Path, blocks: int) -> None:
    before = office.read_bytes()
    line = f"ulimit -f {blocks}; exec '{sys.executable}' -m ipsu_cli encrypt --key-file office.key --json"
    environment = {**os.environ, "PYTHONPATH": str(program.ROOT), "IPSU_TODAY": TODAY}
    done = subprocess.run(["sh", "-c", line], cwd=office.parent, env=environment, capture_output=True, timeout=120)
    assert (5, "disk.failed") == (done.returncode, json.loads(done.stderr)["error"]["code"])
    assert before == office.read_bytes()
    assert {"ipsu.db", "office.key"} == {path.name for path in office.parent.iterdir()}


def test_a_disk_that_fails_at_the_commit_is_named_under_encryption_too(office: Path) -> None:
    """Whoever has to know whether a change is still open asks a connection that is closed."""
    from ipsu_cli.store import cipher

    conn = cipher.connect(":memory:", None, 1)
    assert not conn.in_transaction
    conn.close()
    with pytest.raises(sqlite3.ProgrammingError):
        assert conn.in_transaction


def test_a_copy_by_another_key_takes_the_place_of_no_office_that_may_be_in_use(ipsu: Program, office: Path) -> None:
    assert 0 == ipsu("encrypt --new-key-file office.key", today=TODAY).code
    assert 0 == ipsu("backup copy.db --key-file office.key", today=TODAY).code
    encrypted.key_file(office.parent, b"a newer key", "newer.key")
    assert 0 == ipsu("encrypt --key-file office.key --new-key-file newer.key", today=TODAY).code
    before = office.read_bytes()
    refused = ipsu("restore copy.db --yes --key-file office.key --lang en", today=TODAY)
    assert (4, before) == (refused.code, office.read_bytes())
    assert "The key does not open" in refused.err


def test_a_fault_that_was_raised_from_itself_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    fault = ValueError(NAME)
    fault.__cause__ = fault
    show._show_where(fault)
    assert "ValueError\n" == capsys.readouterr().err
