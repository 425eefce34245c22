"""A span of time on one day, as a person types it: `10:00-11:00`; and the day on which options are read."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ipsu_cli.core.problem import Unreadable

HOUR = 60


def read_time(text: str) -> dt.time | None:
    """The time that `10:30` says, None if it says none."""
    hours, colon, minutes = text.partition(":")
    plain = (hours + minutes).isascii() and (hours + minutes).isdigit() and len(hours) == len(minutes) == 2
    return dt.time(int(hours), int(minutes)) if colon and plain and int(hours) < 24 and int(minutes) < 60 else None


class Span(str):
    """From one time to a later one of the same day. Stores as the text that it is."""

    @property
    def begins(self) -> dt.time:
        return dt.time(int(self[:2]), int(self[3:5]))

    @property
    def ends(self) -> dt.time:
        return dt.time(int(self[6:8]), int(self[9:]))

    @property
    def minutes(self) -> int:
        """How long it is."""
        first, last = self.begins, self.ends
        return HOUR * (last.hour - first.hour) + last.minute - first.minute

    def holds(self, other: "Span") -> bool:
        """Does `other` lie within it?"""
        return self.begins <= other.begins and other.ends <= self.ends


def read_span(text: str) -> Span:
    """The span that a person typed. Raises `Unreadable` where it does not end after it begins."""
    first, dash, last = text.strip().replace("–", "-").partition("-")
    begins, ends = read_time(first.strip()), read_time(last.strip())
    if not dash or begins is None or ends is None or ends <= begins:
        raise Unreadable("value.times", value=text)
    return Span(f"{begins:%H:%M}-{ends:%H:%M}")


_reading_day: ContextVar[dt.date] = ContextVar("reading_day")


@contextmanager
def reading_on(day: dt.date) -> Iterator[None]:
    """Options are read on `day`: that is what `yesterday` and `last-month` start from."""
    token = _reading_day.set(day)
    try:
        yield
    finally:
        _reading_day.reset(token)


def reading_day() -> dt.date:
    """The day that options are read on. Typer hands a parser nothing but the word that was typed."""
    return _reading_day.get()
