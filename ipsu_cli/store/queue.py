"""The queue, day by day: who came and who left, of the cases in `waiting` (made by `store.scope`)."""

import datetime as dt
from bisect import bisect_right
from itertools import accumulate

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject
from ipsu_cli.store import Store, scope

# A queue is for the service queued for.
PARTS = scope.PARTS | {"service": scope.QUEUED_FOR}
WHOLE = "''"
CAME = "SELECT {part} AS part, queued_on AS day, count(*) AS many FROM waiting c GROUP BY 1, 2 ORDER BY 1, 2"
LEFT = """
    SELECT {part} AS part, left_on AS day, count(*) AS many FROM waiting c WHERE left_on IS NOT NULL
    GROUP BY 1, 2 ORDER BY 1, 2
"""
LISTED = """
    SELECT ref, queued_for, queued_on FROM waiting
    WHERE queued_on <= :day AND (left_on IS NULL OR left_on > :day) ORDER BY queued_on, ref
"""
# Why people left the queue: for support, else for the reason that they were closed with.
REASONS = """
    SELECT CASE WHEN from_day IS NOT NULL THEN 'enrolled' ELSE coalesce(close_reason, 'unspecified') END AS reason,
           count(*) AS many
    FROM waiting WHERE left_on BETWEEN :first AND :last GROUP BY 1 ORDER BY many DESC, reason
"""
# Whom a protected person was referred to is told nobody.
RECEIVERS = """
    SELECT CASE q.protected WHEN 0 THEN c.refer_to END AS receiver, count(*) AS many
    FROM waiting w JOIN cases c ON c.id = w.id JOIN people q ON q.id = c.person_id
    WHERE w.left_on BETWEEN :first AND :last AND w.from_day IS NULL AND w.close_reason = 'referred_on'
    GROUP BY receiver COLLATE NOCASE ORDER BY many DESC, receiver IS NULL, receiver
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


class ReasonExits(NamedTuple):
    """How many left the queue for a reason; None where that is hidden from others."""

    reason: str
    many: int | None

    def to_json(self) -> JsonObject:
        """That something is hidden stands only where it is."""
        return {"reason": self.reason, "count": self.many, **({"hidden": True} if self.many is None else {})}


class Receiver(NamedTuple):
    """How many were referred on to somebody; `to` is None where it is not noted, or not to be told."""

    to: str | None
    many: int

    def to_json(self) -> JsonObject:
        """By their keys."""
        return {"to": self.to, "count": self.many}


def exits_by_reason(store: Store, first: dt.date, last: dt.date) -> list[ReasonExits]:
    """Why people left the queue from a day to another, the most frequent first."""
    rows = store.all(REASONS, first=first.isoformat(), last=last.isoformat())
    return [ReasonExits(row["reason"], row["many"]) for row in rows]


def referred_to(store: Store, first: dt.date, last: dt.date) -> list[Receiver]:
    """To whom people in the queue were referred from a day to another, the most frequent first."""
    rows = store.all(RECEIVERS, first=first.isoformat(), last=last.isoformat())
    return [Receiver(row["receiver"], row["many"]) for row in rows]
