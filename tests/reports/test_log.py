"""Who has seen a number, when, and of which case."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests import encrypted
from tests.conftest import Program

TODAY = "2026-04-01"
SUS = "export sus s.csv --from 2026-01-01 --to 2026-03-31"
NUMBERED = "19900101-9802"
MADE = (
    "agreement add U1 --service ips --area Syd --from 2026-01-01",
    "agreement add D1 --service sed --area Syd --from 2026-01-01",
    "case add P1 --service ips --agreement U1 --personnummer 19850505-2384 --name Bo --from 2026-03-02 --protected "
    "--sus-consent 2026-03-01",
    f"case add B1 --service ips --agreement U1 --personnummer {NUMBERED} --name Kim --from 2026-03-02 "
    "--sus-consent 2026-03-01",
    "case add C1 --service ips --agreement U1 --personnummer 19850602-9837 --name Li --from 2026-03-03",
    "case add B2 --service sed --agreement D1 --personnummer 19900101-9802 --name Kim --queued 2026-03-20",
    f"contact add C1 officer --on 2026-03-10 --note 'Ring {NUMBERED}'",
    "contact add B1 officer --on 2026-03-10 --note 'Ring i morgon'",
    "case show B1",
    "case list",
)
# What is typed, and of whom it shows a number: never of a protected person in a list or a file, and of those alone who
# are in it. In a text that somebody tells a number is shown in a file that is read back alone.
REVEALING = [
    ("case show P1 --reveal", ["P1"]),
    ("case list --reveal", ["B1", "B2", "C1"]),
    ("case list --reveal --limit 1", ["B1"]),
    ("case list --reveal --service sed", ["B2"]),
    ("case list --reveal --limit 1 --sort -case", [None]),
    (f"{SUS} --reveal", ["B1"]),
    ("export cases c.csv --reveal", ["B1", "B2", "C1"]),
    ("export contacts k.csv --reveal", ["C1"]),
    ("export all a.json --reveal", ["B1", "B2", "C1"]),
    ("export reviews r.csv --reveal", [None]),
    ("participant export B1 --reveal", ["B1", "B2"]),
    ("participant export P1 --reveal", ["P1"]),
]


@pytest.fixture
def log(ipsu: Program, db: Path) -> Any:
    """The log asked with some words, as the command, the case and who."""
    for words in MADE:
        assert 0 == ipsu(words, today=TODAY).code, words

    def asked(words: str) -> list[tuple[str, str | None, str]]:
        return [(line["command"], line["case"], line["who"]) for line in ipsu(f"log {words} --json").json["log"]]

    return asked


@pytest.mark.parametrize(("words", "whose"), REVEALING)
def test_the_log_tells_whose_number_was_seen(ipsu: Program, log: Any, words: str, whose: list[str | None]) -> None:
    assert [] == log("--revealed")
    assert 0 == ipsu(f"{words} --who Eva", today=TODAY).code
    told = log("--revealed")
    assert [(case, "Eva") for case in whose] == [(case, who) for _, case, who in told]
    command = told[0][0]
    for case in ("P1", "B1", "B2", "C1"):
        assert [(command, case, "Eva")] * (case in whose) == log(f"{case} --revealed")
        assert (case in whose) == (command in [told for told, *_ in log(case)]), case
    assert 0 == ipsu("check").code


def test_without_being_asked_for_no_number_is_seen(ipsu: Program, log: Any) -> None:
    for words, _ in REVEALING:
        if "P1" not in words:
            assert 0 == ipsu(words.replace(" --reveal", ""), today=TODAY).code
    assert [] == log("--revealed")


def test_what_was_about_to_be_shown_is_noted_first(ipsu: Program, log: Any) -> None:
    assert 9 == ipsu("export cases nowhere/c.csv --reveal", today=TODAY).code
    assert ["B1", "B2", "C1"] == [case for _, case, _ in log("--revealed")]


def test_a_line_stays_of_the_case_that_it_was_about(ipsu: Program, log: Any) -> None:
    """Also when that is taken back and another gets its place in the file."""
    add = "case add {} --service ips --agreement U1 --personnummer {} --name Bo --queued 2026-03-02"
    assert 0 == ipsu(add.format("X1", "19941224-9808"), today=TODAY).code
    added = f"undo {ipsu('log --json').json['log'][-1]['id']}"
    for words in ("case show X1 --reveal --who Eva", "case list --reveal --who Lo", added):
        assert 0 == ipsu(words, today=TODAY).code, words
    assert 0 == ipsu(add.format("X2", "19750315-2394"), today=TODAY).code
    assert ("case show --reveal", "X1", "Eva") in log("--revealed")
    assert ("case list --reveal", "X1", "Lo") in log("--revealed")
    assert [] == log("X2 --revealed")
    assert ["case add"] == [command for command, *_ in log("X2")]
    assert [("case add", "X1"), (added, "X1"), ("case add", "X2")] == [
        (command, case) for command, case, _ in log("") if command in ("case add", added)
    ][-3:]
    asked = ipsu("query 'SELECT case_ref FROM log WHERE command = \"case show --reveal\"' --json").json["query"]
    assert [[None]] == asked["rows"]


def test_what_was_revealed_is_neither_removed_nor_added_unseen(ipsu: Program, log: Any, db: Path) -> None:
    assert 0 == ipsu("case list --reveal", today=TODAY).code
    for statement, code in (
        ("DELETE FROM revealed WHERE case_id = 2", "seal.row-lost"),
        ("INSERT INTO revealed VALUES (1, 12, '2026-04-01')", "seal.missing"),
        ("UPDATE revealed SET case_id = 1 WHERE case_id = 2", "seal.row-lost"),
    ):
        other = Path(shutil.copy2(db, db.with_name("other.db")))
        with closing(encrypted.connect(other)) as conn, conn:
            if "INSERT" not in statement:
                with pytest.raises(sqlite3.Error, match="what was revealed"):
                    conn.execute(statement)
            kept = conn.execute("SELECT name, sql FROM sqlite_schema WHERE name LIKE 'revealed_%'").fetchall()
            for name, _ in kept:
                conn.execute(f"DROP TRIGGER {name}")
            assert 1 == conn.execute(statement).rowcount
            for _, sql in kept:
                conn.execute(sql)
        found = ipsu(f"check --db {other.name} --json").json["findings"]
        assert code in [row["code"] for row in found], statement
