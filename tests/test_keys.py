"""What `--key` takes for the same line: days as they are read that day, and the bytes of every file and of stdin."""

import datetime as dt
import io
import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.commands._meaning import meant
from ipsu_cli.core.clock import reading_on
from ipsu_cli.core.fact import Fact
from ipsu_cli.core.kinds import RECORDS
from ipsu_cli.read.input_file import InputFile
from ipsu_cli.read.kinds import import_kind
from tests.conftest import Program
from tests.test_texts import COMMANDS

# A word that is relative, and the same as it is typed without being so, on the first of the days.
FIRST, LATER = dt.date(2026, 5, 6), dt.date(2027, 5, 7)
RELATIVE = {
    "today": "2026-05-06", "idag": "2026-05-06", "i dag": "2026-05-06",
    "yesterday": "2026-05-05", "igår": "2026-05-05", "i-går": "2026-05-05",
    "this-month": "2026-05", "denna-månad": "2026-05", "last-month": "2026-04", "förra-månaden": "2026-04",
    "W18": "2026-W18", "v18": "2026-W18", "v52": "2025-W52", "W17..W18": "2026-W17..2026-W18",
    "v17..v18=20": "2026-W17..2026-W18=20",
}  # fmt: skip
WRITTEN = {"--excel", "--errors", "--ics", "--dir"}  # a file or a folder that a command makes
SECRET = {"--new-key-file", "--age-key"}  # no digest of what is in it is kept anywhere
PARAMS = [
    (path, param)
    for path, command in COMMANDS.items()
    if not getattr(command, "commands", None)
    for param in command.params
]


def parser_of(param: Any) -> Any:
    """What reads the words of an option or an argument, None for what is plain text."""
    return getattr(param.type, "func", None)


def read_by(param: Any, word: str) -> bool:
    """Is the word one that the parameter reads as a day, a week or a month that is said without its year?"""
    kind = getattr(parser_of(param), "kind", None)
    if kind is None or not kind.relative(word):
        return False
    try:
        kind.read(word, FIRST)
    except Exception:
        return False
    return True


def meaning(path: str, param: Any, word: str, today: dt.date = FIRST) -> str:
    """What a line means that has the one word, for the option or the argument."""
    words = [f"{param.opts[-1]}={word}"] if param.param_type_name == "option" else ["--", word]
    command = COMMANDS[path]
    alone = [param, *(other for other in command.params if other.param_type_name == "option" and other is not param)]
    command = type(command)(path, params=alone, callback=None)
    with reading_on(today):
        return meant(command.make_context(path, words, resilient_parsing=True))


DAYS = [(path, param) for path, param in PARAMS if any(read_by(param, word) for word in RELATIVE)]


@pytest.mark.parametrize(("path", "param"), DAYS, ids=[f"{path} {param.name}" for path, param in DAYS])
def test_a_day_is_meant_as_it_is_read_that_day(path: str, param: Any) -> None:
    for word, plain in RELATIVE.items():
        if read_by(param, word):
            assert meaning(path, param, word) == meaning(path, param, plain) == meaning(path, param, plain, LATER), word
            assert meaning(path, param, word) != meaning(path, param, word, LATER), word


def test_every_option_for_a_day_is_among_them() -> None:
    named = {path for path, param in PARAMS if param.metavar in ("DATE", "MONTH", "WEEK", "WEEKS=HOURS")}
    assert named == {path for path, _ in DAYS}
    assert {"plan set", "deliver", "invoice build", "document submit", "case close", "price set"} <= named


FILES = [(path, param) for path, param in PARAMS if parser_of(param) is InputFile]


