"""`ipsu agreement add` and `agreement list`."""

from typing import Any

import typer

from ipsu_cli.commands._options import group, office, typed_values, with_facts
from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.fact import facts_of
from ipsu_cli.flows import agreement as flow
from ipsu_cli.reports.agreement import agreement_list

app = group()


@app.command()
@with_facts(facts_of(Agreement))
def add(ctx: typer.Context, **typed: Any) -> Answer:
    return flow.agreement_add(office(ctx), typed_values(ctx))


@app.command(name="list")
def list_(ctx: typer.Context) -> Answer:
    return agreement_list(office(ctx))
