"""`ipsu report steering`: for a steering group, the three instruments side by side, by unit and jointly.

SUS: participants, and what came of it. Fidelity: how well the method is followed. Indicators: what participants answer.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.chart import STACKED, Chart
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.target import Target
from ipsu_cli.office import Office
from ipsu_cli.reports import fidelity, queue_months
from ipsu_cli.reports.fidelity import UnitFidelity, joint, met_text
from ipsu_cli.reports.kpi import report_kpi
from ipsu_cli.reports.kpi_measured import counting
from ipsu_cli.reports.kpi_targets import Judged, judge, of_scope, of_units
from ipsu_cli.reports.query import ReportQuery, choose_cases, heading, open_register, without_decimals
from ipsu_cli.reports.queue import target_days
from ipsu_cli.rules.kpis import PERCENT, Kpi, find
from ipsu_cli.store import Store, outcome_years, queue, targets
from ipsu_cli.store.kpis.question import WHOLE, Parts
from ipsu_cli.store.scope import Chosen

ALL = "all"
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
        return of_scope([e for e in self.judged if e.kpi.code == code], self.agreement, query.period)


def report_steering(office: Office, query: ReportQuery) -> Answer:
    """The page of a steering group; its workbook has the queue, the outcomes and fidelity over time as well."""
    with office.reading() as store:
        open_register(store, query, office.today)
        aims = targets.listed(store)
        fidelities = fidelity.units_of(store, query)
        names = [unit.agreement for unit in fidelities]
        units = [_unit(store, query, aims, name) for name in names]
        everybody = _unit(store, query, aims, None)
        years, months = _years(store, query), _months(store, query)
    by_name = {unit.agreement: unit for unit in fidelities}
    shapes = [_shape(unit, by_name.get(unit.agreement or ""), query) for unit in units]
    all_units = _shape(everybody, None, query)
    all_units["fidelity"] = {"met": joint(fidelities), "total": _lowest(fidelities, query.period.last)}
    aimed = [judgement.shape | {"code": judgement.kpi.code} for judgement in _every(units, everybody)]
    if query.below:
        kpis = report_kpi(office, query._replace(by=("agreement",))).payload.kpis
        suppress([*shapes, all_units], kpis)
        years, months, aimed = {}, [], []
    data: dict[str, Any] = {
        "period": query.period,
        "as_of": query.as_of,
        "steering": {"units": shapes, "joint": all_units},
        "outcomes_by_year": [{"year": year, **counts} for year, counts in years.items()],
        "targets": aimed,
    }
    tables = [
        *_tables(data["steering"], fidelities, query),
        *([_years_table(years)] if years else []),
        *([queue_months.months_table(months)] if months else []),
    ]
    charts = [
        Chart("outcomes", "outcomes-years", "year", OUTCOMES, "persons", STACKED),
        *fidelity.charts_of(fidelities),
        *queue_months.charts(aimed=any(month.queue_goal is not None for month in months)),
    ]
    return Answer(data, [heading(query)], tables, charts=charts)


def suppress(units: Sequence[dict[str, Any]], kpis: Sequence[dict[str, Any]]) -> None:
    """Give the units the figures that the key figures show to others: small counts are hidden there, and what would
    give them away."""
    by_code = {shape["code"]: shape for shape in kpis}
    for unit in units:
        for code, figure in unit["sus"].items():
            _cover(figure, _seen(by_code.get(code), unit["agreement"]), ("value", "numerator", "denominator"))
        for one in unit["indicators"]:
            asked = f"{one['question']}:{one['population']}"
            share = _seen(by_code.get(f"survey_share:{asked}"), unit["agreement"])
            response = _seen(by_code.get(f"survey_response:{asked}"), unit["agreement"])
            if share is None or response is None or share["hidden"] or response["hidden"]:
                one.update(dict.fromkeys(("positive", "answered", "asked", "share", "response", "met")))


def _seen(shape: dict[str, Any] | None, agreement: str) -> dict[str, Any] | None:
    """The figure of a unit as others see it; None where it is not reported by unit."""
    if shape is None or agreement == ALL:
        return shape
    found: dict[str, Any] | None = shape["breakdown"].get("agreement", {}).get(agreement)
    return found


def _cover(figure: dict[str, Any], seen: dict[str, Any] | None, names: Sequence[str]) -> None:
    if seen is None or seen["hidden"]:
        figure.update(dict.fromkeys((*names, "met")))
    else:
        figure.update({name: seen[name] for name in names})


def _unit(store: Store, query: ReportQuery, aims: Sequence[Target], agreement: str | None) -> UnitFigures:
    own = (agreement,) if agreement else tuple(query.agreements)
    cases = counting(store, Chosen(query.services, own, query.coaches))
    figures = cases.count(query.period, query.as_of, SUS)
    surveys = cases.surveys(query.period, query.as_of)
    mine = [target for target in of_units(aims, own if agreement else ()) if target.agreement == agreement]
    return UnitFigures(agreement, figures, surveys, judge(store, mine, query.period, query.as_of))


def _shape(unit: UnitFigures, fidelity: UnitFidelity | None, query: ReportQuery) -> dict[str, Any]:
    """A unit as JSON: the three instruments, each with its targets."""
    sus = {code: _figure(find(code), unit.figures[code], unit.aim(code, query)) for code in SUS}
    return {
        "agreement": unit.agreement or ALL,
        "sus": sus,
        "fidelity": fidelity and fidelity.shape(query.period.last),
        "indicators": [indicator for code in _questions(unit) if (indicator := _indicator(unit, code, query))],
    }


def _figure(kpi: Kpi | None, parts: Parts, aim: Judged | None) -> dict[str, Any]:
    assert kpi is not None
    n, d = parts.get(WHOLE, {}).get("", (0, 0 if kpi.times else None))
    exact = kpi.exact(n, d)
    shared = {"numerator": n, "denominator": d} if kpi.times else {"numerator": None, "denominator": None}
    value = None if exact is None else _rounded(kpi, exact)
    return {"value": value, **shared, **_aimed(aim)}


def _rounded(kpi: Kpi, exact: tuple[int, int]) -> Any:
    from ipsu_cli.reports.kpi_targets import rounded

    return rounded(kpi, *exact) if kpi.unit == PERCENT else exact[0] // exact[1]


def _aimed(aim: Judged | None) -> dict[str, Any]:
    shape = aim.shape if aim else {"value": None, "met": None, "judged_on": None, "difference": None}
    return {"target": shape["value"], "met": shape["met"], "judged_on": shape["judged_on"]}


def _questions(unit: UnitFigures) -> list[str]:
    """The questions asked, without the population that is all of them where only one was asked."""
    return sorted(code.partition(":")[2] for code in unit.surveys if code.startswith("survey_share:"))


def _indicator(unit: UnitFigures, code: str, query: ReportQuery) -> dict[str, Any] | None:
    question, _, population = code.rpartition(":")
    share, response = find(f"survey_share:{code}"), find(f"survey_response:{code}")
    if share is None or response is None:
        return None
    aim = unit.aim(f"survey_share:{code}", query)
    positive = _figure(share, unit.surveys[f"survey_share:{code}"], aim)
    answered = _figure(response, unit.surveys.get(f"survey_response:{code}", {}), None)
    return {
        "question": question,
        "population": population,
        "positive": positive["numerator"],
        "answered": positive["denominator"],
        "asked": answered["denominator"],
        "share": positive["value"],
        "response": answered["value"],
        "target": positive["target"],
        "met": positive["met"],
    }


def _lowest(units: Sequence[UnitFidelity], last: dt.date) -> int | None:
    found = [unit.latest(last) for unit in units]
    totals = [reviewed[0].total for reviewed in found if reviewed and reviewed[0].total is not None]
    return min(totals) if totals and len(totals) == len(found) else None


def _every(units: Iterable[UnitFigures], whole: UnitFigures) -> list[Judged]:
    return [judgement for unit in (whole, *units) for judgement in unit.judged]


def _years(store: Store, query: ReportQuery) -> dict[int, dict[str, int]]:
    """The persons with each outcome, of the years up to the period's last; every year has every outcome."""
    last = query.period.last
    first = min(query.period.first.year, last.year - YEARS_SHOWN + 1)
    choose_cases(store, query)
    found = outcome_years.by_year(store, f"{first}-01-01", last.isoformat())
    there = [year for year in range(first, last.year + 1) if year >= min(found, default=last.year)]
    return {year: {outcome: found.get(year, {}).get(outcome, 0) for outcome in OUTCOMES} for year in there}


