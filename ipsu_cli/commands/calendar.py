"""`ipsu calendar`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office, read
from ipsu_cli.core.answer import Answer

app = group()


@app.command()
def calendar(ctx: typer.Context, year: Annotated[str, typer.Argument(metavar="YEAR")]) -> Answer:
    from ipsu_cli.reports import calendar as report

    return report.calendar(office(ctx), read(ctx, "year", year))
