"""`ipsu import`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._options import Force, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import BadFile, Refused, Unreadable
from ipsu_cli.flows import import_ as flow
from ipsu_cli.read.kinds import RECORDS

app = group()


@app.command(name="import")
def import_(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND")],
    file: Annotated[str, typer.Argument(metavar="FILE|-")],
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    errors: Annotated[str | None, typer.Option("--errors", metavar="FILE")] = None,
    force: Force = False,
) -> Answer:
    if kind not in RECORDS:
        raise Unreadable("value.code", value=kind, known=sorted(RECORDS))
    if errors is not None and Path(errors).resolve() == Path(file).resolve():
        raise Refused("file.same", path=errors)
    try:
        if file == "-":
            return flow.import_file(office(ctx), kind, sys.stdin.buffer, rehearse=dry_run)
        with _opened(file) as stream:
            return flow.import_file(office(ctx), kind, stream, rehearse=dry_run)
    except BadFile as problem:
        if errors and "errors" in problem.details:
            from ipsu_cli.write.errors_csv import write_errors

            write_errors(Path(errors), problem.details["errors"], office(ctx).own_lang, force=force)
        raise


def _opened(file: str):  # type: ignore[no-untyped-def]
    try:
        return open(file, "rb")
    except OSError as error:
        raise BadFile("file.unreadable", path=file, why=error.strerror) from None
