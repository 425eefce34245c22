"""`ipsu report deadlines`: of what was due in a period, how much was in time."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.deadline import Due, all_due
from ipsu_cli.reports.query import ReportQuery, open_cases
from ipsu_cli.store import deadlines

COUNTS = (Column("count", "count"), Column("on_time", "count"), Column("late", "count"), Column("missing", "count"))
DEADLINES = (Column("type"), *COUNTS, Column("share", "share"))
BY_PART = (Column("part"), *DEADLINES)


def report_deadlines(office: Office, query: ReportQuery) -> Answer:
    """By type, and by part where that is asked for; what is due today or later and not filed yet is neither in time
    nor late, and is left out."""
    if query.as_of > office.today:
        raise Refused("date.future", rule="A24", day=query.as_of, today=office.today)
    with office.reading() as store:
        open_cases(store, query, office.today)
        found = all_due(store, office.days, query.as_of, settled=True)
        rows = [row for row in found if _counts(row, query)]
        parts = deadlines.parts(store) if query.by else {}
    data: dict[str, Any] = {"period": query.period, "as_of": query.as_of, "deadlines": list(_by_type(rows))}
    tables = [Table("deadlines", DEADLINES, [_row(shape) for shape in data["deadlines"]])]
    breakdown: dict[str, dict[str, Any]] = {}
    for name in query.by:
        breakdown[name] = {
            part: list(_by_type(row for row in rows if parts[row.case_id][name] == part))
            for part in sorted({parts[row.case_id][name] for row in rows})
        }
        listed: list[tuple[Any, ...]] = [(part, *_row(shape)) for part, of in breakdown[name].items() for shape in of]
        tables.append(Table("deadlines", BY_PART, listed))
    if query.by:
        data["breakdown"] = breakdown
    figures = {"first": query.period.first, "last": query.period.last, "as_of": query.as_of}
    return Answer(data, [Text("kpi.head", figures)], tables)


def _counts(row: Due, query: ReportQuery) -> bool:
    if row.due is None or not query.period.first <= row.due <= query.period.last:
        return False
    return _done(row, query.as_of) is not None or (row.due < query.as_of and not row.closed)


def _done(row: Due, as_of: dt.date) -> dt.date | None:
    return row.done if row.done and row.done <= as_of else None


def _by_type(rows: Iterable[Due]) -> Iterable[dict[str, Any]]:
    """Each type with its counts; the share is of all of them."""
    listed = list(rows)
    for type in sorted({row.type for row in listed}):
        of = [row for row in listed if row.type == type]
        on_time = sum(1 for row in of if row.done and row.due and row.done <= row.due)
        missing = sum(1 for row in of if row.done is None)
        counts = {"on_time": on_time, "late": len(of) - on_time - missing, "missing": missing}
        yield {"type": type, "count": len(of), **counts, "share": Percent.share(on_time, len(of))}


def _row(shape: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(shape[column.key] for column in DEADLINES)
