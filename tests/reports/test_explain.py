"""What `ipsu explain` says of a rule, as scripts read it."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.locale import LANGUAGES, known, rendered
from ipsu_cli.reports.explain import explain
from ipsu_cli.rules.kpis import KPIS
from ipsu_cli.rules.statements import statements
from ipsu_cli.validation import all_rules, listed_rules
from tests.program import run
from tests.test_texts import COMMANDS

PROGRAM = Path(__file__).resolve().parents[2] / "ipsu_cli"


def test_the_youngest_and_the_oldest_that_a_rule_judges_by_are_a_list(tmp_path: Path) -> None:
    rule = run("explain case.age --json", folder=tmp_path).json["rule"]
    ages = {value["name"]: (value["from"], value["value"]) for value in rule["values"]}
    assert ("2025-01-01", [18, 60]) == ages["sed-ages"]


def test_a_refusal_that_no_rule_gives_has_neither_number_nor_source(tmp_path: Path) -> None:
    rule = run("explain case.exists --json", folder=tmp_path).json["rule"]
    assert ["code", "rule", "level", "demand", "why", "commands"] == list(rule)
    assert ("case.exists", None, "stop", None, []) == tuple(rule[key] for key in rule if key != "demand")


def explained(code: str, lang: str = "en") -> Any:
    result = run(["explain", code, "--json", "--lang", lang], folder=Path.cwd())
    assert 0 == result.code, (code, result.err)
    return result.json


def codes_that_answer(*codes: str) -> Iterator[str]:
    """Those of the codes that `explain` knows, in both languages."""
    for code in codes:
        for lang in LANGUAGES:
            rendered(explain(code, lang).payload, lang)
        yield code


@pytest.mark.parametrize("letter, last", [("A", 34), ("J", 27), ("R", 35), ("U", 24), ("G", 20), ("E", 31)])
def test_every_statement_of_the_sources_is_a_rule_or_kept_or_information(letter: str, last: int) -> None:
    numbers = [f"{letter}{n}" for n in range(1, last + 1)]
    assert numbers == [number for number in statements() if number.startswith(letter)]
    assert numbers == list(codes_that_answer(*numbers))


def test_a_statement_has_its_place_where_no_rule_has_it() -> None:
    ruled = {rule.number for rule in all_rules()}
    for number, statement in statements().items():
        assert (number in ruled) != (known(f"statement.{number}", "sv") and statement.source is not None), number
        assert bool(statement.words) != number.startswith("E"), number
        if statement.source:
            assert statement.source.section or number.startswith("E"), number


def test_what_keeps_a_statement_can_be_typed() -> None:
    typed = {command for statement in statements().values() for command in statement.commands}
    assert set() == {command for command in typed if command.removeprefix("ipsu ") not in COMMANDS}


def test_every_rule_key_figure_and_refusal_answers() -> None:
    rules = [rule for rules in listed_rules().values() for rule in rules]
    named = [*(rule.code for rule in rules), *(rule.number for rule in rules), *(kpi.code for kpi in KPIS)]
    refusals = import_module("ipsu_cli.locale.sv.problem").TEXT
    assert {*named, *refusals} == set(codes_that_answer(*dict.fromkeys(named), *refusals))


def test_every_code_and_number_in_the_program_answers() -> None:
    """The code and the number of each warning, problem and refusal that the source names."""
    source = "".join(path.read_text(encoding="utf-8") for path in PROGRAM.rglob("*.py"))
    named = re.findall(r'(?:warning|Refused|Unreadable|Problem)\(\s*"([a-z0-9.-]+)"', source)
    numbers = re.findall(r'rule="([^"]+)"', source)
    assert len(named) > 100 < len(numbers) + 100
    assert {*named, *numbers} == set(codes_that_answer(*dict.fromkeys((*named, *numbers))))


def test_every_step_of_a_case_and_of_money_answers() -> None:
    texts = import_module("ipsu_cli.locale.sv.message").TEXT
    steps = [name for name in texts if name.startswith("next.")]
    steps += [name.replace("money-", "money.", 1) for name in texts if name.startswith("money-")]
    assert len(steps) > 20
    assert steps == list(codes_that_answer(*steps))
    assert "information" == explained("money.unbuilt")["rule"]["level"]


def test_no_command_has_braces() -> None:
    for rule in all_rules():
        for command in explain(rule.code, "en").payload.rule.commands:  # type: ignore[union-attr]
            assert "{" not in command, rule.code


def test_a_statement_that_is_no_rule_says_what_keeps_it() -> None:
    rule = explained("a20", "sv")["rule"]
    assert ("A20", "list", ["ipsu plan show", "ipsu case show"]) == (rule["code"], rule["level"], rule["commands"])
    assert "två olika rader" in rule["words"]
    assert "Kan leverantören rapportera vilka timmar som helst för IPSU B?" == rule["section"]


def test_what_is_nothing_to_keep_is_information_with_why() -> None:
    rule = explained("A9")["rule"]
    assert ("information", [], None) == (rule["level"], rule["commands"], rule["why"])
    assert rule["demand"].endswith("nothing to keep.")


def test_a_rule_has_the_words_of_its_source() -> None:
    assert "inte dyker upp" in explained("A15")["rule"]["words"]


@pytest.mark.parametrize("asked", ["in_work", "in-work", "IN_WORK"])
def test_a_key_figure_says_what_it_is_made_of(asked: str) -> None:
    rule = explained(asked)["rule"]
    assert ("in_work", None, "kpi", "percent") == tuple(rule[key] for key in ("code", "rule", "level", "unit"))
    assert "employment that has not ended" in rule["demand"]


def test_a_reading_is_called_by_a_name() -> None:
    assert "one-at-a-time" == explained("case.one-open")["rule"]["rule"]
    assert [] == [rule.number for rule in all_rules() if rule.number.startswith("reading")]
