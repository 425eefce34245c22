"""Aids on loan: who has what, and what should have come back."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program
from tests.typed import did_after

TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
OFFICE = (
    "agreement add IPSU-1 --service ipsu --area Väst --from 2025-01-01",
    "case add A1 --service ipsu-a --personnummer 19900101-9802 --name 'Test Person' --from 2026-02-02 --to 2026-02-13 "
    "--training Svetsare",
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name 'Test Person' --after A1 --coach Kim "
    f"--from 2026-03-02 --to 2026-03-22 {TRAINING}",
    "case add P1 --service ipsu-b --personnummer 19850505-2384 --name 'Hemlig Person' --protected "
    f"--from 2026-03-02 --to 2026-03-22 {TRAINING}",
)


did = did_after(*OFFICE, on="2026-03-22")


def refused(ipsu: Program, words: str, today: str = "2026-03-22") -> tuple[int, str]:
    result = ipsu(f"{words} --json", today=today)
    assert "" == result.out
    return result.code, json.loads(result.err)["error"]["code"]


def test_an_aid_is_lent_and_comes_back(did: Any) -> None:
    lent = did("aid lend B1 Daisy_player --name 'Plextalk 3' --on 2026-03-09 --origin A")["aid"]
    assert {
        "id": 1, "case": "B1", "kind": "daisy-player", "name": "Plextalk 3", "origin": "a", "lent": "2026-03-09",
        "returned": None, "due": "2026-06-05",
    } == lent  # fmt: skip
    back = did("aid return 1 --on 2026-06-05", today="2026-06-05")
    assert ({**lent, "returned": "2026-06-05"}, []) == (back["aid"], back["warnings"])
    assert [] == did("aid list --open", today="2026-06-05")["aids"]
    assert [back["aid"]] == did("aid list B1")["aids"]


@pytest.mark.parametrize(("case", "origin"), [("A1", "a"), ("B1", "b")])
def test_an_aid_comes_from_the_part_that_its_case_is_in(did: Any, case: str, origin: str) -> None:
    assert origin == did(f"aid lend {case} laptop --on 2026-03-09")["aid"]["origin"]


def test_an_aid_of_a_mapping_is_due_when_the_training_of_the_support_ends(did: Any) -> None:
    answer = did("aid lend A1 headphones --on 2026-02-09")
    assert ("2026-06-05", []) == (answer["aid"]["due"], answer["warnings"])


def test_aids_are_listed_by_the_day_they_were_lent(did: Any) -> None:
    for kind, day in (("laptop", "12"), ("headphones", "09"), ("dictaphone", "10")):
        did(f"aid lend B1 {kind} --on 2026-03-{day}")
    did("aid lend P1 reading-pen --on 2026-03-11")
    assert [2, 3, 4, 1] == [aid["id"] for aid in did("aid list")["aids"]]
    assert [2, 3, 1] == [aid["id"] for aid in did("aid list B1 --open")["aids"]]


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        ("aid lend B1 piano --on 2026-03-09", 2, "value.code"),
        ("aid lend B1 laptop --on 2026-03-09 --origin c", 2, "value.code"),
        ("aid lend B1 laptop", 2, "option.missing"),
        ("aid lend X9 laptop --on 2026-03-09", 1, "case.unknown"),
        ("aid lend B1 laptop --on 2026-03-23", 1, "aid.future"),
        ("aid lend A1 laptop --on 2026-03-09 --origin b", 1, "aid.origin"),
        ("aid return 1 --on 2026-03-08", 1, "aid.before-lent"),
        ("aid return 1 --on 2026-03-23", 1, "aid.future"),
        ("aid return 2 --on 2026-03-09", 1, "aid.unknown"),
        ("aid return x --on 2026-03-09", 2, "option.value-bad"),
        ("aid list X9", 1, "case.unknown"),
    ],
)
def test_a_loan_that_cannot_be_is_refused_and_nothing_changes(
    ipsu: Program, did: Any, db: Path, words: str, code: int, error: str
) -> None:
    did("aid lend B1 laptop --on 2026-03-09")
    before = program.dump(db)
    assert (code, error) == refused(ipsu, words)
    assert before == program.dump(db)


def test_an_aid_comes_back_once(ipsu: Program, did: Any) -> None:
    did("aid lend B1 laptop --on 2026-03-09")
    did("aid return 1 --on 2026-03-10")
    assert (1, "aid.returned") == refused(ipsu, "aid return 1 --on 2026-03-11")


def test_an_aid_outlives_the_closing_of_its_case(did: Any) -> None:
    did("aid lend B1 laptop --on 2026-03-09")
    did("case close B1 --on 2026-03-22 --reason completed")
    assert [None] == [aid["returned"] for aid in did("aid list --open", today="2026-04-30")["aids"]]
    assert ["aid.overdue"] == [warning["code"] for warning in did("aid list --open", today="2026-06-06")["warnings"]]


def test_of_a_protected_person_the_name_of_an_aid_is_not_shown(ipsu: Program, did: Any, db: Path) -> None:
    words = "aid lend P1 other --name 'Kims kommunikationsapp' --on 2026-03-09"
    assert (None, []) == (did(words)["aid"]["name"], did("aid list P1")["warnings"])
    for asked in ("aid list", "aid list P1 --names --json", "case show P1 --json", words):
        result = ipsu(asked, today="2026-03-22")
        assert "Kims" not in result.out + result.err
    assert "Kims kommunikationsapp" == sqlite3.connect(db).execute("SELECT name FROM aids").fetchone()[0]


def test_a_loan_keeps_its_past_and_stands_in_the_log(did: Any, db: Path) -> None:
    did("aid lend B1 laptop --on 2026-03-09")
    did("aid return 1 --on 2026-03-10")
    conn = sqlite3.connect(db)
    assert [("2026-03-10",), (None,)] == conn.execute("SELECT returned FROM aids_ever").fetchall()
    log = conn.execute("SELECT command, c.ref FROM changes JOIN cases c ON c.id = case_id ORDER BY changes.id DESC")
    assert [("aid return", "B1"), ("aid lend", "B1")] == log.fetchmany(2)


def test_a_key_lends_once(did: Any) -> None:
    first = did("aid lend B1 laptop --on 2026-03-09 --key k")
    assert {**first, "repeated": True} == did("aid lend B1 laptop --on 2026-03-09 --key k")
    assert 1 == len(did("aid list")["aids"])


@pytest.mark.parametrize(("lang", "word"), [("sv", "Daisy-spelare"), ("en", "Daisy player")])
def test_an_aid_is_called_by_its_name(ipsu: Program, did: Any, lang: str, word: str) -> None:
    assert word in ipsu("aid lend B1 daisy-player --on 2026-03-09", IPSU_LANG=lang, today="2026-03-22").out
    assert word in ipsu("aid list", IPSU_LANG=lang).out


def test_a_row_that_is_refused_names_nothing_that_is_not_there(ipsu: Program, did: Any, db: Path) -> None:
    did("aid list")
    (db.parent / "in.csv").write_text("case;kind;on;returned\nB1;laptop;2026-03-09;2026-03-08\n")
    result = ipsu("import aids in.csv --json --lang en", today="2026-03-22")
    (error,) = json.loads(result.err)["error"]["details"]["errors"]
    assert (2, "returned", "2026-03-08") == (error["row"], error["column"], error["value"])
    assert "An aid in B1 was lent on 2026-03-09 and cannot have come back as early as 2026-03-08." == error["message"]
