"""What a command has read it passes on: the register is not asked the same question, with the same values, twice.

On the sample office, with every statement traced as SQLite is given it, its values filled in.
"""

import shutil
import sqlite3
from itertools import groupby
from pathlib import Path
from typing import Protocol

import pytest

from ipsu_cli.store.connection import connect
from tests.conftest import Program

TODAY = "2026-11-02"
REPORT = (
    "document submit R-201 pr --period 2026-11 --hours matchning=12 --hours coachning=0 --hours jobbsökarverkstad=0"
)

# What is done before, the command, and its today. `deliver` is typed forty times a day.
DELIVER = [
    pytest.param((), "deliver B-118 2 --on 2026-11-02", TODAY, id="hours-on-a-day"),
    pytest.param((), "deliver B-118 2 --week 2026-W45", TODAY, id="hours-of-a-week"),
    pytest.param(("document confirm A-135 sr",), "deliver A-135", TODAY, id="a-mapping"),
    pytest.param((REPORT,), "deliver R-201 --month 2026-11", "2026-12-02", id="a-month"),
    pytest.param((REPORT,), "deliver R-201 --month 2026-11 --unit month", "2026-12-02", id="a-month-by-the-month"),
    pytest.param((REPORT,), "deliver --month 2026-11 --ready", "2026-12-02", id="the-months-that-are-ready"),
]


PLAN = "plan set B-133 2026-W50..2026-W51=20"
SUBMIT, CONFIRM = "document submit B-133 gp", "document confirm B-133 gp"
PERIOD = "--from 2026-11-02 --to 2026-12-31 --training vard --training-from 2026-11-02 --training-to 2026-12-31"
# The commands of every day; what a command has changed it may read back.
EVERY_DAY = [
    ((), "status", TODAY),
    ((), "todo", TODAY),
    ((), "case show B-118", TODAY),
    ((), "case show A-135", TODAY),
    (("document confirm A-135 sr",), "case show A-135", TODAY),
    ((), "case show R-201", "2026-12-02"),
    ((), "case list", TODAY),
    ((), "case decide B-118 --to 2026-12-11 --on 2026-11-02", TODAY),
    ((), "plan show B-118", TODAY),
    ((), "plan history B-121", TODAY),
    ((), PLAN, TODAY),
    ((), f"{PLAN} --submitted 2026-11-02 --confirmed 2026-11-02", TODAY),
    ((), "document list B-118", TODAY),
    ((PLAN,), SUBMIT, TODAY),
    ((PLAN, SUBMIT), CONFIRM, TODAY),
    ((PLAN, SUBMIT), "document return B-133 gp --reason Prov", TODAY),
    ((PLAN, SUBMIT, CONFIRM), "document unconfirm B-133 gp --reason Prov", TODAY),
    ((), REPORT, "2026-12-02"),
    ((), "delivery list B-118", TODAY),
    ((), "delivery correct 13 1 --reason Prov", TODAY),
    ((), "delivery cancel 13 --reason Prov", TODAY),
    ((REPORT, "deliver R-201 --month 2026-11"), "invoice build --month 2026-11", "2026-12-02"),
    ((), "invoice list", TODAY),
]
# Typed seldom, and held to the same.
SELDOM = [
    (
        (),
        f"case add B-999 --service ipsu-b --agreement IPSU-NM --personnummer 19880314-9809 --name Prov {PERIOD}",
        TODAY,
    ),
    ((), "case edit B-118 --coach Prov", TODAY),
    ((), "case close B-118 --on 2026-11-02 --reason work --training-result passed", TODAY),
    ((), "document show B-118 gp", TODAY),
    ((), "invoice show 2026-0050", TODAY),
    ((), "invoice approve 2026-0051", TODAY),
    ((), "invoice paid 2026-0050 --on 2026-11-02", TODAY),
]


@pytest.fixture
def sample(demo_folder: Path) -> Path:
    """The file of the sample office; copied, never written to."""
    return demo_folder / "ipsu.db"


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that SQLite is given from now on, in order."""
    given: list[str] = []

    def traced(path: Path) -> sqlite3.Connection:
        conn = connect(path)
        conn.set_trace_callback(lambda statement: given.append(" ".join(statement.split())))
        return conn

    monkeypatch.setattr("ipsu_cli.store.connect", traced)
    return given


def run(ipsu: Program, words: str, today: str) -> None:
    done = ipsu(words, today=today)
    assert 0 == done.code, done.err


def is_question(statement: str) -> bool:
    return statement.startswith(("SELECT", "WITH"))


def twice(statements: list[str]) -> list[str]:
    """The questions that are asked more than once."""
    questions = sorted(filter(is_question, statements))
    return [question for question, same in groupby(questions) if len(list(same)) > 1]


def twice_before_a_change(statements: list[str]) -> list[str]:
    """The questions that are asked more than once while nothing is written in between."""
    spans = groupby(statements, lambda statement: statement.startswith(("INSERT", "UPDATE", "DELETE")))
    return [question for writes, span in spans if not writes for question in twice(list(span))]


class Asking(Protocol):
    """What SQLite is given while the words are run, on a copy of the sample office where `before` has been done."""

    def __call__(self, before: tuple[str, ...], words: str, today: str) -> list[str]: ...


@pytest.fixture
def asking(ipsu: Program, sample: Path, tmp_path: Path, statements: list[str]) -> Asking:
    def run_traced(before: tuple[str, ...], words: str, today: str) -> list[str]:
        shutil.copy2(sample, tmp_path / "ipsu.db")
        for earlier in before:
            run(ipsu, earlier, today)
        statements.clear()
        run(ipsu, words, today)
        assert any(map(is_question, statements))
        return statements

    return run_traced


@pytest.mark.parametrize(("before", "words", "today"), DELIVER)
def test_deliver_asks_each_question_once(asking: Asking, before: tuple[str, ...], words: str, today: str) -> None:
    assert [] == twice(asking(before, words, today))


def test_the_other_commands_of_every_day_ask_again_only_what_they_have_changed(asking: Asking) -> None:
    for before, words, today in EVERY_DAY:
        assert [] == twice_before_a_change(asking(before, words, today)), words


def test_so_do_those_that_are_typed_seldom(asking: Asking) -> None:
    for before, words, today in SELDOM:
        assert [] == twice_before_a_change(asking(before, words, today)), words
