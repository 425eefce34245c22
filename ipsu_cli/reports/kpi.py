"""`ipsu report kpi`: the key figures of a period, whole and by part, as the register stood at the end of a day."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.board import Board
from ipsu_cli.core.dates import Month
from ipsu_cli.core.funding import in_words
from ipsu_cli.core.goal import NUMBER
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.table import Column, Table
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.office import Office
from ipsu_cli.reports.kpi_cells import met_word, plain, shown
from ipsu_cli.reports.kpi_counted import Counted, count_register
from ipsu_cli.reports.kpi_figure import Figure, FigureValue, KeyFigure, shown_by
from ipsu_cli.reports.kpi_label import label_of
from ipsu_cli.reports.kpi_measured import (
    OWN,
    PROGRESS,
    WHOLE,
    Measured,
    nothing,
)
from ipsu_cli.reports.kpi_targets import (
    GoalProgress,
    Judged,
    kind_of,
    of_scope,
    progress,
    sum_of_parts,
    typed,
)
from ipsu_cli.reports.offices import COLUMNS as OFFICE_COLUMNS
from ipsu_cli.reports.offices import OfficeFile
from ipsu_cli.reports.query import BELOW, ReportQuery, for_others, heading, open_register
from ipsu_cli.rules.kpis import COUNT, HOURS, MEETINGS, ORE, Kpi, listed
from ipsu_cli.store import kpis
from ipsu_cli.store.kpis.question import Parts

WHOLE_COLUMNS = (
    Column("kpi"), Column("code"), Column("value", "figure"), Column("numerator", "figure"),
    Column("denominator", "figure"), Column("unit", "code"),
)  # fmt: skip
AIMED_COLUMNS = (Column("target", "figure"), Column("met"))  # where anything is aimed at
PART_COLUMNS = (
    Column("kpi"), Column("part", "code"), Column("value", "figure"), Column("numerator", "figure"),
    Column("denominator", "figure"),
)  # fmt: skip
TARGET_CELLS = ("value", "from_day", "by", "judged_on", "judged_value", "difference")
TARGET_COLUMNS = (
    Column("kpi"), Column("code"), Column("agreement"), Column("target", "figure"), Column("from", "day"),
    Column("by", "day"), Column("judged_on", "day"), Column("judged_value", "figure"), Column("difference", "figure"),
    Column("met"),
)  # fmt: skip
# Shown with the decimals that they have.
IN_HUNDREDTHS = {"delivery_rate": Hours, PROGRESS: Quantity}
OF_UNIT: dict[str, Callable[[int], FigureValue]] = {COUNT: int, HOURS: Hours, ORE: Ore}


class KpiReport(NamedTuple):
    """The key figures of a period; stocks are those of `stock_day`. For a workbook there are the `months`, each with
    planned and delivered hours, and the page for a `board`. `offices` are those that it is of, where they are
    several."""

    period: Period
    as_of: dt.date
    stock_day: dt.date
    kpis: list[KeyFigure]
    months: Sequence[tuple[Month, Hours, Hours]] = ()
    board: Board | None = None
    offices: Sequence[OfficeFile] = ()

    def to_json(self) -> JsonObject:
        """What a workbook alone has is made of the same key figures."""
        return all_but(self, "months", "board", *(() if self.offices else ("offices",)))


def report_kpi(office: Office, query: ReportQuery | None = None) -> Answer[KpiReport]:
    """Every key figure; where nothing is asked for, of this year to date."""
    query = query or ReportQuery(Period.year_to_date(office.today), office.today)
    dimensions = [dimension for dimension in kpis.DIMENSIONS if dimension in (query.by or ("service", "gender"))]
    # What others see of a period does not depend on the dimensions that are asked for, so all are counted for them.
    counted = _counted(office, query, kpis.DIMENSIONS if query.below or query.workbook else dimensions)
    query, found, judged, aimed = counted.query, counted.found, counted.judged, counted.aimed
    pace = _pace(found, judged, query)
    key_figures = [
        _key_figure(
            kpi, found, counted.dimensions, [judgement for judgement in judged if judgement.kpi.code == kpi.code], query
        )
        for kpi in listed(found.figures.keys() | {target.kpi for target in aimed})
    ]
    key_figures = [figure._replace(pace=pace) if figure.code == PROGRESS else figure for figure in key_figures]
    by = [*dimensions, *(name for name in counted.dimensions if name not in kpis.DIMENSIONS)]
    for_others = _for_others(key_figures, judged, counted, query, by) if query.below or query.workbook else []
    key_figures = for_others if query.below else shown_by(key_figures, by)
    board = _board(for_others, query) if query.workbook else None
    months = () if query.below else counted.months
    report = KpiReport(query.period, query.as_of, query.stock_day, key_figures, months, board, counted.files)
    return _answer(query, report)._replace(warnings=counted.warnings)


def _board(for_others: list[KeyFigure], query: ReportQuery) -> Board:
    from ipsu_cli.reports.kpi_board import board_of

    return board_of(for_others, below=query.below or BELOW, external=bool(query.below))


def _for_others(
    key_figures: list[KeyFigure], judged: Sequence[Judged], counted: Counted, query: ReportQuery, by: Sequence[str]
) -> list[KeyFigure]:
    """The key figures without small counts and what would give them away."""
    from ipsu_cli.reports.kpi_suppression import SuppressionScope, suppressed

    scope = SuppressionScope(query.period, query.aims, query.below or BELOW, by, counted.rows)
    return suppressed(key_figures, judged, scope, counted.found.persons)


def _counted(office: Office, query: ReportQuery, dimensions: Sequence[str]) -> Counted:
    if query.also:
        from ipsu_cli.reports.kpi_offices import count_offices

        return count_offices(office, query, dimensions)
    with office.reading() as store:
        return count_register(store, open_register(store, query, office.today), dimensions)


def _pace(found: Measured, judged: Sequence[Judged], query: ReportQuery) -> GoalProgress | None:
    """How far the goal for new support has come; it is a key figure too."""
    of_support = [
        judgement for judgement in judged if judgement.kpi.code == "supported" and judgement.target.goal.kind == NUMBER
    ]
    own = next((aim for name in query.aims if (aim := of_scope(of_support, name, query.period))), None)
    come = progress(own, query.period)
    if come is None:
        return None
    goal, of = come.goal
    found.figures[PROGRESS] = {WHOLE: {"": (of * come.supported, goal)}}
    return come.pace


def _key_figure(
    kpi: Kpi, found: Measured, dimensions: Sequence[str], judged: list[Judged], query: ReportQuery
) -> KeyFigure:
    parts = found.figures.get(kpi.code, {})
    own = next((aim for name in query.aims if (aim := of_scope(judged, name, query.period))), None)
    return KeyFigure(
        code=kpi.code,
        label=label_of(kpi, query.period.last),
        unit=kpi.unit,
        whole=_figure(kpi, *parts.get(WHOLE, {}).get("", nothing(kpi.code))),
        target=typed(own.kpi, own.target) if own else None,
        target_parts=None if query.aims != (None,) else sum_of_parts(kpi, judged, query.period),
        met=own.met if own else None,
        targets=[judgement.standing for judgement in judged],
        breakdown=_breakdown(kpi, parts, dimensions),
        missing=found.missing.get(kpi.code, []) if kpi.base == MEETINGS else None,
    )


def _breakdown(kpi: Kpi, parts: Parts, dimensions: Sequence[str]) -> dict[str, dict[str, Figure]]:
    own = kpis.OWN_DIMENSION.get(kpi.code)
    named = {name: parts.get(name, {}) for name in dimensions} | ({own: parts.get(OWN, {})} if own else {})
    return {name: {part: _figure(kpi, *pairs[part]) for part in sorted(pairs)} for name, pairs in named.items()}


def _figure(kpi: Kpi, n: int, d: int | None) -> Figure:
    """A value with what it was divided by; nothing to divide by is no value."""
    if not kpi.times:
        return Figure(OF_UNIT[kpi.unit](n))
    exact = kpi.exact(n, d)
    value = kind_of(kpi).rounded(*exact) if exact else None
    if kpi.bare:
        return Figure(value, None, d // 2 if kpi.counted and d else None)
    kind = IN_HUNDREDTHS.get(kpi.code, int)
    return Figure(value, kind(n), kind(d or 0))


def _answer(query: ReportQuery, report: KpiReport) -> Answer[KpiReport]:
    measured = [kpi for kpi in report.kpis if kpi.whole.value is not None or kpi.whole.hidden or kpi.targets]
    lines = [heading(query)]
    if left_out := len(report.kpis) - len(measured):
        lines.append(Text("kpi.left-out", {"count": left_out}))
    if query.below:
        lines.append(Text("kpi.external", {"most": query.below - 1}))
    lines += for_others(query)
    tables = list(_tables(measured))
    if report.offices:
        tables.append(Table("offices", OFFICE_COLUMNS, list(report.offices)))
    return Answer(report, lines, tables)


def _tables(measured: Sequence[KeyFigure]) -> Iterator[Table]:
    """The targets, then what is measured, whole, and the parts."""
    aims: list[tuple[Any, ...]] = [
        (
            kpi.label, kpi.code, in_words(target.agreement),
            *(plain(getattr(target, name)) for name in TARGET_CELLS),
            met_word(target.met, target.value, hidden=target.hidden),
        )
        for kpi in measured
        for target in kpi.targets
    ]  # fmt: skip
    if aims:
        yield Table("kpi-targets", TARGET_COLUMNS, aims)
    rows: list[tuple[Any, ...]] = [
        (
            kpi.label,
            kpi.code,
            *shown(kpi.whole),
            kpi.unit,
            plain(kpi.target),
            met_word(kpi.met, kpi.target, hidden=kpi.whole.hidden),
        )
        for kpi in measured
    ]
    columns = WHOLE_COLUMNS + AIMED_COLUMNS if any(kpi.target is not None for kpi in measured) else WHOLE_COLUMNS
    yield Table("kpi", columns, [row[: len(columns)] for row in rows])
    yield from _part_tables(measured)


def _part_tables(measured: Sequence[KeyFigure]) -> Iterator[Table]:
    """A table for each dimension that has parts, and for each figure with parts of its own, which bars can compare."""
    tables: dict[str, list[tuple[Text, str, Figure]]] = {}
    for kpi in measured:
        for dimension, parts in kpi.breakdown.items():
            name = kpi.code if kpis.OWN_DIMENSION.get(kpi.code) == dimension else dimension
            if parts:
                tables.setdefault(name, []).extend((kpi.label, part, figure) for part, figure in parts.items())
    for name, rows in tables.items():
        alike = name in kpis.OWN_DIMENSION and not any(figure.hidden for _, _, figure in rows)
        cells = [(label, part, *shown(figure)) for label, part, figure in rows]
        yield Table(f"kpi-{name}", PART_COLUMNS, cells, bar="value" if alike else "")
