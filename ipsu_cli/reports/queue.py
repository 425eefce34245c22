"""`ipsu report queue`: how many came, left and wait, and how long a wait that makes."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.chart import LINES, Chart
from ipsu_cli.core.dates import ONE_DAY, months_between
from ipsu_cli.core.goal import NUMBER
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import divide
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.fidelity import met_text
from ipsu_cli.reports.query import ReportQuery, choose_cases, heading, open_register
from ipsu_cli.reports.suppression import hide_queue
from ipsu_cli.store import Store, queue, targets
from ipsu_cli.store.queue import NEVER, Flow

KPI = "wait_est"
KEYS = ("before", "entries", "exits", "after", "change")
TOTALS = ("before", "entries", "exits", "queue_after", "change")
PARTS = (
    Column("part", "code"), Column("before", "count"), Column("entries", "count"), Column("exits", "count"),
    Column("queue_after", "count"), Column("change", "count"), Column("change_share", "share"),
    Column("wait_est_days", "figure"),
)  # fmt: skip
MONTHS = (
    Column("month", "month"), Column("entries", "count"), Column("exits", "count"), Column("queue", "count"),
    Column("queue_goal", "count"), Column("wait_est_days", "figure"), Column("target_days", "count"),
)  # fmt: skip
WAITING = (Column("case"), Column("service", "code"), Column("queued", "day"), Column("days", "count"))
EMPTY = Flow(NEVER, NEVER)


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


def queue_shape(flow: Flow, period: Period) -> dict[str, Any]:
    """The movements of a queue as JSON."""
    before, after = flow.length(period.first - ONE_DAY), flow.length(period.last)
    exits = exits_of_year(flow, period.last)
    return {
        "before": before,
        "entries": flow.came.within(*period),
        "exits": flow.left.within(*period),
        "after": after,
        "change": after - before,
        "change_share": Percent.share(after - before, before) if before else None,
        "exits_per_month": Quantity(divide(100 * exits, 12)),
        "wait_est_months": Quantity(divide(1200 * after, exits)) if exits else None,
        "wait_est_days": wait_days(flow, period.last),
    }


def target_days(store: Store, agreements: Iterable[str]) -> Quantity | None:
    """The longest wait that is aimed at, in days; that of one agreement before that of all."""
    aims = [target for target in targets.listed(store) if target.kpi == KPI and target.goal.kind == NUMBER]
    own = [*agreements, None]
    found = [Quantity(aim.goal.n) for whose in own for aim in aims if aim.agreement == whose]
    return found[0] if found else None


def report_queue(office: Office, query: ReportQuery) -> Answer:
    """The queue over the period, whole and by part, month by month, and who waits on its last day."""
    period, dimensions = query.period, list(query.by) or ["service"]
    with office.reading() as store:
        open_register(store, query, office.today)
        choose_cases(store, query)
        total = queue.flows(store).get("", EMPTY)
        parts = {name: queue.flows(store, name) for name in dimensions}
        waiting = queue.listed(store, period.last)
        aim = target_days(store, query.agreements)
    shape = queue_shape(total, period)
    met = _met(total, period.last, aim)
    months = months_of(total, period, aim)
    data: dict[str, Any] = {
        "period": period,
        "as_of": query.as_of,
        "queue": {**shape, "target_days": aim, "met": met},
        "by": {name: {part: queue_shape(f, period) for part, f in flows.items()} for name, flows in parts.items()},
        "months": [{key: value for key, value in month.items() if key != "queue_goal"} for month in months],
        "waiting": [
            {"case": e.case, "service": e.service, "queued": e.queued, "days": (period.last - e.queued).days}
            for e in waiting
        ],
    }
    if query.below:
        every = {("", ""): total} | {(name, part): f for name, flows in parts.items() for part, f in flows.items()}
        hide_queue(data, {at: exits_of_year(flow, period.last) for at, flow in every.items()}, query.below)
        months = []
    lines, tables = list(_lines(query, data["queue"], aim)), list(_tables(data, months))
    return Answer(data, lines, tables, charts=charts(aimed=aim is not None))


def _met(flow: Flow, day: dt.date, aim: Quantity | None) -> bool | None:
    """Compared exactly, not by what is shown."""
    exits = exits_of_year(flow, day)
    return None if aim is None or not exits else 365 * Quantity(100 * flow.length(day)) <= aim * exits


def months_of(flow: Flow, period: Period, aim: Quantity | None) -> list[dict[str, Any]]:
    """Every month of the period; the last ends with it. `queue_goal` is the longest queue that keeps to the target."""
    found = []
    for month in months_between(period.first, period.last):
        first, last = max(month.first, period.first), min(month.last, period.last)
        exits = exits_of_year(flow, last)
        found.append(
            {
                "month": month,
                "entries": flow.came.within(first, last),
                "exits": flow.left.within(first, last),
                "queue": flow.length(last),
                "queue_goal": None if aim is None else longest_queue(aim, exits),
                "wait_est_days": wait_days(flow, last),
                "target_days": aim,
            }
        )
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


def _lines(query: ReportQuery, shape: dict[str, Any], aim: Quantity | None) -> Iterable[Text]:
    yield heading(query)
    yield Text("message.queue", {**{key: shape[key] for key in KEYS}, "share": shape["change_share"]})
    months, days = shape["wait_est_months"], shape["wait_est_days"]
    yield Text("message.queue-wait", {"per_month": shape["exits_per_month"], "months": months, "days": days})
    if aim is not None:
        verdict = met_text(shape["met"]) or Text("kpi.not-measurable")
        yield Text("message.queue-target", {"days": aim.plain(), "met": verdict})


def _tables(data: dict[str, Any], months: list[dict[str, Any]]) -> Iterable[Table]:
    for name, parts in data["by"].items():
        rows: list[tuple[Any, ...]] = [
            (part, *(shape[key] for key in KEYS), shape["change_share"], shape["wait_est_days"])
            for part, shape in parts.items()
        ]
        if rows:
            yield Table(f"queue-{name}", PARTS, rows, totals=TOTALS if data["months"] else (), bar="queue_after")
    if any(month["queue"] or month["entries"] or month["exits"] for month in months):
        yield months_table(months)
    if data["waiting"]:
        waits = [tuple(shape[column.key] for column in WAITING) for shape in data["waiting"]]
        yield Table("waiting", WAITING, waits)


def months_table(months: list[dict[str, Any]]) -> Table:
    """The queue month by month."""
    rows = [
        (e["month"], e["entries"], e["exits"], e["queue"], e["queue_goal"], e["wait_est_days"],
         e["target_days"] and e["target_days"].hundredths // 100) for e in months
    ]  # fmt: skip
    return Table("queue-months", MONTHS, rows, bar="queue")
