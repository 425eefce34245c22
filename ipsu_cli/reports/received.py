"""`ipsu invoice list --received`: the agency's self-invoices, and what is missing in their series."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.self_invoice import (
    APPROVED,
    AWAITING,
    REJECTED,
    SETTLED,
    UNANSWERED,
    LineAnswer,
    SelfInvoice,
    SelfLine,
)
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.core.series import Gap, Restart, gaps, restarts
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject
from ipsu_cli.office import Office
from ipsu_cli.reports.billed_wrong import one_of
from ipsu_cli.store import Store, answers, pairs, self_invoices
from ipsu_cli.validation import Finding, warning

RECEIVED = (
    Column("number"), Column("date", "day"), Column("kind", "code"), Column("agreement"), Column("refers_to"),
    Column("net", "money"), Column("vat", "money"), Column("total", "money"),
)  # fmt: skip
ANSWER = (Column("invoice"), Column("status", "code"), Column("days", "count"))
HEAD_ANSWER = (
    Column("answer", "code"), Column("why", "code"), Column("reason"), Column("on", "day"), Column("who"),
    Column("awaits", "code"), Column("settled_by"),
)  # fmt: skip
LINES = (
    Column("case"), Column("from", "day"), Column("to", "day"), Column("hours", "hours"),
    Column("unit_price", "money"), Column("net", "money"), Column("answer", "code"), Column("why", "code"),
    Column("awaits", "code"), Column("settled_by"),
)  # fmt: skip


class Reply(NamedTuple):
    """Our basis that a self-invoice is about, how it is answered, since how many days it waits for that or for what the
    agency has yet to send, all the bases that it is about, and how it stands over all its lines."""

    invoice: str | None
    answer: str
    days: int | None
    pairs: list[str]
    status: str

    @property
    def cells(self) -> tuple[Any, ...]:
        """As a table has it."""
        return (self.pairs or None, self.status, self.days)


class RepliedInvoice(NamedTuple):
    """A self-invoice, and how it is answered."""

    self_invoice: SelfInvoice
    reply: Reply

    def to_json(self) -> JsonObject:
        """Both in one object."""
        return {**self.self_invoice.to_json(), **self.reply._asdict()}


class ReceivedInvoices(NamedTuple):
    """The self-invoices asked for, and what every series lacks."""

    self_invoices: list[RepliedInvoice]
    gaps: list[Gap]


class ReceivedShown(NamedTuple):
    """The self-invoice that was asked for; `head_answer` is that of a head alone, None of one with lines."""

    self_invoice: RepliedInvoice
    head_answer: LineAnswer | None

    def to_json(self) -> JsonObject:
        """The answer stands with the self-invoice."""
        return {"self_invoice": {**self.self_invoice.to_json(), "head_answer": self.head_answer}}


def received_list(office: Office, month: Month | None, fail_after: int | None) -> Answer[ReceivedInvoices]:
    """The self-invoices by their day (of one month or all), how they are answered, and what every series lacks;
    `fail_after` demands an answer within so many days."""
    with office.reading() as store:
        found = self_invoices.listed(store, month, with_lines=office.json)
        numbers = self_invoices.numbers(store)
        replies = answers_of(store, found, office.today)
    missing = gaps(numbers)
    warnings = [*map(gap_warning, missing), *map(restart_warning, restarts(numbers))]
    listed = [RepliedInvoice(invoice, replies[id]) for id, invoice in found.items()]
    rows = [(*_row(invoice), *reply.cells) for invoice, reply in listed]
    tables = [Table("received", (*RECEIVED, *ANSWER), rows)] if found else []
    late = fail_after is not None and any(
        reply.status == UNANSWERED and (reply.days or 0) > fail_after for reply in replies.values()
    )
    lines = [Text("message.count", {"count": len(found)})]
    return Answer(ReceivedInvoices(listed, missing), lines, tables, warnings, exit=6 if late else 0)


def received_show(office: Office, wanted: Wanted) -> Answer[ReceivedShown]:
    """One self-invoice with its lines."""
    with office.reading() as store:
        listed = self_invoices.of_number(store, wanted)
        id = self_invoices.the_one(wanted, listed, f"ipsu invoice show {wanted.words}")
        invoice = self_invoices.by_id(store, id)
        answer = answers_of(store, {id: invoice}, office.today)[id]
        warnings = list(one_of(store, id, invoice.number))
        of_head = answers.of_head(store, id)
    head = Table("received", (*RECEIVED, *ANSWER), [(*_row(invoice), *answer.cells)])
    told = [Table("head-answer", HEAD_ANSWER, [tuple(of_head)])] if of_head and of_head.state != UNANSWERED else []
    tables = [head, *told, *received_tables(invoice)[1:]]
    return Answer(ReceivedShown(RepliedInvoice(invoice, answer), of_head), tables=tables, warnings=warnings)


# How the lines are answered together, in one of three words.
ANSWERS = {UNANSWERED: UNANSWERED, APPROVED: APPROVED, SETTLED: APPROVED, REJECTED: REJECTED, AWAITING: REJECTED}
WAITING = (UNANSWERED, REJECTED, AWAITING)


def answers_of(
    store: Store, found: dict[int, SelfInvoice], today: dt.date, about: dict[int, list[str]] | None = None
) -> dict[int, Reply]:
    """Silence counts as approval: what nobody has answered waits, and so does what the agency has yet to send. `about`
    is which bases each is about, where that is known already."""
    if not found:
        return {}
    about = pairs.all_of(store) if about is None else about
    statuses = answers.statuses(store)
    replies = {}
    for id, invoice in found.items():
        ours, status = about.get(id, []), statuses[id]
        days = (today - invoice.date).days if status in WAITING else None
        replies[id] = Reply(ours[0] if ours else None, ANSWERS[status], days, ours, status)
    return replies


def received_tables(invoice: SelfInvoice) -> list[Table]:
    """One self-invoice with its lines."""
    rows: list[tuple[Any, ...]] = [_cells(line) for line in invoice.lines]
    head = Table("received", RECEIVED, [_row(invoice)])
    return [head, Table("received-lines", LINES, rows, totals=("hours", "net"))] if rows else [head]


def _cells(line: SelfLine) -> tuple[Any, ...]:
    answer = line.answer
    return (
        line.case, line.from_day, line.to_day, line.hours, line.unit_price_ore, line.net_ore, answer.state, answer.why,
        answer.awaits, answer.settled_by,
    )  # fmt: skip


def _row(invoice: SelfInvoice) -> tuple[Any, ...]:
    return (
        invoice.number, invoice.date, f"self-{invoice.type}", invoice.agreement, invoice.refers_to, invoice.net_ore,
        invoice.vat_ore, invoice.total_ore,
    )  # fmt: skip


def gap_warning(gap: Gap) -> Finding:
    """A gap as a warning."""
    figures = {"agreement": gap.agreement, "year": gap.year, "after": gap.after, "before": gap.before}
    command = "ipsu invoice list --received"
    missing = list(gap.missing)
    return warning("self-invoice.gap", "E13", command, count=gap.lacking, missing=missing, **figures)


def restart_warning(restart: Restart) -> Finding:
    """A restart as a warning."""
    figures = {"number": restart.number, "day": restart.date, "before": restart.before}
    command = "ipsu invoice list --received"
    return warning("self-invoice.restart", "E13", command, agreement=restart.agreement, year=restart.year, **figures)
