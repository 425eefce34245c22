"""`ipsu agreement add|edit|require|show|list`."""

from typing import Any

import typer

from ipsu_cli.commands._lists import listing
from ipsu_cli.commands._options import Reason, group, office, typed_values, with_facts
from ipsu_cli.core.agreement import Agreement
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.fact import facts_of
from ipsu_cli.core.requirement import Requirement
from ipsu_cli.reports import agreement as report

app = group()

FACTS = facts_of(Agreement)


@app.command()
@with_facts(FACTS)
def add(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows import agreement as flow

    return flow.agreement_add(office(ctx), typed_values(ctx))


@app.command()
@with_facts(FACTS, clears=True, edits=True)
def edit(ctx: typer.Context, reason: Reason, **typed: Any) -> Answer:
    from ipsu_cli.flows import agreement as flow

    entry = typed_values(ctx)
    return flow.agreement_edit(office(ctx), entry.pop("agreement"), entry, entry.pop("reason"))


@app.command()
@with_facts(facts_of(Requirement))
def require(ctx: typer.Context, **typed: Any) -> Answer:
    from ipsu_cli.flows.agreement_require import agreement_require

    return agreement_require(office(ctx), typed_values(ctx))


@app.command()
@with_facts(fact for fact in FACTS if fact.name == "agreement")
def show(ctx: typer.Context, **typed: Any) -> Answer:
    return report.agreement_show(office(ctx), typed["agreement"])


@listing(app, since="from")
def list_(ctx: typer.Context) -> Answer:
    return report.agreement_list(office(ctx))
