"""`ipsu setting list` and `setting set`."""

from typing import Annotated

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.flows import setting_set as flow
from ipsu_cli.reports.setting import setting_list

app = group()


@listing(app)
def list_(ctx: typer.Context) -> Answer:
    return setting_list(office(ctx))


@app.command(name="set")
def set_(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    value: Annotated[str, typer.Argument(metavar="VALUE")],
) -> Answer:
    return flow.setting_set(office(ctx), name, value)
