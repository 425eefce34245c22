"""`ipsu timesheet`."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._options import Coach, Force, group, office, option
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Week
from ipsu_cli.core.kind import WEEK
from ipsu_cli.core.timesheet import Timesheet

app = group()


@app.command()
def timesheet(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    week: Annotated[Week, option(WEEK, "--week")],
    coach: Coach = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports.timesheet import timesheet as report
    from ipsu_cli.write.kind_file import XLSX, KindFile

    path = Path(file)
    KindFile(path, force).refuse(XLSX)

    def write(sheet: Timesheet, made: dt.date) -> None:
        from ipsu_cli.write.timesheet import write_timesheet

        write_timesheet(path, sheet, office(ctx).own_lang, force=force, today=made)

    return report(office(ctx), week, coach, write).with_file("file", file)
