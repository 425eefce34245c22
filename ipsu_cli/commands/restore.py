"""`ipsu restore`."""

from typing import Annotated

import typer

from ipsu_cli.commands._confirm import confirm
from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer

app = group()


@app.command()
def restore(ctx: typer.Context, file: Annotated[str, typer.Argument(metavar="FILE")]) -> Answer:
    from ipsu_cli.flows.backup import restore as flow

    confirm(office(ctx), "message.ask-restore")
    return flow(office(ctx), file)
