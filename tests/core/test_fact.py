"""Facts: what follows from the line that declares one, and what a record says of which nobody has typed anything."""

import datetime as dt
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, Any, NamedTuple

import pytest

from ipsu_cli import core
from ipsu_cli.core.fact import ADD, Fact, fact, facts_of, json_maker, json_of, with_facts
from ipsu_cli.core.kind import DAY, FLAG, HOURS, TEXT


class Inner(NamedTuple):
    since_day: Annotated[dt.date | None, fact(DAY, "since", key="queue.from")] = None
    kept_secret: Annotated[str | None, fact(TEXT, hidden=True, personal=True)] = None


class Outer(NamedTuple):
    id: int
    long_word: Annotated[str, fact(TEXT, required=True)]
    inner: Inner = Inner()
    flag: Annotated[bool, fact(FLAG, key="queue.flag", row="")] = False


NAMES = [declared.name for declared in facts_of(Outer)]
FACTS = dict(zip(NAMES, facts_of(Outer), strict=True))
DAY_ONE = dt.date(2026, 3, 2)


def test_the_facts_of_the_records_within_stand_where_their_record_does() -> None:
    assert ["long-word", "since", "kept-secret", "flag"] == NAMES
    assert [("long_word",), ("inner", "since_day"), ("inner", "kept_secret"), ("flag",)] == [
        declared.path for declared in FACTS.values()
    ]


def test_what_a_fact_does_not_say_follows_from_its_field() -> None:
    word, since, flag = FACTS["long-word"], FACTS["since"], FACTS["flag"]
    assert ("long_word", ("long_word",), "long_word") == (word.column, word.key, word.row)
    assert ("since_day", ("queue", "from"), "since") == (since.column, since.key, since.row)
    assert ("flag", ("queue", "flag"), "") == (flag.column, flag.key, flag.row)


@pytest.mark.parametrize(("name", "says"), [
    ("long-word", (True, False, False)), ("since", (False, False, False)), ("kept-secret", (False, True, True)),
])  # fmt: skip
def test_a_fact_may_be_left_out_repeated_and_shown_unless_it_says_otherwise(name: str, says: tuple[bool, ...]) -> None:
    found = FACTS[name]
    assert (ADD, *says) == (found.typed, found.required, found.personal, found.hidden)


def test_a_record_is_shown_by_the_keys_of_its_facts() -> None:
    record = Outer(1, "word", Inner(DAY_ONE, "secret"), True)
    own = {"long_word": "word", "queue": {"from": DAY_ONE, "flag": True}}
    assert own | {"kept_secret": "secret"} == json_of(record, facts_of(Outer))
    assert own | {"kept_secret": None} == json_maker(facts_of(Outer))(record, True)


def test_other_values_leave_the_rest_of_the_record_as_it_is() -> None:
    record = Outer(1, "word", Inner(DAY_ONE, "secret"))
    changed = with_facts(record, {("inner", "kept_secret"): None, ("flag",): True})
    assert Outer(1, "word", Inner(DAY_ONE, None), True) == changed
    assert record == with_facts(record, {})


def test_what_is_missing_is_kept_as_nothing_whatever_its_kind() -> None:
    assert (None, None) == (FACTS["since"].kept(Outer(1, "")), FACTS["since"].loaded(None))
    kept = FACTS["since"].kept(Outer(1, "", Inner(DAY_ONE)))
    assert ("2026-03-02", DAY_ONE) == (kept, FACTS["since"].loaded(kept))
    zero = HOURS.read("0", DAY_ONE)
    assert not zero
    assert zero == Fact(HOURS, "h", ("since_day",), "h", (), "", ADD, False, False, False).kept(Inner(zero))  # type: ignore[arg-type]


def records() -> Iterator[Any]:
    """Every record of the program that has facts."""
    for module in iter_modules(core.__path__, f"{core.__name__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and value.__module__ == module.name and hasattr(value, "_fields"):
                yield value


def test_no_record_says_what_nobody_has_typed() -> None:
    """No flag is set, no day is there and no list has anything in it before somebody says so."""
    preset = [
        f"{record.__name__}.{declared.path[-1]}"
        for record in records()
        for declared in facts_of(record)
        if len(declared.path) == 1 and record._field_defaults.get(declared.path[0])
    ]
    assert [] == preset
