"""The queue month by month, and the wait that it makes at the pace of a year."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.chart import LINES, Chart
from ipsu_cli.core.dates import ONE_DAY, Month, months_between
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.store.queue import Flow

MONTHS = (
    Column("month", "month"), Column("entries", "count"), Column("exits", "count"), Column("queue", "count"),
    Column("queue_goal", "count"), Column("wait_est_days", "figure"), Column("target_days", "count"),
)  # fmt: skip


def year_before(day: dt.date) -> dt.date:
    """The same day a year before, the 28th for a 29 February."""
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def exits_of_year(flow: Flow, day: dt.date) -> int:
    """How many left in the twelve months up to a day."""
    return flow.left.within(year_before(day) + ONE_DAY, day)


def wait_days(flow: Flow, day: dt.date) -> Quantity | None:
    """The wait that the queue makes at the pace of the last twelve months, in days with one decimal."""
    exits = exits_of_year(flow, day)
    return Quantity.rounded(365 * flow.length(day), exits) if exits else None


class QueueMonth(NamedTuple):
    """The queue in a month. `queue_goal` is the longest one that keeps to the target."""

    month: Month
    entries: int
    exits: int
    queue: int
    queue_goal: int | None
    wait_est_days: Quantity | None
    target_days: Quantity | None

    @property
    def moves(self) -> bool:
        """Did anybody wait, come or leave?"""
        return bool(self.queue or self.entries or self.exits)

    def to_json(self) -> JsonObject:
        """The month without the longest queue, which only a drawing shows."""
        return all_but(self, "queue_goal")


def months_of(flow: Flow, period: Period, aim: Quantity | None) -> list[QueueMonth]:
    """Every month of the period; the last ends with it."""
    found = []
    for month in months_between(period.first, period.last):
        first, last = max(month.first, period.first), min(month.last, period.last)
        goal = None if aim is None else longest_queue(aim, exits_of_year(flow, last))
        came, left = flow.came.within(first, last), flow.left.within(first, last)
        found.append(QueueMonth(month, came, left, flow.length(last), goal, wait_days(flow, last), aim))
    return found


def longest_queue(aim: Quantity, exits: int) -> int:
    """The longest queue that keeps to a wait of so many days, when so many leave it in a year."""
    return aim.hundredths * exits // 36_500


def charts(*, aimed: bool) -> list[Chart]:
    """The queue over the months with the target, in and out, and the wait."""
    queue_goal, days = (("queue_goal",), ("target_days",)) if aimed else ((), ())
    return [
        Chart("queue", "queue-months", "month", ("queue", *queue_goal), "cases", line=queue_goal),
        Chart("in-and-out", "queue-months", "month", ("entries", "exits"), "cases"),
        Chart("wait", "queue-months", "month", ("wait_est_days", *days), "days", LINES, days),
    ]


def months_table(months: Sequence[QueueMonth]) -> Table:
    """The queue month by month, the target in whole days."""
    rows = [(*month[:-1], month.target_days and month.target_days.hundredths // 100) for month in months]
    return Table("queue-months", MONTHS, rows, bar="queue")
