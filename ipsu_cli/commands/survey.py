"""`ipsu survey add|list|cancel`."""

from typing import Annotated

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer

app = group()


@app.command()
def add(
    ctx: typer.Context,
    agreement: Annotated[str, typer.Argument(metavar="AGREEMENT")],
    question: Annotated[str, typer.Argument(metavar="QUESTION")],
    population: Annotated[str, typer.Option("--population", metavar="ongoing|closing")],
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
    asked: Annotated[str, typer.Option("--asked", metavar="N")],
    answers: Annotated[str, typer.Option("--answers", metavar="TEXT=N;…")],
    positive: Annotated[str, typer.Option("--positive", metavar="TEXT;…")],
) -> Answer:
    from ipsu_cli.flows.survey import survey_add
    from ipsu_cli.read.fields import read_given

    words = {"agreement": agreement, "question": question, "population": population, "on": on, "asked": asked}
    words |= {"answers": answers, "positive": positive}
    return survey_add(office(ctx), read_given(words, office(ctx).today))


@app.command(name="list")
def list_(ctx: typer.Context, agreement: Annotated[str | None, typer.Argument(metavar="AGREEMENT")] = None) -> Answer:
    from ipsu_cli.reports.survey import survey_list

    return survey_list(office(ctx), agreement)


with_cancel(app, "survey")
