"""`ipsu template`."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._options import Force, argument, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind_rows import KindRows
from ipsu_cli.core.kinds import ONE_KIND

app = group()


@app.command()
def template(
    ctx: typer.Context,
    kind: Annotated[str, argument(ONE_KIND, "kind")],
    file: Annotated[str, typer.Argument(metavar="FILE")],
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports.template import template as report
    from ipsu_cli.write.kind_file import CSV, XLSX, KindFile

    path = Path(file)
    to = KindFile(path, force, excel=path.suffix.lower() == CSV)
    to.refuse(CSV, XLSX)

    def write(sheet: KindRows, made: dt.date) -> None:
        if to.excel:
            to.write([sheet], office(ctx).own_lang, made)
            return
        from ipsu_cli.write.template import write_template

        write_template(path, sheet, office(ctx).own_lang, force=force, today=made)

    return report(office(ctx), kind, write).with_file("file", file)
