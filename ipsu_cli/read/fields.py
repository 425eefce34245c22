"""What a person types for a fact, read: the same for an option and for a cell of an import."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ipsu_cli.core.cell import divided
from ipsu_cli.core.fact import Fact
from ipsu_cli.core.hours import in_decimals
from ipsu_cli.core.kind import HOURS, Kind
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.read.words import as_code, with_words


def read_value(kind: Kind[Any], word: str, today: dt.date, option: str, *, personal: bool = False) -> Any:
    """One value, None for an empty word. What is wrong names the option; a personal value is never repeated."""
    if not word.strip():
        return None
    codes = kind.codes()
    try:
        return kind.read(as_code(kind, word) if codes else word, today)
    except Unreadable as error:
        error.figures["option"] = error.figures.get("option") or option
        if personal:
            error.figures.pop("value", None)
        error.details = error.figures
        if codes:
            with_words(kind, error)
        raise


def read_cell(fact: Fact, text: str, today: dt.date) -> Any:
    """A cell of an import: one value, or several with a `|` between; None for an empty one.

    Raises `Unreadable` for a word that means something else on another day: the same file would enter it again then.
    """
    if fact.kind is HOURS:
        text = in_decimals(text)
    if fact.kind.relative(text):
        raise Unreadable("value.relative", value=text)
    if not fact.kind.several:
        return read_value(fact.kind, text, today, fact.name, personal=fact.personal)
    values = (read_value(fact.kind, part, today, fact.name, personal=fact.personal) for part in divided(text))
    return tuple(values) or None


def demand(values: Mapping[str, Any], *names: str) -> None:
    """Raise `Unreadable` for the first of these that holds nothing."""
    for name in names:
        if values.get(name) is None:
            raise Unreadable("option.empty", option=name)
