"""`ipsu version`."""

import typer

from ipsu_cli.commands._options import group
from ipsu_cli.core.answer import Answer
from ipsu_cli.reports import version as report

app = group()


@app.command()
def version(ctx: typer.Context) -> Answer:
    return report.version()
