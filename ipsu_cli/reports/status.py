"""`ipsu status`: what a morning begins with, each row with the command that takes it on."""

import datetime as dt
import sqlite3
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import ONE_DAY, Month, Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import members
from ipsu_cli.office import Office
from ipsu_cli.reports.agreement_ends import EndingAgreement, ending_agreements
from ipsu_cli.reports.deadline import Due, WorkingDaysLeft, all_due
from ipsu_cli.reports.held import held_back, judge_all
from ipsu_cli.reports.money_rows import money_to_do
from ipsu_cli.reports.unsent_months import unsent_months
from ipsu_cli.rules import services
from ipsu_cli.store import Store, invoices, pairs, scope, self_invoices, status

DIFFERENCE = "difference_net_ore"  # a column that stands only where something differs
SOON = 14 * ONE_DAY
SECTIONS: dict[str, tuple[Column, ...]] = {
    "money": (
        Column("step", "code"), Column("count", "count"), Column("net_ore", "money"), Column("oldest_days", "count"),
        Column("command"),
    ),
    "ready": (Column("cases", "count"), Column("net_ore", "money"), Column("command")),
    "held": (
        Column("case"), Column("message"), Column("quantity", "hours"), Column("unit", "code"),
        Column("net_ore", "money"), Column("command"),
    ),
    "due": (
        Column("case"), Column("type"), Column("status", "code"), Column("due", "day"),
        Column("working_days_left", "count"), Column("coach"), Column("command"),
    ),
    "running_out": (
        Column("case"), Column("week", "week"), Column("ends", "day"), Column("period_to", "day"), Column("coach"),
        Column("command"),
    ),
    "not_entered": (
        Column("case"), Column("week", "week"), Column("planned_hours", "hours"), Column("coach"), Column("command"),
    ),
    "unanswered": (
        Column("invoice"), Column("agreement"), Column("month", "month"), Column("status", "code"),
        Column("date", "day"), Column("days", "count"), Column("total_ore", "money"), Column(DIFFERENCE, "money"),
        Column("command"),
    ),
    "received": (
        Column("number"), Column("agreement"), Column("date", "day"), Column("days", "count"),
        Column("total_ore", "money"), Column("command"),
    ),
    "waiting": (
        Column("service", "code"), Column("cases", "count"), Column("longest"), Column("queued", "day"),
        Column("days", "count"), Column("command"),
    ),
    "over_delivered": (
        Column("case"), Column("planned_hours", "hours"), Column("delivered_hours", "hours"),
        Column("remaining_hours", "hours"), Column("coach"), Column("command"),
    ),
    "ending": (
        Column("agreement"), Column("to", "day"), Column("days_left", "count"), Column("cases", "count"),
        Column("command"),
    ),
    "unbooked": (Column("month", "month"), Column("vouchers", "count"), Column("command")),
}  # fmt: skip
WITH_NAMES = ("due", "running_out", "not_entered", "over_delivered")


def morning(office: Office) -> Answer:
    """All that waits, as the register stands now."""
    today = office.today
    with office.reading() as store:
        scope.choose_with_plans(store)
        judged, received = judge_all(store), self_invoices.any_received(store)
        unanswered = invoices.unanswered(store)
        data: dict[str, Any] = {
            "today": today,
            "money": [members(step) for step in money_to_do(store, office, judged, received=received)],
            "held": [members(held) for held in held_back(judged)],
            "ready": _ready(store, today),
            "due": _due(store, office),
            "running_out": [_running_out(row, today) for row in status.running_out(store, today, today + SOON)],
            "not_entered": _not_entered(store, Week.of(today - 7 * ONE_DAY)),
            "unanswered": _all_unanswered(store, unanswered, today, received=received),
            "received": _received(store, unanswered, today) if received else [],
            "waiting": [_waiting(row, today) for row in status.queues(store, today)],
            "over_delivered": [_over(row) for row in status.over_delivered(store, services.codes_to_bind())],
            "ending": [_ending(row, today) for row in ending_agreements(store, today) if row.opens <= today],
            "unbooked": _unbooked(store, Month.of(today)),
        }
    for name in () if office.names else WITH_NAMES:
        for row in data[name]:
            del row["name"]
    counts = {name: len(data[name]) for name in SECTIONS if name != "ready"}
    message = "message.status" if any(counts.values()) or data["ready"]["cases"] else "message.status-clear"
    return Answer(data, [Text(message, {"today": today})], [table for name in SECTIONS for table in _table(name, data)])


def _table(name: str, data: dict[str, Any]) -> list[Table]:
    """A section that has rows; names stand in it where they are asked for."""
    shapes = data[name] if name != "ready" else [data[name]] if data[name]["cases"] else []
    columns = tuple(
        column for column in SECTIONS[name] if column.key != DIFFERENCE or any(shape[DIFFERENCE] for shape in shapes)
    )
    if shapes and "name" in shapes[0]:
        columns = (columns[0], Column("name"), *columns[1:])
    rows = [tuple(shape[column.key] for column in columns) for shape in shapes]
    return [Table(f"status-{name}", columns, rows)] if rows else []


def _who(row: sqlite3.Row) -> dict[str, Any]:
    return {"case": row["ref"], "name": row["name"], "coach": row["coach"]}


def _ready(store: Store, today: dt.date) -> dict[str, Any]:
    found = status.ready(store)
    command = f"ipsu invoice build --month {Month.of(today)}" if found["cases"] else None
    return {"cases": found["cases"], "net_ore": Ore(found["net_ore"]), "command": command}


