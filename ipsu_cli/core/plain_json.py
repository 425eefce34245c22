"""JSON of our own values: exact numbers with at most two decimals, which the json module cannot write."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent


def dump(value: Any) -> str:
    """`value` as JSON. Öre are whole numbers, other kinds decimal ones, days text; never a float.

    >>> dump({"hours": Hours(750), "day": dt.date(2026, 3, 2), "none": None})
    '{"hours": 7.5, "day": "2026-03-02", "none": null}'
    """
    write = WRITERS.get(type(value))
    if write:
        return write(value)
    if isinstance(value, dict):
        return "{" + ", ".join([f"{_key(key)}: {dump(item)}" for key, item in value.items()]) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join([dump(item) for item in value]) + "]"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, dt.date):
        return f'"{value.isoformat()}"'
    return encode_basestring(str(value))


def pieces(value: Any, deep: int = 3) -> Iterator[str]:
    """The same piece by piece, so that a long list never stands in memory as one text."""
    if not deep or not isinstance(value, dict | list):
        yield dump(value)
        return
    begin, end = "{}" if isinstance(value, dict) else "[]"
    yield begin
    for place, item in enumerate(value):
        comma = ", " if place else ""
        if isinstance(value, dict):
            yield f"{comma}{_key(item)}: "
            yield from pieces(value[item], deep - 1)
        else:
            yield comma + dump(item)
    yield end


WRITERS: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: int.__repr__,
    Hours: str,
    Quantity: str,
    Percent: str,
    Ore: str,
    bool: lambda value: "true" if value else "false",
    type(None): lambda value: "null",
}


@cache
def _key(key: Any) -> str:
    """A key; an answer has few, and each of them many times."""
    return encode_basestring(str(key))