def _months(store: Store, query: ReportQuery) -> list[queue_months.QueueMonth]:
    """The queue month by month; nothing where nobody has waited. The cases are chosen already."""
    flow = queue.flows(store).get("")
    aim = target_days(store, query.agreements)
    return [] if flow is None else queue_months.months_of(flow, query.past, aim)


def _years_table(years: dict[int, dict[str, int]]) -> Table:
    rows: list[tuple[Any, ...]] = [(str(year), *counts.values()) for year, counts in years.items()]
    return Table("outcomes-years", YEARS, rows)


def _tables(steering: dict[str, Any], fidelities: Sequence[UnitFidelity], query: ReportQuery) -> list[Table]:
    every = [*steering["units"], steering["joint"]]
    figures = {"first": query.period.first, "last": query.period.last}
    tables = [Table("steering", UNITS, [_side_by_side(unit) for unit in every], figures=figures)]
    rows = [row for unit in every for row in _sus_rows(unit)]
    tables.append(Table("steering-sus", SUS_COLUMNS, rows))
    tables += fidelity.tables_of(fidelities, [unit.shape(query.period.last) for unit in fidelities])
    answers = [_indicator_row(unit, one) for unit in every for one in unit["indicators"]]
    return [*tables, *([Table("steering-indicators", INDICATORS, answers)] if answers else [])]


def _side_by_side(unit: dict[str, Any]) -> tuple[Any, ...]:
    """One line: the three instruments of a unit."""
    sus, fidelity = unit["sus"], unit["fidelity"] or {}
    found = [sus[f"outcomes_{outcome}"]["value"] for outcome in OUTCOMES[:2]]
    goals = None if None in found else sum(found)
    judged = [indicator["met"] for indicator in unit["indicators"] if indicator["met"] is not None]
    met = Text("message.met-of", {"met": sum(judged), "count": len(judged)}) if judged else None
    return (
        _named(unit), sus["ongoing"]["value"], sus["participants"]["value"], goals,
        sus["outcome_share"]["value"], fidelity.get("total"), met_text(fidelity.get("met")), met,
    )  # fmt: skip


def _named(unit: dict[str, Any]) -> Any:
    return Text("message.jointly") if unit["agreement"] == ALL else unit["agreement"]


def _sus_rows(unit: dict[str, Any]) -> Iterable[tuple[Any, ...]]:
    for code, figure in unit["sus"].items():
        target = without_decimals(figure["target"])
        yield _named(unit), Text(f"kpi.{code}"), figure["value"], target, met_text(figure["met"])


def _indicator_row(unit: dict[str, Any], one: dict[str, Any]) -> tuple[Any, ...]:
    return (
        _named(unit), one["question"], one["population"], one["share"], one["positive"], one["answered"],
        one["asked"], one["response"], without_decimals(one["target"]), met_text(one["met"]),
    )  # fmt: skip
