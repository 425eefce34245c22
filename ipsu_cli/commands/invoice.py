"""`ipsu invoice …`: bases, what is done with them, and the agency's self-invoices."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsu_cli.commands import _received
from ipsu_cli.commands._files import output
from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import (
    AgreementOption,
    DryRun,
    Excel,
    Force,
    MonthOption,
    On,
    OnDay,
    Reason,
    TheMonth,
    day,
    group,
    input_argument,
    office,
    option,
)
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import FLAG, MONEY, code
from ipsu_cli.core.listing import Listing, narrowed
from ipsu_cli.core.money import Ore
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.read.input_file import InputFile

if TYPE_CHECKING:  # few commands have one
    from ipsu_cli.core.letter import Letter
    from ipsu_cli.office import Office
    from ipsu_cli.reports.basis import Workbook

app = group()
app.command()(_received.receive)
app.command()(_received.reconcile)

MaybeNumber = Annotated[str | None, typer.Argument(metavar="N")]
Number = Annotated[str, typer.Argument(metavar="N")]
PaymentNumber = Annotated[int, typer.Argument(metavar="PAYMENT", min=1, max=2**53)]
ACases = Annotated[list[str], typer.Option("--case", metavar="CASE")]


@app.command()
def build(
    ctx: typer.Context,
    month: TheMonth,
    agreement: Annotated[list[str] | None, typer.Option("--agreement", metavar="AGREEMENT")] = None,
    excel: Excel = None,
    force: Force = False,
    dry_run: DryRun = False,
    strict: Annotated[bool, typer.Option("--strict")] = False,
) -> Answer:
    from ipsu_cli.flows import invoice_build as flow

    workbook = None if excel is None else _workbook(excel, force=force)
    return flow.build(office(ctx), month, agreement or [], rehearse=dry_run, strict=strict, workbook=workbook)


@listing(app, since="date")
def list_(
    ctx: typer.Context,
    month: MonthOption = None,
    received: Annotated[bool, typer.Option("--received")] = False,
    fail_on_unanswered: Annotated[int | None, typer.Option(min=0, metavar="DAYS")] = None,
    *,
    listing: Listing,
) -> Answer:
    if received:
        from ipsu_cli.reports.received import received_list

        return narrowed(received_list(office(ctx), month, fail_on_unanswered), listing)
    from ipsu_cli.reports.invoice import invoice_list

    return invoice_list(office(ctx), month, fail_on_unanswered, listing)


@app.command()
def show(
    ctx: typer.Context,
    number: MaybeNumber = None,
    received: _received.ReceivedOption = None,
    agreement: AgreementOption = None,
    year: _received.YearOption = None,
) -> Answer:
    wanted = _received.wanted_of(received, agreement, year)
    if wanted is not None and number is None:
        from ipsu_cli.reports.received import received_show

        return received_show(office(ctx), wanted)
    from ipsu_cli.reports.invoice import invoice_show

    return invoice_show(office(ctx), _received.ours_alone(number, wanted))


@app.command()
def excel(
    ctx: typer.Context, number: Number, file: Annotated[str, typer.Argument(metavar="FILE")], force: Force = False
) -> Answer:
    from ipsu_cli.reports.invoice_file import invoice_written, of_basis

    write = _workbook(file, force=force).write
    return invoice_written(office(ctx), number, of_basis(write)).with_file("excel", file)


def _workbook(file: str, *, force: bool) -> "Workbook":
    """The accountant's workbook."""
    from ipsu_cli.write.forms.invoice_basis import write_invoice_basis

    return output(file, force=force, write=lambda basis: write_invoice_basis(Path(file), basis, force))


@app.command()
def approve(
    ctx: typer.Context,
    number: MaybeNumber = None,
    received: _received.ReceivedOption = None,
    agreement: AgreementOption = None,
    year: _received.YearOption = None,
    on: On = None,
    despite_difference: Annotated[bool, typer.Option("--despite-difference")] = False,
) -> Answer:
    from ipsu_cli.flows import invoice_approve as flow

    wanted = _received.wanted_of(received, agreement, year)
    if wanted is not None and number is None:
        return flow.approve_received(office(ctx), wanted, day(ctx, on), despite=despite_difference)
    ours = _received.ours_alone(number, wanted)
    return flow.approve(office(ctx), ours, day(ctx, on), despite=despite_difference)


