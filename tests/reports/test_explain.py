"""What `ipsu explain` says of a rule, as scripts read it."""

import json
import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.locale import LANGUAGES, known, rendered
from ipsu_cli.reports.explain import explain
from ipsu_cli.reports.explain_word import all_words
from ipsu_cli.rules.kpis import KPIS
from ipsu_cli.rules.readings import KEPT_BY
from ipsu_cli.rules.sources import OFFICE
from ipsu_cli.rules.statements import statements
from ipsu_cli.validation import all_rules, listed_rules
from tests.conftest import Program
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
    assert ("case.exists", None, "message", None, []) == tuple(rule[key] for key in rule if key != "demand")


def explained(code: str, lang: str = "en") -> Any:
    result = run(["explain", code, "--json", "--lang", lang], folder=Path.cwd())
    assert 0 == result.code, (code, result.err)
    return result.json


def texts_of(code: str, lang: str) -> Iterator[str]:
    """All that is said of a code."""
    found: Any = rendered(explain(code, lang).payload, lang)
    for rule in found["rules"] if "rules" in found else [found["rule"]]:
        yield from (str(text) for text in (rule["demand"], rule["why"], *rule["commands"]))


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


def test_a_statement_has_its_place_and_says_how_it_is_kept_where_no_rule_does() -> None:
    ruled = {rule.number for rule in all_rules() if rule.source.title != OFFICE.title}
    for number, statement in statements().items():
        assert known(f"statement.{number}", "sv") == (statement.source is not None), number
        assert number in ruled or statement.source, number
        assert bool(statement.words) != number.startswith("E"), number
        if statement.source:
            assert statement.source.section or number.startswith("E"), number


def is_typed(command: str) -> bool:
    """Is it a command with arguments and options that it has? What a person fills in stands in capitals."""
    words = shlex.split(command.removeprefix("ipsu "))
    path = next((" ".join(words[:n]) for n in (3, 2, 1) if " ".join(words[:n]) in COMMANDS), None)
    if path is None or not command.startswith("ipsu "):
        return False
    params = COMMANDS[path].params
    options = {option for param in params for option in (*param.opts, *param.secondary_opts)}
    rest = words[len(path.split()) :]
    plain = next((n for n, word in enumerate(rest) if word.startswith("--")), len(rest))
    room = sum(99 if param.nargs == -1 else 1 for param in params if param.param_type_name == "argument")
    if re.search(r"…|[a-z]/[a-z]", command):
        return False
    return plain <= room and {word for word in rest if word.startswith("--")} <= options


def commands_of(payload: Any) -> list[str]:
    shown = [payload.rule] if hasattr(payload, "rule") else payload.rules
    return [command for one in shown for command in one.commands]


def test_what_explain_prints_can_be_typed() -> None:
    named = [*statements(), *(rule.code for rule in all_rules()), *(kpi.code for kpi in KPIS), *all_words()]
    typed = {command for code in named for command in commands_of(explain(code, "en").payload)}
    assert len(typed) > 150
    assert [] == sorted(command for command in typed if not is_typed(command))


@pytest.mark.parametrize("command", [
    "ipsu case eddit CASE", "ipsu case edit CASE --nothing", "case edit CASE", "ipsu document template CASE TYPE MORE",
    "ipsu case close CASE --reason work/studies", "ipsu case add CASE …",
])  # fmt: skip
def test_what_cannot_be_typed_is_found(command: str) -> None:
    assert not is_typed(command)


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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_has_braces(lang: str) -> None:
    refusals = import_module("ipsu_cli.locale.sv.problem").TEXT
    for code in (*statements(), *(rule.code for rule in all_rules()), *refusals, *all_words()):
        assert not {"{", "}"} & set("".join(texts_of(code, lang))), code


def test_a_statement_that_is_no_rule_says_what_keeps_it() -> None:
    rule = explained("a20", "sv")["rule"]
    assert ("A20", "list", ["ipsu plan show CASE", "ipsu case show CASE"]) == (
        rule["code"], rule["level"], rule["commands"],
    )  # fmt: skip
    assert "två olika rader" in rule["words"]
    assert "Kan leverantören rapportera vilka timmar som helst för IPSU B?" == rule["section"]


def test_what_is_nothing_to_keep_is_information_with_why() -> None:
    rule = explained("A9")["rule"]
    assert ("information", [], None) == (rule["level"], rule["commands"], rule["why"])
    assert rule["demand"].endswith("nothing to keep.")


def test_a_rule_has_the_words_of_its_source() -> None:
    assert "inte dyker upp" in explained("A15")["rules"][1]["words"]


