"""`ipsu plan show` and `plan history`."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.case import Case
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.plan import command_for
from ipsu_cli.core.plan_shown import PlanShown
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import only
from ipsu_cli.office import Office
from ipsu_cli.store import Store, cases, deliveries, documents

ROWS = (
    Column("hours_per_week", "hours"),
    Column("weeks", "count"),
    Column("planned_hours", "hours"),
    Column("delivered_hours", "hours"),
)
WEEKS = (Column("week", "week"), Column("planned_hours", "hours"), Column("delivered_hours", "hours"))
HISTORY = (
    Column("version", "count"), Column("status", "code"), Column("submitted", "day"), Column("confirmed", "day"),
    Column("first_week", "week"), Column("last_week", "week"), Column("planned_hours", "hours"), Column("reason"),
)  # fmt: skip


class CasePlan(NamedTuple):
    """A version of a case's plan."""

    case: str
    plan: PlanShown


class PlanHistory(NamedTuple):
    """Every version of a case's plan, oldest first."""

    case: str
    plans: Sequence[PlanShown]


def plan_show(office: Office, ref: str, version: int | None) -> Answer[CasePlan]:
    """The plan in force, or one version, by extent and by week."""
    with office.reading() as store:
        shown = plan_of(store, cases.get(store, ref), office.today, version)
    weeks = Table("weeks", WEEKS, shown.plan.weeks, ("planned_hours", "delivered_hours"))
    return Answer(shown, tables=[plan_table(shown.plan), weeks])


def plan_table(plan: PlanShown) -> Table:
    """A plan by extent; the last row is what was delivered in weeks that the plan does not have."""
    rows: list[tuple[Any, ...]] = [*plan.rows]
    if plan.outside:
        rows.append((None, None, Hours(0), plan.outside))
    figures = only(plan, "version", "status", "planned_hours", "remaining_hours", "used_share")
    return Table(
        "plan", ROWS, rows, ("weeks", "planned_hours", "delivered_hours"), figures, "delivered_hours", "planned_hours"
    )


def plan_history(office: Office, ref: str) -> Answer[PlanHistory]:
    """Every version, oldest first."""
    with office.reading() as store:
        case = cases.get(store, ref)
        plans = documents.plans(store, case.id)
        hours = deliveries.Delivered(store, case.id)
        versions = [PlanShown.of(plan, case, hours.total, hours.by_week, office.today) for plan in plans]
    rows = [
        (
            shown.version,
            shown.status,
            shown.submitted,
            shown.confirmed,
            min(p.weeks),
            max(p.weeks),
            shown.planned_hours,
            shown.reason,
        )
        for p, shown in zip(plans, versions, strict=True)
    ]
    return Answer(PlanHistory(ref, versions), tables=[Table("history", HISTORY, rows)])


def plan_of(store: Store, case: Case, today: dt.date, version: int | None = None) -> CasePlan:
    """The plan of a version, or the one in force. Raises `Refused` where there is none."""
    plans = documents.plans(store, case.id)
    plan = next((planned for planned in plans if planned.version == version), None) if version else None
    plan = plan or (None if version else documents.plan_in_force(plans))
    if plan is None:
        command = f"ipsu plan history {case.ref}" if plans else command_for(case.ref, again=False)
        raise Refused("plan.unknown", case=case.ref, version=version, command=command)
    hours = deliveries.Delivered(store, case.id)
    return CasePlan(case.ref, PlanShown.of(plan, case, hours.total, hours.by_week, today))
