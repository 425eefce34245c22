"""`ipsu price set` and `price list`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.flows import price as flow
from ipsu_cli.read.fields import read_given
from ipsu_cli.reports.price import price_list

app = group()


@app.command(name="set")
def set_(
    ctx: typer.Context,
    agreement: Annotated[str, typer.Argument(metavar="AGREEMENT")],
    service: Annotated[str, typer.Argument(metavar="SERVICE")],
    amount: Annotated[str, typer.Argument(metavar="AMOUNT")],
    unit: Annotated[str, typer.Option(metavar="case|hour|day|month|result")],
    from_: Annotated[str, typer.Option("--from", metavar="DATE")],
    level: Annotated[str | None, typer.Option(metavar="A|B|C")] = None,
) -> Answer:
    words = {
        "agreement": agreement,
        "service": service,
        "amount": amount,
        "unit": unit,
        "from": from_,
        "level": level,
    }
    return flow.price_set(office(ctx), read_given(words, office(ctx).today))


@app.command(name="list")
def list_(ctx: typer.Context) -> Answer:
    return price_list(office(ctx))
