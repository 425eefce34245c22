"""`ipsu target set` and `target list`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.read.fields import read_given

app = group()


@app.command(name="set")
def set_(
    ctx: typer.Context,
    agreement: Annotated[str, typer.Argument(metavar="AGREEMENT|all")],
    kpi: Annotated[str, typer.Argument(metavar="KPI")],
    value: Annotated[str, typer.Argument(metavar="VALUE")],
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="DATE")] = None,
    counts: Annotated[str | None, typer.Option("--counts", metavar="OUTCOME,…")] = None,
) -> Answer:
    from ipsu_cli.flows import target_set as flow

    words = {"agreement": agreement, "kpi": kpi, "value": value, "from": from_, "by": by, "counts": counts}
    return flow.target_set(office(ctx), read_given(words, office(ctx).today))


@app.command(name="list")
def list_(ctx: typer.Context) -> Answer:
    from ipsu_cli.reports.target import target_list

    return target_list(office(ctx))
