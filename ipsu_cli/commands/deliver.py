"""`ipsu deliver`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import Month, On, group, maybe, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.flows import deliver as flow

app = group()


@app.command()
def deliver(
    ctx: typer.Context,
    case: Annotated[str | None, typer.Argument(metavar="CASE")] = None,
    hours: Annotated[str | None, typer.Argument(metavar="HOURS")] = None,
    on: On = None,
    week: Annotated[str | None, typer.Option(metavar="WEEK")] = None,
    no_show: Annotated[bool, typer.Option("--no-show")] = False,
    month: Month = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="day|month")] = None,
    ready: Annotated[bool, typer.Option("--ready")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> Answer:
    found = maybe(ctx, "month", month)
    if ready or dry_run or case is None:
        if case or unit or not (ready and found):
            raise Unreadable("option.one-of", options=["CASE", "--month MONTH --ready"])
        from ipsu_cli.flows.deliver_ready import deliver_ready

        return deliver_ready(office(ctx), found, rehearse=dry_run)
    wanted = flow.WantedDelivery(
        case,
        maybe(ctx, "hours", hours),
        maybe(ctx, "on", on),
        maybe(ctx, "week", week),
        no_show,
        found,
        maybe(ctx, "unit", unit),
    )
    return flow.deliver(office(ctx), wanted)
