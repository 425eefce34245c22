"""`ipsu explain`: a rule, what it demands, why, and where it stands."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dated import Dated, DatedValue
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.locale import known
from ipsu_cli.rules import services
from ipsu_cli.rules.model import AnyRule
from ipsu_cli.rules.municipal import the_person_has_the_age_of_the_target_group
from ipsu_cli.validation import all_rules

LIST = (Column("code"), Column("rule"), Column("level", "code"), Column("demand"))
FACTS = (Column("what"), Column("value"))


def explain(code: str | None, lang: str) -> Answer:
    """One rule by its code or its number, or all of them."""
    rules = all_rules()
    if code is None:
        rows: list[tuple[Any, ...]] = [(r.code, r.number, r.level, _demand(r, lang)) for r in rules]
        return Answer({"rules": [_shape(rule, lang) for rule in rules]}, tables=[Table("rules", LIST, rows)])
    asked = code.strip().lower()
    found = [rule for rule in rules if asked in (rule.code, rule.number.lower())]
    if not found and known(f"problem.{asked}", "sv"):
        return _problem(asked)
    if not found:
        raise Refused("rule.unknown", asked=code, command="ipsu explain")
    shapes = [_shape(rule, lang) for rule in found]
    data = {"rule": shapes[0]} if len(shapes) == 1 else {"rules": shapes}
    return Answer(data, tables=[_table(rule, lang) for rule in found])


def _problem(code: str) -> Answer:
    """A refusal that no rule of an agreement gives: what it says, with the names of its figures."""
    says = Text(f"problem.{code}")
    shape: dict[str, Any] = {"code": code, "rule": None, "level": "stop", "demand": says, "why": None, "commands": []}
    return Answer(
        {"rule": shape}, tables=[Table("rule", FACTS, [(Text("column.demand"), says)], figures={"code": code})]
    )


def _demand(rule: AnyRule, lang: str) -> Text | str:
    """What the rule demands: in English its docstring, in Swedish a text."""
    return rule.demand if lang == "en" else Text(f"rule.{rule.code}.demand")


def _shape(rule: AnyRule, lang: str) -> dict[str, Any]:
    return {
        "code": rule.code,
        "rule": rule.number,
        "level": rule.level,
        "demand": _demand(rule, lang),
        "why": Text(f"rule.{rule.code}.why"),
        "source": rule.source.title,
        "section": rule.source.section,
        "address": rule.source.address,
        "dated": rule.source.day,
        "read": rule.source.read,
        "values": [_value_shape(dated, entry) for _, dated in _dated(rule) for entry in dated.values],
        "commands": [rule.fix] if rule.fix else [],
    }


def _dated(rule: AnyRule) -> list[tuple[Text, Dated[object]]]:
    """The values that the rule judges by, each with its name. The ages are those of each service that has some."""
    if rule.code == the_person_has_the_age_of_the_target_group.code:
        listed = [(code, services.service(code).ages) for code in services.codes()]
        return [(Text("column.dated-ages", {"service": Text(f"code.{code}")}), ages) for code, ages in listed if ages]
    return [(Text(f"column.dated-{dated.name}"), dated) for dated in rule.dated]


def _value_shape(dated: Dated[object], entry: DatedValue[object]) -> dict[str, Any]:
    """A value that the rule judges by, from its first day on."""
    value = list(entry.value) if isinstance(entry.value, tuple) else entry.value
    return {"name": dated.name, "from": entry.first, "value": value, "source": entry.source.title}


def _values(rule: AnyRule) -> list[tuple[Any, ...]]:
    """Those values as a person reads them."""
    return [
        (name, Text("message.value-from", {"value": _word(entry.value), "day": entry.first}))
        for name, dated in _dated(rule)
        for entry in dated.values
    ]


def _word(value: object) -> object:
    return Text("message.yes" if value else "message.no") if isinstance(value, bool) else value


def _table(rule: AnyRule, lang: str) -> Table:
    source = rule.source
    rows: list[tuple[Any, ...]] = [
        (Text("column.rule"), rule.number),
        (Text("column.level"), Text(f"code.{rule.level}")),
        (Text("column.demand"), _demand(rule, lang)),
        (Text("column.why"), Text(f"rule.{rule.code}.why")),
        *_values(rule),
        (Text("column.source"), f"{source.title} ({source.read})"),
        (Text("column.source_section"), source.section),
        (Text("column.source_address"), source.address),
        (Text("column.source_day"), source.day),
        (Text("column.command"), rule.fix),
    ]
    return Table("rule", FACTS, [(what, value) for what, value in rows if value], figures={"code": rule.code})
