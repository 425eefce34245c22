"""`ipsu fidelity add|scale|list|cancel`."""

from typing import Annotated, Any

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import group, office, typed_values, with_facts
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.fidelity import FidelityReview, Scale

app = group()


@app.command()
@with_facts(facts_of(FidelityReview))
def add(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows.fidelity import fidelity_add

    return fidelity_add(office(ctx), typed_values(ctx))


@app.command()
@with_facts(facts_of(Scale))
def scale(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows.fidelity import fidelity_scale

    found = typed_values(ctx)
    return fidelity_scale(office(ctx), Scale(*(found[fact.name] for fact in facts_of(Scale))))


@listing(app, since="on")
def list_(ctx: typer.Context, agreement: Annotated[str | None, typer.Argument(metavar="AGREEMENT")] = None) -> Answer:
    from ipsu_cli.reports.fidelity_list import fidelity_list

    return fidelity_list(office(ctx), agreement)


with_cancel(app, "fidelity")
