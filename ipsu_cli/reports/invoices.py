"""`ipsu report invoices`: what was expected against what was received, by month."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month, months_between
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.invoice import payment_row
from ipsu_cli.reports.query import ReportQuery, heading, open_cases
from ipsu_cli.store import Store, invoices, payments
from ipsu_cli.store.payments import InvoicePayment

COLUMNS = (
    Column("month", "month"), Column("invoices", "count"), Column("expected", "money"), Column("received", "money"),
    Column("open", "money"), Column("overdue", "money"), Column("came_in", "money"),
)  # fmt: skip
CAME = (
    Column("payment"), Column("invoice"), Column("date", "day"), Column("amount", "money"), Column("rounding", "money"),
    Column("source", "code"), Column("file"), Column("who"),
)  # fmt: skip
MONEY = ("expected", "received", "open", "overdue", "came_in")


class MonthExpected(NamedTuple):
    """Of the invoices payable from a month on: what is expected, what has come, what is open, and what of that is
    overdue. Expected is what was invoiced; what payers round to whole kronor, less or more has come. `came_in_ore` is
    what was paid in the month itself, on whichever invoice."""

    month: Month
    invoices: int
    expected_ore: Ore
    received_ore: Ore
    open_ore: Ore
    overdue_ore: Ore
    came_in_ore: Ore


class ExpectedSum(NamedTuple):
    """What the months make together."""

    invoices: int
    expected_ore: Ore
    received_ore: Ore
    open_ore: Ore
    overdue_ore: Ore
    came_in_ore: Ore


class InvoicesReport(NamedTuple):
    """The whole answer: the months, their sum, what is open of invoices payable before and after them, and the
    payments."""

    period: Period
    as_of: dt.date
    months: Sequence[MonthExpected]
    total: ExpectedSum
    open_before_ore: Ore
    open_later_ore: Ore
    payments: Sequence[InvoicePayment]


def report_invoices(office: Office, query: ReportQuery) -> Answer[InvoicesReport]:
    """Each month of the period. An invoice belongs to the month that it is payable from, and counts whole where a
    line of it is of a case asked for: a payment is of an invoice, not of a line. It is overdue once that month has
    passed. The payments of the period stand below, each with who entered it and the file that it came in."""
    if query.as_of > office.today:
        raise Refused("date.future", rule="A24", day=query.as_of, today=office.today)
    with office.reading() as store:
        query = open_cases(store, query, office.today)
        found = _found(store, query)
        numbers = {invoice.number or "" for invoice in found}
        paid = payments.by_month(store, numbers)
        came = [
            entered
            for entered in payments.between(store, query.period.first, query.period.last)
            if entered.invoice in numbers
        ]
    months = list(months_between(query.period.first, query.period.last))
    rows = [_expected(found, month, query.as_of, paid.get(month, Ore(0))) for month in months]
    before = Ore.total(invoice.open_ore for invoice in found if Month.of(invoice.payable_from) < months[0])
    later = Ore.total(invoice.open_ore for invoice in found if Month.of(invoice.payable_from) > months[-1])
    return _answer(query, InvoicesReport(query.period, query.as_of, rows, _total(rows), before, later, came))


def _found(store: Store, query: ReportQuery) -> list[Invoice]:
    """The invoices that count, without those that were cancelled."""
    chosen = invoices.in_scope(store) if query.services or query.coaches else None
    return [
        invoice
        for invoice in invoices.listed(store)
        if invoice.status != "cancelled"
        and (not query.agreements or invoice.agreement in query.agreements)
        and (chosen is None or invoice.number in chosen)
    ]


def _expected(found: Sequence[Invoice], month: Month, as_of: dt.date, came_in: Ore) -> MonthExpected:
    own = [invoice for invoice in found if Month.of(invoice.payable_from) == month]
    open_sum = Ore.total(invoice.open_ore for invoice in own)
    received = Ore.total(invoice.paid_ore for invoice in own)
    settled = Ore.total(invoice.paid_ore - invoice.rounding_ore for invoice in own)
    overdue = open_sum if as_of > month.last else Ore(0)
    return MonthExpected(month, len(own), open_sum + settled, received, open_sum, overdue, came_in)


def _total(rows: Sequence[MonthExpected]) -> ExpectedSum:
    sums = (Ore.total(getattr(row, f"{name}_ore") for row in rows) for name in MONEY)
    return ExpectedSum(sum(row.invoices for row in rows), *sums)


def _answer(query: ReportQuery, report: InvoicesReport) -> Answer[InvoicesReport]:
    figures = {"before": report.open_before_ore, "later": report.open_later_ore}
    tables = [Table("expected", COLUMNS, [tuple(month) for month in report.months], totals=("invoices", *MONEY))]
    if report.payments:
        came = [_came_row(entered) for entered in report.payments]
        tables.append(Table("came-in", CAME, came, totals=("amount", "rounding")))
    return Answer(report, [heading(query), Text("message.open-outside", figures)], tables)


def _came_row(entered: InvoicePayment) -> tuple[Any, ...]:
    id, *others = payment_row(entered.payment)
    return (id, entered.invoice, *others)