@pytest.mark.parametrize("asked", ["in_work", "in-work", "IN_WORK"])
def test_a_key_figure_says_what_it_is_made_of(asked: str) -> None:
    rule = explained(asked)["rule"]
    assert ("in_work", None, "kpi", "percent") == tuple(rule[key] for key in ("code", "rule", "level", "unit"))
    assert "employment that has not ended" in rule["demand"]


def test_a_reading_is_called_by_a_name() -> None:
    assert "one-at-a-time" == explained("case.one-open")["rule"]["rule"]
    assert [] == [rule.number for rule in all_rules() if rule.number.startswith("reading")]


@pytest.mark.parametrize(("asked", "first"), [
    ("reading 29", "case.age"), ("Läsning 31", "case.one-open"), ("reading  8", "A10"),
    ("N4", "decision.gp-not-intensified"), ("n12", "first_contact_median"), ("reading 46", "late-minutes"),
])  # fmt: skip
def test_the_office_looks_its_readings_up_by_their_numbers_too(asked: str, first: str) -> None:
    found = explained(asked)
    assert first == (found["rule"] if "rule" in found else found["rules"][0])["code"]


def test_each_reading_and_note_leads_to_what_keeps_it() -> None:
    assert [*(f"reading {n}" for n in range(1, 47)), *(f"n{n}" for n in range(1, 16))] == [*KEPT_BY]
    assert [*KEPT_BY] == list(codes_that_answer(*KEPT_BY))


def test_a_number_whose_rules_are_the_offices_own_shows_the_source_first() -> None:
    statement, *rules = explained("A26")["rules"]
    assert ("A26", "utbetalning sker först efter varje månadsskifte") == (statement["code"], statement["words"])
    assert [("delivery.two-months", None)] == [(rule["code"], rule["words"]) for rule in rules]


def test_every_value_that_a_fact_may_have_answers() -> None:
    values = import_module("ipsu_cli.locale.sv.code").TEXT
    assert len(values) > 100
    assert [*values] == list(codes_that_answer(*values))
    assert "visas som ”" in explained("referred-on", "sv")["rule"]["demand"]


@pytest.mark.parametrize(("kind", "codes"), [
    ("week", ["todo.week"]), ("absence", ["todo.absence.day", "todo.absence.month"]),
    ("period-2", ["todo.period-2.decision", "todo.period-2.plan"]), ("first_contact", ["todo.first-contact"]),
])  # fmt: skip
def test_a_kind_of_what_is_to_be_done_answers_with_its_reminders(kind: str, codes: list[str]) -> None:
    found = explained(kind)
    assert codes == sorted(rule["code"] for rule in found.get("rules", [found.get("rule")]))


def test_every_setting_type_service_and_step_answers() -> None:
    assert [*all_words()] == list(codes_that_answer(*all_words()))
    assert {*DEFAULTS} == {*import_module("ipsu_cli.locale.sv.setting").TEXT}


@pytest.mark.parametrize(("asked", "level", "command"), [
    ("late-minutes", "setting", "ipsu setting set late-minutes VALUE"), ("LATE_MINUTES", "setting", None),
    ("soa", "document", "ipsu document submit CASE soa --result work"),
    ("gp", "document", "ipsu plan set CASE WEEKS=HOURS"),
    ("ips", "service", "ipsu agreement add AGREEMENT --service ips --area AREA --from DATE"),
    ("held", "information", "ipsu report money --step held"), ("money.held", "information", None),
    ("self-invoice.gap", "message", None), ("case.exists", "message", None), ("delivery.over_plan", "stop", None),
])  # fmt: skip
def test_a_word_says_what_it_is(asked: str, level: str, command: str | None) -> None:
    rule = explained(asked)["rule"]
    assert level == rule["level"]
    assert command is None or command in rule["commands"]


def test_a_number_that_is_a_type_too_shows_both() -> None:
    assert ["iup.stale", "r2"] == [rule["code"] for rule in explained("R2")["rules"]]


@pytest.mark.parametrize(("asked", "near"), [
    ("delivery.over-plna", "delivery.over-plan"), ("A99", "A9"), ("days_to_entri", "days_to_entry"),
    ("late-minuts", "late-minutes"),
])  # fmt: skip
def test_what_nobody_knows_is_answered_with_the_nearest(asked: str, near: str) -> None:
    result = run(["explain", asked, "--json"], folder=Path.cwd())
    error = json.loads(result.err)["error"]
    assert (1, "rule.unknown", f"ipsu explain {near}") == (
        result.code,
        error["code"],
        error["hint"].removeprefix("Next: "),
    )
    assert near == error["details"]["near"][0]


def test_what_is_filled_in_for_a_blank_is_explained_as_it_is_typed(ipsu: Program) -> None:
    assert "ipsu document submit CASE TYPE --period MONTH --hours NAME=HOURS" in ipsu("explain pr.activity-blank").out
