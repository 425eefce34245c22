"""`ipsu calendar`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import argument, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import YEAR

app = group()


@app.command()
def calendar(ctx: typer.Context, year: Annotated[int, argument(YEAR, "year")]) -> Answer:
    from ipsu_cli.reports import calendar as report

    return report.calendar(office(ctx), year)
