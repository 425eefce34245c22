"""`ipsu browse`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.empty import NOTHING

app = group()
MOST_PORTS = 65_535


@app.command()
def browse(
    ctx: typer.Context, port: Annotated[int, typer.Option("--port", min=0, max=MOST_PORTS, metavar="N")] = 0
) -> Answer:
    from ipsu_cli.reports.browse import browsed, copy_views, dashboard, refuse_encrypted
    from ipsu_cli.write import show, web
    from ipsu_cli.write.whole_file import private_folder

    own = office(ctx)
    web.refuse_without_web()
    refuse_encrypted(own)
    page = dashboard(own)

    def started(url: str) -> None:
        show.answer(browsed(url), own.lang, json=own.json, quiet=own.typed.quiet)

    with private_folder(own.path.absolute()) as folder:
        file = folder / "register.db"
        copy_views(own, file)
        web.serve(file, page, own.lang, port, started)
    own.typed = own.typed._replace(json=False)  # the document has been written
    return Answer(NOTHING)
