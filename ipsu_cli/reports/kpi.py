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
from ipsu_cli.core.working_days import working_day_after
from ipsu_cli.office import DEFAULTS, Office
from ipsu_cli.rules import services
from ipsu_cli.rules.kpis import COUNT, HOURS, KPIS, ORE, PERCENT, Kpi
from ipsu_cli.store import Store, agreements, kpis, scope, settings
from ipsu_cli.store.as_of import look_back

WHOLE_COLUMNS = (
    Column("kpi"), Column("value", "figure"), Column("numerator", "figure"), Column("denominator", "figure"),
    Column("why"),
)  # fmt: skip
PART_COLUMNS = (
    Column("kpi"), Column("part", "code"), Column("value", "figure"), Column("numerator", "figure"),
    Column("denominator", "figure"),
)  # fmt: skip
NOT_MEASURABLE = "not measurable"
OF_UNIT: dict[str, Callable[[int], Any]] = {COUNT: int, HOURS: Hours, ORE: Ore}
NOT_SHARED: dict[str, Any] = {"numerator": None, "denominator": None, "hidden": False}
NO_TARGET: dict[str, Any] = {"target": None, "target_parts": None, "met": None, "targets": []}


class Wanted(NamedTuple):
    """What is asked: the period, the day that the register is asked as of, the cases, the dimensions.

    `months` asks for the hours of each month too.
    """

    period: Period
    as_of: dt.date
    services: Sequence[str] = ()
    agreements: Sequence[str] = ()
    coaches: Sequence[str] = ()
    by: Sequence[str] = ()
    months: bool = False


def report_kpi(office: Office, wanted: Wanted | None = None) -> Answer:
    """Every key figure; where nothing is asked for, of this year to date."""
    wanted = wanted or Wanted(Period.year_to_date(office.today), office.today)
    if wanted.as_of > office.today:
        raise Refused("date.future", rule="A24", day=wanted.as_of, today=office.today)
    dimensions = [each for each in kpis.DIMENSIONS if each in (wanted.by or ("service", "gender"))]
    with office.reading() as store:
        open_scope(store, wanted)
        eves = (DEFAULTS | settings.entered(store))["eves"]
        kpis.count(store, wanted.period, wanted.as_of, _due(store, eves_free=eves == "free"))
        sums = {name: kpis.sums(store, name) for name in ("whole", *dimensions, "own")}
        months = _months(store, wanted.period) if wanted.months else []
    shapes = [_shape(each, sums, dimensions) for each in KPIS]
    data = {"period": wanted.period.shape, "as_of": wanted.as_of, "kpis": shapes}
    figures = {"first": wanted.period.first, "last": wanted.period.last, "as_of": wanted.as_of}
    lines = [Text("kpi.head", figures), Text("kpi.left-out", {"count": sum(not each.kept for each in KPIS)})]
    answer = Answer(data, lines, list(_tables(shapes)))
    answer.months = list(months)
    return answer


def open_scope(store: Store, wanted: Wanted) -> None:
    """Look back to the day, and choose the cases. Raises for a service or an agreement that there is not."""
    for service in wanted.services:
        services.service(service)
    for agreement in wanted.agreements:
        agreements.get(store, agreement)
    look_back(store, wanted.as_of)
    scope.choose(store, wanted.services, wanted.agreements, wanted.coaches)


def _due(store: Store, *, eves_free: bool) -> Iterator[tuple[str, str, dt.date, dt.date]]:
    """The last day in time of each document that has one, for each first day that there is."""
    for service, first in kpis.starts(store):
        for kind in services.service(service).documents:
            if kind.required and kind.due_days is not None:
                yield service, kind.type, first, working_day_after(first, kind.due_days, eves_free)


def _months(store: Store, period: Period) -> list[tuple[Month, Hours, Hours]]:
    planned, delivered = kpis.by_month(store, period)
    return [(month, Hours(planned.get(month, 0)), Hours(delivered.get(month, 0))) for month in period.newest_months()]


def _shape(kpi: Kpi, sums: dict[str, kpis.Sums], dimensions: list[str]) -> dict[str, Any]:
    """One key figure as JSON."""
    whole = _figure(kpi, *sums["whole"].get(kpi.code, {}).get("", (0, _nothing(kpi)))) if kpi.kept else _unknown()
    parts = {name: _parts(kpi, sums[name]) for name in dimensions}
    own = kpis.OWN_DIMENSION.get(kpi.code)
    if own:
        parts[own] = _parts(kpi, sums["own"])
    why: Any = NOT_MEASURABLE if whole["value"] is None else None
    return {
        "code": kpi.code,
        "label": Text(f"kpi.{kpi.code}"),
        "unit": kpi.unit,
        **whole,
        "why": why if kpi.kept else Text("kpi.not-kept"),
        **NO_TARGET,
        "breakdown": parts,
    }


def _nothing(kpi: Kpi) -> int | None:
    return 0 if kpi.unit == PERCENT or kpi.code in kpis.MEDIANS else None


def _parts(kpi: Kpi, sums: kpis.Sums) -> dict[str, Any]:
    return {part: _figure(kpi, *pair) for part, pair in sums.get(kpi.code, {}).items()}


def _unknown() -> dict[str, Any]:
    return {"value": None, **NOT_SHARED}


def _figure(kpi: Kpi, n: int, d: int | None) -> dict[str, Any]:
    """A value with what it was divided by; nothing to divide by is no value."""
    if d is None:
        return {"value": OF_UNIT[kpi.unit](n), **NOT_SHARED}
    if kpi.code in kpis.MEDIANS:
        return {"value": Hours(10 * tenths(n, d)) if d else None, **NOT_SHARED}
    kind = Hours if kpi.code == "delivery_rate" else int
    value = Hours(10 * tenths(100 * n, d)) if d > 0 else None
    return {"value": value, "numerator": kind(n), "denominator": kind(d), "hidden": False}


def _tables(shapes: list[dict[str, Any]]) -> Iterator[Table]:
    """What is measured, whole; then a table for each dimension."""
    kept = [(kpi, shape) for kpi, shape in zip(KPIS, shapes, strict=True) if kpi.kept]
    rows: list[tuple[Any, ...]] = [
        (shape["label"], *_shown(kpi, shape), Text("kpi.not-measurable") if shape["why"] else None)
        for kpi, shape in kept
    ]
    yield Table("kpi", WHOLE_COLUMNS, rows)
    for name in {dimension: None for _, shape in kept for dimension in shape["breakdown"]}:
        parts: list[tuple[Any, ...]] = [
            (shape["label"], part, *_shown(kpi, figure))
            for kpi, shape in kept
            for part, figure in shape["breakdown"].get(name, {}).items()
        ]
        yield Table(f"kpi-{name}", PART_COLUMNS, parts)


def _shown(kpi: Kpi, figure: dict[str, Any]) -> tuple[Any, ...]:
    """The value in its unit, and what it was divided by."""
    value = figure["value"]
    if value is not None and kpi.unit == PERCENT:
        value = Share(value // 10)
    return value, figure["numerator"], figure["denominator"]
