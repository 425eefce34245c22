"""`ipsu log`."""

from typing import TYPE_CHECKING, Annotated

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import MaybeCase, group, office
from ipsu_cli.core.answer import Answer

if TYPE_CHECKING:
    from ipsu_cli.core.listing import Listing

app = group()


@listing(app, name="log", since="today")
def log(
    ctx: typer.Context,
    case: MaybeCase = None,
    revealed: Annotated[bool, typer.Option("--revealed")] = False,
    *,
    listing: "Listing",
) -> Answer:
    from ipsu_cli.reports import log as report

    return report.log(office(ctx), case, listing, revealed=revealed)
