"""`ipsu backup`."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.office import Office

if TYPE_CHECKING:  # few copies have one
    from ipsu_cli.write.age import AgeLock

app = group()
STDOUT, AGE = "-", ".age"


@app.command()
def backup(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    recipient: Annotated[list[str] | None, typer.Option("--recipient", metavar="RECIPIENT")] = None,
    age_key: Annotated[str | None, typer.Option("--age-key", metavar="FILE")] = None,
) -> Answer:
    from ipsu_cli.flows.backup import backup as flow
    from ipsu_cli.write.whole_file import private_folder, refuse_taken, write_whole

    if not file.strip():
        raise Unreadable("option.empty", option="FILE")
    if file == STDOUT:
        raise Unreadable("file.no-stdout", path=file, command="ipsu backup FILE")
    path = Path(file)
    refuse_taken(path, force=False)
    lock = _lock(office(ctx), file, recipient or (), age_key)

    def write(fill: Callable[[BinaryIO], None]) -> None:
        def privately(to: BinaryIO) -> None:
            with private_folder(path):
                _fill(fill, to, lock)

        write_whole(path, privately, force=False)

    with progress(office(ctx), "backup") as tick:
        return flow(office(ctx), file, write, tick)


def _lock(own: Office, file: str, recipients: Sequence[str], age_key: str | None) -> "AgeLock | None":
    """What closes the copy; None for one whose name does not end as age's do."""
    if not file.endswith(AGE):
        if recipients or age_key is not None:
            raise Unreadable("age.name", path=file, command=f"ipsu backup {file}{AGE}")
        return None
    from ipsu_cli import unlocking
    from ipsu_cli.write.age import AgeLock, refuse_recipients

    unlocking.refuse_without_age()
    if recipients and age_key is not None:
        raise Unreadable("option.one-of", options=["--recipient", "--age-key"])
    refuse_recipients(recipients)
    return AgeLock(recipients, "" if recipients else unlocking.new_age_key(own, file, age_key))


def _fill(fill: Callable[[BinaryIO], None], to: BinaryIO, lock: "AgeLock | None") -> None:
    if lock is None:
        fill(to)
        return
    from ipsu_cli.write.age import locked

    content = io.BytesIO()
    fill(content)
    to.write(locked(content.getvalue(), lock))
