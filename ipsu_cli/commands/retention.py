"""`ipsu retention`."""

from typing import Annotated

import typer

from ipsu_cli.commands._confirm import confirm
from ipsu_cli.commands._options import DryRun, group, office
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.problem import Unreadable

app = group()


@app.command()
def retention(
    ctx: typer.Context, dry_run: DryRun = False, apply: Annotated[bool, typer.Option("--apply")] = False
) -> Answer:
    if dry_run and apply:
        raise Unreadable("option.one-of", options=["--dry-run", "--apply"])
    if not apply:
        from ipsu_cli.reports.retention import retention_list

        return retention_list(office(ctx), due_only=dry_run)
    from ipsu_cli.flows.retention import refuse, retention_apply

    own = office(ctx)
    confirm(own, "message.ask-retention", lambda: refuse(own))
    return retention_apply(own)
