"""The rules, by the cases of the TOML files next to this one; `rule_cases` says how they are written."""

import datetime as dt
import string
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import pytest

from ipsu_cli import rules
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.locale import LANGUAGES, say
from ipsu_cli.rules import acts, model, services, systems
from ipsu_cli.rules.facts.invoice import RejectFacts
from ipsu_cli.rules.model import AnyRule, Rule, Violation
from ipsu_cli.rules.sources import OFFICE
from ipsu_cli.validation import SHARED, Finding, all_rules, listed_rules
from tests.rules.rule_cases import ACTS, Row, RuleCase, read_cases

# What a case that is not ready for its invoice is reported with, in addition to the rule's own figures.
READY = {
    "case": "C1",
    "agreement": "IPSU-1",
    "service": "ipsu-b",
    "unit": "hour",
    "from_day": dt.date(2026, 3, 2),
    "invoice": "2026-0001",
    "month": "2026-03",
    "level": "",
    "planned_hours": Hours(40_00),
    "delivered_hours": Hours(40_00),
    "attempted_hours": Hours(22_00),
    "excess_hours": Hours(22_00),
}

CASES = list(read_cases())
IN_ORDER = [pytest.param(case, id=case.id) for case in CASES]
BROKEN = [pytest.param(finding, id=f"{finding.code}: {case.id}") for case in CASES for finding in case.judged()]
# Every rule with the list that it stands in: two services may share a code, `all_rules` has it once.
LISTED = [(place, rule) for place, rules in listed_rules().items() for rule in rules]
JUDGED_AT_BUILD = {rule.code for _, rule in LISTED if rule.act is acts.INVOICE}


def plain(figure: object) -> object:
    """A figure as a file writes it: a number of any kind as text."""
    return str(figure) if isinstance(figure, Hundredths) else figure


@pytest.mark.parametrize("case", IN_ORDER)
def test_the_rules_find_what_is_wrong_and_nothing_else(case: RuleCase) -> None:
    row, found = case.row, case.judged()
    assert row["found"] == [finding.code for finding in found]
    first = next(iter(found), None)
    for name, value in row.get("figures", {}).items():
        assert first and plain(first.figures[name]) == value
    assert "command" not in row or (first and first.command == row["command"])
    assert "number" not in row or {row["number"]} == {finding.rule for finding in found}


def test_every_case_has_its_own_name() -> None:
    named = Counter((case.row["name"], case.service, case.system) for case in CASES)
    twice = [name for name, count in named.items() if count > 1]
    assert [] == twice


def test_every_rule_has_a_case_that_breaks_it_and_one_on_its_edge() -> None:
    codes = {rule.code for rule in all_rules()}
    assert set() == codes - {code for case in CASES for code in case.row["found"]}
    assert codes == {case.row["edge_of"] for case in CASES if "edge_of" in case.row}


def test_every_rule_that_a_service_or_a_system_lists_has_a_case_there() -> None:
    """So a line that is taken out of a list, or a whole bundle, leaves a case of that service unanswered."""
    found = {(place, code) for case in CASES for place in (case.service, case.system) for code in case.row["found"]}
    own = [(place, rule.code) for place, rule in LISTED if place in {*services.codes(), *systems.codes()}]
    assert [] == [pair for pair in own if pair not in found]


def test_a_rule_allows_what_stands_on_its_edge() -> None:
    judged = {(rule.code, rule.act.name) for _, rule in LISTED}
    on_edge = [case.row for case in CASES if "edge_of" in case.row]
    assert [] == [
        row["name"] for row in on_edge if row["edge_of"] in row["found"] or (row["edge_of"], row["act"]) not in judged
    ]
    assert judged == {(row["edge_of"], row["act"]) for row in on_edge}


# ---------------------------------------------------------------------------------------------------------
# The rules themselves


def test_a_code_stands_once_in_a_list_for_each_act_that_it_judges() -> None:
    stands = Counter((place, rule.code, rule.act.name) for place, rule in LISTED)
    assert [] == [key for key, count in stands.items() if count > 1]
    # Three are held more than once: the hours of a plan, as they are delivered and invoiced; its weeks, and those that
    # an extension has added, as they are set, filed and confirmed.
    several = Counter((place, rule.code) for place, rule in LISTED)
    assert ["delivery.over-plan", "plan.added-week-missing", "plan.outside-period"] == sorted(
        code for (_, code), n in several.items() if n > 1
    )


def test_a_code_has_one_meaning_wherever_it_stands() -> None:
    """Its number may be another in another service: the sources state the same demand in two places."""
    meanings: dict[str, set[tuple[str, bool]]] = {}
    for _, rule in LISTED:
        meanings.setdefault(rule.code, set()).add((rule.level, rule.missing))
    assert [] == [code for code, texts in meanings.items() if len(texts) > 1]


def modules_of_rules() -> Iterator[ModuleType]:
    yield from (import_module(found.name) for found in walk_packages(rules.__path__, f"{rules.__name__}."))


def unlisted(modules: Iterable[ModuleType]) -> list[str]:
    """The rules that stand in a module and in no list, so that they judge nothing."""
    judges = {rule.judge for _, rule in LISTED}
    written = [(module, name, rule) for module in modules for name, rule in vars(module).items()]
    return [
        f"{module.__name__}.{name}"
        for module, name, rule in written
        if isinstance(rule, Rule) and rule.judge not in judges
    ]


def test_no_rule_is_written_and_listed_by_nobody() -> None:
    assert [] == unlisted(modules_of_rules())


