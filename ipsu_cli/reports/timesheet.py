"""`ipsu timesheet FILE --week WEEK`: a week's cases by day, to fill in with hours and bring in."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Week
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.timesheet import Timesheet
from ipsu_cli.office import Office
from ipsu_cli.rules import services
from ipsu_cli.store import Store, as_of, cases, filters, scope
from ipsu_cli.store.timesheet import locked_in, of_week
from ipsu_cli.validation import Finding, warning


class TimesheetMade(NamedTuple):
    """The timesheet that was made."""

    timesheet: "TimesheetShown"


class TimesheetShown(NamedTuple):
    """The week, whose cases they are where that was asked, the cases, and how many rows there are to fill in."""

    week: Week
    coach: str | None
    cases: Sequence[str]
    rows: int


def timesheet(
    office: Office, week: Week, coach: str | None, write: Callable[[Timesheet, dt.date], None]
) -> Answer[TimesheetMade]:
    """Write the timesheet of a week, of one coach or of all; of services whose hours are planned. `write` is given the
    day of the newest change, so that the same register makes the same file."""
    with office.reading() as store:
        chosen = filters.in_register(store, scope.Chosen(coaches=[coach] if coach else ()))
        scope.choose(store, chosen._replace(services=_planned()))
        found = Timesheet(week, list(of_week(store, week)))
        write(found, as_of.newest(store))
        warnings = list(_locked(store, week))
    shown = TimesheetShown(week, chosen.coaches[0] if coach else None, [case.case for case in found.cases], found.days)
    lines = [Text("message.timesheet", {"week": week, "count": len(shown.cases), "rows": shown.rows})]
    return Answer(TimesheetMade(shown), lines, warnings=warnings)


def _planned() -> list[str]:
    """The services whose hours are entered by day: all others are delivered as a whole or by the month."""
    return [code for code in services.codes() if services.service(code).planned]


def _locked(store: Store, week: Week) -> Iterator[Finding]:
    """The cases that are left out, for they take no hours now."""
    for ref in locked_in(store, week.monday, week.sunday):
        lock = cases.get(store, ref).locked
        if lock:
            yield warning("delivery.locked", "A32", f"ipsu case show {ref}", case=ref, since=lock.since,
                          invoice=lock.invoice)  # fmt: skip
