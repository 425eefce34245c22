"""`ipsu week`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import Coach, argument, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Week
from ipsu_cli.core.kind import WEEK

app = group()


@app.command()
def week(
    ctx: typer.Context, week: Annotated[Week | None, argument(WEEK, "week")] = None, coach: Coach = None
) -> Answer:
    from ipsu_cli.reports import week as report

    return report.week_report(office(ctx), week, coach)
