"""What a document is filed with, as a person types it: the options of its type, by their names."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from ipsu_cli.core.document import Activity
from ipsu_cli.core.hours import Hours, hundredths
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.text import tidy
from ipsu_cli.read.fields import read_one

SEVERAL = ("goal", "mandatory", "optional", "hours")
# A joint plan has hours for everything in it; a report may have a blank, which a rule then speaks of.
MAY_BE_BLANK = ("hours",)


def read_fields(words: Mapping[str, Any], today: dt.date) -> dict[str, Any]:
    """What was given, by the name that the register keeps it under. An option left out is left out."""
    if words.get("known") and words.get("unknown"):
        raise Unreadable("option.together", options=["--known", "--unknown"])
    fields: dict[str, Any] = {}
    for name, word in words.items():
        if word in (None, False, (), []) or name in ("known", "unknown"):
            continue
        value = read_several(name, word) if name in SEVERAL else read_one(name, word, today)
        if value is None:
            raise Unreadable("option.empty", option=name)
        fields[name.replace("-", "_")] = value
    if words.get("known") or words.get("unknown"):
        fields["known"] = bool(words.get("known"))
    return fields


def read_several(name: str, words: Sequence[str]) -> tuple[Any, ...]:
    """An option that may be repeated: goals, or activities each with its hours."""
    if not all(word.strip() for word in words):
        raise Unreadable("option.empty", option=name)
    if name == "goal":
        return tuple(tidy(word) for word in words)
    found = tuple(_activity(name, word) for word in words)
    keys = [each.key for each in found]
    twice = [each.name for n, each in enumerate(found) if each.key in keys[:n]]
    if twice:
        raise Refused("document.activity-twice", activities=twice, option=f"--{name}")
    return found


def _activity(option: str, word: str) -> Activity:
    """The activity of `NAME=HOURS`; the last `=` divides them."""
    name, sign, hours = word.rpartition("=")
    name = tidy(name)
    blank = not hours.strip()
    number = hundredths(hours)
    if not sign or not name or (number is None and not (blank and option in MAY_BE_BLANK)):
        raise Unreadable("value.activity", value=word, option=f"--{option}")
    return Activity(name, None if number is None else Hours(number))
