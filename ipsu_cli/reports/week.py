"""`ipsu week`: the week's cases with what is planned, entered and left, and how fast each plan is used."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.store import filters, scope
from ipsu_cli.store.week import CaseWeek, of_week

COLUMNS = (
    Column("case"), Column("coach"), Column("planned_hours", "hours"), Column("delivered_hours", "hours"),
    Column("remaining_hours", "hours"), Column("empty_on", "week"), Column("used_share", "figure"),
)  # fmt: skip
SUMMED = ("planned_hours", "delivered_hours", "remaining_hours")


class WeekRow(NamedTuple):
    """A case in the week. `used_share` is that of its whole plan by the end of the week, None without a plan. In the
    week `empty_on` the plan is empty at this pace; None where nothing is delivered."""

    case: str
    coach: str | None
    planned_hours: Hours
    delivered_hours: Hours
    remaining_hours: Hours
    used_share: Percent | None
    empty_on: Week | None

    @classmethod
    def of(cls, row: CaseWeek) -> "WeekRow":
        """The row of a case."""
        left = row.planned - row.delivered
        return cls(row.case, row.coach, row.planned, row.delivered, left, row.pace.used, row.pace.empty_on)


class WeekReport(NamedTuple):
    """The whole answer."""

    week: Week
    cases: Sequence[WeekRow]


def week_report(office: Office, week: Week | None, coach: str | None) -> Answer[WeekReport]:
    """A week's cases, this week's where none is asked for; of one coach, or of all."""
    week = week or Week.of(office.today)
    with office.reading() as store:
        scope.choose(store, filters.in_register(store, scope.Chosen(coaches=[coach] if coach else ())))
        found = list(of_week(store, week))
    rows = [WeekRow.of(row) for row in found]
    lines = [Text("message.week", {"week": week, "count": len(rows)})]
    return Answer(WeekReport(week, rows), lines, [_table(found, rows, names=office.names)] if rows else [])


def _table(found: Sequence[CaseWeek], rows: Sequence[WeekRow], *, names: bool) -> Table:
    columns = (COLUMNS[0], Column("name"), *COLUMNS[1:]) if names else COLUMNS
    shown = [
        tuple(row.name if column.key == "name" else getattr(report, column.key) for column in columns)
        for row, report in zip(found, rows, strict=True)
    ]
    return Table("week", columns, shown, totals=SUMMED, bar="delivered_hours", bar_of="planned_hours")
