"""`ipsu aid lend|return|list`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import Case, group, maybe, office, read
from ipsu_cli.core.answer import Answer

app = group()

Id = Annotated[int, typer.Argument(metavar="ID", min=1, max=2**53)]
OnDay = Annotated[str, typer.Option("--on", metavar="DATE")]


@app.command()
def lend(
    ctx: typer.Context,
    case: Case,
    kind: Annotated[str, typer.Argument(metavar="KIND")],
    on: OnDay,
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT")] = None,
    origin: Annotated[str | None, typer.Option("--origin", metavar="a|b")] = None,
) -> Answer:
    from ipsu_cli.flows.aid import WantedAid, aid_lend

    found = read(ctx, "kind", kind), read(ctx, "on", on), maybe(ctx, "name", name), maybe(ctx, "origin", origin)
    return aid_lend(office(ctx), WantedAid(case, *found))


@app.command(name="return")
def return_(ctx: typer.Context, id: Id, on: OnDay) -> Answer:
    from ipsu_cli.flows.aid import aid_return

    return aid_return(office(ctx), id, read(ctx, "on", on))


@app.command(name="list")
def list_(
    ctx: typer.Context,
    case: Annotated[str | None, typer.Argument(metavar="CASE")] = None,
    open_: Annotated[bool, typer.Option("--open")] = False,
) -> Answer:
    from ipsu_cli.reports.aid import aid_list

    return aid_list(office(ctx), case, still_out=open_)
