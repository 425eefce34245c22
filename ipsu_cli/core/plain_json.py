"""JSON of our own values: hours as exact numbers with at most two decimals, which the json module cannot write."""

import datetime as dt
from json.encoder import encode_basestring
from typing import Any

from ipsu_cli.core.hours import Hours


def dump(value: Any) -> str:
    """`value` as JSON. Öre are whole numbers, hours decimal ones, days text; never a float.

    >>> dump({"hours": Hours(750), "day": dt.date(2026, 3, 2), "none": None})
    '{"hours": 7.5, "day": "2026-03-02", "none": null}'
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Hours):
        return str(value)
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, dt.date):
        return f'"{value.isoformat()}"'
    if isinstance(value, dict):
        return "{" + ", ".join(f"{encode_basestring(str(k))}: {dump(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(dump(each) for each in value) + "]"
    return encode_basestring(str(value))
