"""`ipsu decrypt`."""

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.answer import Answer

app = group()


@app.command()
def decrypt(ctx: typer.Context) -> Answer:
    from ipsu_cli.flows.decrypt import decrypt as flow

    with progress(office(ctx), "decrypt") as tick:
        return flow(office(ctx), tick)
