"""`ipsu explain`: a rule, what it demands, why, and where it stands."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dated import Dated
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.locale import known
from ipsu_cli.rules import services
from ipsu_cli.rules.model import AnyRule
from ipsu_cli.rules.municipal import the_person_has_the_age_of_the_target_group
from ipsu_cli.validation import all_rules

LIST = (Column("code"), Column("rule"), Column("level", "code"), Column("demand"))
FACTS = (Column("what"), Column("value"))


class JudgedBy(NamedTuple):
    """A value that a rule judges by, from its first day on, and where it is said."""

    name: str
    from_day: dt.date
    value: object
    source: str


class RuleExplained(NamedTuple):
    """A rule: its code and number, what it demands and why, where that is said (title, section, address, the day of
    the text and the day it was read), the values that it judges by, and the commands that put it right."""

    code: str
    rule: str
    level: str
    demand: Text | str
    why: Text
    source: str
    section: str | None
    address: str | None
    dated: dt.date | None
    read: dt.date
    values: Sequence[JudgedBy]
    commands: Sequence[str]


class RefusalExplained(NamedTuple):
    """A refusal that no rule of an agreement gives: what it says, with the names of its figures."""

    code: str
    rule: None
    level: str
    demand: Text
    why: None
    commands: Sequence[str]


class OneRule(NamedTuple):
    """The rule that was asked for, or the refusal."""

    rule: RuleExplained | RefusalExplained


class Rules(NamedTuple):
    """All rules, or those of the number that was asked for."""

    rules: Sequence[RuleExplained]


def explain(code: str | None, lang: str) -> Answer[OneRule | Rules]:
    """One rule by its code or its number, or all of them."""
    rules = all_rules()
    if code is None:
        rows: list[tuple[Any, ...]] = [(r.code, r.number, r.level, _demand(r, lang)) for r in rules]
        return Answer(Rules([_explained(rule, lang) for rule in rules]), tables=[Table("rules", LIST, rows)])
    asked = code.strip().lower()
    found = [rule for rule in rules if asked in (rule.code, rule.number.lower())]
    if not found and known(f"problem.{asked}", "sv"):
        return _refusal(asked)
    if not found:
        raise Refused("rule.unknown", asked=code, command="ipsu explain")
    explained = [_explained(rule, lang) for rule in found]
    tables = [_table(rule, lang) for rule in found]
    return Answer(OneRule(explained[0]) if len(explained) == 1 else Rules(explained), tables=tables)


def _refusal(code: str) -> Answer[OneRule]:
    says = Text(f"problem.{code}")
    table = Table("rule", FACTS, [(Text("column.demand"), says)], figures={"code": code})
    return Answer(OneRule(RefusalExplained(code, None, "stop", says, None, ())), tables=[table])


def _demand(rule: AnyRule, lang: str) -> Text | str:
    """What the rule demands: in English its docstring, in Swedish a text."""
    return rule.demand if lang == "en" else Text(f"rule.{rule.code}.demand")


def _explained(rule: AnyRule, lang: str) -> RuleExplained:
    source = rule.source
    return RuleExplained(
        code=rule.code,
        rule=rule.number,
        level=rule.level,
        demand=_demand(rule, lang),
        why=Text(f"rule.{rule.code}.why"),
        source=source.title,
        section=source.section,
        address=source.address,
        dated=source.day,
        read=source.read,
        values=[
            JudgedBy(dated.name, entry.first, _plain(entry.value), entry.source.title)
            for _, dated in _dated(rule)
            for entry in dated.values
        ],
        commands=[rule.fix] if rule.fix else [],
    )


def _dated(rule: AnyRule) -> list[tuple[Text, Dated[object]]]:
    """The values that the rule judges by, each with its name. The ages are those of each service that has some."""
    if rule.code == the_person_has_the_age_of_the_target_group.code:
        listed = [(code, services.service(code).ages) for code in services.codes()]
        return [(Text("column.dated-ages", {"service": Text(f"code.{code}")}), ages) for code, ages in listed if ages]
    return [(Text(f"column.dated-{dated.name}"), dated) for dated in rule.dated]


def _plain(value: object) -> object:
    """A value of several parts as the list of them."""
    return list(value) if isinstance(value, tuple) else value


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
