"""`ipsu delivery list|correct|cancel`."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import MaybeCase, Reason, argument, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.kind import HOURS
from ipsu_cli.flows import delivery as flow

if TYPE_CHECKING:
    from ipsu_cli.core.listing import Listing

app = group()

DeliveryId = Annotated[int, typer.Argument(metavar="ID", min=1, max=2**53)]


@listing(app, since="to")
def list_(ctx: typer.Context, case: MaybeCase = None, *, listing: "Listing") -> Answer:
    from ipsu_cli.reports.delivery import delivery_list

    return delivery_list(office(ctx), case, listing)


@app.command()
def correct(
    ctx: typer.Context, id: DeliveryId, hours: Annotated[Hours, argument(HOURS, "hours")], reason: Reason
) -> Answer:
    return flow.delivery_correct(office(ctx), id, hours, reason)


@app.command()
def cancel(ctx: typer.Context, id: DeliveryId, reason: Reason) -> Answer:
    return flow.delivery_cancel(office(ctx), id, reason)
