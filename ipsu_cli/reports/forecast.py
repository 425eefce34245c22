"""`ipsu report forecast`: where the queue and the goal for new support are heading, and what the plans have left.

Of queue and goal it says what the pace of the last twelve months makes, and no more: no season, no plan.
"""

import datetime as dt
from collections.abc import Iterator

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.chart import Chart
from ipsu_cli.core.dates import ONE_DAY, Month
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import divide
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import only
from ipsu_cli.office import Office
from ipsu_cli.reports.forecast_plans import EndingTerm, PlansLeft, ending_terms, plan_tables, plans_left
from ipsu_cli.reports.kpi_targets import Judged, judge, of_scope, of_units, span_of
from ipsu_cli.reports.query import ReportQuery, choose_cases, for_others, heading, open_register, without_decimals
from ipsu_cli.reports.queue import EMPTY, target_days
from ipsu_cli.reports.queue_months import longest_queue, year_before
from ipsu_cli.store import Store, queue, scope, targets
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


class ForecastMonth(NamedTuple):
    """The end of a month: how many then wait, next to the goal, how long, and how many have had new support."""

    month: Month
    queue: int
    queue_goal: int | None
    wait_est_days: Quantity | None
    supported: int | None


class WaitForecast(NamedTuple):
    """The wait that is aimed at, the longest queue that keeps to it, and the day on which the queue is down to that;
    None where it is not on its way there."""

    days: Quantity
    queue: int
    reached_on: dt.date | None


class GoalForecast(NamedTuple):
    """The goal for new support: how far it has come, when it is reached at that pace, and the pace that it takes."""

    target: int
    supported: int
    left: int
    from_day: dt.date
    by: dt.date | None
    per_month: Quantity
    needed_per_month: Quantity | None
    reached_on: dt.date | None
    in_time: bool | None


class Forecast(NamedTuple):
    """The queue on a day, its pace, and where that leads. `plans` are what the plans in force have left from the day on
    that is asked as of, `ends` the agreements and prices that end in the year after it; neither is for others."""

    on: dt.date
    queue: int
    entries_per_month: Quantity
    exits_per_month: Quantity
    months: list[ForecastMonth]
    wait_target: WaitForecast | None
    goal: GoalForecast | None
    plans: list[PlansLeft]
    ends: list[EndingTerm]

    @property
    def waits(self) -> bool:
        """Is there a queue to foretell, or a target of new support?"""
        return bool(self.queue or self.entries_per_month or self.exits_per_month or self.wait_target or self.goal)


class ForecastReport(NamedTuple):
    """The whole answer."""

    period: Period
    as_of: dt.date
    forecast: Forecast


def report_forecast(office: Office, query: ReportQuery) -> Answer[ForecastReport]:
    """From the day that stocks are taken on: the ends of the months after it, and when what is aimed at is reached."""
    period, query = query.period, query._replace(period=query.past)
    day = query.stock_day
    with office.reading() as store:
        query = open_register(store, query, office.today)
        goals = [target for target in of_units(targets.listed(store), query.agreements) if target.kpi == SUPPORTED]
        judged = judge(store, goals, query.period, query.as_of)
        aims = target_days(store, query.agreements)
        choose_cases(store, query)
        pace = QueuePace(queue.flows(store).get("", EMPTY), day, aims)
        plans, ends = ([], []) if query.below else _terms(store, query)
    agreement = query.agreements[0] if len(query.agreements) == 1 else None
    aim = _aim(of_scope(judged, agreement, query.period), query)
    small = [pace.queue, pace.came, pace.left, *([aim[1]] if aim else [])]
    if any(0 < count < query.below for count in small):  # every figure of it rests on all of them
        raise Refused("report.too-small", rule="E29", below=query.below)
    return _answer(query._replace(period=period), _forecast(pace, aim, plans, ends))


def _terms(store: Store, query: ReportQuery) -> tuple[list[PlansLeft], list[EndingTerm]]:
    """What the plans have left, and which terms end."""
    scope.forget(store)
    scope.choose(store, query.cases)
    return plans_left(store, query.as_of), ending_terms(store, query, query.as_of)


