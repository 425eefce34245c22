"""`ipsu help`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.reports.help import page

app = group()


@app.command()
def help(ctx: typer.Context, topic: Annotated[str | None, typer.Argument(metavar="TOPIC")] = None) -> Answer:
    return page(office(ctx), topic)
