"""`ipsu contact add|list|cancel`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsu_cli.commands._cancel import with_cancel
from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import group, office, typed_values, with_facts
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.enrolment import Contact
from ipsu_cli.core.fact import facts_of

if TYPE_CHECKING:
    from ipsu_cli.core.listing import Listing

app = group()

# One reference, a case's or an agreement's: the register says which.
ABOUT = ("case", "agreement")


@app.command()
@with_facts(fact for fact in facts_of(Contact) if fact.name not in ABOUT)
def add(ctx: typer.Context, about: Annotated[str, typer.Argument(metavar="CASE|AGREEMENT")], **typed: Any) -> Answer:
    from ipsu_cli.flows import contact as flow

    return flow.contact_add(office(ctx), typed_values(ctx))


@listing(app, since="on")
def list_(
    ctx: typer.Context,
    about: Annotated[str | None, typer.Argument(metavar="CASE|AGREEMENT")] = None,
    *,
    listing: "Listing",
) -> Answer:
    from ipsu_cli.reports import contact as report

    return report.contact_list(office(ctx), about, listing)


with_cancel(app, "contact")
