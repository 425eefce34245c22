"""`ipsu report queue`: how many came, left and wait, and how long a wait that makes."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import ONE_DAY
from ipsu_cli.core.goal import NUMBER
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.hundredths import divide
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports.fidelity import met_text
from ipsu_cli.reports.query import ReportQuery, choose_cases, for_others, heading, open_register
from ipsu_cli.reports.queue_months import (
    QueueMonth,
    charts,
    exits_of_year,
    months_of,
    months_table,
    wait_days,
    year_before,
)
from ipsu_cli.reports.suppression import hidden_of_queues
from ipsu_cli.store import Store, queue, targets
from ipsu_cli.store.queue import NEVER, Flow, ReasonExits, Receiver

KPI = "wait_est"
KEYS = ("before", "entries", "exits", "after", "change")
PART_KEYS = (*KEYS, "change_share", "wait_est_days")
TOTALS = ("before", "entries", "exits", "queue_after", "change")
PARTS = (
    Column("part", "code"), Column("before", "count"), Column("entries", "count"), Column("exits", "count"),
    Column("queue_after", "count"), Column("change", "count"), Column("change_share", "share"),
    Column("wait_est_days", "figure"),
)  # fmt: skip
WAITING = (Column("case"), Column("service", "code"), Column("queued", "day"), Column("days", "count"))
REASONS = (Column("reason", "code"), Column("count", "count"))
RECEIVERS = (Column("refer_to"), Column("count", "count"))
REASON = "reason"
EMPTY = Flow(NEVER, NEVER)


class QueueFigures(NamedTuple):
    """The movements of a queue in a period, and the wait that they make; None: not measurable, or hidden from others.
    `after` is its length on the last day, `exits_per_month` is of the last twelve months."""

    before: int | None
    entries: int | None
    exits: int | None
    after: int | None
    change: int | None
    change_share: Percent | None
    exits_per_month: Quantity | None
    wait_est_months: Quantity | None
    wait_est_days: Quantity | None

    @classmethod
    def of(cls, flow: Flow, period: Period) -> "QueueFigures":
        """Those of a flow."""
        before, after = flow.length(period.first - ONE_DAY), flow.length(period.last)
        exits = exits_of_year(flow, period.last)
        return cls(
            before=before,
            entries=flow.came.within(*period),
            exits=flow.left.within(*period),
            after=after,
            change=after - before,
            change_share=Percent.share(after - before, before) if before else None,
            exits_per_month=Quantity(divide(100 * exits, 12)),
            wait_est_months=Quantity(divide(1200 * after, exits)) if exits else None,
            wait_est_days=wait_days(flow, period.last),
        )

    def without(self, names: Collection[str]) -> "QueueFigures":
        """The same, with those of these names hidden."""
        return QueueFigures(*(None if name in names else getattr(self, name) for name in self._fields))


class QueuePart(NamedTuple):
    """The queue of a part; `hidden` says whether figures are hidden, None in a report for the office."""

    figures: QueueFigures
    hidden: bool | None = None

    def to_json(self) -> JsonObject:
        """The figures one by one."""
        return {**all_but(self.figures), **hidden_or_not(self.hidden)}


class WholeQueue(NamedTuple):
    """The queue as a whole, with the longest wait that is aimed at and whether it is kept to."""

    figures: QueueFigures
    target_days: Quantity | None
    met: bool | None
    hidden: bool | None = None

    def to_json(self) -> JsonObject:
        """The figures one by one, and how they stand to the target."""
        aim = {"target_days": self.target_days, "met": self.met}
        return {**all_but(self.figures), **aim, **hidden_or_not(self.hidden)}


def hidden_or_not(hidden: bool | None) -> JsonObject:
    """Whether figures are hidden, in a report for others."""
    return {} if hidden is None else {"hidden": hidden}


class WaitingCase(NamedTuple):
    """Who waits on the last day, since when, and for how many days."""

    case: str
    service: str
    queued: dt.date
    days: int


class QueueReport(NamedTuple):
    """The whole answer; the queue is that of `stock_day`, and `by` has the queue of each part, by dimension. Of
    `referred_to` only the office sees anything."""

    period: Period
    as_of: dt.date
    stock_day: dt.date
    queue: WholeQueue
    by: Mapping[str, Mapping[str, QueuePart]]
    months: Sequence[QueueMonth]
    exits_by_reason: Sequence[ReasonExits]
    referred_to: Sequence[Receiver]
    waiting: Sequence[WaitingCase]


def target_days(store: Store, agreements: Iterable[str]) -> Quantity | None:
    """The longest wait that is aimed at, in days; that of one agreement before that of all."""
    aims = [target for target in targets.listed(store) if target.kpi == KPI and target.goal.kind == NUMBER]
    own = [*agreements, None]
    found = [Quantity(aim.goal.n) for whose in own for aim in aims if aim.agreement == whose]
    return found[0] if found else None


def report_queue(office: Office, query: ReportQuery) -> Answer[QueueReport]:
    """The queue over the period, whole and by part, month by month, why people left it, and who waits at its end."""
    period, dimensions = query.past, list(query.by) or ["service"]
    with office.reading() as store:
        query = open_register(store, query, office.today)
        choose_cases(store, query)
        total = queue.flows(store).get("", EMPTY)
        parts = {name: queue.flows(store, name) for name in dimensions}
        waiting = queue.listed(store, query.stock_day)
        exits = queue.exits_by_reason(store, *period)
        receivers = queue.referred_to(store, *period)
        aim = target_days(store, query.agreements)
    whole = WholeQueue(QueueFigures.of(total, period), aim, _met(total, period.last, aim))
    by = {name: {part: QueuePart(QueueFigures.of(f, period)) for part, f in flows.items()}
          for name, flows in parts.items()}  # fmt: skip
    waits = [WaitingCase(e.case, e.service, e.queued, (query.stock_day - e.queued).days) for e in waiting]
    report = QueueReport(
        period=query.period,
        as_of=query.as_of,
        stock_day=query.stock_day,
        queue=whole,
        by=by,
        months=months_of(total, period, aim),
        exits_by_reason=exits,
        referred_to=receivers,
        waiting=waits,
    )
    if query.below:
        report = _suppressed(report, total, parts, query)
    lines, tables = list(_lines(query, report.queue)), list(_tables(report))
    return Answer(report, lines, tables, charts=charts(aimed=aim is not None))


def _suppressed(
    report: QueueReport, total: Flow, parts: Mapping[str, Mapping[str, Flow]], query: ReportQuery
) -> QueueReport:
    """For others: without small counts, and without what stands month by month, case by case or in somebody's words."""
    flows = {("", ""): total} | {(name, part): flow for name, own in parts.items() for part, flow in own.items()}
    moves = {place: _moves(flow, query.past) for place, flow in flows.items()}
    moves |= {(REASON, own.reason): {"exits": own.many or 0} for own in report.exits_by_reason}
    hidden = hidden_of_queues(moves, query.below, of_year=_is_a_year(query.past))
    whole, covered = report.queue, hidden["", ""]
    met = None if "met" in covered else whole.met
    whole = whole._replace(figures=whole.figures.without(covered), met=met, hidden=bool(covered))
    by = {
        name: {
            part: QueuePart(own.figures.without(hidden[name, part]), bool(hidden[name, part]))
            for part, own in of_parts.items()
        }
        for name, of_parts in report.by.items()
    }
    exits = [own._replace(many=None) if hidden[REASON, own.reason] else own for own in report.exits_by_reason]
    if "exits" in covered:  # why they left is then not listed: of few there is one for each reason
        exits = []
    return report._replace(queue=whole, by=by, months=[], exits_by_reason=exits, referred_to=[], waiting=[])


