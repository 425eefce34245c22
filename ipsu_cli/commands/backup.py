"""`ipsu backup`."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Unreadable

app = group()
STDOUT = "-"


@app.command()
def backup(ctx: typer.Context, file: Annotated[str, typer.Argument(metavar="FILE")]) -> Answer:
    from ipsu_cli.flows.backup import backup as flow
    from ipsu_cli.write.whole_file import private_folder, write_whole

    if not file.strip():
        raise Unreadable("option.empty", option="FILE")
    if file == STDOUT:
        raise Unreadable("file.no-stdout", path=file, command="ipsu backup FILE")
    path = Path(file)

    def write(fill: Callable[[BinaryIO], None]) -> None:
        def privately(to: BinaryIO) -> None:
            with private_folder(path):
                fill(to)

        write_whole(path, privately, force=False)

    return flow(office(ctx), file, write)
