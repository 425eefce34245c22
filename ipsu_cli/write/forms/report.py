"""The workbook of a report: a sheet for each table, its charts next to it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.chart import LINES, STACKED, Chart
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.table import Table
from ipsu_cli.locale import column_heading, say
from ipsu_cli.write.forms.axes import name_axes, name_chart
from ipsu_cli.write.sheet import Worksheet, letter
from ipsu_cli.write.xlsx import nothing, table_sheets, write_book

# In centimetres and rows: a chart next to a table fills an A4 page lying down; the next one stands under it.
WIDTH, HEIGHT, ROWS = 19, 8, 17
INKS = ("1F3864", "8EA9DB", "C55A11", "7F7F7F", "548235", "BF9000")
LINE_INK = "C00000"
# A number so many times the next one, of more than so few, would leave the rest of its chart flat.
FLATTENING, FEWEST = 4, 3


def write_report(
    path: Path,
    answer: Answer,
    lang: str,
    force: bool,
    today: dt.date,
    above: tuple[tuple[str, Any], ...] = (),
) -> None:
    """`above` stands over each table: names in `locale` (`sheet.NAME`), each with what it says."""
    labels = tuple((say(f"sheet.{name}", lang), value) for name, value in above)
    sheets = table_sheets(answer.tables, lang) or [nothing(lang)]
    sheets = [replace(sheet, above=(*labels, *sheet.above)) for sheet in sheets]
    if answer.tables:
        sheets = [_with_charts(*pair, answer.charts, lang) for pair in zip(sheets, answer.tables, strict=True)]
    write_book(path, sheets, lang, force=force, today=today)


def _with_charts(sheet: Worksheet, table: Table, charts: Sequence[Chart], lang: str) -> Worksheet:
    """The sheet with the charts of its table."""
    own = [chart for chart in charts if chart.table == table.name and table.rows]
    if not own:
        return sheet

    def draw(page: Any, last_row: int) -> None:
        chart_column = letter(len(sheet.heads) + 1)
        for n, chart in enumerate(own):
            page.add_chart(_made(page, chart, table, (sheet.head_row, last_row), lang), f"{chart_column}{2 + n * ROWS}")

    return replace(sheet, draw=draw)


def _made(page: Any, chart: Chart, table: Table, rows: tuple[int, int], lang: str) -> Any:
    from openpyxl.chart import BarChart, LineChart

    drawn: Any = LineChart() if chart.kind == LINES else BarChart()
    if chart.kind != LINES:
        drawn.type, drawn.gapWidth = "col", 60
        drawn.grouping, drawn.overlap = ("stacked", 100) if chart.kind == STACKED else ("clustered", 0)
    _add(page, drawn, chart, table, rows, [key for key in chart.series if key not in chart.line])
    _ink(drawn, chart)
    if chart.line:
        over = LineChart()
        _add(page, over, chart, table, rows, chart.line)
        _dash(over)
        drawn += over
    drawn.display_blanks = "span"  # a unit that was not reviewed that day has its line go on
    top = top_of(_numbers(table, chart))
    _name(drawn, chart, lang, cut=top)
    drawn.width, drawn.height = WIDTH, HEIGHT
    return drawn


def _add(page: Any, drawn: Any, chart: Chart, table: Table, rows: tuple[int, int], series: Sequence[str]) -> None:
    from openpyxl.chart import Reference

    head, last = rows
    places = {column.key: n for n, column in enumerate(table.columns, start=1)}
    for key in series:
        data = Reference(page, min_col=places[key], min_row=head, max_row=last)
        drawn.add_data(data, titles_from_data=True)
    drawn.set_categories(Reference(page, min_col=places[chart.along], min_row=head + 1, max_row=last))


def _ink(drawn: Any, chart: Chart) -> None:
    for series, ink in zip(drawn.series, INKS * len(drawn.series), strict=False):
        if chart.kind == LINES:
            series.graphicalProperties.line.solidFill, series.graphicalProperties.line.width = ink, 28_000  # in EMU
            series.marker.symbol, series.marker.size, series.smooth = "circle", 7, False
            series.marker.graphicalProperties.solidFill = ink
            series.marker.graphicalProperties.line.solidFill = ink
        else:
            series.graphicalProperties.solidFill = ink


def _dash(over: Any) -> None:
    """A target is a thin broken line without points."""
    for series in over.series:
        series.graphicalProperties.line.solidFill, series.graphicalProperties.line.dashStyle = LINE_INK, "dash"
        series.graphicalProperties.line.width, series.marker.symbol, series.smooth = 22_000, "none", False


def _numbers(table: Table, chart: Chart) -> list[int]:
    """How high what is drawn reaches, rounded up to whole ones: each value, or all of a row that are stacked."""
    places = [n for n, column in enumerate(table.columns) if column.key in chart.series]
    rows = [[_rounded_up(row[place]) for place in places if row[place] is not None] for row in table.rows]
    return [sum(row) for row in rows if row] if chart.kind == STACKED else [number for row in rows for number in row]


def _rounded_up(cell: Any) -> int:
    return -(-cell.hundredths // 100) if isinstance(cell, Hundredths) else int(cell)


def top_of(numbers: Sequence[int]) -> int | None:
    """Where the upright axis ends, if one number alone would flatten the rest; None where all are shown whole.

    >>> top_of([10, 12, 9, 11, 900]), top_of([10, 12, 9, 30]), top_of([900])
    (15, None, None)
    """
    *rest, greatest = sorted(numbers) or [0]
    if len(rest) < FEWEST or rest[-1] <= 0 or greatest < FLATTENING * rest[-1]:
        return None
    return rest[-1] * 5 // 4


def _name(drawn: Any, chart: Chart, lang: str, *, cut: int | None) -> None:
    title = say(f"sheet.chart.{chart.name}", lang)
    if cut is not None:
        title = say("sheet.chart.cut", lang, chart=title, top=cut)
        drawn.y_axis.scaling.max = cut
    name_chart(drawn, title)
    name_axes(drawn, column_heading(chart.along, lang), say(f"sheet.{chart.unit}", lang))
    drawn.y_axis.scaling.min = 0
