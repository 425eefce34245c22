"""`ipsu completion`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import argument, group
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import code
from ipsu_cli.reports import completion as report

app = group()


@app.command()
def completion(
    ctx: typer.Context, shell: Annotated[str | None, argument(code(*report.SHELLS), "shell")] = None
) -> Answer:
    return report.completion(shell) if shell else report.shells()
