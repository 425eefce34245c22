"""`ipsu backup`."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.age import ENDING
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.extra import refuse_without
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.office import Office

app = group()
STDOUT = "-"
Copying = Callable[[BinaryIO, BinaryIO], None]


@app.command()
def backup(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    recipient: Annotated[list[str] | None, typer.Option("--recipient", metavar="RECIPIENT")] = None,
    age_key: Annotated[str | None, typer.Option("--age-key", metavar="FILE")] = None,
) -> Answer:
    from ipsu_cli.flows.backup import backup as flow
    from ipsu_cli.flows.backup import refuse_again
    from ipsu_cli.write.whole_file import private_folder, refuse_taken, write_whole

    if not file.strip():
        raise Unreadable("option.empty", option="FILE")
    if file == STDOUT:
        raise Unreadable("file.no-stdout", path=file, command="ipsu backup FILE")
    path = Path(file)
    refuse_again(office(ctx))
    refuse_taken(path, force=False)
    through = _through(office(ctx), file, recipient or (), age_key)

    def write(fill: Callable[[BinaryIO], None]) -> None:
        def privately(to: BinaryIO) -> None:
            with private_folder(path):
                fill(to)

        write_whole(path, privately, force=False)

    with progress(office(ctx), "backup") as tick:
        return flow(office(ctx), file, write, through, tick)


def _through(own: Office, file: str, recipients: Sequence[str], age_key: str | None) -> Copying:
    """What the copy goes through on its way into the file: age, where its name ends as age's do."""
    if not file.endswith(ENDING):
        if recipients or age_key is not None:
            raise Unreadable("age.name", path=file, command=f"ipsu backup {file}{ENDING}")
        return shutil.copyfileobj
    from ipsu_cli import unlocking
    from ipsu_cli.write.age import AgeLock, lock_up, refuse_recipients

    refuse_without("pyrage", "encrypt")
    if recipients and age_key is not None:
        raise Unreadable("option.one-of", options=["--recipient", "--age-key"])
    refuse_recipients(recipients)
    lock = AgeLock(recipients, "" if recipients else unlocking.new_age_key(own, file, age_key))
    return lambda source, to: lock_up(source, to, lock)
