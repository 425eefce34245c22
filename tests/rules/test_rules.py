"""The rules, as data: each TOML file next to this one holds cases for the rules file of the same name.

A `[[case]]` gives facts and the codes that are `found`, those that stop before those that warn; `figures` and
`command` are those of the first, `number` is the place in the sources of all. A file for `services` or `systems` tries
its cases in each of them, a case that names `services` of its own in those alone. What a case leaves out is taken from
the file's `[given]`, then from the defaults here. `edge_of` names the rule whose edge the case stands on, still
allowed. Hours are text, so that no float comes near them; a plan is written as a person types it,
`2026-W10..2026-W11=20`; an empty text takes away what is given.
"""

import datetime as dt
import string
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from ipsu_cli import rules
from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.aid import Aid
from ipsu_cli.core.case import Case, Lock, Person
from ipsu_cli.core.clock import read_span
from ipsu_cli.core.dates import Month, Week, read_weeks
from ipsu_cli.core.document import Activity, Document
from ipsu_cli.core.enrolment import Pause
from ipsu_cli.core.fact import facts_of, with_facts
from ipsu_cli.core.fidelity import Scale
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.section import Section
from ipsu_cli.locale import LANGUAGES, say
from ipsu_cli.rules import acts, model, services, systems
from ipsu_cli.rules.facts import AidFacts, DeliverFacts, RejectFacts
from ipsu_cli.rules.model import Act, AnyRule, Rule, Violation
from ipsu_cli.rules.sources import OFFICE
from ipsu_cli.validation import Finding, all_rules, findings, listed_rules

HERE = Path(__file__).parent
ACTS: dict[str, Act[Any]] = {act.name: act for act in vars(acts).values() if isinstance(act, Act)}
# What a row says of the case, not of its facts.
ABOUT = ("name", "act", "services", "found", "edge_of", "figures", "command", "number")
# The kind of number that a fact is: text is read as it is typed, a whole number counts öre or hundredths.
NUMBERS: dict[str, type[Hundredths]] = {
    "quantity": Quantity, "planned": Hours, "delivered": Hours, "replaces": Hours, "rate": Percent, "extent": Percent,
    "net_ore": Ore, "vat_ore": Ore, "total_ore": Ore, "lines_ore": Ore, "stated_lines_ore": Ore, "left_ore": Ore,
}  # fmt: skip
PERSON = {"id": 1, "personnummer": "199001019802", "name": "Test Person", "gender": None, "protected": False}
CORE = ("ref", "service", "person", "locked")
# Where each column of a case stands in the record.
PLACES = {fact.column or fact.path[-1]: fact.path for fact in facts_of(Case)}
# What a case that is not ready for its invoice is told with, in addition to the rule's own figures.
READY = {
    "case": "C1",
    "agreement": "IPSU-1",
    "service": "ipsu-b",
    "unit": "hour",
    "from_day": dt.date(2026, 3, 2),
    "invoice": "2026-0001",
    "month": "2026-03",
    "level": "",
}

Row = dict[str, Any]

# ---------------------------------------------------------------------------------------------------------
# Facts


def a_case(row: Row) -> Case:
    """A case with little in it, and what `row` says of it by the names of the columns. Its `person` and `locked` are
    tables of their own."""
    fields = {"ref": "C1", "service": "ipsu-b"} | {key: value for key, value in row.items() if key in CORE}
    lock = row.get("locked")
    person = Person(**(PERSON | row.get("person", {})))
    bare = Case(1, fields["ref"], fields["service"], None, person, locked=Lock(**lock) if lock else None)
    typed = {PLACES[key]: column_of(key, value) for key, value in row.items() if key not in CORE}
    return with_facts(bare, typed)


def column_of(key: str, value: Any) -> Any:
    """What a column holds: nothing, a number of its kind, or a value as it is written here."""
    if value == "":
        return None
    if key not in NUMBERS:
        return value
    return NUMBERS[key](value) if isinstance(value, int) else NUMBERS[key].read(value)


def an_agreement(row: Row) -> Agreement:
    bare: Row = dict.fromkeys(Agreement._fields)
    bare |= {"id": 1, "ref": "IPSU-1", "service": "ipsu", "from_day": dt.date(2025, 1, 1), "sites": ()}
    return Agreement(**(bare | row | {"sites": tuple(row.get("sites", ()))}))


def weeks_of(typed: list[str]) -> list[tuple[Week, Hours]]:
    """The weeks of `2026-W10..2026-W11=20`, as often as they are typed."""
    pairs = [each.split("=") for each in typed]
    return [(week, Hours.read(hours)) for weeks, hours in pairs for week in read_weeks(weeks)]


def a_plan(typed: list[str]) -> Plan:
    return Plan(1, "confirmed", None, None, None, dict(weeks_of(typed)))


def plain(row: Row) -> Row:
    """Dates, hours and times as the register keeps them in the fields of a document."""
    return {key: kept(key, each) for key, each in row.items()}


