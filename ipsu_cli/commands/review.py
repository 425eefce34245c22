"""`ipsu review add|cancel`."""

from typing import Any

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._options import group, office, typed_values, with_facts
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.enrolment import Review
from ipsu_cli.core.fact import facts_of

app = group()


@app.command()
@with_facts(facts_of(Review))
def add(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows import review as flow

    return flow.review_add(office(ctx), typed_values(ctx))


with_cancel(app, "review")
