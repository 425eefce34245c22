"""`ipsu report invoices`: what was expected against what was received, by month."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month, months_between
from ipsu_cli.core.invoice import Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports.invoice import payment_row
from ipsu_cli.reports.offices import OfficeFile, Offices
from ipsu_cli.reports.query import ReportQuery, heading, open_cases
from ipsu_cli.store import Store, invoices, payments, scope
from ipsu_cli.store.payments import InvoicePayment

COLUMNS = (
    Column("month", "month"), Column("invoices", "count"), Column("expected", "money"), Column("received", "money"),
    Column("open", "money"), Column("overdue", "money"), Column("came_in", "money"),
)  # fmt: skip
CAME = (
    Column("payment"), Column("invoice"), Column("date", "day"), Column("amount", "money"), Column("rounding", "money"),
    Column("source", "code"), Column("file"), Column("who"),
)  # fmt: skip
OFFICES = (Column("of_office"), Column("file"), *COLUMNS[1:])
MONEY = ("expected", "received", "open", "overdue", "came_in")
TOTALS = ("invoices", *MONEY)
OPEN = ("open_before_ore", "open_later_ore")


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


class OfficeExpected(NamedTuple):
    """An office, and what its months make together."""

    office: OfficeFile
    total: ExpectedSum

    def to_json(self) -> JsonObject:
        """The office with its sums."""
        return {**self.office._asdict(), **self.total._asdict()}


class OfficePayment(NamedTuple):
    """A payment with the office that it came to."""

    office: str
    payment: InvoicePayment

    def to_json(self) -> JsonObject:
        """The payment with its invoice, and the office."""
        return {"office": self.office, **self.payment.to_json()}


class InvoicesReport(NamedTuple):
    """The whole answer: the months, their sum, what is open of invoices payable before and after them, and the
    payments. Of several offices each payment is with its office, and each office has its sum."""

    period: Period
    as_of: dt.date
    months: Sequence[MonthExpected]
    total: ExpectedSum
    open_before_ore: Ore
    open_later_ore: Ore
    payments: Sequence[InvoicePayment | OfficePayment]
    offices: Sequence[OfficeExpected] = ()

    def to_json(self) -> JsonObject:
        """Its fields; one office by itself is not listed."""
        return all_but(self) if self.offices else all_but(self, "offices")


class RegisterInvoices(NamedTuple):
    """What one register says: the months, what is open before and after them, and the payments."""

    months: Sequence[MonthExpected]
    open_before_ore: Ore
    open_later_ore: Ore
    payments: Sequence[InvoicePayment]


def report_invoices(office: Office, query: ReportQuery) -> Answer[InvoicesReport]:
    """Each month of the period. An invoice belongs to the month that it is payable from, and counts whole where a
    line of it is of a case asked for: a payment is of an invoice, not of a line. It is overdue once that month has
    passed. The payments of the period stand below, each with who entered it and the file that it came in."""
    if query.also:
        return _of_several(office, query)
    if query.as_of > office.today:
        raise Refused("date.future", rule="A24", day=query.as_of, today=office.today)
    with office.reading() as store:
        query = open_cases(store, query, office.today)
        own = _register(store, query)
    report = InvoicesReport(query.period, query.as_of, own.months, _total(own.months), *own[1:])
    return _answer(query, report, [_came_row(payment) for payment in own.payments], CAME)


def _of_several(office: Office, query: ReportQuery) -> Answer[InvoicesReport]:
    """The months of all offices added up, and the payments of each in turn."""
    offices = Offices(office, query)
    query = offices.query

    def ask(store: Store) -> RegisterInvoices:
        scope.choose_cases(store, query.cases)
        return _register(store, query)

    listed = list(zip(offices.files, offices.each(ask), strict=True))
    months = [_together(month) for month in zip(*(own.months for _, own in listed), strict=True)]
    came = [OfficePayment(file.office, payment) for file, own in listed for payment in own.payments]
    sums = [OfficeExpected(file, _total(own.months)) for file, own in listed]
    before, later = (Ore.total(getattr(own, name) for _, own in listed) for name in OPEN)
    report = InvoicesReport(query.period, query.as_of, months, _total(months), before, later, came, sums)
    rows = [(entered.office, *_came_row(entered.payment)) for entered in came]
    answer = _answer(query, report, rows, (Column("of_office"), *CAME))
    by_office = Table("expected-offices", OFFICES, [(*one.office, *one.total) for one in sums], totals=TOTALS)
    return answer._replace(tables=[*answer.tables, by_office], warnings=offices.warnings)


def _register(store: Store, query: ReportQuery) -> RegisterInvoices:
    """What is asked of one register, whose cases are chosen."""
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
    return RegisterInvoices(rows, before, later, came)


def _together(listed: Sequence[MonthExpected]) -> MonthExpected:
    """One month of several offices."""
    return MonthExpected(listed[0].month, *_total(listed))


def _found(store: Store, query: ReportQuery) -> list[Invoice]:
    """The invoices that count, without those that were cancelled."""
    chosen = invoices.in_scope(store) if query.services or query.within_units else None
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


def _answer(
    query: ReportQuery, report: InvoicesReport, came: list[tuple[Any, ...]], columns: tuple[Column, ...]
) -> Answer[InvoicesReport]:
    figures = {"before": report.open_before_ore, "later": report.open_later_ore}
    tables = [Table("expected", COLUMNS, [tuple(month) for month in report.months], totals=TOTALS)]
    if came:
        tables.append(Table("came-in", columns, came, totals=("amount", "rounding")))
    return Answer(report, [heading(query), Text("message.open-outside", figures)], tables)


def _came_row(entered: InvoicePayment) -> tuple[Any, ...]:
    id, *others = payment_row(entered.payment)
    return (id, entered.invoice, *others)
