"""`ipsu report money`: where every krona is that the office has earned, from the work to the payment."""

from collections.abc import Collection, Sequence
from operator import attrgetter

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.chart import Chart
from ipsu_cli.core.dates import Month
from ipsu_cli.core.money_trail import PAID, TO_DO, MoneyRow, MoneyTrail, sums
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.tick import Tick, silent
from ipsu_cli.office import Office
from ipsu_cli.reports.billed_wrong import billed_and_never_delivered
from ipsu_cli.reports.money_months import months_of
from ipsu_cli.reports.money_rows import money_rows
from ipsu_cli.reports.silent_weeks import silent_weeks
from ipsu_cli.store import settings

STEP_COLUMNS = (
    Column("step", "code"), Column("count", "count"), Column("net_ore", "money"), Column("oldest_days", "count"),
)  # fmt: skip
ROW_COLUMNS = (
    Column("step", "code"), Column("case"), Column("agreement"), Column("service", "code"), Column("month", "month"),
    Column("quantity", "hours"), Column("unit", "code"), Column("net_ore", "money"), Column("since", "day"),
    Column("days", "count"), Column("invoice"), Column("self_invoice"), Column("message"), Column("command"),
)  # fmt: skip
WEEK_COLUMNS = (
    Column("case"), Column("agreement"), Column("week", "week"), Column("planned_hours", "hours"),
    Column("net_ore", "money"), Column("days", "count"), Column("command"),
)  # fmt: skip
NEVER_COLUMNS = (
    Column("self_invoice"), Column("agreement"), Column("case"), Column("month", "month"), Column("net_ore", "money"),
    Column("since", "day"), Column("days", "count"), Column("status", "code"), Column("awaits", "code"),
    Column("command"),
)  # fmt: skip
MONTH_COLUMNS = (
    Column("month", "month"), Column("earned_ore", "money"), Column("expected_ore", "money"),
    Column("most_ore", "money"),
)  # fmt: skip


class MoneyQuery(NamedTuple):
    """The months that are asked for, the steps whose rows are wanted (none: all), and after how many days something
    that somebody must do is stuck."""

    period: Period
    steps: Sequence[str] = ()
    stuck: int | None = None


class MoneyReport(NamedTuple):
    """The whole answer."""

    money: MoneyTrail


def report_money(office: Office, query: MoneyQuery, tick: Tick = silent) -> Answer[MoneyReport]:
    """Every piece of work of the months asked for, in the step where its money is. `tick` hears how far it is."""
    first, last = Month.of(query.period.first), Month.of(query.period.last)
    with office.reading() as store:
        rows = [row for row in money_rows(store, office, (first, last), tick) if first <= row.month <= last]
        months = months_of(store, rows, query.period, office.today)
        never = [line for line in billed_and_never_delivered(store, office.today) if first <= line.month <= last]
        own = settings.office(store)["name"]
        weeks = [week for week in silent_weeks(store, office.today) if first <= week.month <= last]
    shown = [row for row in rows if not query.steps or row.step in query.steps]
    trail = MoneyTrail(query.period.first, query.period.last, sums(rows), shown, months, weeks, never)
    stuck = query.stuck is not None and any(row.step in TO_DO and row.days > query.stuck for row in shown)
    return _answer(trail, own, query.steps, stuck=stuck)


def _answer(trail: MoneyTrail, office: str, steps: Sequence[str], *, stuck: bool) -> Answer[MoneyReport]:
    """`steps` are those that are asked for; a workbook says so above its tables."""
    figures = {"office": office, "first": trail.first, "last": trail.last, "earned": trail.earned_ore}
    figures["chosen"] = [Text(f"code.{step}") for step in steps]
    lines = [Text("message.money", figures)]
    tables = [
        _steps_table(trail),
        *_rows_table(trail.rows),
        *_weeks_table(trail),
        *_never_table(trail),
        *_months_table(trail),
    ]
    charts = [Chart("money", "money-months", "month", ("earned_ore", "expected_ore", "most_ore"), "chart.kronor")]
    return Answer(MoneyReport(trail), lines, tables, exit=6 if stuck else 0, charts=charts if trail.months else [])


def _steps_table(trail: MoneyTrail) -> Table:
    rows = [tuple(step) for step in trail.steps if step.count_]
    return Table("money-steps", STEP_COLUMNS, rows, totals=("count", "net_ore"), bar="net_ore")


def _rows_table(rows: Collection[MoneyRow]) -> list[Table]:
    cells = attrgetter(*(column.key for column in ROW_COLUMNS))
    shown = [cells(row) for row in rows if row.step != PAID]
    return [Table("money", ROW_COLUMNS, shown, totals=("net_ore",))] if shown else []


def _weeks_table(trail: MoneyTrail) -> list[Table]:
    rows = [tuple(getattr(week, column.key) for column in WEEK_COLUMNS) for week in trail.silent_weeks]
    return [Table("money-silent-weeks", WEEK_COLUMNS, rows, totals=("planned_hours", "net_ore"))] if rows else []


def _never_table(trail: MoneyTrail) -> list[Table]:
    rows = [tuple(line) for line in trail.never_delivered]
    return [Table("money-never-delivered", NEVER_COLUMNS, rows, totals=("net_ore",))] if rows else []


def _months_table(trail: MoneyTrail) -> list[Table]:
    totals = ("earned_ore", "expected_ore", "most_ore")
    rows = [tuple(month) for month in trail.months]
    return [Table("money-months", MONTH_COLUMNS, rows, totals=totals)] if len(rows) > 1 else []
