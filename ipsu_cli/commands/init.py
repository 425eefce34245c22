"""`ipsu init`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office, option
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import TEXT
from ipsu_cli.flows import init as flow

app = group()


@app.command()
def init(
    ctx: typer.Context,
    name: Annotated[str, typer.Option(metavar="NAME")],
    orgnr: Annotated[str, typer.Option(metavar="ORGNR")],
    address: Annotated[str | None, option(TEXT, "--address")] = None,
) -> Answer:
    lang = office(ctx).lang if office(ctx).typed.lang_typed else "sv"
    return flow.init(office(ctx), name, orgnr, lang, address)
