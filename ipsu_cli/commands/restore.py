"""`ipsu restore`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._confirm import confirm
from ipsu_cli.commands._options import group, input_argument, office
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.extra import refuse_without
from ipsu_cli.office import Office
from ipsu_cli.read.age import is_age
from ipsu_cli.read.input_file import InputFile

app = group()


@app.command()
def restore(
    ctx: typer.Context,
    file: Annotated[InputFile, input_argument("FILE")],
    age_key: Annotated[str | None, typer.Option("--age-key", metavar="FILE")] = None,
) -> Answer:
    from ipsu_cli.flows import restore as flow

    own = office(ctx)
    with _opened(own, Path(file.path), age_key) as source:
        flow.learn_language(own, str(source))
        confirm(own, "message.ask-restore", lambda: _refuse(own, file.path, source))
        with progress(own, "restore") as tick:
            return flow.restore(own, file.path, source, tick)


def _refuse(own: Office, file: str, source: Path) -> None:
    from ipsu_cli.flows import restore as flow

    with progress(own, "look-through") as tick:
        flow.refuse(own, file, source, tick)


@contextmanager
def _opened(own: Office, file: Path, age_key: str | None) -> Iterator[Path]:
    """The copy itself: of a file of age what is in it, in a folder that nobody else may open."""
    if not is_age(file):
        yield file
        return
    from ipsu_cli import unlocking
    from ipsu_cli.read.age import unlock
    from ipsu_cli.write.whole_file import private_folder

    refuse_without("pyrage", "encrypt")
    key = unlocking.age_key(own, str(file), age_key)
    with private_folder(own.path) as folder:
        source = folder / file.name
        unlock(file, key, source)
        yield source
