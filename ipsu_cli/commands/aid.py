"""`ipsu aid lend|return|list`."""

from typing import Annotated, Any

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import MaybeCase, OnDay, group, office, typed_values, with_facts
from ipsu_cli.core.aid import AidEntry
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.fact import IMPORT, facts_of

app = group()

AidId = Annotated[int, typer.Argument(metavar="ID", min=1, max=2**53)]


@app.command()
@with_facts(fact for fact in facts_of(AidEntry) if fact.typed != IMPORT)
def lend(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows.aid import aid_lend

    return aid_lend(office(ctx), AidEntry(**typed_values(ctx)))


@app.command(name="return")
def return_(ctx: typer.Context, id: AidId, on: OnDay) -> Answer:
    from ipsu_cli.flows.aid import aid_return

    return aid_return(office(ctx), id, on)


@listing(app, since="lent")
def list_(
    ctx: typer.Context,
    case: MaybeCase = None,
    open_: Annotated[bool, typer.Option("--open")] = False,
) -> Answer:
    from ipsu_cli.reports.aid import aid_list

    return aid_list(office(ctx), case, still_out=open_)
