"""`ipsu explain`: what a code or a number means, what it demands, why, and where it stands."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple, Never

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.locale import known
from ipsu_cli.reports.explain_rule import RuleExplained, demand, explained, facts_table, place, rule_table
from ipsu_cli.rules.kpis import BY_CODE, Kpi, find
from ipsu_cli.rules.statements import SourceStatement, statements
from ipsu_cli.validation import all_rules

LIST = (Column("code"), Column("rule"), Column("level", "code"), Column("demand"))
KPI_COMMAND = "ipsu report kpi"
# What the codes of steps begin with: what comes next in a case, and where money stands.
STEPS = ("next.", "money.")


class StatementExplained(NamedTuple):
    """A statement of the sources that is no rule: `level` is `list` where commands keep it, else `information`."""

    code: str
    rule: str
    level: str
    demand: Text
    why: None
    source: str
    section: str | None
    address: str | None
    dated: dt.date | None
    read: dt.date
    words: str | None
    commands: Sequence[str]


class KpiExplained(NamedTuple):
    """A key figure: what it is called, its unit, and what it is made of."""

    code: str
    rule: None
    level: str
    demand: Text
    why: None
    label: Text
    unit: str
    commands: Sequence[str]


class RefusalExplained(NamedTuple):
    """A refusal that no rule of an agreement gives, or a step that waits in a case or in `report money` (`level` is
    `information`): what it says, with the names of its figures."""

    code: str
    rule: None
    level: str
    demand: Text
    why: None
    commands: Sequence[str]


class OneRule(NamedTuple):
    """What was asked for: a rule, a statement that is none, a key figure or a refusal."""

    rule: RuleExplained | StatementExplained | KpiExplained | RefusalExplained


class Rules(NamedTuple):
    """All rules, or those of the number that was asked for."""

    rules: Sequence[RuleExplained]


def explain(code: str | None, lang: str) -> Answer[OneRule | Rules]:
    """One rule by its code or its number, or all of them."""
    rules = all_rules()
    if code is None:
        rows: list[tuple[Any, ...]] = [(r.code, r.number, r.level, demand(r, lang)) for r in rules]
        return Answer(Rules([explained(rule, lang) for rule in rules]), tables=[Table("rules", LIST, rows)])
    asked = code.strip().lower()
    found = [rule for rule in rules if asked in (rule.code, rule.number.lower())]
    if not found:
        return _otherwise(asked) or _unknown(code)
    shown = [explained(rule, lang) for rule in found]
    tables = [rule_table(rule, lang) for rule in found]
    return Answer(OneRule(shown[0]) if len(shown) == 1 else Rules(shown), tables=tables)


def _otherwise(asked: str) -> Answer[OneRule] | None:
    """What is no rule, by its code or number; None where there is no such thing."""
    statement, kpi = statements().get(asked.upper()), find(asked) or BY_CODE.get(asked.replace("-", "_"))
    if statement:
        return _statement(statement)
    if kpi:
        return _kpi(kpi)
    if known(f"problem.{asked}", "sv"):
        return _said(asked, f"problem.{asked}", "stop")
    step = f"message.{asked.replace('money.', 'money-')}"
    return _said(asked, step, "information") if asked.startswith(STEPS) and known(step, "sv") else None


def _unknown(code: str) -> Never:
    raise Refused("rule.unknown", asked=code, command="ipsu explain")


def _statement(statement: SourceStatement) -> Answer[OneRule]:
    source = statement.source
    assert source is not None  # a rule bears the number of every other
    level = "list" if statement.commands else "information"
    says = Text(f"statement.{statement.number}")
    found = StatementExplained(
        statement.number, statement.number, level, says, None, source.title, source.section, source.address, source.day,
        source.read, statement.words, statement.commands,
    )  # fmt: skip
    rows = [
        (Text("column.level"), Text(f"code.{level}")), (Text("column.demand"), says), *place(source, statement.words),
        *((Text("column.command"), command) for command in statement.commands),
    ]  # fmt: skip
    return Answer(OneRule(found), tables=[facts_table(statement.number, rows)])


def _kpi(kpi: Kpi) -> Answer[OneRule]:
    base = kpi.base
    label, made = Text(f"kpi.{base}", {"value": kpi.names and kpi.names.on(dt.date.max)}), Text(f"formula.{base}")
    found = KpiExplained(base, None, "kpi", made, None, label, kpi.unit, [KPI_COMMAND])
    rows = [
        (Text("column.kpi"), label), (Text("column.unit"), Text(f"code.{kpi.unit}")), (Text("column.demand"), made),
        (Text("column.command"), KPI_COMMAND),
    ]  # fmt: skip
    return Answer(OneRule(found), tables=[facts_table(base, rows)])


def _said(code: str, name: str, level: str) -> Answer[OneRule]:
    """What has no more than a sentence."""
    says = Text(name)
    table = facts_table(code, [(Text("column.demand"), says)])
    return Answer(OneRule(RefusalExplained(code, None, level, says, None, ())), tables=[table])
