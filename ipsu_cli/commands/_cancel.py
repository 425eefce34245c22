"""`cancel ID --reason TEXT`, the same for all that cases and agreements are followed up by."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import Reason, office
from ipsu_cli.core.answer import Answer

RecordId = Annotated[str, typer.Argument(metavar="ID")]


def with_cancel(app: typer.Typer, kind: str) -> None:
    """Give the group its `cancel`; `kind` is the word that is typed before it, as in `flows.cancel.TABLES`."""

    @app.command()
    def cancel(ctx: typer.Context, id: RecordId, reason: Reason) -> Answer:
        from ipsu_cli.flows.cancel import cancel as flow

        return flow(office(ctx), kind, id, reason)
