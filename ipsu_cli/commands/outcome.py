"""`ipsu outcome add|list|cancel`."""

from typing import TYPE_CHECKING, Any

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import MaybeCase, group, office, typed_values, with_facts
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.enrolment import Outcome
from ipsu_cli.core.fact import facts_of

if TYPE_CHECKING:
    from ipsu_cli.core.listing import Listing

app = group()


@app.command()
@with_facts(facts_of(Outcome))
def add(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows import outcome as flow

    return flow.outcome_add(office(ctx), typed_values(ctx))


@listing(app, since="on")
def list_(ctx: typer.Context, case: MaybeCase = None, *, listing: "Listing") -> Answer:
    from ipsu_cli.reports import outcome as report

    return report.outcome_list(office(ctx), case, listing)


with_cancel(app, "outcome")
