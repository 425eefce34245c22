"""The changes to a piece of SQL: comparisons, AND and OR, NOT, arithmetic, whole numbers, and the ends of BETWEEN.

What is not changed: texts (but for the number in a step of days such as '+1 day'), the schema (CREATE TABLE), the
columns that an ORDER BY or a GROUP BY counts, and the 1 of `EXISTS (SELECT 1`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

IS_SQL = re.compile(r"\b(SELECT|FROM|WHERE|AND|OR|BETWEEN|CASE|JOIN|IS|IN|NOT|EXISTS|UPDATE|INSERT|DELETE)\b")
SCHEMA = re.compile(r"\s*(PRAGMA|DROP|CREATE\s+(TEMP\s+)?(TABLE|INDEX|VIEW|TRIGGER)\b(?!.*\bAS\s+SELECT\b))", re.DOTALL)
TOKEN = re.compile(r"'[^']*'|--[^\n]*|:?\w+(?:\.\w+)*|<=|>=|<>|!=|\|\||\s+|.")
BETWEEN = re.compile(r"(?P<value>[\w.]+(?:\([^()]*\))?) BETWEEN (?P<low>:?[\w.]+) AND (?P<high>:?[\w.]+)(?![\w(])")
STEP = re.compile(r"'(?P<n>[+-]\d+) (?P<unit>\w+)'")
CLAUSES = {"SELECT", "FROM", "WHERE", "SET", "ON", "HAVING", "WHEN", "ORDER", "GROUP", "LIMIT", "VALUES"}

SWAPPED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "<>", "<>": "=", "!=": "=", "+": "-", "-": "+", "*": "/", "/": "*",
    "AND": "OR", "OR": "AND", "IN": "NOT IN", "EXISTS": "NOT EXISTS", "IS": "IS NOT", "NOT": "",
}  # fmt: skip


class Edit(NamedTuple):
    """Put `now` in place of the text from `start` to `end`."""

    start: int
    end: int
    now: str

    def made_in(self, text: str) -> str:
        return text[: self.start] + self.now + text[self.end :]


class _Place(NamedTuple):
    """Where a token stands: the clause around it, the words next to it, and whether a BETWEEN waits for its AND."""

    clause: str
    before: str
    after: str
    between: bool


def edits(text: str) -> list[Edit]:
    """Every change to `text`, in order; none if it is no SQL or only makes a table."""
    if not IS_SQL.search(text) or SCHEMA.match(text):
        return []
    return sorted([*_of_tokens(text), *_of_betweens(text)])


def _of_tokens(text: str) -> Iterator[Edit]:
    tokens = [found for found in TOKEN.finditer(text) if not found[0].isspace()]
    words = ["", *(found[0] for found in tokens), ""]
    clauses = _clauses(words[1:-1])
    for n, (found, (clause, between)) in enumerate(zip(tokens, clauses, strict=True), start=1):
        for now in _changed(words[n], _Place(clause, words[n - 1], words[n + 1], between)):
            yield Edit(found.start(), found.end(), now)


def _clauses(words: list[str]) -> Iterator[tuple[str, bool]]:
    """The clause that each word stands in, and whether a BETWEEN before it waits for its AND. A parenthesis
    has clauses of its own."""
    outer: list[tuple[str, bool]] = []
    clause, between = "", False
    for word in words:
        clause = word if word in CLAUSES else clause
        yield clause, between
        if word == "(":
            outer.append((clause, between))
        elif word == ")" and outer:
            clause, between = outer.pop()
        elif word in ("BETWEEN", "AND"):
            between = word == "BETWEEN"


def _changed(word: str, place: _Place) -> Iterator[str]:
    if word.isdigit():
        if place.clause not in ("ORDER", "GROUP") and place.before != "SELECT":
            yield from (str(int(word) + 1), str(int(word) - 1))
    elif step := STEP.fullmatch(word):
        yield from (f"'{int(step['n']) + more:+d} {step['unit']}'" for more in (1, -1))
    elif word in SWAPPED and _is_changed(word, place):
        yield SWAPPED[word]


def _is_changed(word: str, place: _Place) -> bool:
    if word == "=":
        return place.clause != "SET"
    if word == "AND":
        return not place.between
    if word in ("IN", "EXISTS", "IS"):
        return "NOT" not in (place.before, place.after)
    if word == "*":  # not `count(*)`, `k.*` or `SELECT *`
        return place.before not in ("(", ".", "SELECT", ",")
    return not (word == "NOT" and place.after == "NULL" and place.before != "IS")


def _of_betweens(text: str) -> Iterator[Edit]:
    for found in BETWEEN.finditer(text):
        value, low, high = found.group("value", "low", "high")
        for lower, upper in ((">", "<="), (">=", "<")):
            yield Edit(found.start(), found.end(), f"({value} {lower} {low} AND {value} {upper} {high})")
