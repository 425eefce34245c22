"""`ipsu target set|list`."""

from typing import Any

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import group, office, typed_values, with_facts
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.target import Target

app = group()


@app.command(name="set")
@with_facts(facts_of(Target))
def set_(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows import target_set as flow

    return flow.target_set(office(ctx), typed_values(ctx))


@listing(app, since="from")
def list_(ctx: typer.Context) -> Answer:
    from ipsu_cli.reports.target import target_list

    return target_list(office(ctx))
