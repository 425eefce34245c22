"""`ipsu explain`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.reports import explain as report

app = group()


@app.command()
def explain(ctx: typer.Context, code: Annotated[str | None, typer.Argument(metavar="CODE")] = None) -> Answer:
    return report.explain(code, office(ctx).lang)
