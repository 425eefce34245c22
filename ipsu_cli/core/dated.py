"""Values that an agreement or a law can change: what holds from which day, and where that stands."""

import datetime as dt
from typing import Generic, TypeVar

from ipsu_cli.core.source import Source

T_co = TypeVar("T_co", covariant=True)


class DatedValue(Generic[T_co]):
    """What a value is from its first day on, and the source that says so."""

    def __init__(self, first: dt.date, value: T_co, source: Source) -> None:
        self.first = first
        self.value = value
        self.source = source


class Dated(Generic[T_co]):
    """A value and its changes, by their first days. A change is one line more.

    The first value holds for all days before it too: the register has cases that are older than the sources, and
    nobody has read what held for them.

    >>> law = Source("A law", "riksdagen.se", dt.date(2026, 11, 22))
    >>> days = Dated("working-days", ("2026-01-01", 5, law), ("2027-01-01", 3, law.at("2 §")))
    >>> [days.on(dt.date(*day)) for day in ((2025, 1, 1), (2026, 12, 31), (2027, 1, 1))]
    [5, 5, 3]
    """

    def __init__(self, name: str, *values: tuple[str, T_co, Source]) -> None:
        self.name = name
        self.values = tuple(DatedValue(dt.date.fromisoformat(first), value, source) for first, value, source in values)
        days = [value.first for value in self.values]
        if not days or days != sorted(set(days)):
            raise ValueError(f"{name}: one value or more, each from a later day")

    def on(self, day: dt.date) -> T_co:
        """The value that holds on `day`: the day that is judged, not today."""
        return next((value.value for value in reversed(self.values) if value.first <= day), self.values[0].value)