def _is_a_year(period: Period) -> bool:
    """Are those who left in the period those of the last twelve months?"""
    return period.first == year_before(period.last) + ONE_DAY


def _moves(flow: Flow, period: Period) -> dict[str, int]:
    """What the figures of a queue rest on."""
    return {
        "before": flow.length(period.first - ONE_DAY),
        "entries": flow.came.within(*period),
        "exits": flow.left.within(*period),
        "after": flow.length(period.last),
        "exits_of_year": exits_of_year(flow, period.last),
    }


def _met(flow: Flow, day: dt.date, aim: Quantity | None) -> bool | None:
    """Compared exactly, not by what is shown."""
    exits = exits_of_year(flow, day)
    return None if aim is None or not exits else 365 * Quantity(100 * flow.length(day)) <= aim * exits


def _lines(query: ReportQuery, whole: WholeQueue) -> Iterable[Text]:
    figures = whole.figures
    yield heading(query)
    yield from for_others(query)
    yield Text("message.queue", {**{key: getattr(figures, key) for key in KEYS}, "share": figures.change_share})
    wait = {"wait": figures.wait_est_months, "days": figures.wait_est_days}
    yield Text("message.queue-wait", {"per_month": figures.exits_per_month, **wait})
    if whole.target_days is not None:
        verdict = met_text(whole.met) or Text("kpi.not-measurable")
        yield Text("message.queue-target", {"days": whole.target_days.plain(), "met": verdict})


def _tables(report: QueueReport) -> Iterable[Table]:
    for name, parts in report.by.items():
        rows: list[tuple[Any, ...]] = [
            (part, *(getattr(own.figures, key) for key in PART_KEYS)) for part, own in parts.items()
        ]
        if rows:
            yield Table(f"queue-{name}", PARTS, rows, totals=TOTALS if report.months else (), bar="queue_after")
    if any(month.moves for month in report.months):
        yield months_table(report.months)
    if report.exits_by_reason:
        totals = ("count",) if report.months else ()
        yield Table("queue-reasons", REASONS, [tuple(own) for own in report.exits_by_reason], totals=totals)
    if report.referred_to:
        yield Table("queue-receivers", RECEIVERS, [tuple(own) for own in report.referred_to], totals=("count",))
    if report.waiting:
        yield Table("waiting", WAITING, [tuple(waiting) for waiting in report.waiting])
