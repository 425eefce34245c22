"""`ipsu case add|edit|show|list|start|pause|decide|close|reopen|rename|hand-over`."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import (
    AgreementOption,
    CaseArgument,
    Coach,
    DryRun,
    MonthOption,
    OnDay,
    Reason,
    ServiceOption,
    Site,
    To,
    argument,
    group,
    office,
    option,
    typed_values,
    with_facts,
)
from ipsu_cli.core import case as record
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.fact import ADD, ARGUMENT, IMPORT, facts_of
from ipsu_cli.core.kind import CASE, DAY, NAME, PART, REF, TEXT, code

if TYPE_CHECKING:
    from ipsu_cli.core.listing import Listing

app = group()

FACTS = facts_of(record.Case)


@app.command(asks="_asking_case")
@with_facts((fact for fact in FACTS if fact.typed in (ARGUMENT, ADD)), clears=True)
def add(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_add(office(ctx), typed_values(ctx))


@app.command()
@with_facts((fact for fact in FACTS if fact.typed != IMPORT), clears=True, edits=True)
def edit(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows import case as flow

    found = typed_values(ctx)
    return flow.case_edit(office(ctx), found.pop("case"), found)


@app.command()
def show(ctx: typer.Context, case: CaseArgument) -> Answer:
    from ipsu_cli.reports import case as report

    return report.case_show(office(ctx), case)


@listing(app, since="from")
def list_(
    ctx: typer.Context,
    service: ServiceOption = None,
    agreement: AgreementOption = None,
    coach: Coach = None,
    status: Annotated[str | None, option(code(*record.STATUSES), "--status")] = None,
    month: MonthOption = None,
    site: Site = None,
    *,
    listing: "Listing",
) -> Answer:
    from ipsu_cli.reports.case_list import CasesQuery, case_list

    return case_list(office(ctx), CasesQuery(service, agreement, coach, status, month, site), listing)


@app.command()
def decide(
    ctx: typer.Context,
    case: CaseArgument,
    to: Annotated[dt.date, option(DAY, "--to")],
    on: OnDay,
    period: Annotated[int | None, typer.Option("--period", min=1, max=2, metavar="1|2")] = None,
) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_decide(office(ctx), case, to, on, period)


@app.command()
def start(
    ctx: typer.Context,
    case: CaseArgument,
    on: OnDay,
    support: Annotated[str | None, option(record.SUPPORT, "--support")] = None,
) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_start(office(ctx), case, on, support)


@app.command()
def pause(
    ctx: typer.Context,
    case: CaseArgument,
    from_: Annotated[dt.date, option(DAY, "--from")],
    to: To = None,
) -> Answer:
    from ipsu_cli.flows import pause as flow

    return flow.case_pause(office(ctx), {"case": case, "from": from_, "to": to})


@app.command()
def close(
    ctx: typer.Context,
    case: CaseArgument,
    on: OnDay,
    reason: Annotated[str, option(TEXT.typed("CODE"), "--reason", personal=True)],
    training_result: Annotated[str | None, option(record.RESULT, "--training-result")] = None,
    refer_to: Annotated[str | None, option(TEXT, "--refer-to", personal=True)] = None,
) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_close(office(ctx), case, on, reason, training_result, refer_to)


@app.command()
def reopen(ctx: typer.Context, case: CaseArgument, reason: Reason) -> Answer:
    from ipsu_cli.flows import case as flow

    return flow.case_reopen(office(ctx), case, reason)


@app.command()
def rename(ctx: typer.Context, case: CaseArgument, new: Annotated[str, argument(REF, "new")], reason: Reason) -> Answer:
    from ipsu_cli.flows import case_rename as flow

    return flow.case_rename(office(ctx), case, new, reason)


@app.command(name="hand-over")
def hand_over(
    ctx: typer.Context,
    from_: Annotated[str, option(NAME.typed("COACH"), "--from", personal=True)],
    to: Annotated[str, option(PART.typed("COACH"), "--to", personal=True)],
    case: Annotated[list[str] | None, option(CASE, "--case")] = None,
    dry_run: DryRun = False,
) -> Answer:
    from ipsu_cli.flows import case_hand_over as flow

    return flow.case_hand_over(office(ctx), from_, to, case or (), dry_run=dry_run)
