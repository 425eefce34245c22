"""A rule explained: what it demands, why, where it stands and in which words, and what it judges by."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dated import Dated
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.role import Role
from ipsu_cli.core.source import Source
from ipsu_cli.core.table import Column, Table
from ipsu_cli.rules import services
from ipsu_cli.rules.model import AnyRule
from ipsu_cli.rules.municipal import the_person_has_the_age_of_the_target_group
from ipsu_cli.rules.sources import OFFICE
from ipsu_cli.rules.statements import statements

FACTS = (Column("what"), Column("value"))
# What is filled into a command that is no name of its own.
NAMES = {
    "step": "submit", "days": "--week WEEK", "option": "", "level": "", "decided": "DATE", "day": "DATE",
    "from_day": "DATE", "to_day": "DATE", "last": "DATE", "document": "TYPE", "filled_in": "--hours NAME=HOURS",
    "reason": "RESULT", "result": "RESULT", "known": "known", "options": "--training NAME",
    "closed": "DATE", "pause": "ID", "other": "CASE", "after": "CASE",
}  # fmt: skip
# And what is the type of a document that every service calls the same.
ROLES = {"plan": Role.PLAN, "development": Role.DEVELOPMENT, "deviation": Role.DEVIATION}
Row: TypeAlias = tuple[Text, Any]


class JudgedBy(NamedTuple):
    """A value that a rule judges by, from its first day on, and where it is said."""

    name: str
    from_day: dt.date
    value: object
    source: str


class RuleExplained(NamedTuple):
    """A rule: its code and number, what it demands and why, where that is said (title, section, address, the day of
    the text and the day it was read), in its own words, the values that it judges by, and the commands that put it
    right."""

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
    words: str | None
    values: Sequence[JudgedBy]
    commands: Sequence[str]


def facts_table(code: str, rows: Sequence[Row], name: str = "explained") -> Table:
    """What is known of a code or a number; what is empty is left out."""
    return Table(name, FACTS, [(what, value) for what, value in rows if value], figures={"code": code})


def place(source: Source, words: str | None) -> list[Row]:
    """Where it is said, and in which words. What the office has settled itself bears no day."""
    no_day = None if source.title == OFFICE.title else Text("message.source-without-day")
    return [
        (Text("column.source"), source.title),
        (Text("column.source_section"), source.section),
        (Text("column.source_words"), words),
        (Text("column.source_address"), source.address),
        (Text("column.source_day"), source.day or no_day),
        (Text("column.source_read"), source.read),
    ]


def _words_of(rule: AnyRule) -> str | None:
    """The words of the statement that the rule keeps; of what the office has settled itself there are none."""
    statement = statements().get(rule.number)
    return statement.words if statement and rule.source.title != OFFICE.title else None


def typed_form(fix: str) -> str:
    """A command as it can be typed: what is filled in for a case stands as its name."""
    return re.sub(r"\{(\w+)\}", lambda match: _placeholder(match[1]), fix)


def _placeholder(name: str) -> str:
    types = services.types_of(ROLES[name]) if name in ROLES else ()
    return types[0] if len(types) == 1 else NAMES.get(name, "TYPE" if name in ROLES else name.upper())


def demand(rule: AnyRule, lang: str) -> Text | str:
    """What the rule demands: in English its docstring, in Swedish a text."""
    return rule.demand if lang == "en" else Text(f"rule.{rule.code}.demand")


def explained(rule: AnyRule, lang: str) -> RuleExplained:
    source = rule.source
    return RuleExplained(
        code=rule.code,
        rule=rule.number,
        level=rule.level,
        demand=demand(rule, lang),
        why=Text(f"rule.{rule.code}.why"),
        source=source.title,
        section=source.section,
        address=source.address,
        dated=source.day,
        read=source.read,
        words=_words_of(rule),
        values=[
            JudgedBy(dated.name, entry.first, _plain(entry.value), entry.source.title)
            for _, dated in _dated(rule)
            for entry in dated.values
        ],
        commands=[typed_form(rule.fix)] if rule.fix else [],
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


def rule_table(rule: AnyRule, lang: str) -> Table:
    rows = [
        (Text("column.rule"), rule.number),
        (Text("column.level"), Text(f"code.{rule.level}")),
        (Text("column.demand"), demand(rule, lang)),
        (Text("column.why"), Text(f"rule.{rule.code}.why")),
        *_values(rule),
        *place(rule.source, _words_of(rule)),
        (Text("column.command"), rule.fix and typed_form(rule.fix)),
    ]
    return facts_table(rule.code, rows, "rule")