def _due(store: Store, office: Office) -> list[dict[str, Any]]:
    """What is to be done and what waits for an answer, by the day it is due; what has no such day comes last."""
    counting = WorkingDaysLeft(office)
    listed = all_due(store, office.days, office.today, until=office.today)
    rows = [_due_row(due, counting) for due in listed if _stands(due, office.today)]
    return sorted(rows, key=lambda row: (row["due"] is None, row["due"] or office.today, row["case"], row["type"]))


def _stands(row: Due, today: dt.date) -> bool:
    return not row.closed and (row.state == "submitted" or row.opens <= today)


def _due_row(row: Due, counting: WorkingDaysLeft) -> dict[str, Any]:
    due = None if row.state == "submitted" else row.due
    return {
        "case": row.case,
        "name": row.name,
        "coach": row.coach,
        "type": row.type,
        "period": row.period,
        "status": row.state,
        "submitted": row.submitted,
        "due": due,
        "working_days_left": counting.left(due),
        "command": row.command,
    }


def _running_out(row: sqlite3.Row, today: dt.date) -> dict[str, Any]:
    goes_on = row["to_day"] is None or row["to_day"] > row["ends"]
    command = f"ipsu plan set {row['ref']} WEEKS=HOURS --reason TEXT"
    if not goes_on:
        command = f"ipsu case close {row['ref']} --on DATE --reason CODE"
    ends = dt.date.fromisoformat(row["ends"])
    days = {"ends": ends, "days_left": (ends - today).days, "period_to": row["to_day"]}
    return {**_who(row), "week": Week(row["week"]), **days, "command": command}


def _not_entered(store: Store, week: Week) -> list[dict[str, Any]]:
    """Hours of a week in two months are entered by day."""
    day = f"--week {week}" if Month.of(week.monday) == Month.of(week.sunday) else "--on DATE"
    return [
        {**_who(row), "week": week, "planned_hours": Hours(row["hours"]),
         "command": f"ipsu deliver {row['ref']} HOURS {day}"}
        for row in status.not_entered(store, week)
    ]  # fmt: skip


def _all_unanswered(store: Store, unanswered: list[Invoice], today: dt.date, *, received: bool) -> list[dict[str, Any]]:
    """The bases that wait for an answer. Only one that a self-invoice is about can differ from it."""
    paired = {number for numbers in pairs.all_of(store).values() for number in numbers} if received else set()
    return [_unanswered(store, invoice, today, paired=invoice.number in paired) for invoice in unanswered]


def _unanswered(store: Store, invoice: Invoice, today: dt.date, *, paired: bool) -> dict[str, Any]:
    """A basis that waits for an answer: where the agency's self-invoices differ from it, that is looked at first."""
    step = "approve" if invoice.status == "created" else "show"
    difference, command = None, f"ipsu invoice {step} {invoice.number}"
    if step == "approve" and paired:
        from ipsu_cli.reports.differences import of_basis

        stops = [finding for finding in of_basis(store, invoice) if finding.level == "stop"]
        if stops:
            difference, command = stops[0].figures.get("net"), stops[0].command or command
    return {
        "invoice": invoice.number,
        "agreement": invoice.agreement,
        "month": invoice.month,
        "status": invoice.status,
        "date": invoice.date,
        "days": (today - invoice.date).days,
        "total_ore": invoice.total_ore,
        DIFFERENCE: difference,
        "command": command,
    }


def _received(store: Store, unanswered: list[Invoice], today: dt.date) -> list[dict[str, Any]]:
    """Self-invoices of the agency's that nobody has answered and that no basis which waits is about, oldest first."""
    from ipsu_cli.reports.received import answers_of

    found = self_invoices.listed(store, with_lines=False)
    waiting = {invoice.number or "" for invoice in unanswered}
    return [
        {"number": found[id].number, "agreement": found[id].agreement, "date": found[id].date, "days": reply.days,
         "total_ore": found[id].total_ore, "command": "ipsu invoice list --received"}
        for id, reply in answers_of(store, found, today).items()
        if reply.status == "unanswered" and waiting.isdisjoint(reply.pairs)
    ]  # fmt: skip


def _waiting(row: sqlite3.Row, today: dt.date) -> dict[str, Any]:
    """A queue: who has waited longest comes first in its list."""
    since = dt.date.fromisoformat(row["since"])
    return {
        "service": row["service"],
        "cases": row["cases"],
        "longest": row["longest"],
        "queued": since,
        "days": (today - since).days,
        "command": f"ipsu case list --service {row['service']} --status queued",
    }


def _unbooked(store: Store, running: Month) -> list[dict[str, Any]]:
    """The packages that the accountant has not been sent; that of a month that goes on can wait."""
    return [
        {
            "month": month,
            "vouchers": count,
            "command": f"ipsu export package {month} {month}" if month < running else None,
        }
        for month, count in unsent_months(store).items()
    ]


def _ending(row: EndingAgreement, today: dt.date) -> dict[str, Any]:
    """An agreement that ends soon, or has ended with open cases: then the days are below zero."""
    return {
        "agreement": row.agreement,
        "to": row.to,
        "days_left": (row.to - today).days,
        "cases": row.open_cases,
        "command": row.command,
    }


def _over(row: sqlite3.Row) -> dict[str, Any]:
    planned, delivered = Hours(row["planned"]), Hours(row["delivered"])
    return {
        **_who(row),
        "planned_hours": planned,
        "delivered_hours": delivered,
        "remaining_hours": planned - delivered,
        "command": f"ipsu delivery list {row['ref']}",
    }
