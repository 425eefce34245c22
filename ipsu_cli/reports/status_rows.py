"""The rows of `ipsu status`: each thing that waits, with the command that takes it on."""

import datetime as dt
import sqlite3
from collections.abc import Sequence

from ipsu_cli.core.answer import Text
from ipsu_cli.core.dates import Month, Week, kept_day
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.reports.deadline import Due, WorkingDaysLeft
from ipsu_cli.reports.reminders import EndingAgreement
from ipsu_cli.rules.agency_reminders import days_to_type
from ipsu_cli.store.backup import Uncopied
from ipsu_cli.validation import Finding

OF_LINE = "reconcile.line-"  # what is told of one case in a comparison


class ReadyToInvoice(NamedTuple):
    """How many cases could stand on an invoice, and what they make."""

    cases: int
    net_ore: Ore
    command: str | None

    @classmethod
    def of(cls, row: sqlite3.Row, today: dt.date) -> "ReadyToInvoice":
        """There is no command where nothing is ready."""
        command = f"ipsu invoice build --month {Month.of(today)}" if row["cases"] else None
        return cls(row["cases"], Ore(row["net_ore"]), command)


class DocumentDue(NamedTuple):
    """What is to be filed or given back; of what waits for an answer `due` is None."""

    case: str
    name: str | None
    coach: str | None
    type: str
    period: Month | Week | None
    status: str
    submitted: dt.date | None
    due: dt.date | None
    working_days_left: int | None
    command: str

    @classmethod
    def of(cls, row: Due, counting: WorkingDaysLeft) -> "DocumentDue":
        """What was submitted is the agency's to answer: it has no day of ours."""
        due = None if row.state == "submitted" else row.due
        return cls(row.case, row.name, row.coach, row.type, row.period, row.state, row.submitted, due,
                   counting.left(due), row.command)  # fmt: skip


class ToAskAbout(NamedTuple):
    """What nobody has typed, as `todo` has it."""

    case: str
    name: str | None
    coach: str | None
    kind: str
    message: Text
    due: dt.date | None
    working_days_left: int | None
    command: str

    @classmethod
    def of(cls, row: Due, counting: WorkingDaysLeft) -> "ToAskAbout":
        """A reminder says itself what it is about."""
        assert row.text is not None
        return cls(row.case, row.name, row.coach, row.kind, row.text, row.due, counting.left(row.due), row.command)


class RegisterToCheck(NamedTuple):
    """How many findings of the check of the register are open, of the year so far."""

    findings: int
    command: str | None

    @classmethod
    def of(cls, findings: int) -> "RegisterToCheck":
        """There is no command where nothing is found."""
        return cls(findings, "ipsu check register" if findings else None)


class CopyOfOffice(NamedTuple):
    """When the office was last copied, None where it never was, and what was changed since."""

    on: dt.date | None
    days: int | None
    changes: int
    command: str | None

    @classmethod
    def of(cls, found: Uncopied, today: dt.date, most: int | None) -> "CopyOfOffice":
        """There is a command where the last copy, or the office's first day without one, is more than `most` days
        ago and something was changed since."""
        days = (today - found.since).days if found.since else None
        old = bool(most and days and days > most and found.changes)
        return cls(found.on, days, found.changes, f"ipsu backup {today}.db" if old else None)


class RetentionDue(NamedTuple):
    """How many persons nothing keeps any longer; there is a command where there are some."""

    persons: int
    command: str | None

    @classmethod
    def of(cls, persons: int) -> "RetentionDue":
        return cls(persons, "ipsu retention --dry-run" if persons else None)


class PlanRunningOut(NamedTuple):
    """A case whose plan ends soon: its last week, that week's Sunday, and the last day of the period."""

    case: str
    name: str | None
    coach: str | None
    week: Week
    ends: dt.date
    days_left: int
    period_to: dt.date | None
    command: str

    @classmethod
    def of(cls, row: sqlite3.Row, today: dt.date) -> "PlanRunningOut":
        """While the period goes on the case is planned again, else it is closed."""
        ends, to_day = kept_day(row["ends"]), row["to_day"] and kept_day(row["to_day"])
        command = f"ipsu plan set {row['ref']} WEEKS=HOURS --reason TEXT"
        if to_day and to_day <= ends:
            command = f"ipsu case close {row['ref']} --on DATE --reason CODE"
        return cls(row["ref"], row["name"], row["coach"], Week(row["week"]), ends, (ends - today).days, to_day, command)


