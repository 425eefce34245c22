"""`ipsu review add|cancel`."""

from typing import Annotated

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._options import Case, group, maybe, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.read.fields import read_given

app = group()


@app.command()
def add(
    ctx: typer.Context,
    case: Case,
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
    progress: Annotated[str, typer.Option("--progress", metavar="yes|no")],
    decision: Annotated[str | None, typer.Option("--decision", metavar="continue|refer|close")] = None,
    refer_to: Annotated[str | None, typer.Option("--refer-to", metavar="TEXT")] = None,
) -> Answer:
    from ipsu_cli.flows import review as flow

    given = read_given({"case": case, "on": on, "progress": progress, "refer-to": refer_to}, office(ctx).today)
    return flow.review_add(office(ctx), {**given, "decision": maybe(ctx, "decision-code", decision)})


with_cancel(app, "review")
