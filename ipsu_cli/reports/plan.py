"""`ipsu plan show` and `plan history`."""

from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.case import Case
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.json_records import plan_shape
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
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


def plan_show(office: Office, ref: str, version: int | None) -> Answer:
    """The plan in force, or one version, by extent and by week."""
    with office.reading() as store:
        data = shown(store, cases.get(store, ref), version)
    plan = data["plan"]
    figures = {key: plan[key] for key in ("version", "status", "planned_hours", "remaining_hours")}
    weeks = [tuple(row[c.key] for c in WEEKS) for row in plan["weeks"]]
    tables = [
        Table("plan", ROWS, by_extent(plan), ("weeks", "planned_hours", "delivered_hours"), figures),
        Table("weeks", WEEKS, weeks, ("planned_hours", "delivered_hours")),
    ]
    return Answer(data, tables=tables)


def by_extent(plan: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The rows of a plan on the screen: the last is what was delivered in weeks that the plan does not have."""
    rows: list[tuple[Any, ...]] = [tuple(row[c.key] for c in ROWS) for row in plan["rows"]]
    outside = plan["delivered_hours"] - Hours.total(row["delivered_hours"] for row in plan["rows"])
    return [*rows, (None, None, Hours(0), outside)] if outside else rows


def plan_history(office: Office, ref: str) -> Answer:
    """Every version, oldest first."""
    with office.reading() as store:
        case = cases.get(store, ref)
        plans = documents.plans(store, case.id)
        hours = deliveries.Delivered(store, case.id)
        shapes = [plan_shape(plan, case, hours.total, hours.by_week) for plan in plans]
    rows: list[tuple[Any, ...]] = [
        (p.version, p.status, p.submitted, p.confirmed, min(p.weeks), max(p.weeks), s["planned_hours"], s["reason"])
        for p, s in zip(plans, shapes, strict=True)
    ]
    return Answer({"case": ref, "plans": shapes}, tables=[Table("history", HISTORY, rows)])


def shown(store: Store, case: Case, version: int | None = None) -> dict[str, Any]:
    """The plan of a version, or the one in force, as JSON. Raises `Refused` where there is none."""
    plans = documents.plans(store, case.id)
    plan = next((planned for planned in plans if planned.version == version), None) if version else None
    plan = plan or (None if version else documents.plan_in_force(plans))
    if plan is None:
        command = f"ipsu plan set {case.ref} WEEKS=HOURS"
        raise Refused("plan.unknown", case=case.ref, version=version, command=command)
    hours = deliveries.Delivered(store, case.id)
    return {"case": case.ref, "plan": plan_shape(plan, case, hours.total, hours.by_week)}
