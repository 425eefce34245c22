"""`ipsu contact add|list|cancel`."""

from typing import Annotated

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.read.fields import read_given

app = group()


@app.command()
def add(
    ctx: typer.Context,
    about: Annotated[str, typer.Argument(metavar="CASE|AGREEMENT")],
    party: Annotated[str, typer.Argument(metavar="PARTY")],
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT")] = None,
) -> Answer:
    from ipsu_cli.flows import contact as flow

    words = {"party": party, "on": on, "note": note}
    return flow.contact_add(office(ctx), {"about": about, **read_given(words, office(ctx).today)})


@app.command(name="list")
def list_(ctx: typer.Context, about: Annotated[str | None, typer.Argument(metavar="CASE|AGREEMENT")] = None) -> Answer:
    from ipsu_cli.reports import contact as report

    return report.contact_list(office(ctx), about)


with_cancel(app, "contact")
