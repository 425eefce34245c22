"""`ipsu report deadlines`: of what was due in a period, how much was in time."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports.deadline import Due, all_due
from ipsu_cli.reports.query import ReportQuery, heading, open_cases
from ipsu_cli.store import deadlines

COUNTS = (Column("count", "count"), Column("on_time", "count"), Column("late", "count"), Column("missing", "count"))
DEADLINES = (Column("type", "code"), *COUNTS, Column("share", "share"))
BY_PART = (Column("part", "code"), *DEADLINES)


class DeadlineCounts(NamedTuple):
    """Of a type of deadline: how many there were, and how they went; `share` is that of those in time."""

    type: str
    count_: int
    on_time: int
    late: int
    missing: int
    share: Percent

    @classmethod
    def of(cls, type: str, due: Sequence[Due]) -> "DeadlineCounts":
        """The counts of what was due, all of one type."""
        on_time = sum(1 for row in due if row.done and row.due and row.done <= row.due)
        missing = sum(1 for row in due if row.done is None)
        share = Percent.share(on_time, len(due))
        return cls(type, len(due), on_time, len(due) - on_time - missing, missing, share)


class DeadlinesReport(NamedTuple):
    """The whole answer; `breakdown` has the same of each part, by dimension, where a dimension is asked for."""

    period: Period
    as_of: dt.date
    deadlines: Sequence[DeadlineCounts]
    breakdown: Mapping[str, Mapping[str, Sequence[DeadlineCounts]]]

    def to_json(self) -> JsonObject:
        """Without parts where none are asked for."""
        return all_but(self) if self.breakdown else all_but(self, "breakdown")


def report_deadlines(office: Office, query: ReportQuery) -> Answer[DeadlinesReport]:
    """By type, and by part where that is asked for; what is due today or later and not filed yet is neither in time
    nor late, and is left out."""
    if query.as_of > office.today:
        raise Refused("date.future", rule="A24", day=query.as_of, today=office.today)
    with office.reading() as store:
        query = open_cases(store, query, office.today)
        found = all_due(store, office.days, query.as_of, settled=True)
        rows = [row for row in found if _counts(row, query)]
        parts = deadlines.parts(store) if query.by else {}
    breakdown = {
        name: {
            part: _by_type(row for row in rows if parts[row.case_id][name] == part)
            for part in sorted({parts[row.case_id][name] for row in rows})
        }
        for name in query.by
    }
    report = DeadlinesReport(query.period, query.as_of, _by_type(rows), breakdown)
    return Answer(report, [heading(query)], list(_tables(report)))


def _tables(report: DeadlinesReport) -> Iterable[Table]:
    """All together, and one table for each dimension."""
    yield Table("deadlines", DEADLINES, [tuple(counts) for counts in report.deadlines])
    for parts in report.breakdown.values():
        rows = [(part, *counts) for part, of_part in parts.items() for counts in of_part]
        yield Table("deadlines", BY_PART, rows)


def _counts(row: Due, query: ReportQuery) -> bool:
    if row.due is None or not query.period.first <= row.due <= query.period.last:
        return False
    return _done(row, query.as_of) is not None or (row.due < query.as_of and not row.closed)


def _done(row: Due, as_of: dt.date) -> dt.date | None:
    return row.done if row.done and row.done <= as_of else None


def _by_type(rows: Iterable[Due]) -> list[DeadlineCounts]:
    """Each type with its counts."""
    listed = list(rows)
    types = sorted({row.type for row in listed})
    return [DeadlineCounts.of(type, [row for row in listed if row.type == type]) for type in types]
