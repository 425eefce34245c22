"""`ipsu case add|edit|show|list|decide|close|reopen`."""

from typing import Annotated, Any

import typer

from ipsu_cli.commands._options import Case, Month, Reason, group, maybe, office, read
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.read.fields import read_given

app = group()

Service = Annotated[str | None, typer.Option("--service", metavar="SERVICE")]
Agreement = Annotated[str | None, typer.Option("--agreement", metavar="AGREEMENT")]
Personnummer = Annotated[str | None, typer.Option("--personnummer", metavar="PNR|-")]
Name = Annotated[str | None, typer.Option("--name", metavar="NAME")]
Gender = Annotated[str | None, typer.Option("--gender", metavar="woman|man|other|unknown")]
Protected = Annotated[bool | None, typer.Option("--protected/--no-protected")]
From = Annotated[str | None, typer.Option("--from", metavar="DATE")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE")]
Site = Annotated[str | None, typer.Option("--site", metavar="TOWN")]
Coach = Annotated[str | None, typer.Option("--coach", metavar="NAME")]
Officer = Annotated[str | None, typer.Option("--officer", metavar="NAME")]
Order = Annotated[str | None, typer.Option("--order", metavar="REF")]
Meeting = Annotated[str | None, typer.Option("--meeting", metavar="DATE")]
Agreed = Annotated[bool | None, typer.Option("--mapping-agreed/--no-mapping-agreed")]
Decision = Annotated[str | None, typer.Option("--decision", metavar="DATE")]
Training = Annotated[str | None, typer.Option("--training", metavar="NAME")]
TrainingType = Annotated[str | None, typer.Option("--training-type", metavar="TYPE")]
TrainingFrom = Annotated[str | None, typer.Option("--training-from", metavar="DATE")]
TrainingTo = Annotated[str | None, typer.Option("--training-to", metavar="DATE")]
After = Annotated[str | None, typer.Option("--after", metavar="CASE")]


@app.command()
def add(
    ctx: typer.Context,
    case: Case,
    service: Annotated[str, typer.Option("--service", metavar="SERVICE")],
    personnummer: Annotated[str, typer.Option("--personnummer", metavar="PNR|-")],
    name: Annotated[str, typer.Option("--name", metavar="NAME")],
    agreement: Agreement = None,
    gender: Gender = None,
    protected: Protected = None,
    from_: From = None,
    to: To = None,
    site: Site = None,
    coach: Coach = None,
    officer: Officer = None,
    order: Order = None,
    meeting: Meeting = None,
    mapping_agreed: Agreed = None,
    decision: Decision = None,
    training: Training = None,
    training_type: TrainingType = None,
    training_from: TrainingFrom = None,
    training_to: TrainingTo = None,
    after: After = None,
) -> Answer:
    from ipsu_cli.flows import case_put as flow

    return flow.case_add(office(ctx), _given(ctx))


@app.command()
def edit(
    ctx: typer.Context,
    case: Case,
    service: Service = None,
    personnummer: Personnummer = None,
    name: Name = None,
    agreement: Agreement = None,
    gender: Gender = None,
    protected: Protected = None,
    from_: From = None,
    to: To = None,
    site: Site = None,
    coach: Coach = None,
    officer: Officer = None,
    order: Order = None,
    meeting: Meeting = None,
    mapping_agreed: Agreed = None,
    decision: Decision = None,
    training: Training = None,
    training_type: TrainingType = None,
    training_from: TrainingFrom = None,
    training_to: TrainingTo = None,
    after: After = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT")] = None,
) -> Answer:
    from ipsu_cli.flows import case_put as flow

    given = _given(ctx)
    return flow.case_edit(office(ctx), given.pop("case"), given, given.pop("reason", None))


def _given(ctx: typer.Context) -> dict[str, Any]:
    """What was typed, under the names of the options."""
    words = {name.rstrip("_").replace("_", "-"): word for name, word in ctx.params.items()}
    if words["personnummer"] == "-":
        words["personnummer"] = _asked_for()
    return read_given(words, office(ctx).today)


def _asked_for() -> str:
    """The number without echo from a terminal, else one line of stdin: it stays out of the shell's history."""
    import sys

    if sys.stdin.isatty():
        from getpass import getpass

        return getpass("personnummer: ")
    line = sys.stdin.readline().strip()
    if not line:
        raise Unreadable("option.missing", option="--personnummer")
    return line


@app.command()
def show(ctx: typer.Context, case: Case) -> Answer:
    from ipsu_cli.reports import case as report

    return report.case_show(office(ctx), case)


@app.command(name="list")
def list_(
    ctx: typer.Context,
    service: Service = None,
    agreement: Agreement = None,
    coach: Coach = None,
    status: Annotated[str | None, typer.Option("--status", metavar="planned|active|ended")] = None,
    month: Month = None,
) -> Answer:
    from ipsu_cli.read.fields import code
    from ipsu_cli.reports import case as report

    status = code("planned", "active", "ended")(status, office(ctx).today) if status else None
    wanted = maybe(ctx, "service", service)
    return report.case_list(office(ctx), wanted, agreement, coach, status, maybe(ctx, "month", month))


@app.command()
def decide(
    ctx: typer.Context,
    case: Case,
    to: Annotated[str, typer.Option("--to", metavar="DATE")],
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
) -> Answer:
    from ipsu_cli.flows import case_put as flow

    return flow.case_decide(office(ctx), case, read(ctx, "to", to), read(ctx, "on", on))


@app.command()
def close(
    ctx: typer.Context,
    case: Case,
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
    reason: Annotated[str, typer.Option("--reason", metavar="CODE")],
    training_result: Annotated[
        str | None, typer.Option("--training-result", metavar="passed|not-passed|interrupted")
    ] = None,
) -> Answer:
    from ipsu_cli.flows import case_put as flow
    from ipsu_cli.read.fields import REASONS, code

    result = maybe(ctx, "training-result", training_result)
    why = code(*REASONS)(reason, office(ctx).today)
    return flow.case_close(office(ctx), case, read(ctx, "on", on), why, result)


@app.command()
def reopen(ctx: typer.Context, case: Case, reason: Reason) -> Answer:
    from ipsu_cli.flows import case_put as flow

    return flow.case_reopen(office(ctx), case, read(ctx, "reason", reason))
