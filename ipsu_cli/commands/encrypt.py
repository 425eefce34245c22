"""`ipsu encrypt`."""

from typing import Annotated

import typer

from ipsu_cli import unlocking
from ipsu_cli.commands._options import group, office
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Refused, Unreadable

app = group()


@app.command()
def encrypt(
    ctx: typer.Context,
    new_key_file: Annotated[str | None, typer.Option("--new-key-file", metavar="FILE")] = None,
    keyring: Annotated[bool, typer.Option("--keyring")] = False,
) -> Answer:
    from ipsu_cli.flows import encrypt as flow

    own = office(ctx)
    if new_key_file is not None and not new_key_file.strip():
        raise Unreadable("option.empty", option="--new-key-file")
    if keyring:
        unlocking.refuse_without_keyring()
    seen = flow.open_file(own)
    named = unlocking.named_file(own.typed.key_file)
    if new_key_file is None and named is not None:
        if seen.encrypted:
            raise Refused("encrypt.already", path=str(own.path), command="ipsu encrypt --new-key-file FILE")
        new_key_file = str(named)
    key = unlocking.new_key(own, new_key_file)
    with progress(own, "encrypt") as tick:
        answer = flow.encrypt(own, seen, key, tick)
    if keyring or (seen.encrypted and unlocking.kept(own.path)):  # what is kept there opens nothing any more
        unlocking.keep(own.path, key)
    return answer
