"""`ipsu report forecast`: where the queue and the goal for new support are heading, if all goes on as it has.

It says what the pace of the last twelve months makes, and no more: no season, no plan.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.chart import Chart
from ipsu_cli.core.dates import ONE_DAY, Month
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import divide
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.kpi_targets import Judged, judge, of_scope, of_units, span_of
from ipsu_cli.reports.query import ReportQuery, choose_cases, heading, open_register, without_decimals
from ipsu_cli.reports.queue import EMPTY, target_days
from ipsu_cli.reports.queue_months import longest_queue, year_before
from ipsu_cli.store import queue, targets
from ipsu_cli.store.queue import Flow

SUPPORTED = "supported"
MONTHS_AHEAD = 12
FAR = 50 * 365  # days: what lies farther ahead is not foretold
COLUMNS = (
    Column("month", "month"),
    Column("queue", "count"),
    Column("queue_goal", "count"),
    Column("supported", "count"),
)
Aim = tuple[Judged, int, dt.date]


class QueuePace:
    """Who came to a queue and who left it in the twelve months up to a day."""

    def __init__(self, flow: Flow, day: dt.date, aim: Quantity | None) -> None:
        first = year_before(day) + ONE_DAY
        self.day, self.aim = day, aim
        self.queue, self.came, self.left = flow.length(day), flow.came.within(first, day), flow.left.within(first, day)

    def on(self, day: dt.date) -> int:
        """The queue on a day to come, at least nobody."""
        days = (day - self.day).days
        return max(divide(365 * self.queue + days * (self.came - self.left), 365), 0)

    @property
    def goal(self) -> int | None:
        """The longest queue that keeps to the target."""
        return None if self.aim is None else longest_queue(self.aim, self.left)

    def day_of(self, length: int) -> dt.date | None:
        """The day on which the queue is down to a length; None where it is not on its way there."""
        if self.queue <= length:
            return self.day
        fewer = self.left - self.came
        days = -(-365 * (self.queue - length) // fewer) if fewer > 0 else FAR + 1
        return self.day + days * ONE_DAY if days <= FAR else None


def report_forecast(office: Office, query: ReportQuery) -> Answer:
    """From the day that stocks are taken on: the ends of the months after it, and when what is aimed at is reached."""
    asked, query = query, query._replace(period=query.past)
    day = query.stock_day
    with office.reading() as store:
        open_register(store, query, office.today)
        goals = [e for e in of_units(targets.listed(store), query.agreements) if e.kpi == SUPPORTED]
        judged = judge(store, goals, query.period, query.as_of)
        aims = target_days(store, query.agreements)
        choose_cases(store, query)
        pace = QueuePace(queue.flows(store).get("", EMPTY), day, aims)
    agreement = query.agreements[0] if len(query.agreements) == 1 else None
    aim = _aim(of_scope(judged, agreement, query.period), query)
    months = [_month(month, pace, aim) for month in _months_ahead(day)]
    shape = {
        "on": day,
        "queue": pace.queue,
        "entries_per_month": Quantity(divide(100 * pace.came, 12)),
        "exits_per_month": Quantity(divide(100 * pace.left, 12)),
        "months": months,
        "wait_target": _wait_target(pace),
        "goal": aim and _goal(*aim),
    }
    small = [pace.queue, pace.came, pace.left, *([aim[1]] if aim else [])]
    if any(0 < count < query.below for count in small):  # every figure of it rests on all of them
        raise Refused("report.too-small", rule="E29", below=query.below)
    rows = [tuple(month[column.key] for column in COLUMNS) for month in months]
    goal = ("queue_goal",) if pace.goal is not None else ()
    return Answer(
        {"period": asked.period, "as_of": query.as_of, "forecast": shape},
        list(_lines(asked, shape)),
        [Table("forecast", COLUMNS, rows, bar="queue")],
        charts=[Chart("forecast", "forecast", "month", ("queue", *goal), "cases", line=goal)],
    )


def _aim(judged: Judged | None, query: ReportQuery) -> Aim | None:
    """The goal for new support: how it stands, how many are counted, and from which day."""
    if judged is None or judged.value is None or judged.aim is None or judged.aim[0] <= 0:
        return None
    return judged, judged.value[0] // judged.value[1], span_of(judged.target, query.period).first


def _months_ahead(day: dt.date) -> Iterator[Month]:
    """The months that end after a day, the one that goes on first."""
    month = Month.of(day + ONE_DAY)
    for _ in range(MONTHS_AHEAD):
        yield month
        month = month.next()


def _month(month: Month, pace: QueuePace, aim: Aim | None) -> dict[str, Any]:
    """What the last day of a month has."""
    waits = pace.on(month.last)
    return {
        "month": month,
        "queue": waits,
        "queue_goal": pace.goal,
        "wait_est_days": Quantity.rounded(365 * waits, pace.left) if pace.left else None,
        "supported": aim and _supported_by(month.last, *aim),
    }


def _supported_by(day: dt.date, judged: Judged, supported: int, first: dt.date) -> int:
    days = (judged.on - first).days + 1
    return supported + supported * (day - judged.on).days // days


def _wait_target(pace: QueuePace) -> dict[str, Any] | None:
    if pace.aim is None or pace.goal is None:
        return None
    return {"days": pace.aim, "queue": pace.goal, "reached_on": pace.day_of(pace.goal) if pace.left else None}


def _goal(judged: Judged, supported: int, first: dt.date) -> dict[str, Any]:
    """The goal for new support: when it is reached at the present pace, and the pace that it takes."""
    assert judged.aim is not None
    goal, days = -(-judged.aim[0] // judged.aim[1]), (judged.on - first).days + 1
    left, by = max(goal - supported, 0), judged.target.by_day
    ahead = -(-left * days // supported) if supported else FAR + 1
    reached = judged.on + ahead * ONE_DAY if ahead <= FAR else None
    remaining = (by - judged.on).days if by else 0
    return {
        "target": goal,
        "supported": supported,
        "left": left,
        "from": first,
        "by": by,
        "per_month": Quantity.rounded(365 * supported, 12 * days),
        "needed_per_month": Quantity.rounded(365 * left, 12 * remaining) if remaining > 0 else None,
        "reached_on": reached,
        "in_time": None if by is None else reached is not None and reached <= by,
    }


def _lines(query: ReportQuery, shape: dict[str, Any]) -> Iterable[Text]:
    yield heading(query)
    figures = {"entries": shape["entries_per_month"], "exits": shape["exits_per_month"]}
    yield Text("message.forecast-pace", {**figures, "queue": shape["queue"]})
    wait = shape["wait_target"]
    if wait:
        reached = wait["reached_on"] or Text("message.forecast-never")
        yield Text(
            "message.forecast-wait",
            {"days": without_decimals(wait["days"]), "queue": wait["queue"], "reached": reached},
        )
    goal = shape["goal"]
    if goal:
        figures = {key: goal[key] for key in ("target", "supported", "left")} | {"per_month": goal["per_month"]}
        yield Text(
            "message.forecast-goal", {**figures, "reached": goal["reached_on"] or Text("message.forecast-never")}
        )
    if goal and goal["by"]:
        message = "message.forecast-in-time" if goal["in_time"] else "message.forecast-late"
        yield Text(message, {"by": goal["by"], "needed": goal["needed_per_month"]})
