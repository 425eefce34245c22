"""`ipsu period close`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import argument, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Month
from ipsu_cli.core.kind import MONTH

app = group()


@app.callback()
def period() -> None:
    """A group, though it has one command so far."""


@app.command()
def close(ctx: typer.Context, month: Annotated[Month, argument(MONTH, "month")]) -> Answer:
    from ipsu_cli.flows import period_close as flow

    return flow.close(office(ctx), month)
