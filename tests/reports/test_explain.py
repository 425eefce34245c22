"""What `ipsu explain` says of a rule, as scripts read it."""

from pathlib import Path

from tests.program import run


def test_the_youngest_and_the_oldest_that_a_rule_judges_by_are_a_list(tmp_path: Path) -> None:
    rule = run("explain case.age --json", folder=tmp_path).json["rule"]
    ages = {value["name"]: (value["from"], value["value"]) for value in rule["values"]}
    assert ("2025-01-01", [18, 60]) == ages["sed-ages"]


def test_a_refusal_that_no_rule_gives_has_neither_number_nor_source(tmp_path: Path) -> None:
    rule = run("explain case.exists --json", folder=tmp_path).json["rule"]
    assert ["code", "rule", "level", "demand", "why", "commands"] == list(rule)
    assert ("case.exists", None, "stop", None, []) == tuple(rule[key] for key in rule if key != "demand")
