"""`ipsu plan set|show|history`."""

import datetime as dt
from typing import Annotated, Any

import typer

from ipsu_cli.commands._options import CaseArgument, MaybeReason, argument, group, office, option
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import DAY
from ipsu_cli.core.plan_entry import PLANNED

app = group()


@app.command(name="set")
def set_(
    ctx: typer.Context,
    case: CaseArgument,
    weeks: Annotated[list[Any], argument(PLANNED, "weeks")],
    reason: MaybeReason = None,
    submitted: Annotated[dt.date | None, option(DAY, "--submitted")] = None,
    confirmed: Annotated[dt.date | None, option(DAY, "--confirmed")] = None,
) -> Answer:
    from ipsu_cli.flows import plan_set as flow

    planned = [week for typed in weeks for week in typed]
    return flow.plan_set(office(ctx), case, flow.PlanEntry(planned, reason, submitted, confirmed))


@app.command()
def show(
    ctx: typer.Context, case: CaseArgument, version: Annotated[int | None, typer.Option(min=1, metavar="N")] = None
) -> Answer:
    from ipsu_cli.reports import plan as report

    return report.plan_show(office(ctx), case, version)


@app.command()
def history(ctx: typer.Context, case: CaseArgument) -> Answer:
    from ipsu_cli.reports import plan as report

    return report.plan_history(office(ctx), case)
