"""`ipsu find`."""

from typing import Annotated

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer

app = group()


@listing(app, name="find", since="date")
def find(ctx: typer.Context, word: Annotated[str, typer.Argument(metavar="WORD")]) -> Answer:
    from ipsu_cli.reports.find import find_word

    return find_word(office(ctx), word)