def test_a_rule_that_nobody_lists_is_found() -> None:
    forgotten = ModuleType("forgotten")

    @model.rule(acts.REJECT, "forgotten.rule", "A30", OFFICE)
    def nobody_lists_it(f: RejectFacts) -> Iterator[Violation]:
        yield {}

    forgotten.nobody_lists_it = nobody_lists_it  # type: ignore[attr-defined]
    assert ["forgotten.nobody_lists_it"] == unlisted([forgotten])


def test_a_rule_has_a_place_in_its_source() -> None:
    assert [] == [rule.code for _, rule in LISTED if not (rule.number and rule.source.title)]


def test_a_number_stands_in_one_place_of_its_source() -> None:
    places: dict[tuple[str, str], set[tuple[str | None, str | None]]] = {}
    for _, rule in LISTED:
        source = rule.source
        places.setdefault((source.title, rule.number), set()).add((source.address, source.section))
    assert [] == [where for where, found in places.items() if len(found) > 1]


def test_every_file_of_shared_rules_is_listed() -> None:
    assert {act.shared for act in ACTS.values()} - {None} == {*SHARED}


def test_a_rule_is_one_of_the_acts_and_levels() -> None:
    for rule in all_rules():
        assert ACTS[rule.act.name] is rule.act, rule.code
        assert rule.level in ("stop", "warn"), rule.code


# ---------------------------------------------------------------------------------------------------------
# What the rules say


def text_of(lang: str) -> dict[str, str]:
    text: dict[str, str] = import_module(f"ipsu_cli.locale.{lang}.rule").TEXT
    return text


def by_code(code: str) -> AnyRule:
    return next(rule for rule in all_rules() if rule.code == code)


def figures_of(finding: Finding) -> Row:
    """The figures that a finding is reported with."""
    return finding.figures | (READY if finding.code in JUDGED_AT_BUILD else {})


def figures_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_its_three_texts_and_no_text_lacks_a_rule(lang: str) -> None:
    parts = {"sv": ("", ".demand", ".why"), "en": ("", ".why")}  # what it demands in English is its docstring
    assert {rule.code + part for rule in all_rules() for part in parts[lang]} == text_of(lang).keys()
    assert all(text_of(lang).values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_rules_say_the_same_when_broken(lang: str) -> None:
    messages = Counter(text_of(lang)[rule.code] for rule in all_rules())
    assert [] == [text for text, count in messages.items() if count > 1]


def test_what_a_rule_demands_is_the_first_paragraph_of_its_docstring() -> None:
    assert (
        "The hours delivered are in all no more than the hours planned for the whole period."
        == by_code("delivery.over-plan").demand
    )
    assert [] == [rule.code for _, rule in LISTED if not rule.demand.endswith(".") or set("{}`\n") & set(rule.demand)]


def test_a_code_demands_the_same_wherever_it_stands() -> None:
    demands: dict[str, set[str]] = {}
    for _, rule in LISTED:
        demands.setdefault(rule.code, set()).add(rule.demand)
    assert [] == [code for code, texts in demands.items() if len(texts) > 1]


def test_no_two_rules_demand_the_same() -> None:
    demands = Counter(rule.demand for rule in all_rules())
    assert [] == [text for text, count in demands.items() if count > 1]


def test_a_rule_without_a_docstring_demands_what_its_name_says() -> None:
    """Python with `-OO` has no docstrings."""

    @model.rule(acts.REJECT, "unwritten.rule", "A30", OFFICE)
    def it_has_a_name(f: RejectFacts) -> Iterator[Violation]:
        yield {}

    assert "It has a name." == it_has_a_name.demand


@pytest.mark.parametrize("lang", LANGUAGES)
def test_demand_and_reason_are_reported_without_a_case(lang: str) -> None:
    explained = {name: text for name, text in text_of(lang).items() if name.endswith((".demand", ".why"))}
    assert {} == {name: text for name, text in explained.items() if figures_in(text) or not text.endswith((".", "?"))}


@pytest.mark.parametrize("finding", BROKEN)
def test_a_broken_rule_says_what_is_wrong_and_what_to_do(finding: Finding) -> None:
    figures = figures_of(finding)
    for lang in LANGUAGES:
        assert figures_in(text_of(lang)[finding.code]) <= figures.keys()
        message = say(f"rule.{finding.code}", lang, **figures)
        assert "{" not in message
        assert message.endswith(".")
        # The code and the command are added where the message is shown.
        assert finding.code not in message
        assert "ipsu " not in message
    command = finding.command or ""
    assert figures_in(command) <= (READY.keys() if finding.code in JUDGED_AT_BUILD else set())
    # `status` is a code for programs; the command tells whether to submit or to confirm. `due` has a column of its own,
    # and `about` tells rows of a list apart.
    named = figures_in(text_of("sv")[finding.code]) | figures_in(by_code(finding.code).fix or "")
    assert {key for key, value in finding.figures.items() if value != ""} - {"status", "due", "about"} <= named


def test_too_many_hours_are_reported_in_four_figures() -> None:
    figures = {
        "case": "B1",
        "planned_hours": Hours(50_00),
        "delivered_hours": Hours(39_00),
        "attempted_hours": Hours(11_25),
        "excess_hours": Hours(25),
    }
    assert say("rule.delivery.over-plan", "sv", **figures) == (
        "Leveransen i B1 överstiger det som är planerat: planerat 50,00 h, redan levererat 39,00 h, nu angivet "
        "11,25 h. Det är 0,25 h för mycket."
    )
    assert say("rule.delivery.over-plan", "en", **figures) == (
        "The delivery in B1 exceeds what is planned: planned 50.00 h, already delivered 39.00 h, now attempted "
        "11.25 h. That is 0.25 h too much."
    )