def _forecast(pace: QueuePace, aim: Aim | None, plans: list[PlansLeft], ends: list[EndingTerm]) -> Forecast:
    return Forecast(
        pace.day,
        pace.queue,
        Quantity(divide(100 * pace.came, 12)),
        Quantity(divide(100 * pace.left, 12)),
        [_month(month, pace, aim) for month in _months_ahead(pace.day)],
        _wait_target(pace),
        aim and _goal(*aim),
        plans,
        ends,
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


def _month(month: Month, pace: QueuePace, aim: Aim | None) -> ForecastMonth:
    """What the last day of a month has."""
    waits = pace.on(month.last)
    days = Quantity.rounded(365 * waits, pace.left) if pace.left else None
    return ForecastMonth(month, waits, pace.goal, days, aim and _supported_by(month.last, *aim))


def _supported_by(day: dt.date, judged: Judged, supported: int, first: dt.date) -> int:
    days = (judged.on - first).days + 1
    return supported + supported * (day - judged.on).days // days


def _wait_target(pace: QueuePace) -> WaitForecast | None:
    if pace.aim is None or pace.goal is None:
        return None
    return WaitForecast(pace.aim, pace.goal, pace.day_of(pace.goal) if pace.left else None)


def _goal(judged: Judged, supported: int, first: dt.date) -> GoalForecast:
    assert judged.aim is not None
    goal, days = -(-judged.aim[0] // judged.aim[1]), (judged.on - first).days + 1
    left, by = max(goal - supported, 0), judged.target.by_day
    ahead = -(-left * days // supported) if supported else FAR + 1
    reached = judged.on + ahead * ONE_DAY if ahead <= FAR else None
    remaining = (by - judged.on).days if by else 0
    return GoalForecast(
        target=goal,
        supported=supported,
        left=left,
        from_day=first,
        by=by,
        per_month=Quantity.rounded(365 * supported, 12 * days),
        needed_per_month=Quantity.rounded(365 * left, 12 * remaining) if remaining > 0 else None,
        reached_on=reached,
        in_time=None if by is None else reached is not None and reached <= by,
    )


def _answer(query: ReportQuery, forecast: Forecast) -> Answer[ForecastReport]:
    rows = [tuple(getattr(month, column.key) for column in COLUMNS) for month in forecast.months]
    goal = ("queue_goal",) if forecast.wait_target else ()
    months = [Table("forecast", COLUMNS, rows, bar="queue")] if forecast.waits else []
    return Answer(
        ForecastReport(query.period, query.as_of, forecast),
        list(_lines(query, forecast)),
        [*months, *plan_tables(forecast.plans, forecast.ends)],
        charts=[Chart("forecast", "forecast", "month", ("queue", *goal), "cases", line=goal)],
    )


def _lines(query: ReportQuery, forecast: Forecast) -> Iterator[Text]:
    yield heading(query)
    yield from for_others(query)
    if not forecast.waits:
        return
    figures = {"entries": forecast.entries_per_month, "exits": forecast.exits_per_month, "queue": forecast.queue}
    yield Text("message.forecast-pace", figures)
    wait = forecast.wait_target
    if wait:
        figures_of_wait = {"days": without_decimals(wait.days), "queue": wait.queue, "reached": _day(wait.reached_on)}
        yield Text("message.forecast-wait", figures_of_wait)
    goal = forecast.goal
    if goal:
        figures_of_goal = only(goal, "target", "supported", "left", "per_month")
        yield Text("message.forecast-goal", {**figures_of_goal, "reached": _day(goal.reached_on)})
    if goal and goal.by:
        message_code = "message.forecast-in-time" if goal.in_time else "message.forecast-late"
        yield Text(message_code, {"by": goal.by, "needed": goal.needed_per_month})


def _day(reached: dt.date | None) -> dt.date | Text:
    return reached or Text("message.forecast-never")
