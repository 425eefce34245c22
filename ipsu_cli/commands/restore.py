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
    from ipsu_cli.flows.restore import learn_language
    from ipsu_cli.flows.restore import restore as flow

    learn_language(office(ctx), file.path)
    confirm(office(ctx), "message.ask-restore")
    return flow(office(ctx), file.path)
