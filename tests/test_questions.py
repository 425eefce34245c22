"""What a command has read it passes on: the register is not asked the same question, with the same values, twice.

On the sample office, with every statement traced as SQLite is given it, its values filled in.
"""

import shutil
import sqlite3
from itertools import groupby
from pathlib import Path

import pytest

from ipsu_cli.store.connection import connect
from tests import program
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


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample office; copied, never written to."""
    folder = tmp_path_factory.mktemp("sample")
    made = program.run(f"demo --dir {folder / 'office'} --json", folder=folder)
    assert (0, "") == (made.code, made.err)
    return folder / "office" / "ipsu.db"


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


@pytest.mark.parametrize(("before", "words", "today"), DELIVER)
def test_deliver_asks_each_question_once(
    ipsu: Program, sample: Path, tmp_path: Path, statements: list[str], before: tuple[str, ...], words: str, today: str
) -> None:
    shutil.copy2(sample, tmp_path / "ipsu.db")
    for earlier in before:
        run(ipsu, earlier, today)
    statements.clear()
    run(ipsu, words, today)
    assert any(map(is_question, statements))
    assert [] == twice(statements)
