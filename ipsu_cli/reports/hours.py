"""`ipsu report hours`: plan against delivery by case and week."""

from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.chart import Chart
from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.query import ReportQuery, open_cases
from ipsu_cli.store import hours

COLUMNS = (
    Column("case"), Column("week", "week"), Column("coach"), Column("planned_hours", "hours"),
    Column("delivered_hours", "hours"), Column("remaining_hours", "hours"),
)  # fmt: skip
WEEKS = (
    Column("week", "week"), Column("planned_hours", "hours"), Column("delivered_hours", "hours"),
    Column("remaining_hours", "hours"),
)  # fmt: skip
SUMMED = ("planned_hours", "delivered_hours", "remaining_hours")


def report_hours(office: Office, query: ReportQuery) -> Answer:
    """Each case's weeks that have a plan or a delivery. What is planned belongs to the period by the week's
    Thursday, what is delivered by its own day: a week over two periods shows in both."""
    if query.as_of > office.today:
        raise Refused("date.future", rule="A24", day=query.as_of, today=office.today)
    with office.reading() as store:
        open_cases(store, query, office.today)
        found = hours.by_week(store, query.period)
    shapes: list[dict[str, Any]] = [
        {
            "case": row.case,
            "week": row.week,
            "coach": row.coach,
            "planned_hours": row.planned,
            "delivered_hours": row.delivered,
            "remaining_hours": row.planned - row.delivered,
        }
        for row in found
    ]
    rows = [tuple(shape[column.key] for column in COLUMNS) for shape in shapes]
    total = {name: Hours.total(shape[name] for shape in shapes) for name in SUMMED}
    data = {"period": query.period, "as_of": query.as_of, "hours": shapes, "total": total}
    figures = {"first": query.period.first, "last": query.period.last, "as_of": query.as_of}
    lines = [Text("kpi.head", figures), Text("message.count", {"count": len(rows)})]
    tables = [Table("hours", COLUMNS, rows, totals=SUMMED), *_weeks_table(shapes)]
    return Answer(data, lines, tables, charts=[Chart("hours-weeks", "hours-weeks", "week", SUMMED[:2], "chart.hours")])


def _weeks_table(shapes: list[dict[str, Any]]) -> list[Table]:
    """All cases together, week by week, where there are several."""
    by_week: dict[Week, list[dict[str, Any]]] = {}
    for shape in shapes:
        by_week.setdefault(shape["week"], []).append(shape)
    rows = [(week, *(Hours.total(e[name] for e in own) for name in SUMMED)) for week, own in sorted(by_week.items())]
    return [Table("hours-weeks", WEEKS, rows, totals=SUMMED, bar="delivered_hours")] if len(rows) > 1 else []
