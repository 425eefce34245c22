"""`ipsu report steering`: for a steering group, the three instruments side by side, by unit and jointly.

SUS: participants, and what came of it. Fidelity: how well the method is followed. Indicators: what participants answer.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.chart import STACKED, Chart
from ipsu_cli.core.funding import EVERYBODY
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.target import Target
from ipsu_cli.core.to_json import JsonObject
from ipsu_cli.office import Office
from ipsu_cli.reports import fidelity, queue_months
from ipsu_cli.reports.fidelity import JointGoal, UnitFidelity, UnitStanding, joint, met_text
from ipsu_cli.reports.kpi import report_kpi
from ipsu_cli.reports.kpi_figure import FigureValue
from ipsu_cli.reports.kpi_measured import counting
from ipsu_cli.reports.kpi_targets import Judged, TargetStanding, judge, of_scope, of_units, rounded, typed
from ipsu_cli.reports.query import ReportQuery, choose_cases, for_others, heading, open_register, without_decimals
from ipsu_cli.reports.queue import target_days
from ipsu_cli.reports.steering_unit import Indicator, Steering, SteeringUnit, SusFigure, suppressed
from ipsu_cli.rules.kpis import PERCENT, Kpi, find
from ipsu_cli.store import Store, outcome_years, queue, targets
from ipsu_cli.store.kpis.question import WHOLE, Parts

SUS = (
    "ongoing", "participants", "active", "supported", "cases_closed", "outcomes_employment",
    "outcomes_studies_completed", "outcomes_studies_started", "outcome_share", "discharge_share",
)  # fmt: skip
OUTCOMES = ("employment", "studies_completed", "studies_started")
YEARS_SHOWN = 5
UNITS = (
    Column("unit"), Column("ongoing", "count"), Column("participants", "count"), Column("outcomes", "count"),
    Column("outcome_share", "share"), Column("fidelity", "count"), Column("fidelity_met"), Column("indicators"),
)  # fmt: skip
SUS_COLUMNS = (Column("unit"), Column("kpi"), Column("value", "figure"), Column("target", "figure"), Column("met"))
INDICATORS = (
    Column("unit"), Column("question"), Column("population", "code"), Column("share", "share"),
    Column("positive", "count"), Column("answered", "count"), Column("asked", "count"), Column("response", "share"),
    Column("target", "figure"), Column("met"),
)  # fmt: skip
YEARS = (Column("year"), *(Column(outcome, "count") for outcome in OUTCOMES))


class UnitFigures(NamedTuple):
    """What is known of one agreement, or of all together: figures by code, surveys by question and population."""

    agreement: str | None
    figures: dict[str, Parts]
    surveys: dict[str, Parts]
    judged: Sequence[Judged]

    def aim(self, code: str, query: ReportQuery) -> Judged | None:
        return of_scope([judged for judged in self.judged if judged.kpi.code == code], self.agreement, query.period)


class OutcomeYear(NamedTuple):
    """How many persons had each outcome in a year."""

    year: int
    employment: int
    studies_completed: int
    studies_started: int


class JudgedTarget(NamedTuple):
    """A target of a unit, or of all, and the key figure that it is of."""

    standing: TargetStanding
    code: str

    def to_json(self) -> JsonObject:
        """Both in one object."""
        return {**self.standing.to_json(), "code": self.code}


class SteeringReport(NamedTuple):
    """The whole answer."""

    period: Period
    as_of: dt.date
    steering: Steering
    outcomes_by_year: list[OutcomeYear]
    targets: list[JudgedTarget]


def report_steering(office: Office, query: ReportQuery) -> Answer[SteeringReport]:
    """The page of a steering group; its workbook has the queue, the outcomes and fidelity over time as well."""
    with office.reading() as store:
        query = open_register(store, query, office.today)
        aims = targets.listed(store)
        fidelities = fidelity.units_of(store, query)
        units = [_unit(store, query, aims, unit.agreement) for unit in fidelities]
        everybody = _unit(store, query, aims, None)
        years, months = _years(store, query), _months(store, query)
    last = query.period.last
    steering = Steering(
        [_shown(unit, reviewed.standing(last), query) for unit, reviewed in zip(units, fidelities, strict=True)],
        _shown(everybody, joint(fidelities, last), query),
    )
    aimed = [JudgedTarget(judged.standing, judged.kpi.code) for unit in (everybody, *units) for judged in unit.judged]
    if query.below:
        kpis = report_kpi(office, query._replace(by=("agreement",))).payload.kpis
        steering, years, months, aimed = suppressed(steering, kpis), [], [], []
    tables = [
        *_tables(steering, fidelities, query),
        *([Table("outcomes-years", YEARS, [(str(year), *counts) for year, *counts in years])] if years else []),
        *([queue_months.months_table(months)] if months else []),
    ]
    charts = [
        Chart("outcomes", "outcomes-years", "year", OUTCOMES, "persons", STACKED),
        *fidelity.charts_of(fidelities),
        *queue_months.charts(aimed=any(month.queue_goal is not None for month in months)),
    ]
    report = SteeringReport(query.period, query.as_of, steering, years, aimed)
    return Answer(report, [heading(query), *for_others(query)], tables, charts=charts)


def _unit(store: Store, query: ReportQuery, aims: Sequence[Target], agreement: str | None) -> UnitFigures:
    own = (agreement,) if agreement else tuple(query.agreements)
    cases = counting(store, query.cases._replace(agreements=own))
    figures = cases.count(query.period, query.as_of, SUS)
    surveys = cases.surveys(query.period, query.as_of)
    mine = [target for target in of_units(aims, own if agreement else ()) if target.agreement == agreement]
    return UnitFigures(agreement, figures, surveys, judge(store, mine, query.period, query.as_of))


def _shown(unit: UnitFigures, standing: UnitStanding | JointGoal, query: ReportQuery) -> SteeringUnit:
    sus = {code: _figure(find(code), unit.figures[code], unit.aim(code, query)) for code in SUS}
    indicators = [indicator for code in _questions(unit) if (indicator := _indicator(unit, code, query))]
    return SteeringUnit(unit.agreement or EVERYBODY, sus, standing, indicators)


def _figure(kpi: Kpi | None, parts: Parts, aim: Judged | None) -> SusFigure:
    assert kpi is not None
    n, d = parts.get(WHOLE, {}).get("", (0, 0 if kpi.times else None))
    exact = kpi.exact(n, d)
    value = None if exact is None else _rounded(kpi, exact)
    return SusFigure(
        value=value,
        numerator=n if kpi.times else None,
        denominator=d if kpi.times else None,
        target=typed(kpi, aim.target) if aim else None,
        met=aim.met if aim else None,
        judged_on=aim.on if aim else None,
    )


def _rounded(kpi: Kpi, exact: tuple[int, int]) -> FigureValue:
    return rounded(kpi, *exact) if kpi.unit == PERCENT else exact[0] // exact[1]


def _questions(unit: UnitFigures) -> list[str]:
    """The questions asked, without the population that is all of them where only one was asked."""
    return sorted(code.partition(":")[2] for code in unit.surveys if code.startswith("survey_share:"))


def _indicator(unit: UnitFigures, code: str, query: ReportQuery) -> Indicator | None:
    question, _, population = code.rpartition(":")
    share, response = find(f"survey_share:{code}"), find(f"survey_response:{code}")
    if share is None or response is None:
        return None
    aim = unit.aim(f"survey_share:{code}", query)
    positive = _figure(share, unit.surveys[f"survey_share:{code}"], aim)
    answered = _figure(response, unit.surveys.get(f"survey_response:{code}", {}), None)
    return Indicator(
        question=question,
        population=population,
        positive=positive.numerator,
        answered=positive.denominator,
        asked=answered.denominator,
        share=positive.value,
        response=answered.value,
        target=positive.target,
        met=positive.met,
    )


def _years(store: Store, query: ReportQuery) -> list[OutcomeYear]:
    """The persons with each outcome, of the years up to the period's last; every year has every outcome."""
    last = query.period.last
    first = min(query.period.first.year, last.year - YEARS_SHOWN + 1)
    choose_cases(store, query)
    found = outcome_years.by_year(store, f"{first}-01-01", last.isoformat())
    there = [year for year in range(first, last.year + 1) if year >= min(found, default=last.year)]
    return [OutcomeYear(year, *(found.get(year, {}).get(outcome, 0) for outcome in OUTCOMES)) for year in there]