def test_every_file_that_is_read_is_read_as_one() -> None:
    def names_a_file(path: str, param: Any) -> bool:
        made = (
            param.opts[-1] in WRITTEN | SECRET
            or path.split()[0] == "export"
            or path.split()[-1] in ("export", "excel", "letter", "backup", "template", "timesheet")
        )
        return any(word in (param.metavar or "") for word in ("FILE", "PATH")) and not made

    assert [] == [
        f"{path} {param.name}" for path, param in PARAMS if names_a_file(path, param) and (path, param) not in FILES
    ]
    assert {"import", "invoice bank", "invoice receive", "invoice reconcile", "document write", "restore"} == {
        path for path, _ in FILES
    }


@pytest.mark.parametrize(("path", "param"), FILES, ids=[path for path, _ in FILES])
def test_a_file_is_meant_as_the_bytes_in_it(
    path: str, param: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"\x00\xff")
    other.write_bytes(b"\x00\xff")
    first = meaning(path, param, str(one))
    assert first == meaning(path, param, str(other))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\x00\xff")))
    assert first == meaning(path, param, "-")
    one.write_bytes(b"\x00\xfe")
    assert first != meaning(path, param, str(one))


# ---------------------------------------------------------------------------------------------------------
# Whole commands

TODAY = "2026-04-01"
WEEK = "case;week;hours\nB1;2026-W11;{}\n"


@pytest.fixture
def ready(ipsu: Program, db: Path) -> Path:
    """An office with a case and its plan."""
    for words in (
        "agreement add A1 --service ipsu --area Norr --from 2026-01-01",
        "price set A1 ipsu-b 450 --unit hour --from 2026-01-01",
        "case add B1 --service ipsu-b --personnummer 19900101-9802 --name Prov --training Svets --training-from "
        "2026-01-12 --training-to 2026-12-31 --from 2026-03-02 --to 2026-05-29",
        "plan set B1 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02",
    ):
        assert 0 == ipsu(words, today=TODAY).code, words
    return db.parent


def refused(ipsu: Program, words: str | list[str], today: str = TODAY, stdin: str | None = None) -> bool:
    result = ipsu(words, today=today, stdin=stdin)
    return (1, "", "key.other-arguments") == (result.code, result.out, code_of(result.err))


def code_of(err: str) -> str:
    code: str = json.loads(err)["error"]["code"]
    return code


@pytest.mark.parametrize("word", ["last-month", "this-month"])
def test_a_month_later_the_same_line_is_another(ipsu: Program, ready: Path, word: str) -> None:
    line = f"invoice build --month {word} --key k --json"
    first = ipsu(line, today=TODAY)
    assert {**first.json, "repeated": True} == ipsu(line, today="2026-04-30").json
    assert refused(ipsu, line, today="2026-05-01")


@pytest.mark.parametrize("word", ["today", "idag", "yesterday", "igår"])
def test_a_day_later_the_same_line_is_another(ipsu: Program, ready: Path, word: str) -> None:
    line = f"deliver B1 1 --on {word} --key k --json"
    first = ipsu(line, today=TODAY)
    assert {**first.json, "repeated": True} == ipsu(line, today=TODAY).json
    assert refused(ipsu, line, today="2026-04-02")


def test_what_means_the_same_is_the_same_however_it_is_written(ipsu: Program, ready: Path) -> None:
    first = ipsu("deliver B1 7,5 --on yesterday --key k --json", today=TODAY)
    again = ipsu("deliver --on=2026-03-31 --key=k --lang sv B1 7.50 --json", today="2026-04-30")
    assert {**first.json, "repeated": True} == again.json


def test_a_new_file_under_the_old_name_is_another(ipsu: Program, ready: Path) -> None:
    file = ready / "in.csv"
    file.write_text(WEEK.format(7))
    line = "import deliveries in.csv --key k --json"
    first = ipsu(line, today=TODAY)
    assert 0 == first.code, first.err
    file.rename(ready / "moved.csv")
    assert {**first.json, "repeated": True} == ipsu(line.replace("in.csv", "moved.csv"), today=TODAY).json
    file.write_text(WEEK.format(8))
    assert refused(ipsu, line)


