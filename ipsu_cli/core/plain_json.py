"""JSON of our own values: exact numbers with at most two decimals, which the json module cannot write."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import islice
from json.encoder import encode_basestring
from typing import Any

from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.records import Records

PIECE = 5  # items of a list that are written at a time; some have a thousand lines each


def dump(value: Any) -> str:
    """`value` as JSON. Öre are whole numbers, other kinds decimal ones, days text; nothing of ours is
    a float.

    >>> dump({"hours": Hours(750), "day": dt.date(2026, 3, 2), "none": None})
    '{"hours": 7.5, "day": "2026-03-02", "none": null}'
    """
    if isinstance(value, dict):
        return _object(tuple(value)) % tuple([WRITERS[type(item)](item) for item in value.values()])
    if isinstance(value, list | tuple):
        return "[" + ", ".join([WRITERS[type(item)](item) for item in value]) + "]"
    return WRITERS[type(value)](value)


def pieces(value: Any, deep: int = 3) -> Iterator[str]:
    """The same piece by piece, so that a long list never stands in memory as one text."""
    if not deep or not isinstance(value, dict | list | Records):
        yield dump(value)
        return
    if not isinstance(value, dict):
        yield "["
        items, between = iter(value), ""
        while piece := list(islice(items, PIECE)):
            yield between + ", ".join(map(dump, piece))
            between = ", "
        yield "]"
        return
    yield "{"
    for place, (key, item) in enumerate(value.items()):
        yield f"{', ' if place else ''}{_key(key)}: "
        yield from pieces(item, deep - 1)
    yield "}"


class _Writers(dict[type, Callable[[Any], str]]):
    """What writes values of each kind; a kind that is met for the first time is added."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        self[kind] = self._of(kind)
        return self[kind]

    @staticmethod
    def _of(kind: type) -> Callable[[Any], str]:
        if issubclass(kind, dict | list | tuple):
            return dump
        if issubclass(kind, int):
            return int.__repr__
        if issubclass(kind, float):  # only what a person's own SQL has calculated
            return float.__repr__
        if issubclass(kind, dt.date):
            return lambda day: f'"{day.isoformat()}"'
        return lambda other: encode_basestring(str(other))


WRITERS = _Writers(
    {
        str: encode_basestring,
        Hours: str,
        Quantity: str,
        Percent: str,
        Ore: str,
        bool: lambda value: "true" if value else "false",
        type(None): lambda value: "null",
    }
)


@lru_cache(maxsize=100)
def _object(keys: tuple[Any, ...]) -> str:
    """An object of these keys with a place for each value: a long list has few kinds of objects, each many times."""
    return "{" + ", ".join(f"{_key(key)}: ".replace("%", "%%") + "%s" for key in keys) + "}"


@cache
def _key(key: Any) -> str:
    """A key; an answer has few, and each of them many times."""
    return encode_basestring(str(key))
