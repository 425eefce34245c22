"""An option is typed once, unless it may be repeated: of every command, of the program itself, and of a NAME=VALUE."""

import json
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.app import FLAGS, WITH_VALUE
from tests.conftest import Program
from tests.test_texts import COMMANDS

FIRST, LAST = "ett-värde", "ett-annat"
OPTIONS = [
    (path, param) for path, command in COMMANDS.items() for param in command.params if param.param_type_name == "option"
]
ONCE = [(path, param) for path, param in OPTIONS if not param.multiple]


def refusal(ipsu: Program, words: list[str]) -> dict[str, Any]:
    """The error of a line that cannot be read."""
    result = ipsu([*words, "--json"] if "--json" not in words else words)
    assert (2, "") == (result.code, result.out)
    error: dict[str, Any] = json.loads(result.err)["error"]
    return error


def ids(options: list[tuple[str, Any]]) -> list[str]:
    return [f"{path} {param.opts[-1]}" for path, param in options]


@pytest.mark.parametrize(("path", "param"), ONCE, ids=ids(ONCE))
def test_no_option_of_any_command_is_typed_twice(path: str, param: Any, ipsu: Program) -> None:
    name = param.opts[-1]
    values = [] if param.is_flag else [FIRST, LAST]
    words = [name, name] if param.is_flag else [f"{name}={FIRST}", name, LAST]
    error = refusal(ipsu, [*path.split(), *words])
    assert name == error["details"]["option"]
    if error["code"] == "option.twice-personal":
        assert FIRST not in str(error) and LAST not in str(error)
    else:
        assert ("option.twice", values or [name, name]) == (error["code"], error["details"]["values"])
        assert all(value in error["message"] for value in values)


def test_what_is_personal_is_not_told() -> None:
    hidden = {param.opts[-1] for _, param in ONCE if getattr(getattr(param.type, "func", None), "personal", False)}
    assert {"--personnummer", "--coach", "--officer"} <= hidden


FLAG_PAIRS = [(path, param) for path, param in ONCE if param.is_flag and param.secondary_opts]


@pytest.mark.parametrize(("path", "param"), FLAG_PAIRS, ids=ids(FLAG_PAIRS))
def test_a_flag_is_not_set_and_taken_back(path: str, param: Any, ipsu: Program) -> None:
    words = [param.opts[-1], param.secondary_opts[-1]]
    assert words == refusal(ipsu, [*path.split(), *words])["details"]["values"]


@pytest.mark.parametrize("name", WITH_VALUE)
def test_an_option_that_stands_everywhere_is_typed_once(name: str, ipsu: Program) -> None:
    error = refusal(ipsu, [name, "a", "case", "list", f"{name}=b"])
    assert ("option.twice", {"option": name, "values": ["a", "b"]}) == (error["code"], error["details"])


@pytest.mark.parametrize("name", FLAGS)
def test_a_flag_that_stands_everywhere_is_typed_once(name: str, ipsu: Program) -> None:
    assert "option.twice" == refusal(ipsu, [name, "case", "list", name])["code"]


def test_after_two_dashes_nothing_is_an_option(ipsu: Program, db: Path) -> None:
    result = ipsu("case show --json -- --json")
    assert 1 == result.code


def test_an_option_that_may_be_repeated_is(ipsu: Program, db: Path) -> None:
    result = ipsu("agreement add A1 --service ipsu --area Norr --from 2026-01-01 --site Lund --site Malmö --json")
    assert ["Lund", "Malmö"] == result.json["agreement"]["sites"]


ACTIVITIES = ["matchning=6", "Matchning=0"]


def test_a_name_with_two_values_is_refused_with_both(ipsu: Program) -> None:
    words = ["document", "submit", "K1", "pr", "--period", "2026-02"]
    error = refusal(ipsu, [*words, "--hours", ACTIVITIES[0], "--hours", ACTIVITIES[1]])
    assert ("document.activity-twice", ACTIVITIES) == (error["code"], error["details"]["activities"])


PLACED = (
    "agreement add R1 --service rusta-matcha --area Norr --from 2026-01-01",
    "case add K1 --service rusta-matcha --personnummer 19941224-9808 --name Cleo --from 2026-02-02 --to 2026-07-31 "
    "--system ka-webb --level B",
)


def test_a_name_with_two_values_in_a_file_is_refused_with_both(ipsu: Program, db: Path) -> None:
    for words in PLACED:
        assert 0 == ipsu(words).code
    rows = f"case;type;submitted;mandatory\nK1;gp;2026-02-05;{'|'.join(ACTIVITIES)}\n"
    (db.parent / "in.csv").write_text(rows, encoding="utf-8")
    result = ipsu("import documents in.csv --json")
    (error,) = json.loads(result.err)["error"]["details"]["errors"]
    assert (3, 2, "mandatory") == (result.code, error["row"], error["column"])
    assert all(activity in error["message"] for activity in ACTIVITIES)
