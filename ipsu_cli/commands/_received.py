"""`ipsu invoice receive` and `reconcile`: the commands on the agency's self-invoices."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipsu_cli.commands._options import AgreementOption, Excel, Force, On, input_argument, office, option
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import AGREEMENT, NUMBER, SIGNED_MONEY, YEAR, code
from ipsu_cli.core.money import Ore
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.self_invoice import CREDIT, INVOICE
from ipsu_cli.core.self_invoice_number import Wanted
from ipsu_cli.read.input_file import InputFile

if TYPE_CHECKING:  # one command of two has one
    from ipsu_cli.core.comparison import Reconciliation

ReceivedOption = Annotated[str | None, option(NUMBER, "--received")]
YearOption = Annotated[int | None, option(YEAR, "--year")]
Files = Annotated[list[InputFile] | None, input_argument("FILE…")]


def receive(
    ctx: typer.Context,
    file: Files = None,
    number: Annotated[str | None, option(NUMBER, "--number")] = None,
    on: On = None,
    total: Annotated[Ore | None, option(SIGNED_MONEY, "--total")] = None,
    agreement: Annotated[str | None, option(AGREEMENT, "--agreement")] = None,
    type: Annotated[str | None, option(code(INVOICE, CREDIT), "--type")] = None,
    refers: Annotated[str | None, option(NUMBER, "--refers")] = None,
) -> Answer:
    from ipsu_cli.flows import invoice_receive as flow

    if file:
        if any(word is not None for word in (number, on, total, type, refers)):
            raise Unreadable("option.one-of", options=["FILE", "--number"])
        from ipsu_cli.read.self_invoice import load

        return flow.receive_files(office(ctx), [load(named) for named in file], agreement)
    if number is None:
        raise Unreadable("option.one-of", options=["FILE", "--number"])
    if on is None or total is None or agreement is None:
        demanded = {"--on": on, "--total": total, "--agreement": agreement}
        raise Unreadable("option.missing", option=next(name for name, value in demanded.items() if value is None))
    return flow.receive_head(office(ctx), flow.TypedHead(number, agreement, on, total, type or INVOICE, refers))


def wanted_of(received: str | None, agreement: str | None, year: int | None) -> Wanted | None:
    """The self-invoice that is named; None where none is."""
    if received is not None:
        return Wanted(received, agreement, year)
    for option_name, value in (("--agreement", agreement), ("--year", year)):
        if value is not None:
            raise Unreadable("option.needs", option=option_name, needs="--received")
    return None


def ours_alone(number: str | None, wanted: Wanted | None) -> str:
    """The number of an invoice of ours, where just one of the two is named."""
    if number is None or wanted is not None:
        raise Unreadable("option.one-of", options=["N", "--received"])
    return number


def reconcile(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="N")],
    file: Annotated[InputFile | None, input_argument("FILE")] = None,
    received: ReceivedOption = None,
    agreement: AgreementOption = None,
    year: YearOption = None,
    excel: Excel = None,
    force: Force = False,
) -> Answer:
    wanted = wanted_of(received, agreement, year)
    if (file is None) == (wanted is None):
        raise Unreadable("option.one-of", options=["FILE", "--received"])
    if wanted is None:
        assert file is not None
        from ipsu_cli.flows.invoice_reconcile import reconcile_file
        from ipsu_cli.read.self_invoice import look_at

        answer = reconcile_file(office(ctx), number, look_at(file))
    else:
        from ipsu_cli.reports.reconciliation import reconcile_received

        answer = reconcile_received(office(ctx), number, wanted)
    if excel is None:
        return answer
    _write_workbook(ctx, excel, answer.payload.reconciliation, force=force)
    return answer.with_file("excel", excel)


def _write_workbook(ctx: typer.Context, excel: str, found: "Reconciliation", *, force: bool) -> None:
    """The comparison as a workbook that can be sent to the agency."""
    from ipsu_cli.write.forms.reconciliation import write_reconciliation

    if not excel.strip():
        raise Unreadable("option.empty", option="--excel")
    write_reconciliation(Path(excel), found, office(ctx).own_lang, office(ctx).today, force=force)
