"""The queue, day by day: who came and who left, of the cases in `waiting` (made by `store.scope`)."""

import datetime as dt
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from ipsu_cli.core.dates import kept_day
from ipsu_cli.store import Store

PARTS = {
    "service": "queued_for",
    "agreement": "coalesce(nullif(agreement, ''), 'unspecified')",
    "coach": "coalesce(nullif(coach, ''), 'unspecified')",
    "site": "coalesce(nullif(site, ''), 'unspecified')",
    "gender": "coalesce(gender, 'unknown')",
}
WHOLE = "''"
CAME = "SELECT {part} AS part, queued_on AS day, count(*) AS many FROM waiting GROUP BY 1, 2 ORDER BY 1, 2"
LEFT = """
    SELECT {part} AS part, left_on AS day, count(*) AS many FROM waiting WHERE left_on IS NOT NULL
    GROUP BY 1, 2 ORDER BY 1, 2
"""
LISTED = """
    SELECT ref, queued_for, queued_on FROM waiting
    WHERE queued_on <= :day AND (left_on IS NULL OR left_on > :day) ORDER BY queued_on, ref
"""


class RunningTotal(NamedTuple):
    """The days on which something happened, in order, and how often it had by the end of each."""

    days: tuple[str, ...]
    sums: tuple[int, ...]

    def until(self, day: dt.date) -> int:
        """How often up to and including a day."""
        place = bisect_right(self.days, day.isoformat())
        return self.sums[place - 1] if place else 0

    def within(self, first: dt.date, last: dt.date) -> int:
        """How often from a day to another, both included."""
        return self.until(last) - self.until(first - dt.timedelta(days=1))


NEVER = RunningTotal((), ())


class Flow(NamedTuple):
    """Who came to a queue and who left it, day by day."""

    came: RunningTotal
    left: RunningTotal

    def length(self, day: dt.date) -> int:
        """The queue at the end of a day."""
        return self.came.until(day) - self.left.until(day)


class QueuedCase(NamedTuple):
    """Somebody in the queue."""

    case: str
    service: str
    queued: dt.date


def flows(store: Store, dimension: str | None = None) -> dict[str, Flow]:
    """The queue by part of a dimension; whole, its one part is ''."""
    part = PARTS[dimension] if dimension else WHOLE
    came, left = _days(store, CAME.format(part=part)), _days(store, LEFT.format(part=part))
    return {name: Flow(came[name], left.get(name, NEVER)) for name in came}


def _days(store: Store, question: str) -> dict[str, RunningTotal]:
    found: dict[str, list[tuple[str, int]]] = {}
    for row in store.all(question):
        found.setdefault(row["part"], []).append((row["day"], row["many"]))
    return {
        part: RunningTotal(tuple(day for day, _ in rows), tuple(accumulate(many for _, many in rows)))
        for part, rows in found.items()
    }


def listed(store: Store, day: dt.date) -> list[QueuedCase]:
    """Who waits at the end of a day, longest first."""
    return [
        QueuedCase(row["ref"], row["queued_for"], kept_day(row["queued_on"]))
        for row in store.all(LISTED, day=day.isoformat())
    ]
