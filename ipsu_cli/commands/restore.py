"""`ipsu restore`."""

from typing import Annotated

import typer

from ipsu_cli.commands._confirm import confirm
from ipsu_cli.commands._options import group, input_argument, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.read.input_file import InputFile

app = group()


@app.command()
def restore(ctx: typer.Context, file: Annotated[InputFile, input_argument("FILE")]) -> Answer:
    from ipsu_cli.flows import restore as flow

    own = office(ctx)
    flow.learn_language(own, file.path)
    confirm(own, "message.ask-restore", lambda: flow.refuse(own, file.path))
    return flow.restore(own, file.path)
