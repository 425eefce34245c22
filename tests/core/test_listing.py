"""As much of a list as is asked for, the same rows in the table and in the records."""

import datetime as dt
from typing import Any, NamedTuple

import pytest

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.listing import Listing, narrowed
from ipsu_cli.core.money import Ore
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.table import Column, Table


class Thing(NamedTuple):
    name: str
    on: dt.date | None
    net_ore: Ore | None
    hidden: int


class Things(NamedTuple):
    things: list[Thing]
    others: list[Thing]


def day(number: int) -> dt.date:
    return dt.date(2026, 3, number)


THINGS = [Thing("b", day(2), Ore(5), 1), Thing("A", day(1), None, 3), Thing("c", None, Ore(-7), 2)]
COLUMNS = (Column("name"), Column("on", "day"), Column("net", "money"))
TABLE = Table("things", COLUMNS, [thing[:3] for thing in THINGS])


def names(**asked: Any) -> str:
    """The names of what is left, the same in the table."""
    listing = Listing(day="on", headings=lambda key: [f"The {key}"], **asked)
    answer = narrowed(Answer(Things(THINGS, []), [], [TABLE]), listing)
    left = [thing.name for thing in answer.payload.things]
    assert left == [row[0] for table in answer.tables for row in table.rows]
    assert [Text("message.shown", {"count": len(left)})] == answer.lines
    return "".join(left)


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"limit": 2}, "bA"),
        ({"limit": 9}, "bAc"),
        ({"sort": "name"}, "Abc"),
        ({"sort": "-name"}, "cbA"),
        ({"sort": "on"}, "Abc"),
        ({"sort": "-on"}, "bAc"),
        ({"sort": "net"}, "cbA"),
        ({"sort": "-NET"}, "bcA"),
        ({"sort": "The Net"}, "cbA"),
        ({"sort": "hidden"}, "bcA"),  # a key of the JSON
        ({"sort": "net-ore", "limit": 1}, "c"),
        ({"since": day(1)}, "bA"),
        ({"since": day(2)}, "b"),
        ({"since": day(3)}, ""),
        ({"since": day(1), "sort": "name", "limit": 1}, "A"),
    ],
)
def test_what_is_left(asked: dict[str, Any], left: str) -> None:
    assert left == names(**asked)


def test_nothing_asked_is_the_answer_itself() -> None:
    answer = Answer(Things(THINGS, []), [], [TABLE])
    assert answer is narrowed(answer, Listing())


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Unreadable) as problem:
        names(sort="price")
    assert {"value": "price", "known": ["name", "on", "net"], "option": "--sort"} == problem.value.figures
