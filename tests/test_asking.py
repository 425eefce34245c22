"""What a command asks for where it is typed alone in a terminal, and the one line that it says does the same."""

import fcntl
import os
import select
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from ipsu_cli.reports.references import asked_of
from ipsu_cli.rules import services
from tests import program
from tests.conftest import Program
from tests.program import ROOT, TODAY
from tests.test_texts import COMMANDS

# Pieces of what is shown, and half seconds of silence, before a test gives up.
MOST_TURNS = 500
NUMBER = "19900101-9802"
TRAINING = (
    "--from 2026-03-02 --to 2026-12-31 --training vard --training-type preparatory_training "
    "--training-from 2026-03-02 --training-to 2026-12-31"
)


@pytest.fixture
def office(ipsu: Program, db: Path) -> Path:
    for words in (
        "agreement add A1 --service ipsu --area Norr --from 2025-12-01",
        f"case add B1 --service ipsu-b --personnummer 19880314-9809 --name Li {TRAINING}",
        f"case add B2 --service ipsu-b --personnummer 19941224-9808 --name Bo {TRAINING}",
        "plan set B1 2026-W10..2026-W12=20 --submitted 2026-03-02 --confirmed 2026-03-02",
        "plan set B2 2026-W10..2026-W12=10 --submitted 2026-03-02 --confirmed 2026-03-02",
    ):
        done = ipsu(words)
        assert 0 == done.code, done.err
    return db


def in_a_terminal(words: str, typed: list[str], folder: Path, lang: str = "en") -> tuple[int, str]:
    """`ipsu WORDS` in a terminal where lines are typed as they are asked for: the exit code and the screen."""
    ours, terminal = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "IPSU_TODAY": TODAY, "IPSU_LANG": lang, "TERM": "dumb"}
    process = subprocess.Popen(
        [sys.executable, "-m", "ipsu_cli", *words.split()], cwd=folder, env=environment, stdin=terminal,
        stdout=terminal, stderr=terminal, start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )  # fmt: skip
    os.close(terminal)
    shown, waiting = "", list(typed)
    for _ in range(MOST_TURNS):
        if not select.select([ours], [], [], 0.5)[0]:
            continue
        try:
            shown += os.read(ours, 65536).decode()
        except OSError:
            break
        if waiting and shown.endswith((": ", ") ")):
            os.write(ours, waiting.pop(0).encode() + b"\n")
    code = process.wait(10)
    os.close(ours)
    return code, shown.replace("\r\n", "\n")


def line_of(shown: str) -> str:
    """The one line that does the same."""
    (line,) = [line for line in shown.splitlines() if line.startswith("The same in one line: ")]
    return line.removeprefix("The same in one line: ipsu ")


def test_a_case_is_asked_for_and_the_line_does_the_same(ipsu: Program, office: Path) -> None:
    answers = ["B3", "ipsu-b", NUMBER, "Kim Ek", "woman", "2026-03-09", "2026-12-31", "Svetsare",
               "labour_market_training", "2026-03-02", "2026-12-31", "", "", "Nadia"]  # fmt: skip
    code, shown = in_a_terminal("case add", answers, office.parent)
    assert 0 == code, shown
    first = ipsu("case show B3 --json --reveal").json
    line = line_of(shown)
    assert NUMBER not in shown
    assert "--personnummer -" in line
    assert (0, 1) == (ipsu("undo").code, ipsu("case show B3").code)
    again = ipsu(line, stdin=NUMBER + "\n")
    assert 0 == again.code, again.err
    assert first == ipsu("case show B3 --json --reveal").json


@pytest.mark.parametrize("service", services.codes())
def test_what_a_case_is_asked_for_are_options_of_its_command(service: str) -> None:
    options = {name for param in COMMANDS["case add"].params for name in param.opts}
    assert {f"--{name}" for name in asked_of(service)} <= options


def test_what_cannot_be_read_is_asked_for_again(office: Path) -> None:
    code, shown = in_a_terminal("deliver", ["", "B1", "many", "7,5", "2026-13-01", ""], office.parent)
    assert 0 == code, shown
    assert "deliver B1 7,5 --on 2026-03-09" == line_of(shown)


def test_a_week_is_asked_for_case_by_case(ipsu: Program, office: Path) -> None:
    code, shown = in_a_terminal("deliver --week 2026-W10", ["7,5", ""], office.parent)
    assert 0 == code, shown
    assert "deliver --week 2026-W10 B1=7,5" == line_of(shown)
    assert [("B1", 7.5)] == [(row["case"], row["hours"]) for row in ipsu("delivery list --json").json["deliveries"]]


# A coach's week of ten cases, as few keys as it takes.
MOST_KEYS = 120
PERSONS = (
    "19900101-9802", "19850505-2384", "19850505-2392", "19750315-2394", "19750315-2386", "19850602-9837",
    "19881123-9840", "19700101-9806",
)  # fmt: skip


def test_a_week_of_ten_cases_is_entered_with_few_keys(ipsu: Program, office: Path) -> None:
    for number, person in enumerate(PERSONS, start=3):
        assert 0 == ipsu(f"case add B{number} --service ipsu-b --personnummer {person} --name Ek {TRAINING}").code
        assert 0 == ipsu(f"plan set B{number} 2026-W10..2026-W12=10 --submitted 2026-03-02 --confirmed 2026-03-02").code
    command, hours = "deliver --week v10", ["7,5"] * (2 + len(PERSONS))
    code, shown = in_a_terminal(command, hours, office.parent, lang="sv")
    assert 0 == code, shown
    keys = sum(len(line) + len("\n") for line in (f"ipsu {command}", *hours))
    one_line = f"ipsu deliver --week v10 {' '.join(f'B{number}=7,5' for number in range(1, 11))}\n"
    assert max(keys, len(one_line)) < MOST_KEYS
    assert {7.5} == {row["hours"] for row in ipsu("delivery list --json").json["deliveries"]}


def test_a_week_with_no_answer_changes_nothing(office: Path) -> None:
    before = program.dump(office)
    code, _ = in_a_terminal("deliver --week 2026-W10", ["", ""], office.parent)
    assert (130, before) == (code, program.dump(office))


def test_the_questions_speak_the_language_of_the_person(office: Path) -> None:
    _, shown = in_a_terminal("deliver", ["B1", "1", ""], office.parent, lang="sv")
    assert "Detsamma på en rad: ipsu deliver B1 1 --on 2026-03-09" in shown


@pytest.mark.parametrize("words", ["case add", "deliver", "deliver --week 2026-W10"])
def test_nobody_is_asked_in_a_pipe(ipsu: Program, office: Path, words: str) -> None:
    assert 2 == ipsu(words).code


@pytest.mark.parametrize(("answer", "code"), [("ja", 0), ("j", 0), ("yes", 0), ("nej", 130), ("n", 130), ("", 130)])
def test_yes_and_no_are_taken_in_both_languages(ipsu: Program, office: Path, answer: str, code: int) -> None:
    assert 0 == ipsu("backup copy.db").code
    assert code == in_a_terminal("restore copy.db", [answer], office.parent)[0]
