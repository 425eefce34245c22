"""`ipsu survey add|list|cancel`."""

from typing import Annotated, Any

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import group, office, typed_values, with_facts
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.survey import Survey

app = group()


@app.command()
@with_facts(facts_of(Survey))
def add(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows.survey import survey_add

    return survey_add(office(ctx), typed_values(ctx))


@listing(app, since="on")
def list_(ctx: typer.Context, agreement: Annotated[str | None, typer.Argument(metavar="AGREEMENT")] = None) -> Answer:
    from ipsu_cli.reports.survey import survey_list

    return survey_list(office(ctx), agreement)


with_cancel(app, "survey")
