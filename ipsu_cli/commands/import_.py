"""`ipsu import`."""

from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._options import DryRun, Force, argument, group, input_argument, office
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import COUNT
from ipsu_cli.core.kinds import EVERYTHING, KIND, UNDO
from ipsu_cli.core.problem import BadFile, Refused
from ipsu_cli.core.text import as_word
from ipsu_cli.flows import import_ as flow
from ipsu_cli.office import Office
from ipsu_cli.read.input_file import InputFile

app = group()


def _undone(office: Office, batch: str) -> Answer:
    from ipsu_cli.commands._confirm import confirm
    from ipsu_cli.flows.undo import refuse_import, undo_import

    number = COUNT.read(batch, office.today)
    confirm(office, "message.ask-import-undo", lambda: refuse_import(office, number))
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
    copy = None if errors is None else _copy_of(errors, file, force=force)
    try:
        with progress(office(ctx), "import") as file.tick:
            if kind == EVERYTHING:
                return flow.import_everything(office(ctx), file, rehearse=dry_run)
            return flow.import_file(office(ctx), kind, file, rehearse=dry_run)
    except BadFile as problem:
        if copy and "errors" in problem.details:
            _mark(office(ctx), kind, file, problem, copy, force=force)
        raise


def _copy_of(path: str, file: InputFile, *, force: bool) -> Path:
    """Where the copy with the faults marked goes. Raises where it cannot go there."""
    from ipsu_cli.write.marked_copy import refuse

    if Path(path).resolve() == Path(file.path).resolve():
        raise Refused("file.same", path=path)
    refuse(Path(path), force=force)
    file.keep()
    return Path(path)


def _mark(office: Office, kind: str, file: InputFile, problem: BadFile, path: Path, *, force: bool) -> None:
    """Write the copy, and let the refusal say how it is brought in."""
    from ipsu_cli.read.kinds import import_kind
    from ipsu_cli.read.sheet_file import read_rows
    from ipsu_cli.write.marked_copy import CopiedRow, MarkedCopy

    form = import_kind(problem.details["kind"])
    with file.open() as stream:
        sheet = read_rows(file.path, stream, form.form)
        errors, rest = problem.details["errors"], problem.details["rest"]
        copy = MarkedCopy(form.name, sheet.headings, form.facts, errors, office.own_lang, rest)
        rows = (CopiedRow(row.sheet, row.number, row.cells) for row in sheet.rows)
        copy.write(path, rows, force=force)
    problem.command = f"ipsu import {form.name} {as_word(str(path))}"
