"""`ipsu report hours`: plan against delivery by case and week."""

import datetime as dt
from collections.abc import Iterable, Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.chart import Chart
from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports.offices import OfficeFile, Offices
from ipsu_cli.reports.query import ReportQuery, heading, open_cases
from ipsu_cli.store import Store, hours, scope
from ipsu_cli.store.hours import WeekOfCase

COLUMNS = (
    Column("case"), Column("week", "week"), Column("coach"), Column("planned_hours", "hours"),
    Column("delivered_hours", "hours"), Column("remaining_hours", "hours"),
)  # fmt: skip
WEEKS = (
    Column("week", "week"), Column("planned_hours", "hours"), Column("delivered_hours", "hours"),
    Column("remaining_hours", "hours"),
)  # fmt: skip
OFFICES = (
    Column("of_office"), Column("file"), Column("planned_hours", "hours"), Column("delivered_hours", "hours"),
    Column("remaining_hours", "hours"),
)  # fmt: skip
SUMMED = ("planned_hours", "delivered_hours", "remaining_hours")


class HoursRow(NamedTuple):
    """A case's week: what is planned and delivered in the period, and what is left."""

    case: str
    week: Week
    coach: str | None
    planned_hours: Hours
    delivered_hours: Hours
    remaining_hours: Hours

    @classmethod
    def of(cls, row: WeekOfCase) -> "HoursRow":
        """The row of a week."""
        return cls(row.case, row.week, row.coach, row.planned, row.delivered, row.planned - row.delivered)


class OfficeRow(NamedTuple):
    """A row with the office that it is of."""

    office: str
    row: HoursRow

    def to_json(self) -> JsonObject:
        """The row's fields, and the office."""
        return {"office": self.office, **self.row._asdict()}


class HoursSum(NamedTuple):
    """What several rows make together."""

    planned_hours: Hours
    delivered_hours: Hours
    remaining_hours: Hours

    @classmethod
    def of(cls, rows: Iterable[HoursRow]) -> "HoursSum":
        """The sum of some rows."""
        listed = list(rows)
        return cls(*(Hours.total(getattr(row, name) for row in listed) for name in SUMMED))


class OfficeHours(NamedTuple):
    """An office, and what its rows make together."""

    office: OfficeFile
    total: HoursSum

    def to_json(self) -> JsonObject:
        """The office with its sums."""
        return {**self.office._asdict(), **self.total._asdict()}


class HoursReport(NamedTuple):
    """The whole answer: the weeks by case, and their sum. Of several offices each row is with its office, and each
    office has its sum."""

    period: Period
    as_of: dt.date
    hours: Sequence[HoursRow | OfficeRow]
    total: HoursSum
    offices: Sequence[OfficeHours] = ()

    def to_json(self) -> JsonObject:
        """Its fields; one office by itself is not listed."""
        return all_but(self) if self.offices else all_but(self, "offices")


def report_hours(office: Office, query: ReportQuery) -> Answer[HoursReport]:
    """Each case's weeks that have a plan or a delivery. What is planned belongs to the period by the week's
    Thursday, what is delivered by its own day: a week over two periods shows in both."""
    if query.also:
        return _of_several(office, query)
    if query.as_of > office.today:
        raise Refused("date.future", rule="A24", day=query.as_of, today=office.today)
    with office.reading() as store:
        query = open_cases(store, query, office.today)
        rows = _rows(store, query)
    report = HoursReport(query.period, query.as_of, rows, HoursSum.of(rows))
    return _answer(query, report, [Table("hours", COLUMNS, rows, totals=SUMMED), *_weeks_table(rows)])


def _of_several(office: Office, query: ReportQuery) -> Answer[HoursReport]:
    """The rows of each office in turn."""
    offices = Offices(office, query)
    query = offices.query

    def ask(store: Store) -> list[HoursRow]:
        scope.choose(store, query.cases)
        return _rows(store, query)

    listed = list(zip(offices.files, offices.each(ask), strict=True))
    rows = [OfficeRow(file.office, row) for file, own in listed for row in own]
    sums = [OfficeHours(file, HoursSum.of(own)) for file, own in listed]
    alone = [row.row for row in rows]
    report = HoursReport(query.period, query.as_of, rows, HoursSum.of(alone), sums)
    tables = [
        Table("hours", (Column("of_office"), *COLUMNS), [(row.office, *row.row) for row in rows], totals=SUMMED),
        *_weeks_table(alone),
        Table("hours-offices", OFFICES, [(*one.office, *one.total) for one in sums], totals=SUMMED),
    ]
    return _answer(query, report, tables)._replace(warnings=offices.warnings)


def _rows(store: Store, query: ReportQuery) -> list[HoursRow]:
    return [HoursRow.of(row) for row in hours.by_week(store, query.period)]


def _answer(query: ReportQuery, report: HoursReport, tables: list[Table]) -> Answer[HoursReport]:
    lines = [heading(query), Text("message.count", {"count": len(report.hours)})]
    charts = [Chart("hours-weeks", "hours-weeks", "week", SUMMED[:2], "chart.hours")]
    return Answer(report, lines, tables, charts=charts)


def _weeks_table(rows: Sequence[HoursRow]) -> list[Table]:
    """All cases together, week by week, where there are several."""
    by_week: dict[Week, list[HoursRow]] = {}
    for row in rows:
        by_week.setdefault(row.week, []).append(row)
    weeks = [(week, *HoursSum.of(own)) for week, own in sorted(by_week.items())]
    return [Table("hours-weeks", WEEKS, weeks, totals=SUMMED, bar="delivered_hours")] if len(weeks) > 1 else []
