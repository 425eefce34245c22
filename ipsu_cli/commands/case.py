"""`ipsu case add|edit|show|list|start|pause|decide|close|reopen`."""

from typing import Annotated, Any

import typer

from ipsu_cli.commands._case_options import CASE, EDIT
from ipsu_cli.commands._options import Case, Month, Reason, Word, group, maybe, office, read, with_options
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.read.fields import read_given

app = group()

Service = Annotated[str | None, typer.Option("--service", metavar="SERVICE")]
Agreement = Annotated[str | None, typer.Option("--agreement", metavar="AGREEMENT")]
Coach = Annotated[str | None, typer.Option("--coach", metavar="NAME")]


@app.command()
@with_options(CASE, demanded=("--service", "--personnummer", "--name"))
def add(ctx: typer.Context, case: Case, **words: Word) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_add(office(ctx), _given(ctx))


@app.command()
@with_options({**CASE, **EDIT})
def edit(ctx: typer.Context, case: Case, **words: Word) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_edit(office(ctx), case, _given(ctx))


def _given(ctx: typer.Context) -> dict[str, Any]:
    """What was typed, under the names of the options and arguments."""
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
    status: Annotated[str | None, typer.Option("--status", metavar="queued|planned|active|ended")] = None,
    month: Month = None,
) -> Answer:
    from ipsu_cli.read.fields import code
    from ipsu_cli.reports import case as report

    status = code("queued", "planned", "active", "ended")(status, office(ctx).today) if status else None
    wanted = maybe(ctx, "service", service)
    return report.case_list(office(ctx), wanted, agreement, coach, status, maybe(ctx, "month", month))


@app.command()
def decide(
    ctx: typer.Context,
    case: Case,
    to: Annotated[str, typer.Option("--to", metavar="DATE")],
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
    period: Annotated[int | None, typer.Option("--period", min=1, max=2, metavar="1|2")] = None,
) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_decide(office(ctx), case, read(ctx, "to", to), read(ctx, "on", on), period)


@app.command()
def start(
    ctx: typer.Context,
    case: Case,
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
    support: Annotated[str | None, typer.Option("--support", metavar="ips|sed|se|unspecified")] = None,
) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_start(office(ctx), case, read(ctx, "on", on), maybe(ctx, "support", support))


@app.command()
def pause(
    ctx: typer.Context,
    case: Case,
    from_: Annotated[str, typer.Option("--from", metavar="DATE")],
    to: Annotated[str | None, typer.Option("--to", metavar="DATE")] = None,
) -> Answer:
    from ipsu_cli.flows import pause as flow

    return flow.case_pause(office(ctx), {"case": case, "from": read(ctx, "from", from_), "to": maybe(ctx, "to", to)})


@app.command()
def close(
    ctx: typer.Context,
    case: Case,
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
    reason: Annotated[str, typer.Option("--reason", metavar="CODE")],
    training_result: Annotated[
        str | None, typer.Option("--training-result", metavar="passed|not-passed|interrupted")
    ] = None,
    refer_to: Annotated[str | None, typer.Option("--refer-to", metavar="TEXT")] = None,
) -> Answer:
    from ipsu_cli.flows import case as flow

    result, to = maybe(ctx, "training-result", training_result), maybe(ctx, "refer-to", refer_to)
    return flow.case_close(office(ctx), case, read(ctx, "on", on), read(ctx, "reason", reason), result, to)


@app.command()
def reopen(ctx: typer.Context, case: Case, reason: Reason) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_reopen(office(ctx), case, read(ctx, "reason", reason))