def kept(key: str, each: Any) -> Any:
    if key in ("mandatory", "optional", "hours"):
        pairs = [word.rpartition("=") for word in each]
        return tuple(Activity(name, Hours.read(hours) if hours else None) for name, _, hours in pairs)
    if key in ("own_search", "supplier", "own_work"):
        return Hours.read(each)
    if key in ("expected", "absent"):
        return read_span(each)
    return each.isoformat() if isinstance(each, dt.date) else each


def filed(rows: list[Row]) -> tuple[Document, ...]:
    """The documents of a case, each as a table of its steps and its own fields; they are filed unless said."""
    steps = ("type", "version", "period", "status", "submitted", "confirmed")
    made = []
    for n, row in enumerate(rows, start=1):
        own = {key: row.get(key) for key in steps}
        left = plain({key: each for key, each in row.items() if key not in steps})
        version, status = own["version"] or 1, own["status"] or "submitted"
        made.append(
            Document(n, "C1", own["type"] or "", version, own["period"], status, own["submitted"], own["confirmed"],
                     None, None, left)
        )  # fmt: skip
    return tuple(made)


def a_document(type: str, said: str | Row) -> Document:
    """A document from its status, or from a table of it and of the fields that only its type has."""
    row: Row = {"status": said} if isinstance(said, str) else dict(said)
    own = {key: row.pop(key, None) for key in ("status", "submitted")}
    status = own["status"] or "submitted"
    return Document(1, "C1", type, 1, None, status, own["submitted"], None, None, None, plain(row))


def an_aid(row: Row) -> Aid:
    bare: Row = dict.fromkeys(Aid._fields)
    bare |= {"id": 1, "case": "C1", "service": "ipsu-b", "kind": "laptop", "origin": "a"}
    return Aid(**(bare | {key: None if each == "" else each for key, each in row.items()}))


def value_of(key: str, said: Any) -> Any:
    if said == "" or key in NUMBERS:
        return column_of(key, said)
    made: dict[str, Callable[[Any], Any]] = {
        "case": a_case,
        "before": a_case,
        "mapping": a_case,
        "agreement": an_agreement,
        "aid": an_aid,
        "scale": lambda row: Scale(**row, bands=()),
        "scores": lambda scores: tuple(None if each == "-" else each for each in scores),
        "answers": tuple,
        "positive": tuple,
        "plan": a_plan,
        "in_force": a_plan,
        "pauses": lambda rows: tuple(Pause(n, "C1", *days) for n, days in enumerate(rows, start=1)),
        "weeks": weeks_of,
        "by_week": lambda typed: dict(weeks_of(typed)),
        "windows": lambda rows: tuple((Hours.read(hours), days) for hours, days in rows),
        "fields": plain,
        "empty": lambda rows: tuple(Section(*row) for row in rows),
        "filed": filed,
        "month": Month,
        "report": lambda row: a_document("sr", row),
        "documents": lambda rows: {type: a_document(type, each) for type, each in rows.items()},
        "deviations": lambda rows: tuple(a_document("avvikelse", each) for each in rows),
    }
    return made[key](said) if key in made else said


def facts_in(row: Row, given: Row) -> object:
    """The facts of `row`; what it leaves out is as given. A delivery of one day says `on`."""
    kind = ACTS[row["act"]].facts
    known = set(kind.__annotations__)
    said = {key: each for key, each in row.items() if key not in ABOUT}
    if kind is DeliverFacts and "on" in said:
        said["from_day"] = said["to_day"] = said.pop("on")
    if "case" in known:
        start = {"service": said.pop("service", given["service"])} | given["case"]
        said["case"] = start | said.get("case", {})
        if "before" in said:
            said["before"] = start | said["before"]
    if kind is AidFacts:
        said["aid"] = given["aid"] | {"service": said.pop("service", given["service"])} | said.get("aid", {})
    facts = {key: each for key, each in given.items() if key in known} | said
    return kind(**{key: value_of(key, each) for key, each in facts.items()})


# ---------------------------------------------------------------------------------------------------------
# The files


class RuleCase(NamedTuple):
    """A case of a file, in one of the services and systems that it holds for."""

    place: str
    row: Row
    given: Row

    @property
    def service(self) -> str:
        return str(self.row.get("service", self.given["service"]))

    @property
    def system(self) -> str | None:
        """The system of its case, or the one that its facts name."""
        case = getattr(self.facts, "case", None)
        return case.placement.system if case else getattr(self.facts, "system", None)

    @property
    def facts(self) -> object:
        return facts_in(self.row, self.given)

    @property
    def id(self) -> str:
        """Its name, with the service or system where its file is for several."""
        service = [self.service] if "services" in self.given else []
        system = [str(self.system)] if "systems" in self.given else []
        return " ".join([f"{self.place}: {self.row['name']}", *(f"({each})" for each in (*service, *system))])

    def judged(self) -> list[Finding]:
        return findings(ACTS[self.row["act"]], self.service, self.facts)


