"""`ipsu check` of the file, and `ipsu check register`."""

from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._options import Excel, Force, From, MonthOption, To, group, office, option
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import AGREEMENT, NAME, SERVICE, YEAR

app = group()


@app.callback(invoke_without_command=True)
def check(ctx: typer.Context) -> Answer | None:
    if ctx.invoked_subcommand is not None:
        return None
    from ipsu_cli.reports.check import check_file

    with progress(office(ctx), "check") as tick:
        return check_file(office(ctx), tick)


@app.command()
def register(
    ctx: typer.Context,
    from_: From = None,
    to: To = None,
    month: MonthOption = None,
    year: Annotated[int | None, option(YEAR, "--year")] = None,
    service: Annotated[list[str] | None, option(SERVICE, "--service")] = None,
    agreement: Annotated[list[str] | None, option(AGREEMENT, "--agreement")] = None,
    coach: Annotated[list[str] | None, option(NAME, "--coach", personal=True)] = None,
    all_: Annotated[bool, typer.Option("--all")] = False,
    excel: Excel = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.commands._report_options import with_workbook
    from ipsu_cli.read.period import read_period
    from ipsu_cli.reports.register import RegisterQuery, check_register
    from ipsu_cli.write.whole_file import refuse_taken

    if excel:
        refuse_taken(Path(excel), force=force)
    own = office(ctx)
    period = read_period(from_, to, month, year, own.today)
    query = RegisterQuery(period, service or (), agreement or (), coach or (), all_)
    return with_workbook(own, check_register(own, query), excel, force=force, period=period)
