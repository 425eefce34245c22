"""The rules, as data: each TOML file next to this one holds cases for the rules file of the same name.

A `[[case]]` gives facts and the codes that are `found`, those that stop before those that warn; `figures` and
`command` are those of the first, `number` is the place in the sources of all. A file for `services` or `systems` tries
its cases in each of them, a case that names `services` of its own in those alone. What a case leaves out is taken from
the file's `[given]`, then from the defaults here. `edge_of` names the rule whose edge the case stands on, still
allowed. Hours are text, so that no float comes near them; a plan is written as a person types it,
`2026-W10..2026-W11=20`; an empty text takes away what is given.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import pytest

from ipsu_cli.core import register as core_register
from ipsu_cli.core.agreement import Agreement, Price
from ipsu_cli.core.aid import Aid
from ipsu_cli.core.case import Case, Lock, OtherCase, Person, Training
from ipsu_cli.core.clock import read_span
from ipsu_cli.core.dates import Month, Week, read_weeks
from ipsu_cli.core.document import Activity, Document
from ipsu_cli.core.enrolment import Outcome, Pause
from ipsu_cli.core.fact import facts_of, with_facts
from ipsu_cli.core.fidelity import Scale
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.requirement import Requirement
from ipsu_cli.core.retention import CaseEnd, KeptPerson
from ipsu_cli.core.section import Section
from ipsu_cli.rules import (
    acts,
    agreement,
    fidelity_and_surveys,
    order,
    pace,
    price,
    receiving,
    register,
    reminders,
    retention,
)
from ipsu_cli.rules.facts import aid, case, delivery, document, invoice
from ipsu_cli.rules.facts.aid import AidFacts
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.rules.model import Act
from ipsu_cli.rules.reminders import Habits, Signal
from ipsu_cli.validation import Finding, findings

HERE = Path(__file__).parent
MODULES = (
    acts, agreement, fidelity_and_surveys, order, pace, price, receiving, register, reminders, retention
)  # fmt: skip
ACTS: dict[str, Act[Any]] = {
    act.name: act for module in MODULES for act in vars(module).values() if isinstance(act, Act)
}
# What each act is judged on, by its name. The type checker alone knows that while the program runs.
TYPES = {
    name: kind
    for module in (aid, case, delivery, document, invoice, core_register)
    for name, kind in vars(module).items()
}
FACTS: dict[str, Any] = {
    getattr(module, name).name: get_args(hint)[0]
    for module in MODULES
    for name, hint in get_type_hints(module, localns=TYPES).items()
    if get_origin(hint) is Act
}
# What a row says of the case, not of its facts.
ABOUT = ("name", "act", "services", "found", "edge_of", "figures", "command", "number")
# The kind of number that a fact of an act is: text is read as it is typed, a whole number counts öre or hundredths.
# The columns of a case have theirs from their facts.
NUMBERS: dict[str, type[Hundredths]] = {
    "quantity": Quantity, "planned": Hours, "delivered": Hours, "replaces": Hours, "rate": Percent,
    "begun": Hours, "ended": Hours,
    "net_ore": Ore, "vat_ore": Ore, "total_ore": Ore, "lines_ore": Ore, "stated_lines_ore": Ore, "left_ore": Ore,
    "same_day": Ore, "before_ore": Ore,
    "payable_ore": Ore, "prepaid_ore": Ore, "rounding_ore": Ore,
}  # fmt: skip
PERSON = {"id": 1, "personnummer": "199001019802", "name": "Test Person", "gender": None, "protected": False}
CORE = ("ref", "service", "person", "locked")
# Where each column of a case stands in the record.
COLUMNS = {fact.column or fact.path[-1]: fact for fact in facts_of(Case)}
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
    typed = {COLUMNS[key].path: column_of(key, value) for key, value in row.items() if key not in CORE}
    return with_facts(bare, typed)


def column_of(key: str, value: Any) -> Any:
    """What a column holds: nothing, a number of its kind, or a value as it is written here."""
    if value == "":
        return None
    number = COLUMNS[key].kind.load if key in COLUMNS else NUMBERS.get(key)
    if not (isinstance(number, type) and issubclass(number, Hundredths)):
        return value
    return number(value) if isinstance(value, int) else number.read(value)


def an_agreement(row: Row) -> Agreement:
    bare: Row = dict.fromkeys(Agreement._fields)
    bare |= {"id": 1, "ref": "IPSU-1", "services": ["ipsu"], "from_day": dt.date(2025, 1, 1), "sites": (), "vat": "25"}
    made: Row = bare | row
    made |= {"services": tuple(made["services"]), "sites": tuple(made["sites"]), "vat": Percent.read(made["vat"])}
    return Agreement(**made)


def weeks_of(typed: list[str]) -> list[tuple[Week, Hours]]:
    """The weeks of `2026-W10..2026-W11=20`, as often as they are typed."""
    pairs = [word.split("=") for word in typed]
    return [(week, Hours.read(hours)) for weeks, hours in pairs for week in read_weeks(weeks, dt.date.max)]


def a_plan(typed: list[str]) -> Plan:
    return Plan(1, "confirmed", None, None, None, dict(weeks_of(typed)))


def plain(row: Row) -> Row:
    """Dates, hours and times as the register keeps them in the fields of a document."""
    return {key: kept(key, value) for key, value in row.items()}


def kept(key: str, value: Any) -> Any:
    if key in ("mandatory", "optional", "hours"):
        pairs = [word.rpartition("=") for word in value]
        return tuple(Activity(name, Hours.read(hours) if hours else None) for name, _, hours in pairs)
    if key in ("own_search", "supplier", "own_work"):
        return Hours.read(value)
    if key in ("expected", "absent"):
        return read_span(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def filed(rows: list[Row]) -> tuple[Document, ...]:
    """The documents of a case, each as a table of its steps and its own fields; they are filed unless said."""
    steps = ("type", "version", "period", "status", "submitted", "confirmed")
    made = []
    for n, row in enumerate(rows, start=1):
        own = {key: row.get(key) for key in steps}
        left = plain({key: value for key, value in row.items() if key not in steps})
        version, status = own["version"] or 1, own["status"] or "submitted"
        made.append(
            Document(n, "C1", own["type"] or "", version, own["period"], status, own["submitted"], own["confirmed"],
                     None, None, left)
        )  # fmt: skip
    return tuple(made)


def a_document(type: str, written: str | Row) -> Document:
    """A document from its status, or from a table of it and of the fields that only its type has."""
    row: Row = {"status": written} if isinstance(written, str) else dict(written)
    own = {key: row.pop(key, None) for key in ("status", "submitted")}
    status = own["status"] or "submitted"
    return Document(1, "C1", type, 1, None, status, own["submitted"], None, None, None, plain(row))


def an_aid(row: Row) -> Aid:
    bare: Row = dict.fromkeys(Aid._fields)
    bare |= {"id": 1, "case": "C1", "service": "ipsu-b", "kind": "laptop", "origin": "a"}
    return Aid(**(bare | {key: None if value == "" else value for key, value in row.items()}))


def outcomes_of(rows: list[str] | list[list[Any]]) -> tuple[str | Outcome, ...]:
    """Outcomes by name, or with their days."""
    return tuple(
        row if isinstance(row, str) else Outcome(n, "C1", row[0], row[1], False) for n, row in enumerate(rows, start=1)
    )


def value_of(key: str, written: Any) -> Any:
    if written == "" or key in NUMBERS:
        return column_of(key, written)
    made: dict[str, Callable[[Any], Any]] = {
        "case": a_case,
        "before": a_case,
        "mapping": a_case,
        "agreement": lambda written: written if isinstance(written, str) else an_agreement(written),
        "was": an_agreement,
        "price": lambda row: Price("A1", "ipsu-b", "hour", None, row["from_day"], Ore.read(row["amount"])),
        "aid": an_aid,
        "requirement": lambda row: Requirement("A1", "", row.get("ages"), tuple(row.get("check", ())) or None),
        "scale": lambda row: Scale(**row, bands=()),
        "scores": lambda scores: tuple(None if score == "-" else score for score in scores),
        "answers": tuple,
        "positive": tuple,
        "plan": a_plan,
        "in_force": a_plan,
        "other_cases": lambda rows: tuple(
            OtherCase(row["ref"], row.get("from_day"), row.get("last_day"), row.get("open", False)) for row in rows
        ),
        "pauses": lambda rows: tuple(
            Pause(n, "C1", first, last or None) for n, (first, last) in enumerate(rows, start=1)
        ),
        "outcomes": outcomes_of,
        "training": lambda row: Training(**row),
        "weeks": weeks_of,
        "by_week": lambda typed: dict(weeks_of(typed)),
        "windows": lambda rows: tuple((Hours.read(hours), days) for hours, days in rows),
        "fields": plain,
        "empty": lambda rows: tuple(Section(*row) for row in rows),
        "filed": filed,
        "month": Month,
        "report": lambda row: a_document("sr", row),
        "documents": lambda rows: {type: a_document(type, row) for type, row in rows.items()},
        "deviations": lambda rows: tuple(a_document("avvikelse", row) for row in rows),
        "kept": lambda row: KeptPerson([CaseEnd(ref, last or None) for ref, last in row["cases"]], row["months"]),
        "habits": lambda row: Habits(**row),
        "signals": lambda rows: tuple(Signal(*row) for row in rows),
        "silent_weeks": lambda weeks: tuple(map(Week, weeks)),
        "idle_months": lambda months: tuple(map(Month, months)),
    }
    return made[key](written) if key in made else written


def facts_in(row: Row, given: Row) -> object:
    """The facts of `row`; what it leaves out is as given. A delivery of one day says `on`."""
    kind = FACTS[row["act"]]
    known = set(kind.__annotations__)
    own = {key: value for key, value in row.items() if key not in ABOUT}
    if kind is DeliverFacts and "on" in own:
        own["from_day"] = own["to_day"] = own.pop("on")
    if "case" in known:
        start = {"service": own.pop("service", given["service"])} | given["case"]
        own["case"] = start | own.get("case", {})
        if "before" in own:
            own["before"] = start | own["before"]
    if kind is AidFacts:
        own["aid"] = given["aid"] | {"service": own.pop("service", given["service"])} | own.get("aid", {})
    written = {key: value for key, value in given.items() if key in known} | own
    facts = {key: value_of(key, value) for key, value in written.items()}
    for name, value in facts.items():
        refuse_bare_number(name, kind.__annotations__.get(name), value)
    return kind(**facts)


def refuse_bare_number(name: str, annotation: Any, value: Any) -> None:
    """Fail where a fact is a number of a kind, and what a file says of it was not read as one."""
    several = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    kinds = tuple(kind for kind in several if isinstance(kind, type) and issubclass(kind, Hundredths))
    if kinds and value is not None and not isinstance(value, kinds):
        pytest.fail(f"{name} is {kinds[0].__name__}: say so in NUMBERS of tests/rules/rule_cases.py")


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
        return " ".join([f"{self.place}: {self.row['name']}", *(f"({name})" for name in (*service, *system))])

    def judged(self) -> list[Finding]:
        return findings(ACTS[self.row["act"]], self.service, self.facts)


def read_cases() -> Iterator[RuleCase]:
    """Every case, with what is given in its file; one of a file for several services stands in each of them."""
    for path in sorted(HERE.rglob("*.toml")):
        with path.open("rb") as file:
            page = tomllib.load(file)
        place, given = str(path.relative_to(HERE).with_suffix("")), page["given"]
        for row in page["case"]:
            yield from (RuleCase(place, row, variant) for variant in givens(given, row.get("services")))


def givens(given: Row, services: list[str] | None) -> Iterator[Row]:
    """What is given, once for each service and system that the case is tried in."""
    for service in services or given.get("services") or [given["service"]]:
        for system in given.get("systems") or [None]:
            case = given.get("case", {}) | ({"system": system} if system else {})
            yield {**given, "service": service, "case": case}
