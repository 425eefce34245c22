"""The agency's own number series: what is missing in it, and where it begins again."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject, all_but

MOST_NAMED = 100
_DIGITS = re.compile("[0-9]+")


class Numbered(NamedTuple):
    """A number of a series, by agreement, and the day of its invoice."""

    agreement: str
    number: str
    date: dt.date


class Gap(NamedTuple):
    """Numbers that never came, between two that did. `missing` names at most a hundred of the `lacking`."""

    agreement: str
    year: int
    after: str
    before: str
    lacking: int
    missing: tuple[str, ...]

    def to_json(self) -> JsonObject:
        """The gap; its `count` is how many numbers are lacking."""
        return {**all_but(self, "lacking", "missing"), "count": self.lacking, "missing": self.missing}


class Restart(NamedTuple):
    """A number below all that came before it in the year."""

    agreement: str
    year: int
    number: str
    before: str
    date: dt.date


class _Place(NamedTuple):
    """Where a number stands: the text around its serial number, which tells series apart, and the serial number."""

    front: str
    serial: int
    back: str
    width: int

    def named(self, serial: int) -> str:
        return f"{self.front}{serial:0{self.width}d}{self.back}"


def place_of(number: str, year: int) -> _Place | None:
    """The last run of digits is the serial number, unless it is the year and there is another.

    >>> place_of("AF-2026-0017", 2026).serial, place_of("17/2026", 2026).serial, place_of("abc", 2026)
    (17, 17, None)
    """
    runs = list(_DIGITS.finditer(number))
    runs = [run for run in runs if run[0] != str(year)] or runs
    if not runs:
        return None
    last = runs[-1]
    return _Place(number[: last.start()], int(last[0]), number[last.end() :], len(last[0]))


def runs_of(numbers: Iterable[Numbered]) -> Iterator[list[tuple[Numbered, _Place]]]:
    """The numbers by agreement, year and series, in the order of their days; a restart begins a new run."""
    series: dict[tuple[str, int, str, str], list[tuple[Numbered, _Place]]] = {}
    for entry in numbers:
        place = place_of(entry.number, entry.date.year)
        if place:
            series.setdefault((entry.agreement, entry.date.year, place.front, place.back), []).append((entry, place))
    for key in sorted(series):
        run: list[tuple[Numbered, _Place]] = []
        least = 0
        for item in sorted(series[key], key=lambda item: (item[0].date, item[1].serial)):
            if run and item[1].serial < least:
                yield sorted(run, key=_serial)
                run = []
            least = min(least, item[1].serial) if run else item[1].serial
            run.append(item)
        yield sorted(run, key=_serial)


def _serial(item: tuple[Numbered, _Place]) -> int:
    return item[1].serial


def gaps(numbers: Iterable[Numbered]) -> list[Gap]:
    """Every gap within a year of a series."""
    found = []
    for run in runs_of(numbers):
        for (before, low), (after, high) in pairwise(run):
            count = high.serial - low.serial - 1
            if count > 0:
                named = tuple(low.named(low.serial + n) for n in range(1, min(count, MOST_NAMED) + 1))
                gap = Gap(before.agreement, before.date.year, before.number, after.number, count, named)
                found.append(gap)
    return found


def restarts(numbers: Iterable[Numbered]) -> list[Restart]:
    """Every place where a series begins again within a year."""
    found = []
    series, newest = None, ""
    for run in runs_of(numbers):
        in_time = sorted(run, key=lambda item: (item[0].date, item[1].serial))
        (first, place), (last, _) = in_time[0], in_time[-1]
        own = (first.agreement, first.date.year, place.front, place.back)
        if own == series:
            found.append(Restart(first.agreement, first.date.year, first.number, newest, first.date))
        series, newest = own, last.number
    return found
