"""`ipsu log`."""

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import MaybeCase, group, office
from ipsu_cli.core.answer import Answer

app = group()


@listing(app, name="log", since="today")
def log(ctx: typer.Context, case: MaybeCase = None) -> Answer:
    from ipsu_cli.reports import log as report

    return report.log(office(ctx), case)
