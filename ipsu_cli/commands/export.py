"""`ipsu export KIND|all|package|sus|monthly|parquet`."""

from pathlib import Path
from typing import Annotated

import typer

from ipsu_cli.commands._files import package_folder, taken_back
from ipsu_cli.commands._options import Force, From, TheMonth, To, argument, group, office, option
from ipsu_cli.commands._progress import progress
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Month
from ipsu_cli.core.kind import MONTH, TEXT
from ipsu_cli.core.kinds import EVERYTHING, RECORDS
from ipsu_cli.core.problem import Unreadable

app = group()

File = Annotated[str, typer.Argument(metavar="FILE")]


@app.callback()
def export() -> None:
    """A group, however many commands it has."""


@app.command()
def package(
    ctx: typer.Context,
    month: Annotated[Month, argument(MONTH, "month")],
    folder: Annotated[str, typer.Argument(metavar="DIR")],
    again: Annotated[bool, typer.Option("--again")] = False,
    force: Force = False,
) -> Answer:
    from ipsu_cli.flows.export_package import export_package

    if not folder.strip():
        raise Unreadable("option.empty", option="DIR")
    return export_package(office(ctx), month, package_folder(folder, force=force), again=again)


@app.command()
def sus(
    ctx: typer.Context,
    file: File,
    from_: From = None,
    to: To = None,
    force: Force = False,
) -> Answer:
    from ipsu_cli.read.period import read_period
    from ipsu_cli.reports import export_sus as report
    from ipsu_cli.write.table_file import refuse_file

    period = read_period(from_, to, None, None, office(ctx).today)
    refuse_file(file, force=force)
    return _written(ctx, report.sus(office(ctx), period), file, force=force)


@app.command()
def monthly(
    ctx: typer.Context,
    file: File,
    month: TheMonth,
    force: Force = False,
) -> Answer:
    from ipsu_cli.reports import export_monthly as report
    from ipsu_cli.write.table_file import refuse_file

    refuse_file(file, force=force)
    return _written(ctx, report.monthly(office(ctx), month), file, force=force)


@app.command()
def parquet(
    ctx: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="DIR")],
    name: Annotated[str | None, option(TEXT, "--office")] = None,
) -> Answer:
    from ipsu_cli.reports.export_parquet import export_parquet
    from ipsu_cli.write.parquet import refuse_without_library, write_partition

    if not folder.strip():
        raise Unreadable("option.empty", option="DIR")
    refuse_without_library()
    path = Path(folder)
    answer = export_parquet(office(ctx), lambda part: write_partition(path, part, name or part.office))
    return answer.with_file("file", folder)


def _of_kind(name: str) -> None:
    """The command that writes the rows of a kind, or of all kinds."""

    @app.command(name=name)
    def kind(
        ctx: typer.Context,
        file: File,
        excel_csv: Annotated[bool, typer.Option("--excel-csv")] = False,
        force: Force = False,
    ) -> Answer:
        from ipsu_cli.reports.export_kind import export_kinds
        from ipsu_cli.write.kind_file import CSV, JSON, XLSX, KindFile

        to = KindFile(Path(file), force, excel_csv)
        to.refuse(JSON, XLSX, *([] if name == EVERYTHING else [CSV]))
        own = office(ctx)
        with taken_back(file), progress(own, "export") as tick:
            answer = export_kinds(own, name, lambda sheets, made: to.write(sheets, own.own_lang, made), tick)
        return answer.with_file("file", file)


for name in (EVERYTHING, *RECORDS):
    _of_kind(name)


def _written(ctx: typer.Context, answer: Answer, file: str, *, force: bool) -> Answer:
    """The answer, kept in the file; a line in the log of a number that is shown stands there before it."""
    from ipsu_cli.write.table_file import write_table

    write_table(file, answer, office(ctx).own_lang, office(ctx).today, force=force)
    return answer.with_file("file", file)._replace(tables=())
