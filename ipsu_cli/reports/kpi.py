"""`ipsu report kpi`: the key figures of a period, whole and by part, as the register stood at the end of a day."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.money import Ore
from ipsu_cli.core.period import Period
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.share import Share, tenths
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.target import NUMBER
from ipsu_cli.office import Office
from ipsu_cli.reports.kpi_measured import OWN, PROGRESS, WHOLE, Measured, Tick, counting, measure, nothing
from ipsu_cli.reports.kpi_targets import Judged, Pace, judge, of_scope, of_units, progress, sum_of_parts, typed
from ipsu_cli.rules import services
from ipsu_cli.rules.kpis import COUNT, HOURS, MEETINGS, ORE, PERCENT, SURVEYS, Kpi, listed
from ipsu_cli.store import Store, agreements, kpis, scope, targets
from ipsu_cli.store.as_of import look_back
from ipsu_cli.store.kpis.question import Parts

WHOLE_COLUMNS = (
    Column("kpi"), Column("value", "figure"), Column("numerator", "figure"), Column("denominator", "figure"),
    Column("target", "figure"), Column("met"),
)  # fmt: skip
PART_COLUMNS = (
    Column("kpi"), Column("part", "code"), Column("value", "figure"), Column("numerator", "figure"),
    Column("denominator", "figure"),
)  # fmt: skip
TARGET_CELLS = ("agreement", "value", "from", "by", "judged_on", "judged_value", "difference")
TARGET_COLUMNS = (
    Column("kpi"), Column("agreement"), Column("target", "figure"), Column("from", "day"), Column("by", "day"),
    Column("judged_on", "day"), Column("judged_value", "figure"), Column("difference", "figure"), Column("met"),
)  # fmt: skip
# Shown with the decimals that they have.
IN_HUNDREDTHS = ("delivery_rate", PROGRESS)
BELOW = 5  # the smallest count that is shown to others
NOT_MEASURABLE = "not measurable"
OF_UNIT: dict[str, Callable[[int], Any]] = {COUNT: int, HOURS: Hours, ORE: Ore}
NOT_SHARED: dict[str, Any] = {"numerator": None, "denominator": None, "hidden": False}


class Wanted(NamedTuple):
    """What is asked: the period, the day that the register is asked as of, the cases, the dimensions.

    `months` asks for the hours of each month too. Counts below `below` are hidden, and what gives them away; 0
    hides nothing. `tick` hears how far the counting is.
    """

    period: Period
    as_of: dt.date
    services: Sequence[str] = ()
    agreements: Sequence[str] = ()
    coaches: Sequence[str] = ()
    by: Sequence[str] = ()
    months: bool = False
    below: int = 0
    tick: Tick = lambda done, of: None

    @property
    def cases(self) -> scope.Chosen:
        """Which cases are asked about."""
        return scope.Chosen(self.services, self.agreements, self.coaches)

    @property
    def aims(self) -> tuple[str | None, ...]:
        """Whose targets the whole of this can be held to: one agreement's or those of all; else nobody's."""
        narrower = self.services or self.coaches or len(self.agreements) > 1
        return () if narrower else (self.agreements[0] if self.agreements else None,)


def report_kpi(office: Office, wanted: Wanted | None = None) -> Answer:
    """Every key figure; where nothing is asked for, of this year to date."""
    wanted = wanted or Wanted(Period.year_to_date(office.today), office.today)
    if wanted.as_of > office.today:
        raise Refused("date.future", rule="A24", day=wanted.as_of, today=office.today)
    dimensions = [each for each in kpis.DIMENSIONS if each in (wanted.by or ("service", "gender"))]
    with office.reading() as store:
        look_at(store, wanted)
        aimed = of_units(targets.listed(store), wanted.agreements)
        judged = judge(store, aimed, wanted.period, wanted.as_of)
        cases = counting(store, wanted.cases, dimensions, wanted.tick)
        found = measure(cases, wanted.period, wanted.as_of, aimed)
        months = _months(cases, wanted.period) if wanted.months else []
    pace = _pace(found, judged, wanted)
    shapes = [
        _shape(each, found, dimensions, [one for one in judged if one.kpi.code == each.code], wanted)
        for each in listed(found.figures.keys() | {each.kpi for each in aimed})
    ]
    next(each for each in shapes if each["code"] == PROGRESS)["pace"] = pace and pace.shape
    if wanted.below:
        from ipsu_cli.reports.kpi_external import Asked, hide

        hide(
            shapes,
            judged,
            Asked(wanted.period, wanted.agreements[0] if len(wanted.agreements) == 1 else None, wanted.below),
        )
    answer = _answer(wanted, shapes)
    answer.months = [] if wanted.below else list(months)
    return answer


def look_at(store: Store, wanted: Wanted) -> None:
    """Look back to the day. Raises for a service or an agreement that there is not."""
    for service in wanted.services:
        services.service(service)
    for agreement in wanted.agreements:
        agreements.get(store, agreement)
    look_back(store, wanted.as_of)


def open_scope(store: Store, wanted: Wanted) -> None:
    """Look back to the day, and choose the cases."""
    look_at(store, wanted)
    scope.choose(store, wanted.cases)


def _months(cases: kpis.Counting, period: Period) -> list[tuple[Month, Hours, Hours]]:
    planned, delivered = cases.by_month(period)
    return [(month, Hours(planned.get(month, 0)), Hours(delivered.get(month, 0))) for month in period.newest_months()]


def _pace(found: Measured, judged: list[Judged], wanted: Wanted) -> Pace | None:
    """How far the goal for new support has come; it is a key figure too."""
    of_support = [each for each in judged if each.kpi.code == "supported" and each.target.goal.kind == NUMBER]
    own = next((each for name in wanted.aims if (each := of_scope(of_support, name, wanted.period))), None)
    pace = progress(own, wanted.period)
    if own and pace:
        found.figures[PROGRESS] = {WHOLE: {"": (100 * pace.supported, own.target.goal.n)}}
    return pace


def _shape(kpi: Kpi, found: Measured, dimensions: list[str], judged: list[Judged], wanted: Wanted) -> dict[str, Any]:
    """One key figure as JSON."""
    parts = found.figures.get(kpi.code, {})
    whole = _figure(kpi, *parts.get(WHOLE, {}).get("", nothing(kpi.code)))
    own = next((each for name in wanted.aims if (each := of_scope(judged, name, wanted.period))), None)
    shape = {
        "code": kpi.code,
        "label": _label(kpi),
        "unit": kpi.unit,
        **whole,
        "why": NOT_MEASURABLE if whole["value"] is None else None,
        "target": typed(own.kpi, own.target) if own else None,
        "target_parts": None if wanted.aims != (None,) else sum_of_parts(kpi, judged, wanted.period),
        "met": own.met if own else None,
        "targets": [each.shape for each in judged],
        "breakdown": _breakdown(kpi, parts, dimensions),
    }
    return shape | ({"missing": found.missing.get(kpi.code, [])} if kpi.base == MEETINGS else {})


def _label(kpi: Kpi) -> Text:
    rest = kpi.code.partition(":")[2]
    if kpi.base in SURVEYS and rest:
        question, _, population = rest.rpartition(":")
        return Text(f"kpi.{kpi.base}-of", {"question": question, "population": Text(f"kpi.population-{population}")})
    return Text(f"kpi.{kpi.base}-of", {"party": rest}) if rest else Text(f"kpi.{kpi.base}")


def _breakdown(kpi: Kpi, parts: Parts, dimensions: list[str]) -> dict[str, Any]:
    own = kpis.OWN_DIMENSION.get(kpi.code)
    named = {name: parts.get(name, {}) for name in dimensions} | ({own: parts.get(OWN, {})} if own else {})
    return {name: {part: _figure(kpi, *each[part]) for part in sorted(each)} for name, each in named.items()}


def _figure(kpi: Kpi, n: int, d: int | None) -> dict[str, Any]:
    """A value with what it was divided by; nothing to divide by is no value."""
    if not kpi.times:
        return {"value": OF_UNIT[kpi.unit](n), **NOT_SHARED}
    exact = kpi.exact(n, d)
    value = Hours(10 * tenths(*exact)) if exact else None
    if kpi.bare:
        return {"value": value, **NOT_SHARED}
    kind = Hours if kpi.code in IN_HUNDREDTHS else int
    return {"value": value, "numerator": kind(n), "denominator": kind(d or 0), "hidden": False}


def _answer(wanted: Wanted, shapes: list[dict[str, Any]]) -> Answer:
    data = {"period": wanted.period.shape, "as_of": wanted.as_of, "kpis": shapes}
    figures = {"first": wanted.period.first, "last": wanted.period.last, "as_of": wanted.as_of}
    told = [each for each in shapes if each["value"] is not None or each["hidden"] or each["targets"]]
    lines = [Text("kpi.head", figures)]
    if len(told) < len(shapes):
        lines.append(Text("kpi.left-out", {"count": len(shapes) - len(told)}))
    if wanted.below:
        lines.append(Text("kpi.external", {"most": wanted.below - 1}))
    return Answer(data, lines, list(_tables(told)))


def _tables(shapes: list[dict[str, Any]]) -> Iterator[Table]:
    """What is measured, whole; then a table for each dimension, and one for the targets."""
    rows: list[tuple[Any, ...]] = [
        (each["label"], *_shown(each, each), _aim_shown(each), _met(each["met"], each["target"])) for each in shapes
    ]
    yield Table("kpi", WHOLE_COLUMNS, rows)
    aims: list[tuple[Any, ...]] = [
        (shape["label"], *(_cell(shape, each, name) for name in TARGET_CELLS), _met(each["met"], each["value"]))
        for shape in shapes
        for each in shape["targets"]
    ]
    if aims:
        yield Table("kpi-targets", TARGET_COLUMNS, aims)
    for name in {dimension: None for shape in shapes for dimension in shape["breakdown"]}:
        parts: list[tuple[Any, ...]] = [
            (shape["label"], part, *_shown(shape, figure))
            for shape in shapes
            for part, figure in shape["breakdown"].get(name, {}).items()
        ]
        alike = name in kpis.OWN_DIMENSION.values() and all(isinstance(row[2], int) for row in parts)
        yield Table(f"kpi-{name}", PART_COLUMNS, parts, bar="value" if alike else "")


def _shown(shape: dict[str, Any], figure: dict[str, Any]) -> tuple[Any, ...]:
    """The value in its unit, and what it was divided by; what cannot be measured says so."""
    if figure["hidden"]:
        return Text("kpi.hidden"), None, None
    value = _in_unit(shape, figure["value"])
    shown = Text("kpi.not-measurable") if value is None else value
    return shown, _plain(shape, figure["numerator"]), _plain(shape, figure["denominator"])


def _in_unit(shape: dict[str, Any], value: Any) -> Any:
    if not isinstance(value, int):
        return value
    if shape["unit"] == PERCENT:
        return Share(value // 10)
    return Ore(value) if shape["unit"] == ORE else _plain(shape, value)


def _plain(shape: dict[str, Any], value: Any) -> Any:
    """A whole number without decimals, but for hours."""
    of_hours = shape["unit"] == HOURS or shape["code"] == "delivery_rate"
    return value // 100 if isinstance(value, Hours) and not (of_hours or value % 100) else value


def _aim_shown(shape: dict[str, Any]) -> Any:
    return _in_unit(shape, shape["target"])


def _cell(shape: dict[str, Any], target: dict[str, Any], name: str) -> Any:
    in_unit = name in ("value", "judged_value", "difference")
    return _in_unit(shape, target[name]) if in_unit else target[name]


def _met(met: bool | None, target: Any) -> Text | None:
    """Met or not; a target that cannot be evaluated says so."""
    if target is None:
        return None
    return Text("kpi.not-evaluated" if met is None else "kpi.met" if met else "kpi.not-met")
