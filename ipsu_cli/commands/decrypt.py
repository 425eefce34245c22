"""`ipsu decrypt`."""

import typer

from ipsu_cli import unlocking
from ipsu_cli.commands._options import group, office
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.answer import Answer

app = group()


@app.command()
def decrypt(ctx: typer.Context) -> Answer:
    from ipsu_cli.flows.decrypt import decrypt as flow

    with progress(office(ctx), "decrypt") as tick:
        answer = flow(office(ctx), tick)
    unlocking.give_up(office(ctx).path)
    return answer
