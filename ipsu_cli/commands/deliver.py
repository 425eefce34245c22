"""`ipsu deliver`."""

from typing import Annotated

import typer

from ipsu_cli.commands._options import DryRun, MaybeCase, MonthOption, On, argument, group, office, option
from ipsu_cli.core.agreement import UNITS
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Week
from ipsu_cli.core.delivery import DeliveryEntry
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.kind import HOURS, WEEK, code
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.flows import deliver as flow

app = group()


@app.command()
def deliver(
    ctx: typer.Context,
    case: MaybeCase = None,
    hours: Annotated[Hours | None, argument(HOURS, "hours")] = None,
    on: On = None,
    week: Annotated[Week | None, option(WEEK, "--week")] = None,
    no_show: Annotated[bool, typer.Option("--no-show")] = False,
    month: MonthOption = None,
    unit: Annotated[str | None, option(code(*UNITS, metavar="day|month"), "--unit")] = None,
    ready: Annotated[bool, typer.Option("--ready")] = False,
    dry_run: DryRun = False,
) -> Answer:
    if not (ready or dry_run) and case is not None:
        return flow.deliver(office(ctx), DeliveryEntry(case, hours, on, week, no_show, month, unit))
    if case or unit or not (ready and month):
        raise Unreadable("option.one-of", options=["CASE", "--month MONTH --ready"])
    from ipsu_cli.flows.deliver_ready import deliver_ready

    return deliver_ready(office(ctx), month, rehearse=dry_run)
