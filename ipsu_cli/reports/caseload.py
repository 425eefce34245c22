"""`ipsu report caseload`: who has how many ongoing cases, and how that is scored as item 1 of the fidelity scale."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.text import OTHER
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports.kpi import report_kpi
from ipsu_cli.reports.kpi_figure import KeyFigure
from ipsu_cli.reports.query import ReportQuery, choose_cases, for_others, heading, open_register
from ipsu_cli.rules.scales import caseload_score
from ipsu_cli.store import caseload
from ipsu_cli.store.caseload import Load

COLUMNS = (
    Column("coach"), Column("ongoing", "count"), Column("by_service"), Column("score", "count"),
)  # fmt: skip
# The key figure that the cases are, by coach, and what it calls those who have none.
ONGOING, NOBODY = "ongoing", "unspecified"


class CoachLoad(NamedTuple):
    """The ongoing cases of a coach, and how many they are as item 1 of the scale; without a coach they are nobody's
    yet, and have no score. `hidden`: others do not see how many there are."""

    coach: str | None
    ongoing: int | None
    score: int | None
    by_service: Mapping[str, int]
    hidden: bool = False

    @classmethod
    def of(cls, coach: str | None, own: Sequence[Load], day: dt.date) -> "CoachLoad":
        """The ongoing cases of a day."""
        ongoing = sum(load.cases for load in own)
        score = None if coach is None else caseload_score(ongoing, day)
        return cls(coach, ongoing, score, {load.service: load.cases for load in own})

    def to_json(self) -> JsonObject:
        """That something is hidden stands only where it is."""
        return all_but(self) if self.hidden else all_but(self, "hidden")


class CaseloadReport(NamedTuple):
    """The whole answer: the coaches, how many cases and coaches there are, and the largest caseload with its score."""

    period: Period
    as_of: dt.date
    stock_day: dt.date
    caseload: Sequence[CoachLoad]
    ongoing: int | None
    coaches: int | None
    largest: int | None
    score: int | None


def report_caseload(office: Office, query: ReportQuery) -> Answer[CaseloadReport]:
    """The coaches on the day that stocks are taken on, the largest caseload first; the lowest score is the unit's."""
    with office.reading() as store:
        query = open_register(store, query, office.today)
        choose_cases(store, query)
        found = caseload.by_coach(store, query.stock_day)
    report = _report(found, query)
    shown = _suppressed(report, _as_others_see(office, query)) if query.below else report
    lines = [heading(query), *for_others(query)]
    if shown.largest is not None:
        figures = {"count": shown.ongoing, "coaches": shown.coaches, "largest": shown.largest, "score": shown.score}
        lines.append(Text("message.caseload", {**figures, "day": query.stock_day}))
    return Answer(shown, lines, [_table(shown, query)] if shown.caseload else [])


def _report(found: Sequence[Load], query: ReportQuery) -> CaseloadReport:
    """The report before anything is hidden."""
    day = query.stock_day
    by_coach: dict[str | None, list[Load]] = {}
    for load in found:
        by_coach.setdefault(load.coach, []).append(load)
    ongoing = {coach: sum(load.cases for load in own) for coach, own in by_coach.items()}
    ordered = sorted(by_coach, key=lambda coach: (coach is None, -ongoing[coach], coach or ""))
    loads = [CoachLoad.of(coach, by_coach[coach], day) for coach in ordered]
    of_coaches = [count for coach, count in ongoing.items() if coach is not None]
    largest = max(of_coaches, default=None)
    score = None if largest is None else caseload_score(largest, day)
    total = sum(ongoing.values())
    return CaseloadReport(query.period, query.as_of, query.stock_day, loads, total, len(of_coaches), largest, score)


def _as_others_see(office: Office, query: ReportQuery) -> KeyFigure:
    """The same cases as a key figure for others."""
    kpis = report_kpi(office, query._replace(by=("coach",))).payload.kpis
    return next(figure for figure in kpis if figure.code == ONGOING)


def _suppressed(report: CaseloadReport, seen: KeyFigure) -> CaseloadReport:
    """For others: what the key figures show them. Where not even the sum is shown no coach is listed."""
    if seen.whole.hidden:
        return report._replace(caseload=[], ongoing=None, coaches=None, largest=None, score=None)
    covered = {part for part, figure in seen.breakdown["coach"].items() if figure.hidden}
    loads = [
        load._replace(ongoing=None, score=None, by_service={}, hidden=True)
        if (load.coach or NOBODY) in covered
        else load._replace(by_service={})
        for load in report.caseload
    ]
    report = report._replace(caseload=loads)
    return report._replace(largest=None, score=None) if covered else report


def _table(report: CaseloadReport, query: ReportQuery) -> Table:
    rows: list[tuple[Any, ...]] = [
        (_coach(load.coach), load.ongoing, _services(load.by_service), load.score) for load in report.caseload
    ]
    totals = () if query.below else ("ongoing",)
    return Table("caseload", COLUMNS, rows, totals=totals, figures={"day": query.stock_day}, bar="ongoing")


def _coach(name: str | None) -> str | Text:
    if name is None or name == OTHER:
        return Text("code.unspecified" if name is None else "code.other")
    return name


def _services(counts: Mapping[str, int]) -> list[Text]:
    return [Text("message.service-count", {"service": Text(f"code.{s}"), "count": n}) for s, n in counts.items()]
