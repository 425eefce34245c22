"""Rows of hours of a file, as few bytes each as they can be: there may be a million."""

import datetime as dt
from array import array
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from ipsu_cli.core.dates import Week
from ipsu_cli.core.delivery import DeliveryEntry
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store.batches import ROW_DIGEST

T = TypeVar("T", bound=Hashable)
# What a row may have in place of a span: it is entered, it is not, or it is judged and entered by itself in its turn.
ENTERED, LEFT_OUT, BY_ITSELF = 0, -1, -2
MOST = 2**31 - 1  # what four bytes hold


class Places(Generic[T]):
    """Values that many rows share, each by its place."""

    def __init__(self) -> None:
        self.listed: list[T] = []
        self._places: dict[T, int] = {}

    def of(self, value: T) -> int:
        """The place of a value, which is listed where it is new."""
        place = self._places.setdefault(value, len(self.listed))
        if place == len(self.listed):
            self.listed.append(value)
        return place


class DaySpan(NamedTuple):
    """The days of a delivery."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


class DaySpans(Places[DaySpan]):
    """DaySpans, each by its place: there too its week, its number of days, and its days as they are kept."""

    def __init__(self) -> None:
        super().__init__()
        self.weeks: list[Week] = []
        self.days: list[int] = []
        self.kept: list[tuple[str, str]] = []

    def of(self, value: DaySpan) -> int:
        """The place of a span, which is listed where it is new."""
        place = super().of(value)
        if place == len(self.weeks):
            self.weeks.append(Week.of(value.last))
            self.days.append(value.days)
            self.kept.append((value.first.isoformat(), value.last.isoformat()))
        return place


class HoursRows:
    """Rows in the order of the file: the position of each, the place of its case, a number for its day or week, its
    hours in hundredths, and the place of the span that it lies on once it is judged: 24 bytes a row, and its digest.

    `others` are the rows that say something else than a case, a day or a week, and hours.
    """

    def __init__(self) -> None:
        self.refs, self.spans = Places[str](), DaySpans()
        self.days, self.weeks = Places[dt.date](), Places[Week]()
        self.positions, self.placed = array("q"), array("i")
        self.cases, self.whens, self.hours = array("i"), array("i"), array("i")
        self.digests = bytearray()
        self.others: dict[int, DeliveryEntry] = {}

    def __len__(self) -> int:
        return len(self.positions)

    def clear(self) -> None:
        """Forget the rows; the arrays stay the same, for who fills them."""
        for listed in (self.positions, self.placed, self.cases, self.whens, self.hours, self.digests):
            del listed[:]
        self.others.clear()

    def add(self, position: int, entry: DeliveryEntry, digest: bytes) -> bool:
        """One more row. Is it of hours?"""
        when = self._when(entry)
        if when is None or entry.hours is None:
            self.others[len(self)] = entry
        self.positions.append(position)
        self.digests += digest
        self.cases.append(self.refs.of(entry.case))
        self.whens.append(when or 0)
        self.hours.append(entry.hours.hundredths if when is not None and entry.hours else 0)
        return when is not None

    def _when(self, entry: DeliveryEntry) -> int | None:
        """The place of the day of an entry, `~place` of its week; None where it says anything else."""
        if entry.hours is None or entry.hours.hundredths > MOST:
            return None
        if (entry.on is None) == (entry.week is None) or entry != DeliveryEntry(*entry[:4]):
            return None
        return self.days.of(entry.on) if entry.on else ~self.weeks.of(entry.week or Week())

    def entry(self, index: int) -> DeliveryEntry:
        """What a row says, as the command would be given it."""
        if index in self.others:
            return self.others[index]
        when = self.whens[index]
        ref, hours = self.refs.listed[self.cases[index]], Hours(self.hours[index])
        if when < 0:
            return DeliveryEntry(ref, hours, week=self.weeks.listed[~when])
        return DeliveryEntry(ref, hours, on=self.days.listed[when])

    def digest(self, index: int) -> bytes:
        """The digest of a row."""
        return bytes(self.digests[index * ROW_DIGEST : (index + 1) * ROW_DIGEST])

    def by_case(self) -> Iterator[tuple[int, list[int]]]:
        """The place of each case with its rows that have to be judged, in the order of the file."""
        before, last = array("i"), dict[int, int]()
        for index, (case, placed) in enumerate(zip(self.cases, self.placed, strict=True)):
            if placed < 0:
                before.append(-1)
                continue
            before.append(last.get(case, -1))
            last[case] = index
        for case, index in last.items():
            yield case, _chain(before, index)


def _chain(before: "array[int]", index: int) -> list[int]:
    rows = []
    while index >= 0:
        rows.append(index)
        index = before[index]
    rows.reverse()
    return rows
