"""`ipsu period close`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office, read
from ipsu_cli.core.answer import Answer

app = group()


@app.callback()
def period() -> None:
    """A group, though it has one command so far."""


@app.command()
def close(ctx: typer.Context, month: Annotated[str, typer.Argument(metavar="MONTH")]) -> Answer:
    from ipsu_cli.flows import period_close as flow

    return flow.close(office(ctx), read(ctx, "month", month))
