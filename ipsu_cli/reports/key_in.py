"""`ipsu report key-in`: field by field what the agency's form wants, from what is filed and delivered here."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.document import FILED, Activity, Document, plan_of, report_of
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.role import Role
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.query import office_heading
from ipsu_cli.rules import services, systems
from ipsu_cli.rules.model import DocumentType, System
from ipsu_cli.store import Store, cases, deliveries, documents, settings
from ipsu_cli.validation import Finding, warning

ONE_HOUR = Hours(100)
FORM = (
    Column("case"), Column("system", "code"), Column("activity"), Column("participated"), Column("comment"),
    Column("calendar_date", "day"), Column("calendar_hours", "hours"),
)  # fmt: skip
DELIVERED = (
    Column("case"), Column("hours_per_week", "hours"), Column("from", "day"), Column("to", "day"),
    Column("quantity", "hours"), Column("unit", "code"),
)  # fmt: skip


class KeyInQuery(NamedTuple):
    """The month, and the cases: one, those of a system, or all."""

    month: Month
    case: str | None = None
    system: str | None = None


class FormRow(NamedTuple):
    """A row of the form of a system: an activity, whether the participant took part in it, what its comment says, and
    the day and hours of the calendar; both are None where nothing stands there."""

    activity: str
    participated: bool
    comment: str
    calendar_date: dt.date | None
    calendar_hours: Hours | None


class ExtentDelivered(NamedTuple):
    """What was delivered in the weeks of one extent, which is None where no plan has the weeks or it is no hours."""

    hours_per_week: Hours | None
    from_day: dt.date
    to_day: dt.date
    quantity: Quantity
    unit: str


class CaseToKeyIn(NamedTuple):
    """What to key in for a case: the rows of the form of its system, or what was `delivered` where it has none."""

    case: str
    system: str | None
    period: Month
    rows: Sequence[FormRow]
    delivered: Sequence[ExtentDelivered]


class KeyInReport(NamedTuple):
    """The whole answer: the cases that have something to key in."""

    key_in: Sequence[CaseToKeyIn]


class KeyInRows(NamedTuple):
    """The rows of a case, what it delivered where there is no form, and what is missing."""

    rows: Sequence[FormRow] = ()
    delivered: Sequence[ExtentDelivered] = ()
    missing: Sequence[Finding] = ()


def report_key_in(office: Office, query: KeyInQuery) -> Answer[KeyInReport]:
    """What to key in for the month, by case. A placement without its report is a warning."""
    with office.reading() as store:
        chosen = [cases.get(store, query.case)] if query.case else _touched(store, query.month)
        listed = [case for case in chosen if query.system in (None, case.placement.system)]
        found = [(case, _of_case(store, case, query.month)) for case in listed]
        own = settings.office(store)["name"]
    shown = [
        CaseToKeyIn(case.ref, case.placement.system, query.month, rows.rows, rows.delivered)
        for case, rows in found
        if rows.rows or rows.delivered
    ]
    warnings = [finding for _, rows in found for finding in rows.missing]
    lines = [_heading(own, query, office.today), Text("message.key-in", {"month": query.month, "count": len(shown)})]
    return Answer(KeyInReport(shown), lines, list(_tables(shown)), warnings)


def _heading(own: str, query: KeyInQuery, today: dt.date) -> Text:
    chosen: list[str | Text] = [query.case] if query.case else []
    chosen += [Text(f"code.{query.system}")] if query.system else []
    return office_heading(own, chosen, Period(query.month.first, query.month.last), today)


def _touched(store: Store, month: Month) -> list[Case]:
    return cases.listed(store, first=month.first, last=month.last)


def _of_case(store: Store, case: Case, month: Month) -> KeyInRows:
    report = services.document_of(case, Role.PERIODIC)
    if report and services.service(case.service).by_month:
        return _placement(store, case, month, report)
    worked = [
        delivery for delivery in deliveries.of_case(store, case.id) if delivery.month == month and _counts(delivery)
    ]
    return KeyInRows(delivered=list(_by_extent(store, case, worked)))


def _placement(store: Store, case: Case, month: Month, kind: DocumentType) -> KeyInRows:
    listed = documents.of_case(store, case.id)
    report = report_of(listed, kind.type, month)
    if report is None or report.status not in FILED:
        command = f"ipsu document submit {case.ref} {kind.type} --period {month} {kind.typed}".rstrip()
        return KeyInRows(missing=[warning("key-in.no-report", "R17", command, case=case.ref, month=month)])
    system = systems.system(case.placement.system or "")
    plan = plan_of(listed, services.type_of(case, Role.PLAN), month)
    activities = [*_in_order(report, plan), *_own_row(system, report, month)]
    return KeyInRows([_form_row(activity, case, system, month) for activity in activities])


def _in_order(report: Document, plan: Document | None) -> Iterator[Activity]:
    """The activities of a report in the order of the plan, under the names that they have there."""
    left = {activity.key: activity for activity in report.activities}
    for planned in plan.activities if plan else ():
        if planned.key in left:
            yield Activity(planned.name, left.pop(planned.key).hours)
    yield from left.values()


def _own_row(system: System, report: Document, month: Month) -> Iterator[Activity]:
    """The form's row for what the participant does alone; nothing stands there any more."""
    if system.own_row:
        asked = system.own_work is not None and system.own_work.on(month.first)
        yield Activity(system.own_row, report.fields.get("own_work") if asked else None)


def _form_row(activity: Activity, case: Case, system: System, month: Month) -> FormRow:
    """A row of the form: the hours stand in its comment, the calendar has one hour on the first day."""
    hours = activity.hours or Hours(0)
    calendar = system.calendar and hours > Hours(0)
    return FormRow(
        activity=activity.name,
        participated=hours > Hours(0),
        comment=str(hours).replace(".", ","),
        calendar_date=max(month.first, case.from_day or month.first) if calendar else None,
        calendar_hours=ONE_HOUR if calendar else None,
    )


def _counts(delivery: Delivery) -> bool:
    return delivery.status in ("free", "invoiced") and delivery.reverses is None


def _by_extent(store: Store, case: Case, worked: list[Delivery]) -> Iterator[ExtentDelivered]:
    """The deliveries of a month by the extent of their weeks, the largest first; a mapping is one row."""
    plan = documents.plan_in_force(documents.plans(store, case.id)) if worked else None
    weeks: dict[Week, Hours] = plan.weeks if plan else {}
    parts: dict[Hours | None, list[Delivery]] = {}
    for delivery in worked:
        parts.setdefault(weeks.get(delivery.week) if delivery.hours is not None else None, []).append(delivery)
    for extent in sorted(parts, key=lambda hours: hours or Hours(0), reverse=True):
        rows = parts[extent]
        yield ExtentDelivered(
            extent,
            min(row.from_day for row in rows),
            max(row.to_day for row in rows),
            Quantity.total(row.quantity for row in rows),
            rows[0].unit,
        )


def _tables(shown: Sequence[CaseToKeyIn]) -> Iterator[Table]:
    forms = [(own.case, own.system, *_in_words(row)) for own in shown for row in own.rows]
    if forms or not shown:
        yield Table("key-in", FORM, forms)
    hours = [(own.case, *row) for own in shown for row in own.delivered]
    if hours:
        yield Table("key-in-hours", DELIVERED, hours)


def _in_words(row: FormRow) -> tuple[Any, ...]:
    activity, participated, *rest = row
    return (activity, Text("message.yes" if participated else "message.no"), *rest)