class WeekNotEntered(NamedTuple):
    """A case with hours planned in a week that has ended, and neither hours nor a deviation report."""

    case: str
    name: str | None
    coach: str | None
    week: Week
    planned_hours: Hours
    command: str

    @classmethod
    def of(cls, row: sqlite3.Row) -> "WeekNotEntered":
        """Hours of a week in two months are entered by day."""
        week = Week(row["week"])
        command = f"ipsu deliver {row['ref']} HOURS {days_to_type(week)}"
        return cls(row["ref"], row["name"], row["coach"], week, Hours(row["hours"]), command)


class BasisUnanswered(NamedTuple):
    """A basis that waits for an answer; `difference_net_ore` is how much the agency's self-invoices differ from it, and
    `message` says in what, of the first case."""

    invoice: str | None
    agreement: str
    month: Month
    status: str
    date: dt.date
    days: int
    total_ore: Ore
    difference_net_ore: Ore | None
    message: Text | None
    command: str

    @classmethod
    def of(cls, invoice: Invoice, today: dt.date, stops: Sequence[Finding]) -> "BasisUnanswered":
        """Where a difference stops it, that is looked at first."""
        step = "approve" if invoice.status == "created" else "show"
        command = (stops and stops[0].command) or f"ipsu invoice {step} {invoice.number}"
        difference = stops[0].figures.get("net") if stops else None
        first = next((stop for stop in stops if stop.code.startswith(OF_LINE)), stops[0] if stops else None)
        message = Text(f"problem.{first.code}", first.figures) if first else None
        return cls(invoice.number, invoice.agreement, invoice.month, invoice.status, invoice.date,
                   (today - invoice.date).days, invoice.total_ore, difference, message, command)  # fmt: skip


class SelfInvoiceUnanswered(NamedTuple):
    """A self-invoice of the agency's that waits: nobody has answered it, or what was rejected is to be credited."""

    number: str
    agreement: str | None
    date: dt.date
    status: str
    days: int | None
    total_ore: Ore
    command: str


class WaitingForAnswers(NamedTuple):
    """The bases that wait for an answer, and the self-invoices that do so by themselves."""

    bases: list[BasisUnanswered]
    self_invoices: list[SelfInvoiceUnanswered]


class QueueWaiting(NamedTuple):
    """A queue: how many wait, who has waited longest, since when."""

    service: str
    cases: int
    longest: str
    queued: dt.date
    days: int
    command: str

    @classmethod
    def of(cls, row: sqlite3.Row, today: dt.date) -> "QueueWaiting":
        """Who has waited longest comes first in the list that the command shows."""
        since = kept_day(row["since"])
        command = f"ipsu case list --service {row['service']} --status queued"
        return cls(row["service"], row["cases"], row["longest"], since, (today - since).days, command)


class OverDelivered(NamedTuple):
    """A case that has delivered more than its plan allows: what remains is below zero."""

    case: str
    name: str | None
    coach: str | None
    planned_hours: Hours
    delivered_hours: Hours
    remaining_hours: Hours
    command: str

    @classmethod
    def of(cls, row: sqlite3.Row) -> "OverDelivered":
        """Its deliveries are where it is corrected."""
        planned, delivered = Hours(row["planned"]), Hours(row["delivered"])
        command = f"ipsu delivery list {row['ref']}"
        return cls(row["ref"], row["name"], row["coach"], planned, delivered, planned - delivered, command)


class AgreementToRenew(NamedTuple):
    """An agreement that ends soon, or has ended with open cases: then the days are below zero."""

    agreement: str
    to: dt.date
    days_left: int
    cases: int
    command: str

    @classmethod
    def of(cls, row: EndingAgreement, today: dt.date) -> "AgreementToRenew":
        """The days are counted from today."""
        return cls(row.agreement, row.to, (row.to - today).days, row.open_cases, row.command)


class MonthUnbooked(NamedTuple):
    """A month whose vouchers the accountant has not been sent."""

    month: Month
    vouchers: int
    command: str | None

    @classmethod
    def of(cls, month: Month, vouchers: int, today: dt.date) -> "MonthUnbooked":
        """That of a month that goes on can wait."""
        ended = month < Month.of(today)
        return cls(month, vouchers, f"ipsu export package {month} {month}" if ended else None)
