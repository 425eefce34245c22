"""`ipsu participant export|correct|erase`."""

from typing import Annotated

import typer

from ipsu_cli.commands._confirm import confirm
from ipsu_cli.commands._options import Force, MaybeReason, argument, group, office, option
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.case import GENDERS
from ipsu_cli.core.kind import NAME, PERSONNUMMER, code
from ipsu_cli.core.participant import PERSON, NamedPerson

app = group()

PersonArgument = Annotated[NamedPerson, argument(PERSON, "person")]


@app.callback()
def participant() -> None:
    """A group, however many commands it has."""


@app.command()
def export(
    ctx: typer.Context,
    person: PersonArgument,
    file: Annotated[str | None, typer.Argument(metavar="FILE")] = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports.participant_export import participant_export

    if file is None:
        return participant_export(office(ctx), person)
    from ipsu_cli.write.table_file import TXT, refuse_file, write_table

    refuse_file(file, force=force, also=(TXT,))
    own = office(ctx)
    answer = participant_export(own, person)
    write_table(file, answer, own.own_lang, own.today, force=force)
    return answer.with_file("file", file)._replace(tables=())


@app.command()
def correct(
    ctx: typer.Context,
    person: PersonArgument,
    name: Annotated[str | None, option(NAME, "--name", personal=True)] = None,
    personnummer: Annotated[str | None, option(PERSONNUMMER, "--personnummer", personal=True)] = None,
    gender: Annotated[str | None, option(code(*GENDERS), "--gender")] = None,
    reason: MaybeReason = None,
) -> Answer:
    from ipsu_cli.flows.participant_correct import participant_correct

    values = {"name": name, "personnummer": personnummer, "gender": gender}
    return participant_correct(office(ctx), person, values, reason)


@app.command()
def erase(ctx: typer.Context, person: PersonArgument) -> Answer:
    from ipsu_cli.flows.participant_erase import participant_erase, refuse_erasure

    own = office(ctx)
    confirm(own, "message.ask-erase", lambda: refuse_erasure(own, person))
    return participant_erase(own, person)
