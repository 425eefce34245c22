"""A line that cannot be read is told by the option, what is wanted with an example, and the command's own help."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from ipsu_cli.help_page import EVERYWHERE
from ipsu_cli.usage import EXAMPLES, typed_as
from tests.conftest import Program
from tests.program import Result
from tests.test_texts import COMMANDS


def is_number(param: Any) -> bool:
    return type(param.type).__name__ == "IntRange"


def params(wanted: str) -> Iterator[tuple[str, Any]]:
    """An option of each way in which something is typed: `value` takes one, `flag` none, `number` a whole number."""
    seen = set()
    for path, command in COMMANDS.items():
        for param in command.params:
            if param.param_type_name == "option":
                kind = "flag" if param.is_flag else "number" if wanted == "number" and is_number(param) else "value"
                if kind == wanted and (param.metavar, param.type.name) not in seen:
                    seen.add((param.metavar, param.type.name))
                    yield path, param


def told(answer: Result, path: str, option: str, code: str) -> str:
    """What is said of the option; the command's own help stands after it."""
    assert 2 == answer.code
    sentence, _, helping = answer.err.rstrip().partition(f" [{code}] ")
    assert helping.endswith(f": ipsu {path} --help")
    assert sentence.startswith(f"ipsu: {option} ")
    return sentence


@pytest.mark.parametrize(("path", "param"), list(params("value")))
def test_an_option_without_its_value_is_told_with_an_example(ipsu: Program, path: str, param: Any) -> None:
    option = param.opts[-1]
    assert typed_as(param.metavar, option) in told(ipsu([*path.split(), option]), path, option, "option.value")


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(("path", "param"), list(params("number")))
def test_a_word_where_a_number_is_wanted_is_told_so(ipsu: Program, path: str, param: Any, lang: str) -> None:
    option = param.opts[-1]
    sentence = told(ipsu([*path.split(), option, "x"], IPSU_LANG=lang), path, option, "option.value-bad")
    assert {"sv": "heltal", "en": "whole number"}[lang] in sentence
    assert str(param.type.min) in sentence
    assert typed_as(param.metavar, option) in sentence


@pytest.mark.parametrize(("path", "param"), list(params("flag")))
def test_a_flag_with_a_value_is_told_that_it_takes_none(ipsu: Program, path: str, param: Any) -> None:
    option = param.opts[-1]
    told(ipsu([*path.split(), f"{option}=x"]), path, option, "option.flag")


# Arguments are missed before options.
DEMANDING = {
    path: sorted(demanded, key=lambda param: param.param_type_name)[0]
    for path, command in COMMANDS.items()
    if (demanded := [param for param in command.params if param.required])
}


@pytest.mark.parametrize("path", DEMANDING)
def test_what_is_left_out_is_told_with_an_example(ipsu: Program, path: str) -> None:
    param = DEMANDING[path]
    named = param.opts[-1] if param.param_type_name == "option" else param.name.upper()
    sentence = told(ipsu(path), path, named, "option.missing")
    assert f"(for example {typed_as(param.metavar, named if named.startswith('-') else '')})" in sentence


@pytest.mark.parametrize("option", [option for option, metavar in EVERYWHERE.items() if metavar])
def test_an_option_that_stands_everywhere_is_told_with_an_example(ipsu: Program, option: str) -> None:
    answer = ipsu(f"status {option}")
    assert 2 == answer.code
    assert f" {typed_as(EVERYWHERE[option], option)}. [option.value]" in answer.err


def test_every_value_has_an_example_and_every_example_a_value() -> None:
    metavars = {param.metavar for command in COMMANDS.values() for param in command.params if not is_a_flag(param)}
    metavars |= {metavar for metavar in EVERYWHERE.values() if metavar}
    assert set() == {metavar for metavar in metavars - EXAMPLES.keys() if not ("|" in metavar or metavar.islower())}
    assert set() == EXAMPLES.keys() - metavars


def is_a_flag(param: Any) -> bool:
    return bool(getattr(param, "is_flag", False))


def read_values() -> list[tuple[str, str]]:
    """A line that ends in a word which its option cannot be read from, for each way in which something is typed."""
    return [(path, param.opts[-1]) for path, param in params("value") if getattr(param.type, "func", None)]


def test_a_value_that_cannot_be_read_is_told_with_its_option_and_the_help(ipsu: Program) -> None:
    found = {}
    for path, option in read_values():
        answer = ipsu([*path.split(), option, "=?"])
        if "[value." in answer.err:
            found[option] = answer.err
            assert answer.err.startswith("ipsu: ")
            assert option.lstrip("-") in answer.err.partition("[value.")[0], answer.err
            assert answer.err.rstrip().endswith(f": ipsu {path} --help"), answer.err
    assert "--month" in found
    assert 5 < len(found)


@pytest.mark.parametrize(("words", "told"), [
    ("report kpi --month foo", "--month: ”foo” är ingen månad"), ("deliver B1 abc --on today", "HOURS: ”abc” är inget"),
])  # fmt: skip
def test_what_the_value_is_of_stands_in_front(ipsu: Program, words: str, told: str) -> None:
    assert told in ipsu(words, IPSU_LANG="sv").err
    assert told.partition("”")[0] in json.loads(ipsu(f"{words} --json").err)["error"]["message"]