@app.command()
def reject(
    ctx: typer.Context,
    case: ACases,
    reason: Reason,
    number: MaybeNumber = None,
    received: _received.ReceivedOption = None,
    agreement: AgreementOption = None,
    year: _received.YearOption = None,
    why: Annotated[str, option(code("hours", "price", "missing", "twice", "period", "other"), "--why")] = "other",
    not_self_fixable: Annotated[bool, typer.Option("--not-self-fixable")] = False,
    on: On = None,
) -> Answer:
    from ipsu_cli.flows import invoice_reject as flow

    wanted = _received.wanted_of(received, agreement, year)
    ours = None if wanted is not None and number is None else _received.ours_alone(number, wanted)
    fixable = False if not_self_fixable else _ask(office(ctx))
    if wanted is not None and ours is None:
        return flow.reject_received(office(ctx), wanted, case, reason, day(ctx, on), self_fixable=fixable, why=why)
    return flow.reject(office(ctx), ours or "", case, reason, day(ctx, on), self_fixable=fixable, why=why)


def _ask(own: "Office") -> bool | None:
    """Can the office fix it itself? Asked in a terminal; elsewhere nobody says."""
    import sys

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    from ipsu_cli.locale import say

    sys.stderr.write(say("message.ask-self-fixable", own.lang) + " ")
    sys.stderr.flush()
    word = sys.stdin.readline().strip()
    return not word or FLAG.read(word, own.today)


@app.command()
def letter(
    ctx: typer.Context,
    number: Number,
    file: Annotated[str | None, typer.Argument(metavar="FILE")] = None,
    received: _received.ReceivedOption = None,
    agreement: AgreementOption = None,
    year: _received.YearOption = None,
    case: Annotated[list[str] | None, typer.Option("--case", metavar="CASE")] = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.core.output import Output
    from ipsu_cli.flows import invoice_letter as flow
    from ipsu_cli.write.forms.letter import refuse_letter, write_letter

    wanted = _received.wanted_of(received, agreement, year)
    if (file is None) == (wanted is None):
        raise Unreadable("option.one-of", options=["N", "--received"])
    path = Path(file or number)

    def refuse() -> None:
        refuse_letter(path, force=force)

    def write(made: "Letter") -> None:
        write_letter(path, made, force=force)

    to = Output(str(path), refuse, write)
    if wanted is not None:
        return flow.letter_about_received(office(ctx), wanted, case or [], to)
    return flow.letter_about_basis(office(ctx), number, case or [], to)


@app.command()
def resolve(
    ctx: typer.Context,
    number: Number,
    case: Annotated[str, typer.Option("--case", metavar="CASE")],
    outcome: Annotated[str, option(code("corrected", "upheld"), "--outcome")],
    on: On = None,
) -> Answer:
    from ipsu_cli.flows import invoice as flow

    return flow.resolve(office(ctx), number, case, outcome, day(ctx, on))


@app.command()
def paid(
    ctx: typer.Context,
    number: Number,
    on: OnDay,
    amount: Annotated[Ore | None, option(MONEY, "--amount")] = None,
) -> Answer:
    from ipsu_cli.flows import invoice as flow

    return flow.paid(office(ctx), number, on, amount)


@app.command()
def unpaid(ctx: typer.Context, number: Number, payment: PaymentNumber, reason: Reason) -> Answer:
    from ipsu_cli.flows import invoice as flow

    return flow.unpaid(office(ctx), number, payment, reason)


@app.command()
def bank(
    ctx: typer.Context,
    file: Annotated[InputFile, input_argument("FILE")],
    strict: Annotated[bool, typer.Option("--strict")] = False,
) -> Answer:
    from ipsu_cli.flows import invoice_bank as flow
    from ipsu_cli.read.bank_file import read_bank_file

    with progress(office(ctx), "bank") as tick:
        return flow.bank(office(ctx), file.path, read_bank_file(file), strict=strict, tick=tick)


@app.command()
def cancel(ctx: typer.Context, number: Number, reason: Reason) -> Answer:
    from ipsu_cli.flows import invoice as flow

    return flow.cancel(office(ctx), number, reason)


@app.command()
def credit(
    ctx: typer.Context,
    number: Number,
    case: Annotated[str, typer.Option("--case", metavar="CASE")],
    reason: Reason,
) -> Answer:
    from ipsu_cli.flows import invoice_credit as flow

    return flow.credit(office(ctx), number, case, reason)


@app.command()
def export(
    ctx: typer.Context, number: Number, file: Annotated[str, typer.Argument(metavar="FILE")], force: Force = False
) -> Answer:
    from ipsu_cli.commands._files import invoice_file, is_e_invoice
    from ipsu_cli.reports.invoice_file import invoice_written

    if is_e_invoice(file):
        from ipsu_cli.flows.invoice_export import export_e_invoice
        from ipsu_cli.write.ubl import ubl_of
        from ipsu_cli.write.whole_file import write_bytes

        def write(content: bytes) -> None:
            write_bytes(Path(file), content, force=force)

        to = output(file, force=force, write=write)
        return export_e_invoice(office(ctx), number, to, ubl_of)
    written = invoice_written(office(ctx), number, invoice_file(office(ctx), file, force=force))
    return written.with_file("file", file)._replace(tables=())
