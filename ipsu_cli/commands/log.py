"""`ipsu log`."""

import typer

from ipsu_cli.commands._options import MaybeCase, group, office
from ipsu_cli.core.answer import Answer

app = group()


@app.command()
def log(ctx: typer.Context, case: MaybeCase = None) -> Answer:
    from ipsu_cli.reports import log as report

    return report.log(office(ctx), case)
