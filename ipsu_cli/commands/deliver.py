"""`ipsu deliver`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import Case, On, group, maybe, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.flows import deliver as flow

app = group()


@app.command()
def deliver(
    ctx: typer.Context,
    case: Case,
    hours: Annotated[str | None, typer.Argument(metavar="HOURS")] = None,
    on: On = None,
    week: Annotated[str | None, typer.Option(metavar="WEEK")] = None,
    no_show: Annotated[bool, typer.Option("--no-show")] = False,
) -> Answer:
    wanted = flow.WantedDelivery(
        case,
        maybe(ctx, "hours", hours),
        maybe(ctx, "on", on),
        maybe(ctx, "week", week),
        no_show,
    )
    return flow.deliver(office(ctx), wanted)
