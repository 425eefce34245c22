"""`ipsu outcome add|list|cancel`."""

from typing import Annotated

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._options import Case, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.read.fields import read_given

app = group()


@app.command()
def add(
    ctx: typer.Context,
    case: Case,
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME")],
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
    subsidised: Annotated[bool, typer.Option("--subsidised")] = False,
) -> Answer:
    from ipsu_cli.flows import outcome as flow

    words: dict[str, str | bool | None] = {"case": case, "outcome": outcome, "on": on, "subsidised": subsidised}
    return flow.outcome_add(office(ctx), read_given(words, office(ctx).today))


@app.command(name="list")
def list_(ctx: typer.Context, case: Annotated[str | None, typer.Argument(metavar="CASE")] = None) -> Answer:
    from ipsu_cli.reports import outcome as report

    return report.outcome_list(office(ctx), case)


with_cancel(app, "outcome")
