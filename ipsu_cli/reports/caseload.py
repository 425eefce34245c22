"""`ipsu report caseload`: who has how many ongoing cases, and how that is scored as item 1 of the fidelity scale."""

import datetime as dt
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.table import Column, Table
from ipsu_cli.office import Office
from ipsu_cli.reports.query import ReportQuery, choose_cases, heading, open_register
from ipsu_cli.reports.suppression import hide_caseload
from ipsu_cli.rules.scales import caseload_score
from ipsu_cli.store import caseload
from ipsu_cli.store.caseload import Load

COLUMNS = (
    Column("coach"), Column("ongoing", "count"), Column("by_service"), Column("score", "count"),
)  # fmt: skip


def report_caseload(office: Office, query: ReportQuery) -> Answer:
    """The coaches on the period's last day, the largest caseload first; the lowest score is the unit's."""
    with office.reading() as store:
        open_register(store, query, office.today)
        choose_cases(store, query)
        found = caseload.by_coach(store, query.period.last)
    by_coach: dict[str | None, list[Load]] = {}
    for load in found:
        by_coach.setdefault(load.coach, []).append(load)
    shapes = [_shape(coach, own, query.period.last) for coach, own in by_coach.items()]
    shapes.sort(key=lambda shape: (shape["coach"] is None, -shape["ongoing"], shape["coach"] or ""))
    loads = [shape["ongoing"] for shape in shapes if shape["coach"] is not None]
    largest = max(loads, default=None)
    score = None if largest is None else caseload_score(largest, query.period.last)
    data: dict[str, Any] = {
        "period": query.period,
        "as_of": query.as_of,
        "caseload": shapes,
        "ongoing": sum(shape["ongoing"] for shape in shapes),
        "coaches": len(loads),
        "largest": largest,
        "score": score,
    }
    if query.below:
        hide_caseload(data, query.below)
    lines = [heading(query)]
    if data["largest"] is not None:
        figures = {"count": data["ongoing"], "coaches": len(loads), "largest": largest, "score": score}
        lines.append(Text("message.caseload", {**figures, "day": query.period.last}))
    rows: list[tuple[Any, ...]] = [
        (e["coach"] or Text("code.unspecified"), e["ongoing"], _services(e["by_service"]), e["score"]) for e in shapes
    ]
    table = Table(
        "caseload",
        COLUMNS,
        rows,
        totals=() if query.below else ("ongoing",),
        figures={"day": query.period.last},
        bar="ongoing",
    )
    return Answer(data, lines, [table] if rows else [])


def _shape(coach: str | None, own: list[Load], day: dt.date) -> dict[str, Any]:
    ongoing = sum(load.cases for load in own)
    return {
        "coach": coach,
        "ongoing": ongoing,
        "score": None if coach is None else caseload_score(ongoing, day),
        "by_service": {load.service: load.cases for load in own},
    }


def _services(counts: dict[str, int]) -> list[Text]:
    return [Text("message.service-count", {"service": Text(f"code.{s}"), "count": n}) for s, n in counts.items()]
