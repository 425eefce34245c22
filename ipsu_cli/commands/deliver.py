"""`ipsu deliver`."""

from typing import Annotated, Any

import typer

from ipsu_cli.commands._options import DryRun, MonthOption, On, argument, group, office, option
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.dates import Week
from ipsu_cli.core.delivery import CaseHours, DeliveryEntry, read_hours, read_word
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.kind import UNITS, WEEK, Kind, code
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.flows import deliver as flow

app = group()
# A case, or a case and its hours in one word.
CASE_OR_BOTH = Kind("CASE", lambda text, today: read_word(text))
HOURS_OR_BOTH = Kind("HOURS|CASE=HOURS …", lambda text, today: read_hours(text))


@app.command(asks="_asking_deliver")
def deliver(
    ctx: typer.Context,
    case: Annotated[str | None, argument(CASE_OR_BOTH, "case")] = None,
    hours: Annotated[list[Any] | None, argument(HOURS_OR_BOTH, "hours")] = None,
    on: On = None,
    week: Annotated[Week | None, option(WEEK, "--week")] = None,
    no_show: Annotated[bool, typer.Option("--no-show")] = False,
    month: MonthOption = None,
    unit: Annotated[str | None, option(code(*UNITS, metavar="day|month"), "--unit")] = None,
    ready: Annotated[bool, typer.Option("--ready")] = False,
    dry_run: DryRun = False,
) -> Answer:
    words = [word for word in (case, *(hours or ())) if word is not None]
    several = [word for word in words if isinstance(word, CaseHours)]
    if several and len(several) == len(words) and (week or len(several) > 1):
        others = {"--on": on, "--no-show": no_show, "--month": month, "--unit": unit, "--ready": ready}
        return _week(ctx, week, several, [name for name, value in {**others, "--dry-run": dry_run}.items() if value])
    if not (ready or dry_run) and case is not None:
        return flow.deliver(office(ctx), DeliveryEntry(case, _single(hours), on, week, no_show, month, unit))
    if case or unit or not (ready and month):
        raise Unreadable("option.one-of", options=["CASE", "--month MONTH --ready"])
    from ipsu_cli.flows.deliver_ready import deliver_ready

    return deliver_ready(office(ctx), month, rehearse=dry_run)


def _week(ctx: typer.Context, week: Week | None, typed: list[CaseHours], others: list[str]) -> Answer:
    """The week of several cases; it has no other option."""
    if week is None:
        raise Unreadable("option.missing", option="--week")
    if others:
        raise Unreadable("option.together", options=["CASE=HOURS", *others])
    from ipsu_cli.flows.deliver_week import deliver_week

    return deliver_week(office(ctx), week, typed)


def _single(hours: list[Any] | None) -> Hours | None:
    """The hours of one case. Raises `Unreadable` for more than that."""
    if not hours:
        return None
    if len(hours) > 1:
        raise Unreadable("option.too-many", command="ipsu deliver --help")
    found = hours[0]
    if isinstance(found, CaseHours):
        raise Unreadable("value.hours", value=str(found), option="hours")
    own: Hours = found
    return own