def _months(store: Store, query: ReportQuery) -> list[queue_months.QueueMonth]:
    """The queue month by month; nothing where nobody has waited. The cases are chosen already."""
    flow = queue.flows(store).get("")
    aim = target_days(store, query.agreements)
    return [] if flow is None else queue_months.months_of(flow, query.past, aim)


def _tables(steering: Steering, fidelities: Sequence[UnitFidelity], query: ReportQuery) -> list[Table]:
    figures = {"first": query.period.first, "last": query.period.last}
    tables = [Table("steering", UNITS, [_side_by_side(unit) for unit in steering.all_units], figures=figures)]
    tables.append(Table("steering-sus", SUS_COLUMNS, [row for unit in steering.all_units for row in _sus_rows(unit)]))
    tables += fidelity.tables_of(fidelities, [unit.standing(query.period.last) for unit in fidelities])
    answers = [_indicator_row(unit, indicator) for unit in steering.all_units for indicator in unit.indicators]
    return [*tables, *([Table("steering-indicators", INDICATORS, answers)] if answers else [])]


def _side_by_side(unit: SteeringUnit) -> tuple[Any, ...]:
    """One line: the three instruments of a unit."""
    sus, standing = unit.sus, unit.fidelity
    judged = [indicator.met for indicator in unit.indicators if indicator.met is not None]
    met = Text("message.met-of", {"met": sum(judged), "count": len(judged)}) if judged else None
    return (
        unit.name, sus["ongoing"].value, sus["participants"].value, _goal_outcomes(unit), sus["outcome_share"].value,
        standing.total, met_text(standing.met), met,
    )  # fmt: skip


def _goal_outcomes(unit: SteeringUnit) -> FigureValue | None:
    """Employments and completed studies together; None where one of them is not shown."""
    work, studies = (unit.sus[f"outcomes_{outcome}"].value for outcome in OUTCOMES[:2])
    return work + studies if isinstance(work, int) and isinstance(studies, int) else None


def _sus_rows(unit: SteeringUnit) -> Iterator[tuple[Any, ...]]:
    for code, figure in unit.sus.items():
        yield unit.name, Text(f"kpi.{code}"), figure.value, without_decimals(figure.target), met_text(figure.met)


def _indicator_row(unit: SteeringUnit, indicator: Indicator) -> tuple[Any, ...]:
    return (
        unit.name, indicator.question, indicator.population, indicator.share, indicator.positive, indicator.answered,
        indicator.asked, indicator.response, without_decimals(indicator.target), met_text(indicator.met),
    )  # fmt: skip