def test_what_is_sent_in_is_told_by_its_bytes(ipsu: Program, ready: Path) -> None:
    line = "import deliveries - --key k --json"
    first = ipsu(line, today=TODAY, stdin=WEEK.format(7))
    assert 1 == first.json["import"]["added"]
    assert {**first.json, "repeated": True} == ipsu(line, today=TODAY, stdin=WEEK.format(7)).json
    assert refused(ipsu, line, stdin=WEEK.format(8))


def test_a_number_that_is_sent_in_is_told_by_what_it_is(ipsu: Program, ready: Path) -> None:
    line = "case edit B1 --personnummer - --key k --json"
    assert 0 == ipsu(line, today=TODAY, stdin="19850505-2384\n").code
    assert ipsu(line, today=TODAY, stdin="850505-2384\n").json["repeated"]
    assert refused(ipsu, line, stdin="19750315-2386\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_read_once(ipsu: Program, ready: Path) -> None:
    os.mkfifo(ready / "pipe")
    writer = threading.Thread(target=(ready / "pipe").write_text, args=(WEEK.format(7),))
    writer.start()
    result = ipsu("import deliveries pipe --key k --json", today=TODAY)
    writer.join()
    assert 1 == result.json["import"]["added"]


def test_a_file_that_is_gone_is_told(ipsu: Program, ready: Path) -> None:
    for line in ("import deliveries none.csv", "invoice bank none.xml", "invoice receive none.xml"):
        for key in ("", " --key k"):
            result = ipsu(f"{line}{key} --json", today=TODAY)
            assert (3, "file.unreadable") == (result.code, code_of(result.err))


def test_a_value_that_is_cleared_means_the_same_in_every_process() -> None:
    (coach,) = (param for path, param in PARAMS if (path, param.name) == ("case edit", "coach"))
    assert meaning("case edit", coach, "").endswith("[('coach', '')])")


def test_a_text_that_is_written_in_an_editor_is_part_of_the_line(
    ipsu: Program, ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "document write B1 sr --key k --json"
    written = [b"Ett\n", b"Ett annat\n"]
    monkeypatch.setattr("ipsu_cli.write.editor.edited", lambda opening, kind, path: written.pop(0))
    assert 0 == ipsu(line, today=TODAY).code
    again = ipsu(line, today=TODAY)
    assert (5, "key.other-arguments") == (again.code, json.loads(again.err)["error"]["details"]["reason"])


# ---------------------------------------------------------------------------------------------------------
# In a file

COLUMNS = [
    (kind, fact, word)
    for kind in RECORDS
    for fact in import_kind(kind).facts.values()
    for word in RELATIVE
    if fact.kind.relative(word)
]


@pytest.mark.parametrize(("kind", "fact", "word"), COLUMNS, ids=[f"{k} {f.name} {w}" for k, f, w in COLUMNS])
def test_no_column_of_any_file_takes_a_relative_word(kind: str, fact: Fact, word: str, ipsu: Program, db: Path) -> None:
    columns = [*import_kind(kind).required, *([] if fact.required else [fact.name])]
    row = [word if column == fact.name else "" for column in columns]
    (db.parent / "in.csv").write_text(";".join(columns) + "\n" + ";".join(row) + "\n", encoding="utf-8")
    result = ipsu(f"import {kind} in.csv --json", today=TODAY)
    assert 3 == result.code
    errors = json.loads(result.err)["error"]["details"]["errors"]
    assert ("value.relative", word) in [
        (error["code"], error["value"]) for error in errors if error["column"] == fact.name
    ]


def test_the_same_file_on_another_day_enters_nothing_else(ipsu: Program, ready: Path) -> None:
    (ready / "in.csv").write_text("case,on,hours\nB1,today,7.5\nB1,2026-03-10,1\n")
    for today in (TODAY, "2026-04-02"):
        assert 3 == ipsu("import deliveries in.csv", today=today).code
    assert [] == ipsu("delivery list --json", today=TODAY).json["deliveries"]