def read_cases() -> Iterator[RuleCase]:
    """Every case, with what is given in its file; one of a file for several services stands in each of them."""
    for path in sorted(HERE.rglob("*.toml")):
        with path.open("rb") as file:
            page = tomllib.load(file)
        place, given = str(path.relative_to(HERE).with_suffix("")), page["given"]
        for row in page["case"]:
            yield from (RuleCase(place, row, each) for each in givens(given, row.get("services")))


def givens(given: Row, services: list[str] | None) -> Iterator[Row]:
    """What is given, once for each service and system that the case is tried in."""
    for service in services or given.get("services") or [given["service"]]:
        for system in given.get("systems") or [None]:
            case = given.get("case", {}) | ({"system": system} if system else {})
            yield {**given, "service": service, "case": case}


CASES = list(read_cases())
IN_ORDER = [pytest.param(case, id=case.id) for case in CASES]
BROKEN = [pytest.param(finding, id=f"{finding.code}: {case.id}") for case in CASES for finding in case.judged()]
# Every rule with the list that it stands in: two services may share a code, `all_rules` has it once.
LISTED = [(place, rule) for place, rules in listed_rules().items() for rule in rules]


@pytest.mark.parametrize("case", IN_ORDER)
def test_the_rules_find_what_is_wrong_and_nothing_else(case: RuleCase) -> None:
    row, found = case.row, case.judged()
    assert row["found"] == [each.code for each in found]
    first = next(iter(found), None)
    for name, each in row.get("figures", {}).items():
        assert first and first.figures[name] == each
    assert "command" not in row or (first and first.command == row["command"])
    assert "number" not in row or {row["number"]} == {each.rule for each in found}


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
    act_of = {rule.code: rule.act.name for rule in all_rules()}
    on_edge = [case.row for case in CASES if "edge_of" in case.row]
    assert [] == [
        row["name"] for row in on_edge if row["edge_of"] in row["found"] or act_of[row["edge_of"]] != row["act"]
    ]


# ---------------------------------------------------------------------------------------------------------
# The rules themselves


def test_a_code_stands_once_in_a_list() -> None:
    twice = [key for key, count in Counter((place, rule.code) for place, rule in LISTED).items() if count > 1]
    assert [] == twice


def test_a_code_has_one_meaning_wherever_it_stands() -> None:
    """Its number may be another in another service: the sources state the same demand in two places."""
    meanings: dict[str, set[tuple[str, str, bool]]] = {}
    for _, rule in LISTED:
        meanings.setdefault(rule.code, set()).add((rule.act.name, rule.level, rule.missing))
    assert [] == [code for code, each in meanings.items() if len(each) > 1]


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
    places: dict[tuple[str, str], set[tuple[str, str | None]]] = {}
    for _, rule in LISTED:
        source = rule.source
        places.setdefault((source.title, rule.number), set()).add((source.address, source.section))
    assert [] == [where for where, found in places.items() if len(found) > 1]


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
    """The figures that a finding is told with."""
    return finding.figures | (READY if by_code(finding.code).act is acts.INVOICE else {})


def figures_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_its_three_texts_and_no_text_lacks_a_rule(lang: str) -> None:
    parts = {"sv": ("", ".demand", ".why"), "en": ("", ".why")}  # what it demands in English is its docstring
    assert {rule.code + part for rule in all_rules() for part in parts[lang]} == text_of(lang).keys()
    assert all(text_of(lang).values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_rules_say_the_same_when_broken(lang: str) -> None:
    said = Counter(text_of(lang)[rule.code] for rule in all_rules())
    assert [] == [text for text, count in said.items() if count > 1]


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
    assert [] == [code for code, said in demands.items() if len(said) > 1]


def test_no_two_rules_demand_the_same() -> None:
    said = Counter(rule.demand for rule in all_rules())
    assert [] == [text for text, count in said.items() if count > 1]


def test_a_rule_without_a_docstring_demands_what_its_name_says() -> None:
    """Python with `-OO` has no docstrings."""

    @model.rule(acts.REJECT, "unwritten.rule", "A30", OFFICE)
    def it_has_a_name(f: RejectFacts) -> Iterator[Violation]:
        yield {}

    assert "It has a name." == it_has_a_name.demand


@pytest.mark.parametrize("lang", LANGUAGES)
def test_demand_and_reason_are_told_without_a_case(lang: str) -> None:
    told = {name: text for name, text in text_of(lang).items() if name.endswith((".demand", ".why"))}
    assert {} == {name: text for name, text in told.items() if figures_in(text) or not text.endswith((".", "?"))}


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
    assert figures_in(command) <= (READY.keys() if by_code(finding.code).act is acts.INVOICE else set())
    # `status` is a code for programs; the command tells whether to submit or to confirm.
    said = figures_in(text_of("sv")[finding.code]) | figures_in(by_code(finding.code).fix or "")
    assert {key for key, each in finding.figures.items() if each != ""} - {"status"} <= said


def test_too_many_hours_are_told_in_four_figures() -> None:
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
