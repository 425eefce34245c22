"""`ipsu funding add|state|list|cancel`."""

from typing import Any

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import group, office, typed_values, with_facts
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.funding import FundingLine, StatedTotal

app = group()


@app.command()
@with_facts(facts_of(FundingLine))
def add(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows.funding import funding_add

    return funding_add(office(ctx), typed_values(ctx))


@app.command()
@with_facts(facts_of(StatedTotal))
def state(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows.funding import funding_state

    return funding_state(office(ctx), typed_values(ctx))


@listing(app)
def list_(ctx: typer.Context) -> Answer:
    from ipsu_cli.reports.funding_list import funding_list

    return funding_list(office(ctx))


with_cancel(app, "funding")
