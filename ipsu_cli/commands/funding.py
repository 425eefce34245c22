"""`ipsu funding add|state|list|cancel`."""

from typing import Annotated, Any

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._options import group, office, read
from ipsu_cli.core.answer import Answer

app = group()

Whose = Annotated[str, typer.Argument(metavar="AGREEMENT|all")]
Amount = Annotated[str, typer.Option("--amount", metavar="SEK")]
# What is typed here, and the reader of it where another option of that name means something else.
READ_AS = {"unit": "funding-unit"}


@app.command()
def add(
    ctx: typer.Context,
    agreement: Whose,
    unit: Annotated[str, typer.Option("--unit", metavar="TEXT")],
    title: Annotated[str, typer.Option("--title", metavar="TEXT")],
    year: Annotated[str, typer.Option("--year", metavar="YEAR")],
    amount: Amount,
    fte: Annotated[str | None, typer.Option("--fte", metavar="PERCENT")] = None,
    funder: Annotated[str | None, typer.Option("--funder", metavar="CODE")] = None,
    vat_basis: Annotated[str | None, typer.Option("--vat-basis", metavar="excl|incl")] = None,
) -> Answer:
    from ipsu_cli.flows.funding import funding_add

    words = {"agreement": agreement, "unit": unit, "title": title, "year": year, "amount": amount}
    words |= {name: word for name, word in (("fte", fte), ("funder", funder), ("vat-basis", vat_basis)) if word}
    return funding_add(office(ctx), _given(ctx, words))


@app.command()
def state(
    ctx: typer.Context,
    agreement: Whose,
    amount: Amount,
    unit: Annotated[str | None, typer.Option("--unit", metavar="TEXT")] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="TEXT")] = None,
) -> Answer:
    from ipsu_cli.flows.funding import funding_state

    words = {"agreement": agreement, "amount": amount}
    words |= {name: word for name, word in (("unit", unit), ("year", year), ("source", source)) if word}
    return funding_state(office(ctx), _given(ctx, words))


@app.command(name="list")
def list_(ctx: typer.Context) -> Answer:
    from ipsu_cli.reports.funding_list import funding_list

    return funding_list(office(ctx))


def _given(ctx: typer.Context, words: dict[str, str]) -> dict[str, Any]:
    return {name: read(ctx, READ_AS.get(name, name), word) for name, word in words.items()}


with_cancel(app, "funding")
