"""`ipsu fidelity add|scale|list|cancel`."""

from typing import Annotated

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._options import group, office, read
from ipsu_cli.core.answer import Answer

app = group()


@app.command()
def add(
    ctx: typer.Context,
    agreement: Annotated[str, typer.Argument(metavar="AGREEMENT")],
    on: Annotated[str, typer.Option("--on", metavar="DATE")],
    scores: Annotated[str, typer.Option("--scores", metavar="4,4,3,…")],
    scale: Annotated[str | None, typer.Option("--scale", metavar="NAME")] = None,
) -> Answer:
    from ipsu_cli.flows.fidelity import fidelity_add
    from ipsu_cli.read.fields import read_given

    words = {"agreement": agreement, "on": on, "scores": scores, "scale": scale}
    return fidelity_add(office(ctx), read_given(words, office(ctx).today))


@app.command()
def scale(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    items: Annotated[str, typer.Option("--items", metavar="N")],
    least: Annotated[str, typer.Option("--min", metavar="N")],
    most: Annotated[str, typer.Option("--max", metavar="N")],
    bands: Annotated[str, typer.Option("--bands", metavar="TOTAL=NAME,…")],
) -> Answer:
    from ipsu_cli.core.fidelity import Scale
    from ipsu_cli.flows.fidelity import fidelity_scale

    numbers = (read(ctx, "items", items), read(ctx, "min", least), read(ctx, "max", most))
    return fidelity_scale(office(ctx), Scale(read(ctx, "scale", name), *numbers, read(ctx, "bands", bands)))


@app.command(name="list")
def list_(ctx: typer.Context, agreement: Annotated[str | None, typer.Argument(metavar="AGREEMENT")] = None) -> Answer:
    from ipsu_cli.reports.fidelity_list import fidelity_list

    return fidelity_list(office(ctx), agreement)


with_cancel(app, "fidelity")
