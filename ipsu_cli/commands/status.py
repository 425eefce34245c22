"""`ipsu status`."""

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer

app = group()


@app.command()
def status(ctx: typer.Context) -> Answer:
    from ipsu_cli.reports import status as report

    return report.morning(office(ctx))
