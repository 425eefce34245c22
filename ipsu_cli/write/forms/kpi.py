"""The workbook of key figures: the page for a board, a sheet for each table, and planned and delivered hours by month
as bars."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from ipsu_cli.core.board import Board
from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.table import Table
from ipsu_cli.locale import say
from ipsu_cli.write.forms.axes import name_axes, name_chart
from ipsu_cli.write.forms.board import board_sheet
from ipsu_cli.write.sheet import Head, Worksheet
from ipsu_cli.write.xlsx import table_sheets, write_book

# In centimetres. Next to three columns of months this fills the width of an A4 page lying down.
CHART_WIDTH, CHART_HEIGHT = 21, 11
PLANNED_INK, DELIVERED_INK = "8EA9DB", "1F3864"


def write_kpis(
    path: Path,
    tables: Sequence[Table],
    months: Sequence[tuple[Month, Hours, Hours]],
    lang: str,
    force: bool,
    today: dt.date,
    above: tuple[tuple[str, Any], ...] = (),
    board: Board | None = None,
) -> None:
    """`months` gives each month its planned and its delivered hours; `above` stands over each table:
    names in `locale` (`sheet.NAME`), each with what it says."""
    sheets = table_sheets(tables, lang)
    labels = tuple((say(f"sheet.{name}", lang), value) for name, value in above)
    sheets = [replace(sheet, above=(*labels, *sheet.above)) for sheet in sheets]
    hours = [_hours(months, labels, lang)] if months else []
    first = [board_sheet(board, labels, lang)] if board and board.table.rows else []
    write_book(path, [*first, *sheets, *hours], lang, force=force, today=today)


def _hours(months: Sequence[tuple[Month, Hours, Hours]], above: tuple[tuple[str, Any], ...], lang: str) -> Worksheet:
    heads = (
        Head(say("sheet.head.month", lang), "month"),
        Head(say("sheet.head.planned", lang), "hours"),
        Head(say("sheet.head.delivered", lang), "hours"),
    )
    title = say("sheet.chart", lang)
    sheet = Worksheet(say("sheet.hours", lang), heads, months, sums=(1, 2), above=above, title=title)
    return replace(sheet, draw=partial(_draw_bars, head_row=sheet.head_row, lang=lang))


def _draw_bars(page: Any, last_row: int, head_row: int, lang: str) -> None:
    from openpyxl.chart import BarChart, Reference

    chart: Any = BarChart()
    chart.type, chart.grouping, chart.gapWidth, chart.overlap = "col", "clustered", 60, 0
    chart.add_data(Reference(page, min_col=2, max_col=3, min_row=head_row, max_row=last_row), titles_from_data=True)
    chart.set_categories(Reference(page, min_col=1, min_row=head_row + 1, max_row=last_row))
    for bars, ink in zip(chart.series, (PLANNED_INK, DELIVERED_INK), strict=True):
        bars.graphicalProperties.solidFill = ink
    name_chart(chart, say("sheet.chart", lang))
    name_axes(chart, say("sheet.head.month", lang), say("sheet.chart.hours", lang))
    chart.width, chart.height = CHART_WIDTH, CHART_HEIGHT
    page.add_chart(chart, "E2")
