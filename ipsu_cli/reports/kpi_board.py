"""The page for a board: the targets, then the few figures that one asks for, area by area."""

from collections.abc import Iterator, Sequence
from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.board import Board, BoardChart
from ipsu_cli.core.funding import EVERYBODY
from ipsu_cli.core.hundredths import Hundredths, divide
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.table import Column, Table
from ipsu_cli.reports.kpi_cells import met_word, plain, shown
from ipsu_cli.reports.kpi_figure import Figure, KeyFigure
from ipsu_cli.reports.kpi_targets import TargetStanding
from ipsu_cli.rules.kpis import find

COLUMNS = (
    Column("area"), Column("kpi"), Column("value", "figure"), Column("unit", "code"), Column("made-of"),
)  # fmt: skip
TARGET_COLUMNS = (Column("target", "figure"), Column("of-target", "share"), Column("met"))
VALUE, OF_TARGET = 2, len(COLUMNS) + 1
TARGETS = "targets"
MOST_CHARTS = 2
BoardRow = tuple[Any, ...]


class Area(NamedTuple):
    """What a board asks about (`kpi.area-NAME`): key figures by code. The first `drawn` of them have one unit, and bars
    that are worth a look next to each other."""

    name: str
    codes: tuple[str, ...]
    drawn: int = 0


AREAS = (
    Area("people", ("participants", "supported", "ongoing_persons", "cases_started", "cases_closed"), drawn=3),
    Area("queue", ("referrals", "queue", "wait_median", "wait_max")),
    Area(
        "outcomes",
        ("outcomes_employment", "outcomes_studies_completed", "outcomes_studies_started", "outcome_share", "in_work"),
        drawn=3,
    ),
    Area("training", ("mappings_done", "a_to_b", "passed", "results")),
    Area("hours", ("planned_hours", "delivered_hours", "delivery_rate")),
    Area("quality", ("gp_on_time", "documents_overdue", "first_pass_share", "fidelity_latest")),
    Area(
        "money",
        ("invoiced_ore", "paid_ore", "approved_ore", "rejected_ore", "held_ore", "days_to_payment"),
        drawn=5,
    ),
)
# What says most to a board comes first: there is room for two.
DRAWN_FIRST = (TARGETS, "money", "outcomes", "people")


class _Part(NamedTuple):
    """The rows of an area, without its name, and how many of them are drawn."""

    name: str
    rows: list[BoardRow]
    drawn: int


def board_of(key_figures: Sequence[KeyFigure], *, below: int, external: bool) -> Board:
    """The page of the key figures as others see them."""
    parts = list(_parts(key_figures))
    columns = COLUMNS + TARGET_COLUMNS if any(part.name == TARGETS for part in parts) else COLUMNS
    rows = [(_area(part, n), *row)[: len(columns)] for part in parts for n, row in enumerate(part.rows)]
    return Board(Table("kpi-board", columns, rows), _charts(parts), below, external)


def _area(part: _Part, n: int) -> Text | None:
    """The name of the area, in its first row."""
    return Text(f"kpi.area-{part.name}") if n == 0 else None


def _parts(key_figures: Sequence[KeyFigure]) -> Iterator[_Part]:
    aims = [(figure, target) for figure in key_figures for target in figure.targets]
    if aims:
        rows = sorted((_target_row(*aim) for aim in aims), key=lambda row: row[OF_TARGET - 1] is None)
        yield _Part(TARGETS, rows, sum(row[OF_TARGET - 1] is not None for row in rows))
    by_code = {figure.code: figure for figure in key_figures}
    for area in AREAS:
        figures = [by_code[code] for code in area.codes if _says_something(by_code[code].whole)]
        if any(figure.whole.hidden or figure.whole.value for figure in figures):
            yield _Part(area.name, [_figure_row(figure) for figure in figures], area.drawn)


def _says_something(figure: Figure) -> bool:
    return figure.hidden or figure.value is not None


def _target_row(figure: KeyFigure, target: TargetStanding) -> BoardRow:
    whose = {"kpi": figure.label, "agreement": target.agreement}
    label = figure.label if target.agreement == EVERYBODY else Text("kpi.of-agreement", whose)
    reached = Text("kpi.hidden") if target.hidden else _cell(target.judged_value)
    met = met_word(target.met, target.value, hidden=target.hidden)
    return label, reached, figure.unit, None, _cell(target.value), _of_target(figure, target), met


def _of_target(figure: KeyFigure, target: TargetStanding) -> Percent | None:
    """How much of the target is reached, where more is better."""
    kpi, aim, reached = find(figure.code), target.value, target.judged_value
    if kpi is None or not kpi.more or reached is None or not isinstance(aim, Hundredths) or aim.hundredths <= 0:
        return None
    return Percent.share(reached.hundredths, aim.hundredths)


def _figure_row(figure: KeyFigure) -> BoardRow:
    value, n, d = map(_cell, shown(figure.whole))
    made_of = None if n is None or d is None else Text("kpi.made-of", {"n": n, "d": d})
    return figure.label, value, figure.unit, made_of, None, None, None


def _cell(value: Any) -> Any:
    """As other tables show it, but money in whole kronor."""
    return divide(value.hundredths, 100) if isinstance(value, Ore) else plain(value)


def _charts(parts: Sequence[_Part]) -> list[BoardChart]:
    """Those that say most, of rows that all have their number."""
    begun, found = 0, {}
    for part in parts:
        place = OF_TARGET if part.name == TARGETS else VALUE
        if _can_be_drawn([row[place - 1] for row in part.rows[: part.drawn]]):
            found[part.name] = BoardChart(f"board-{part.name}", place, begun, begun + part.drawn - 1)
        begun += len(part.rows)
    return [found[name] for name in DRAWN_FIRST if name in found][:MOST_CHARTS]


def _can_be_drawn(cells: Sequence[Any]) -> bool:
    numbers = [cell for cell in cells if isinstance(cell, int | Hundredths)]
    return len(numbers) == len(cells) >= 2 and any(numbers)
