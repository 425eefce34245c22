"""`ipsu report key-in`: field by field what the agency's form wants, from what is filed and delivered here."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.case import Case
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.delivery import Delivery
from ipsu_cli.core.document import FILED, Activity, Document, plan_of, report_of
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.role import Role
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.rules import services, systems
from ipsu_cli.rules.model import DocumentType, System
from ipsu_cli.store import Store, cases, deliveries, documents
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


def report_key_in(office: Office, query: KeyInQuery) -> Answer:
    """What to key in for the month, by case. A placement without its report is a warning."""
    with office.reading() as store:
        chosen = [cases.get(store, query.case)] if query.case else _touched(store, query.month)
        listed = [case for case in chosen if query.system in (None, case.placement.system)]
        found = [(case, *_of_case(store, case, query.month)) for case in listed]
    shapes = [
        {"case": case.ref, "system": case.placement.system, "period": query.month, "rows": rows}
        for case, rows, _ in found
        if rows
    ]
    warnings = [finding for *_, missing in found for finding in missing]
    lines = [Text("message.key-in", {"month": query.month, "count": len(shapes)})]
    return Answer({"key_in": shapes}, lines, list(_tables(shapes)), warnings)


def _touched(store: Store, month: Month) -> list[Case]:
    return cases.listed(store, first=month.first, last=month.last)


def _of_case(store: Store, case: Case, month: Month) -> tuple[list[dict[str, Any]], list[Finding]]:
    """The rows of a case, and what is not there."""
    report = services.document_of(case, Role.PERIODIC)
    if report and services.service(case.service).by_month:
        return _placement(store, case, month, report)
    worked = [
        delivery for delivery in deliveries.listed(store, case.id) if delivery.month == month and _counts(delivery)
    ]
    return list(_by_extent(store, case, worked)), []


def _placement(
    store: Store, case: Case, month: Month, kind: DocumentType
) -> tuple[list[dict[str, Any]], list[Finding]]:
    listed = documents.of_case(store, case.id)
    report = report_of(listed, kind.type, month)
    if report is None or report.status not in FILED:
        command = f"ipsu document submit {case.ref} {kind.type} --period {month} {kind.typed}".rstrip()
        return [], [warning("key-in.no-report", "R17", command, case=case.ref, month=month)]
    system = systems.system(case.placement.system or "")
    plan = plan_of(listed, services.type_of(case, Role.PLAN), month)
    rows = [*_in_order(report, plan), *_own_row(system, report, month)]
    return [_field(activity, case, system, month) for activity in rows], []


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


def _field(activity: Activity, case: Case, system: System, month: Month) -> dict[str, Any]:
    """A row of the form: the hours stand in its comment, the calendar has one hour on the first day."""
    hours = activity.hours or Hours(0)
    calendar = system.calendar and hours > Hours(0)
    return {
        "activity": activity.name,
        "participated": hours > Hours(0),
        "comment": str(hours).replace(".", ","),
        "calendar_date": max(month.first, case.from_day or month.first) if calendar else None,
        "calendar_hours": ONE_HOUR if calendar else None,
    }


def _counts(delivery: Delivery) -> bool:
    return delivery.status in ("free", "invoiced") and delivery.reverses is None


def _by_extent(store: Store, case: Case, worked: list[Delivery]) -> Iterator[dict[str, Any]]:
    """The deliveries of a month by the extent of their weeks, the largest first; a mapping is one row."""
    plan = documents.plan_in_force(documents.plans(store, case.id)) if worked else None
    weeks: dict[Week, Hours] = plan.weeks if plan else {}
    parts: dict[Hours | None, list[Delivery]] = {}
    for delivery in worked:
        parts.setdefault(weeks.get(delivery.week) if delivery.hours is not None else None, []).append(delivery)
    for extent in sorted(parts, key=lambda hours: hours or Hours(0), reverse=True):
        rows = parts[extent]
        yield {
            "hours_per_week": extent,
            "from": min(row.from_day for row in rows),
            "to": max(row.to_day for row in rows),
            "quantity": Quantity.total(row.quantity for row in rows),
            "unit": rows[0].unit,
        }


def _tables(shapes: list[dict[str, Any]]) -> Iterator[Table]:
    forms = [(shape, row) for shape in shapes for row in shape["rows"] if "activity" in row]
    if forms or not shapes:
        yield Table("key-in", FORM, [_form_row({**row, **shape}) for shape, row in forms])
    hours = [{**row, "case": shape["case"]} for shape in shapes for row in shape["rows"] if "activity" not in row]
    if hours:
        yield Table("key-in-hours", DELIVERED, [tuple(row[column.key] for column in DELIVERED) for row in hours])


def _form_row(row: dict[str, Any]) -> tuple[Any, ...]:
    shown = {**row, "participated": Text("message.yes" if row["participated"] else "message.no")}
    return tuple(shown[column.key] for column in FORM)
