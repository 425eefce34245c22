"""What is held back from an invoice, why, and the command that puts it right."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from ipsu_cli.core import plan
from ipsu_cli.core.invoice import Held
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.role import Role
from ipsu_cli.core.table import Column, Table
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.invoice import ReadyFacts
from ipsu_cli.store import Store, invoice_build
from ipsu_cli.store import held as held_store
from ipsu_cli.store.held import HeldBack
from ipsu_cli.store.invoice_build import Combination
from ipsu_cli.validation import Finding, Kept, findings

HELD_COLUMNS = (
    Column("case"), Column("why"), Column("quantity", "hours"), Column("unit", "code"), Column("net", "money"),
    Column("command"),
)  # fmt: skip

FIGURES = (
    "case", "agreement", "service", "unit", "from_day", "invoice", "month", "planned_hours", "delivered_hours",
    "attempted_hours", "excess_hours",
)  # fmt: skip


class JudgedWork(NamedTuple):
    """What the rules have found of each combination of answers, and what is not ready by it."""

    found: dict[Combination, list[Finding]]
    waiting: Sequence[HeldBack]


def judge_all(store: Store, last: dt.date = dt.date.max, case_id: int | None = None) -> JudgedWork:
    """Judge all that stands on no invoice up to a day, or what does of one case. Writes nothing that stays."""
    invoice_build.gather(store, last, [], services.codes_to_bind(), case_id)
    return judge(store)


def judge(store: Store) -> JudgedWork:
    """Let the rules judge each combination once; what they find something wrong with is not ready."""
    judged = {}
    for combination in invoice_build.combinations(store):
        facts = ReadyFacts(**combination._asdict())
        judged[combination] = findings(acts.INVOICE, combination.service, facts)
        if judged[combination]:
            invoice_build.hold(store, combination)
    return JudgedWork(judged, held_store.waiting(store, services.codes_to_bind()))


def held_back(work: JudgedWork) -> list[Held]:
    """Every case that waits, once for each reason: all that stands in its way is said at once."""
    held: dict[tuple[str, str], Held] = {}
    for waiting in work.waiting:
        for finding in work.found[waiting.combination]:
            row = _held(waiting, finding)
            key = (row.case, row.code)
            held[key] = _together(held[key], row) if key in held else row
    return list(held.values())


class FirstHeld(NamedTuple):
    """What waits, and the first reason why."""

    waiting: HeldBack
    held: Held


def first_held(work: JudgedWork) -> Iterator[FirstHeld]:
    """Every piece of work that waits, once: the same work may wait for several things."""
    for waiting in work.waiting:
        yield FirstHeld(waiting, _held(waiting, work.found[waiting.combination][0]))


def _together(first: Held, more: Held) -> Held:
    """Two months of one case that wait for the same thing."""
    nets = [row.net_ore for row in (first, more) if row.net_ore is not None]
    net = Ore.total(nets) if nets else None
    return first._replace(quantity=first.quantity + more.quantity, net_ore=net)


def _held(waiting: HeldBack, finding: Finding) -> Held:
    figures = {key: getattr(waiting, key) for key in FIGURES}
    figures["level"] = f" --level {waiting.level}" if waiting.level else ""
    command = _first(waiting, finding) or (finding.command or "").format_map(Kept(figures))
    return Held(
        waiting.case, finding.code, finding.rule, command, waiting.net_ore, waiting.quantity, waiting.unit, figures
    )


def _first(waiting: HeldBack, finding: Finding) -> str | None:
    """What comes before the command of the rule, where the register holds a plan that is on its way."""
    if finding.code == "gp.unconfirmed" and waiting.plan_status != "submitted":
        return _plan_first(waiting)
    if finding.code == "delivery.over-plan" and waiting.fitting_plan:
        return f"ipsu document confirm {waiting.case} {waiting.fitting_plan}"
    return None


def _plan_first(waiting: HeldBack) -> str:
    """What comes before the agency's confirmation of a joint plan that is not submitted."""
    if waiting.plan_status != "draft":
        return plan.command_for(waiting.case, again=waiting.plan_status is not None)
    type = services.type_in(waiting.service, waiting.combination.system, Role.PLAN) or ""
    return f"ipsu document submit {waiting.case} {type}"


def held_table(held: Sequence[Held]) -> Table:
    """What is held back, and what puts it right."""
    rows: list[tuple[Any, ...]] = [
        (row.case, row.message, row.quantity, row.unit, row.net_ore, row.command) for row in held
    ]
    return Table("held", HELD_COLUMNS, rows)
