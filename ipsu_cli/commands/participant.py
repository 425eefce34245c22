"""`ipsu participant export|correct|erase`."""

from typing import Annotated

import typer

from ipsu_cli.commands._confirm import confirm
from ipsu_cli.commands._options import argument, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.participant import PERSON, NamedPerson

app = group()

PersonArgument = Annotated[NamedPerson, argument(PERSON, "person")]


@app.callback()
def participant() -> None:
    """A group, however many commands it has."""


@app.command()
def erase(ctx: typer.Context, person: PersonArgument) -> Answer:
    from ipsu_cli.flows.participant_erase import participant_erase

    confirm(office(ctx), "message.ask-erase")
    return participant_erase(office(ctx), person)
