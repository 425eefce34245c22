"""Nothing is written next to what something else has written: what a change rests on is looked at first."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ipsu_cli.core import office_key
from ipsu_cli.core.problem import BadDatabase
from ipsu_cli.flows import deliver
from ipsu_cli.store import schema, verified
from ipsu_cli.store.connection import connect
from ipsu_cli.store.invariants import second_look
from tests import encrypted
from tests.conftest import Program
from tests.damage import write_behind

DELIVER = "deliver B1 2 --on 2026-03-04"

CASE = "--service ipsu-b --name 'Kim Prov' --from 2026-03-02 --to 2026-03-22"


@pytest.fixture
def office(db: Path, ipsu: Program) -> Path:
    """Two cases with plans; B1 has a delivery."""
    for words in (
        "agreement add A1 --service ipsu --area Norr --from 2026-01-01",
        f"case add B1 --personnummer 19900101-9802 {CASE}",
        f"case add B2 --personnummer 19850505-2384 {CASE}",
        "plan set B1 2026-W10=10",
        "plan set B2 2026-W10=10",
        "document submit B1 gp",
        "deliver B1 1 --on 2026-03-03",
        "contact add B1 officer --on 2026-03-03 --note samtal",
        "setting set silent-days 5",
        "case edit B1 --coach Nadia",
    ):
        answer = ipsu(words)
        assert 0 == answer.code, answer.err
    return db


BEHIND = {
    "the case": "UPDATE cases SET site = 'Gävle' WHERE ref = 'B1'",
    "the person": "UPDATE people SET name = 'Kim Ek' WHERE id = (SELECT person_id FROM cases WHERE ref = 'B1')",
    "a week": "UPDATE plan_weeks SET hours = 3000 WHERE document_id = (SELECT min(document_id) FROM plan_weeks)",
    "a delivery": "UPDATE deliveries SET quantity = 25",
    "a delivery that is neither free nor billed": "DELETE FROM free",
    "a document": "UPDATE documents SET status = 'draft', submitted = NULL WHERE case_id = 1",
    "the agreement": "UPDATE agreements SET vat = 0",
    "the office": "UPDATE office SET name = 'Ett annat AB'",
    "a setting": "UPDATE settings SET value = '9' WHERE name = 'silent-days'",
    "a contact": "UPDATE contacts SET note = 'annat' WHERE case_id = 1",
    "the newest line of the log": "UPDATE changes SET who = 'bo' WHERE id = (SELECT max(id) FROM changes)",
    "a row that no change entered": (
        "INSERT INTO deliveries (case_id, from_day, to_day, unit, quantity, entered_by, entered_on)"
        " SELECT case_id, from_day, to_day, unit, 25, entered_by, entered_on FROM deliveries"
    ),
}


@pytest.mark.parametrize("what", BEHIND)
def test_a_case_that_was_written_to_behind_the_log_takes_no_change(
    what: str, office: Path, ipsu: Program, dump: Callable[[Path], str]
) -> None:
    write_behind(office, BEHIND[what])
    before = dump(office)
    answer = ipsu(f"{DELIVER} --json")
    assert (4, "") == (answer.code, answer.out)
    assert '"database.damaged"' in answer.err
    assert "ipsu check" in answer.err
    assert before == dump(office)


def test_another_case_takes_one(office: Path, ipsu: Program) -> None:
    write_behind(office, BEHIND["the case"])
    assert 0 == ipsu("deliver B2 2 --on 2026-03-04").code


def test_what_a_change_takes_away_is_looked_at_as_it_was(office: Path, ipsu: Program) -> None:
    write_behind(office, "UPDATE agreements SET area = 'Syd'")
    assert 4 == ipsu("agreement edit A1 --area Väst --reason fel").code


@pytest.mark.parametrize("verb", ["DROP TRIGGER deliveries_begin_free", "CREATE INDEX more ON cases(site)"])
def test_a_schema_that_is_not_ours_takes_no_change(verb: str, office: Path, ipsu: Program) -> None:
    with closing(sqlite3.connect(office)) as conn:
        conn.execute(verb)
    assert 4 == ipsu(DELIVER).code
    assert 0 == ipsu("case list").code


def test_a_sound_file_takes_all(office: Path, ipsu: Program) -> None:
    assert 0 == ipsu(DELIVER).code
    with closing(connect(office)) as conn:
        newest = conn.execute("SELECT max(id) FROM changes").fetchone()[0]
        assert verified.is_sound(conn, newest + 1, [1, 2])
        assert schema.is_ours(conn)


# What is behind an error


def fails(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(deliver, "deliver", broken)


@pytest.mark.parametrize(("damaged", "code"), [(False, 70), (True, 4)])
def test_an_error_that_nobody_foresaw_is_damage_where_there_is_some(
    damaged: bool, code: int, office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    if damaged:
        write_behind(office, BEHIND["the case"])
    fails(ValueError("no day"), monkeypatch)
    assert code == ipsu(DELIVER).code


@pytest.mark.parametrize(("damaged", "code"), [(False, "disk.read-badly"), (True, "database.damaged")])
def test_a_file_is_called_damaged_after_a_second_look(
    damaged: bool, code: str, office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    if damaged:
        write_behind(office, BEHIND["the case"])
    fails(BadDatabase("database.damaged", path="ipsu.db"), monkeypatch)
    answer = ipsu(f"{DELIVER} --json")
    assert (5 if code == "disk.read-badly" else 4) == answer.code
    assert f'"{code}"' in answer.err


def test_a_file_that_the_disk_does_not_give_is_not_called_damaged(
    office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_behind(office, BEHIND["the case"])
    monkeypatch.setattr(second_look, "why_unread", lambda path: "Input/output error")
    fails(BadDatabase("database.damaged", path="ipsu.db"), monkeypatch)
    answer = ipsu(f"{DELIVER} --json")
    assert (5, True) == (answer.code, '"disk.unread"' in answer.err)


@encrypted.needs_cipher
def test_without_its_key_nothing_is_said_of_a_file(office: Path, ipsu: Program) -> None:
    """An error that nobody foresaw is a fault of the program then; and nobody is asked for the key to learn more."""
    encrypted.key_file(office.parent)
    assert 0 == ipsu("encrypt --key-file office.key").code
    error = ValueError("no day")
    for key in (None, b"another"):
        with office_key.used(key):
            assert error is second_look.cause(error, office, blamed=False)
    with office_key.used(encrypted.KEY):
        assert error is second_look.cause(error, office, blamed=False)


def test_whether_the_disk_gives_a_file_is_asked_of_the_disk(office: Path, tmp_path: Path) -> None:
    assert second_look.why_unread(office) is None
    assert second_look.why_unread(tmp_path)  # a folder is opened, and cannot be read
