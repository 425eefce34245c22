"""`ipsu export package`."""

from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._options import Force, group, office, read
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Unreadable

app = group()


@app.callback()
def export() -> None:
    """A group, however many commands it has."""


@app.command()
def package(
    ctx: typer.Context,
    month: Annotated[str, typer.Argument(metavar="MONTH")],
    folder: Annotated[str, typer.Argument(metavar="DIR")],
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports import package as report
    from ipsu_cli.write.package import write_package

    if not folder.strip():
        raise Unreadable("option.empty", option="DIR")
    wanted = read(ctx, "month", month)
    with office(ctx).reading() as store:
        made = report.package(store, office(ctx), wanted)
    return report.packaged(made, folder, write_package(Path(folder), made, force))
