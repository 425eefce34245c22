"""`ipsu agreement add` and `agreement list`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.flows import agreement as flow
from ipsu_cli.read.fields import read_given
from ipsu_cli.reports.agreement import agreement_list

app = group()


@app.command()
def add(
    ctx: typer.Context,
    agreement: Annotated[str, typer.Argument(metavar="AGREEMENT")],
    service: Annotated[str, typer.Option(metavar="SERVICE")],
    area: Annotated[str, typer.Option(metavar="AREA")],
    from_: Annotated[str, typer.Option("--from", metavar="DATE")],
    to: Annotated[str | None, typer.Option(metavar="DATE")] = None,
    purchaser: Annotated[str | None, typer.Option(metavar="NAME")] = None,
    billing: Annotated[str | None, typer.Option(metavar="self|peppol")] = None,
    vat: Annotated[str | None, typer.Option(metavar="PERCENT")] = None,
    vat_exempt_reason: Annotated[str | None, typer.Option(metavar="TEXT")] = None,
    payout: Annotated[str | None, typer.Option(metavar="created|worked")] = None,
    site: Annotated[list[str] | None, typer.Option(metavar="TOWN")] = None,
) -> Answer:
    words = {
        "agreement": agreement,
        "service": service,
        "area": area,
        "from": from_,
        "to": to,
        "purchaser": purchaser,
        "billing": billing,
        "vat": vat,
        "vat-exempt-reason": vat_exempt_reason,
        "payout": payout,
        "sites": "|".join(site) if site else None,
    }
    return flow.agreement_add(office(ctx), read_given(words, office(ctx).today))


@app.command(name="list")
def list_(ctx: typer.Context) -> Answer:
    return agreement_list(office(ctx))
