"""`ipsu undo`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import argument, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import COUNT

app = group()


@app.command()
def undo(ctx: typer.Context, change: Annotated[int | None, argument(COUNT.typed("CHANGE"), "change")] = None) -> Answer:
    from ipsu_cli.flows.undo import undo_change

    return undo_change(office(ctx), change)
