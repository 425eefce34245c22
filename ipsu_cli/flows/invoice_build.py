"""`ipsu invoice build`: what is ready becomes invoices, what is not comes back with why and what to do."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.invoice import Held, Invoice
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.flows import day_order
from ipsu_cli.office import Office
from ipsu_cli.reports.held import held_back, held_table, judge, judge_all
from ipsu_cli.reports.undelivered import undelivered
from ipsu_cli.rules import services
from ipsu_cli.store import Store, Writing, agreements, filters, invoice_build, invoices, periods, settlements
from ipsu_cli.validation import Finding

if TYPE_CHECKING:  # few builds have a workbook
    from ipsu_cli.core.basis import InvoiceBasis
    from ipsu_cli.reports.basis import Workbook


class Built(NamedTuple):
    """The invoices that were made, and what is held back."""

    invoices: list[Invoice]
    held: list[Held]


def build(
    office: Office,
    month: Month,
    only: list[str],
    *,
    rehearse: bool = False,
    strict: bool = False,
    workbook: "Workbook | None" = None,
    with_lines: bool = False,
) -> Answer[Built]:
    """Build the month. `rehearse` goes the same way and keeps nothing. `with_lines`: the payload has them, as a
    workbook and JSON always do."""
    with_lines = with_lines or bool(workbook or office.json or office.key)

    def make(store: Writing) -> Answer[Built]:
        chosen = filters.fitting(store, filters.AGREEMENT, only)
        held = _build(store, office.today, month, chosen)
        _refuse_closed(store, month)
        made = invoices.made_by(store, with_lines=with_lines) if store.changed else []
        if rehearse:
            made = [invoice._replace(number=None) for invoice in made]
        forgotten = _undelivered(store, office.today, month, chosen)
        early = day_order.of_built(store, made, office.today)
        answer = _answer(office, month, made, held, forgotten, strict=strict, rehearse=rehearse)
        return answer._replace(warnings=[*early, *answer.warnings])

    if workbook is None:
        return office.change("invoice build", make, rehearse=rehearse)
    return _with_workbook(office, month, make, workbook, rehearse=rehearse)


def _with_workbook(
    office: Office, month: Month, make: Callable[[Writing], Answer[Built]], workbook: "Workbook", *, rehearse: bool
) -> Answer[Built]:
    """Build, and write the workbook of what was built, with what an earlier run has built and not written."""
    from ipsu_cli.flows.change_with_file import change_with_file
    from ipsu_cli.reports.basis import basis

    def make_both(store: Writing, left: list[int]) -> "tuple[Answer[Built], InvoiceBasis]":
        answer = make(store)
        made = [*_made_in(store, left), *answer.payload.invoices]
        content = basis(store, office, month, made, answer.payload.held)
        return answer.with_file("excel", workbook.path), content

    def again(store: Store, left: list[int]) -> "InvoiceBasis":
        return basis(store, office, month, _made_in(store, left), held_back(judge_all(store, month.last)))

    about = f"invoice build {month}"
    return change_with_file(office, "invoice build", about, workbook, make_both, again, rehearse=rehearse)


def _made_in(store: Store, changes: list[int]) -> list[Invoice]:
    return [invoice for change in changes for invoice in invoices.made_in(store, change, with_lines=True)]


def _build(store: Writing, today: dt.date, month: Month, only: list[str]) -> list[Held]:
    chosen = [agreements.get(store, ref) for ref in only]
    invoice_build.gather(store, month.last, chosen, services.codes_to_bind())
    judged = judge(store)
    everyone = {agreement.id: agreement for agreement in agreements.all_of(store)}
    invoice_build.write(store, month, today, everyone)
    settlements.settle_of_change(store)
    return held_back(judged)


def _undelivered(store: Writing, today: dt.date, month: Month, only: list[str]) -> list[Finding]:
    """A warning for each piece of work of the month, or of an earlier one, that is ready and that nobody delivered."""
    return [
        waiting.warning()
        for waiting in undelivered(store, today)
        if waiting.month <= month and (not only or waiting.case.agreement in only)
    ]


def _refuse_closed(store: Writing, month: Month) -> None:
    """A closed month takes nothing new. With nothing new there is nothing to refuse: the run can be repeated."""
    if store.changed and periods.closed_on(store, month):
        opened = periods.open_from(store, month)
        command = f"ipsu invoice build --month {opened}"
        raise Refused("period.closed", rule="E14", month=month, open=opened, command=command)


MADE_COLUMNS = (
    Column("invoice"), Column("kind", "code"), Column("agreement"), Column("net", "money"), Column("vat", "money"),
    Column("total", "money"), Column("payable_from", "day"),
)  # fmt: skip


def _answer(
    office: Office,
    month: Month,
    made: list[Invoice],
    held: list[Held],
    forgotten: list[Finding],
    *,
    strict: bool,
    rehearse: bool,
) -> Answer[Built]:
    total = Ore.total(invoice.total_ore for invoice in made)
    figures = {"month": month, "count": len(made), "total": total, "held": len(held)}
    message_code = "message.nothing-to-build" if not made else "message.would-build" if rehearse else "message.built"
    tables = []
    if made:
        rows: list[tuple[Any, ...]] = [
            (e.number, e.kind, e.agreement, e.net_ore, e.vat_ore, e.total_ore, e.payable_from) for e in made
        ]
        tables.append(Table("made", MADE_COLUMNS, rows, totals=("net", "vat", "total")))
    if held:
        tables.append(held_table(held))
    return Answer(
        Built(made, held),
        [Text(message_code, figures)],
        tables,
        forgotten,
        exit=6 if strict and (held or forgotten) else 0,
    )
