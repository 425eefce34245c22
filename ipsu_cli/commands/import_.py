"""`ipsu import`."""

from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._options import DryRun, Force, argument, group, input_argument, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import COUNT
from ipsu_cli.core.kinds import EVERYTHING, KIND, UNDO
from ipsu_cli.core.problem import BadFile, Refused
from ipsu_cli.flows import import_ as flow
from ipsu_cli.office import Office
from ipsu_cli.read.input_file import InputFile

app = group()


def _undone(office: Office, batch: str) -> Answer:
    from ipsu_cli.commands._confirm import confirm
    from ipsu_cli.flows.undo import undo_import

    number = COUNT.read(batch, office.today)
    confirm(office, "message.ask-import-undo")
    return undo_import(office, number)


@app.command(name="import")
def import_(
    ctx: typer.Context,
    kind: Annotated[str, argument(KIND, "kind")],
    file: Annotated[InputFile, input_argument("FILE|-")],
    dry_run: DryRun = False,
    errors: Annotated[str | None, typer.Option("--errors", metavar="FILE")] = None,
    force: Force = False,
) -> Answer:
    if kind == UNDO:
        return _undone(office(ctx), file.path)
    if errors is not None and Path(errors).resolve() == Path(file.path).resolve():
        raise Refused("file.same", path=errors)
    try:
        if kind == EVERYTHING:
            return flow.import_everything(office(ctx), file, rehearse=dry_run)
        return flow.import_file(office(ctx), kind, file, rehearse=dry_run)
    except BadFile as problem:
        if errors and "errors" in problem.details:
            from ipsu_cli.write.errors_csv import write_errors

            write_errors(Path(errors), problem.details["errors"], office(ctx).own_lang, force=force)
        raise
