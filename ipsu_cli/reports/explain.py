"""`ipsu explain`: what a code or a number means, what it demands, why, and where it stands."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Never, TypeAlias

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.locale import known
from ipsu_cli.reports.explain_rule import RuleExplained, demand, explained, facts_table, place, rule_table
from ipsu_cli.reports.explain_word import WordExplained, all_words, code_word, words_of
from ipsu_cli.rules.kpis import BY_CODE, Kpi, find
from ipsu_cli.rules.model import AnyRule
from ipsu_cli.rules.readings import KEPT_BY
from ipsu_cli.rules.statements import SourceStatement, statements
from ipsu_cli.validation import all_rules

LIST = (Column("code"), Column("rule"), Column("level", "code"), Column("demand"))
KPI_COMMAND = "ipsu report kpi"
NEAREST = 3


class StatementExplained(NamedTuple):
    """A statement of the sources: `level` is `list` where commands keep it, else `information`."""

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


Explained: TypeAlias = RuleExplained | StatementExplained | KpiExplained | WordExplained
Found: TypeAlias = tuple[Explained, Table]


class OneRule(NamedTuple):
    """What was asked for: a rule, a statement that is none, a key figure or another word."""

    rule: Explained


class Rules(NamedTuple):
    """All rules, or all that a number or a word stands for: a statement comes before the rules that bear its number."""

    rules: Sequence[Explained]


def explain(code: str | None, lang: str) -> Answer[OneRule | Rules]:
    """What a code, a number or a word stands for; without one all rules."""
    if code is None:
        rules = all_rules()
        rows: list[tuple[Any, ...]] = [(r.code, r.number, r.level, demand(r, lang)) for r in rules]
        return Answer(Rules([explained(rule, lang) for rule in rules]), tables=[Table("rules", LIST, rows)])
    asked = " ".join(code.split()).lower().replace("läsning ", "reading ")
    found = list(_found(KEPT_BY.get(asked, asked), lang)) or _code(asked) or _unknown(code)
    shown = [one for one, _ in found]
    payload = OneRule(shown[0]) if len(shown) == 1 else Rules(shown)
    return Answer(payload, tables=[table for _, table in found])


def _found(asked: str, lang: str) -> Iterator[Found]:
    """All that it stands for: a statement, the rules of a code, a number or a kind of `todo`, and what words mean."""
    alike = {asked.lower(), asked.lower().replace("_", "-")}
    statement = statements().get(asked.upper())
    if statement and known(f"statement.{statement.number}", "sv"):
        yield _statement(statement)
    yield from (
        (explained(rule, lang), rule_table(rule, lang))
        for rule in all_rules()
        if rule.code in alike or rule.number.lower() in alike or _kind_of(rule) in alike
    )
    if kpi := find(asked) or BY_CODE.get(asked.lower().replace("-", "_")):
        yield _kpi(kpi)
    words = {word.code: word for name in sorted(alike) for word in words_of(name)}
    yield from ((word, word.table) for word in words.values())


def _kind_of(rule: AnyRule) -> str | None:
    """The kind of row in `todo` that a rule asks with."""
    head, _, rest = rule.code.partition(".")
    return rest.partition(".")[0] if head == "todo" else None


def _code(asked: str) -> list[Found]:
    """A value that a fact may have, by the word that is shown for it."""
    alike = (asked, asked.replace("_", "-"), asked.replace("-", "_"))
    word = next((code_word(code) for code in alike if known(f"code.{code}", "sv")), None)
    return [(word, word.table)] if word else []


def _unknown(code: str) -> Never:
    from difflib import get_close_matches

    rules = all_rules()
    listed = [*(rule.code for rule in rules), *(number.lower() for number in statements()), *BY_CODE, *all_words()]
    near = get_close_matches(code.strip().lower(), dict.fromkeys(listed), n=NEAREST, cutoff=0)
    named = [name.upper() if name.upper() in statements() else name for name in near]
    raise Refused("rule.unknown", asked=code, near=named, command=f"ipsu explain {named[0]}")


def _statement(statement: SourceStatement) -> Found:
    source = statement.source
    assert source is not None  # a number with a text of its own has one
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
    return found, facts_table(statement.number, rows)


def _kpi(kpi: Kpi) -> Found:
    base = kpi.base
    label, made = Text(f"kpi.{base}", {"value": kpi.names and kpi.names.on(dt.date.max)}), Text(f"formula.{base}")
    found = KpiExplained(base, None, "kpi", made, None, label, kpi.unit, [KPI_COMMAND])
    rows = [
        (Text("column.kpi"), label), (Text("column.unit"), Text(f"code.{kpi.unit}")), (Text("column.demand"), made),
        (Text("column.command"), KPI_COMMAND),
    ]  # fmt: skip
    return found, facts_table(base, rows)
