"""`ipsu help`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.reports import help as report

app = group()


@app.command()
def help(ctx: typer.Context, topic: Annotated[list[str] | None, typer.Argument(metavar="TOPIC")] = None) -> Answer:
    return report.page(office(ctx), " ".join(topic) if topic else None)


def is_page(words: Sequence[str]) -> bool:
    """Is there a page of that name? What is no page may be a command, for the root command."""
    return report.named(" ".join(words)) is not None
