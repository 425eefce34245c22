"""`ipsu price set` and `price list`."""

from typing import Any

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import group, office, typed_values, with_facts
from ipsu_cli.core.agreement import Price
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.fact import facts_of
from ipsu_cli.flows import price as flow
from ipsu_cli.reports.price import price_list

app = group()


@app.command(name="set")
@with_facts(facts_of(Price))
def set_(ctx: typer.Context, **typed: Any) -> Answer:
    return flow.price_set(office(ctx), typed_values(ctx))


@listing(app, since="from")
def list_(ctx: typer.Context) -> Answer:
    return price_list(office(ctx))
