"""The page for a board as a sheet that prints on one page: its areas apart, what is met in colour too, charts below."""

from dataclasses import replace
from functools import partial
from typing import Any

from ipsu_cli.core.board import Board, BoardChart
from ipsu_cli.locale import say
from ipsu_cli.write.forms.axes import name_chart
from ipsu_cli.write.sheet import Worksheet, letter
from ipsu_cli.write.xlsx import INK, table_sheet

TITLE_ROWS, BAR_ROWS = 3, 2  # what the title of a chart takes, and a bar
KPI = 1  # the place of what a row is called
WIDEST = 54  # of a figure and whose it is
MET, NOT_MET = "548235", "C55A11"


def board_sheet(board: Board, labels: tuple[tuple[str, Any], ...], lang: str) -> Worksheet:
    """`labels` with what each says stand above it, and then what is hidden where."""
    sheet = table_sheet(board.table, lang)
    hidden = ((say("sheet.note", lang), say("sheet.board-hidden", lang, most=board.below - 1)),)
    rest = () if board.external else (("", say("sheet.board-rest", lang)),)
    sheet = replace(sheet, above=(*labels, *sheet.above, *hidden, *rest), one_page=True, widest=WIDEST)
    return replace(sheet, draw=partial(_draw, board=board, head_row=sheet.head_row, lang=lang))


def _draw(page: Any, last_row: int, board: Board, head_row: int, lang: str) -> None:
    _add_looks(page, board, head_row + 1, last_row, lang)
    row = last_row + 1
    for chart in board.charts:
        rows = TITLE_ROWS + BAR_ROWS * (chart.last - chart.first + 1)
        page.add_chart(_bars(page, chart, head_row, lang), _across(row, rows, len(board.table.columns)))
        row += rows + 1


def _across(row: int, rows: int, columns: int) -> Any:
    """As wide as the table, whatever a program thinks a column measures; rows are counted from 0 here."""
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

    return TwoCellAnchor("twoCell", _from=AnchorMarker(0, 0, row, 0), to=AnchorMarker(columns, 0, row + rows, 0))


def _add_looks(page: Any, board: Board, first: int, last: int, lang: str) -> None:
    """A line above each area, whose name is in bold; whether a target is met in colour, for who looks for that: the
    word says it. No two apply to one cell, for not every program mixes them."""
    from openpyxl.styles import Border, Font, Side

    line, begins = Border(top=Side(style="thin", color=INK)), f'$A{first}<>""'
    end = letter(len(board.table.columns) - 1)
    _where(page, f"A{first}:A{last}", begins, border=line, font=Font(bold=True))
    for word, ink in (("kpi.met", MET), ("kpi.not-met", NOT_MET)):
        says, font = f'${end}{first}="{say(word, lang)}"', Font(bold=True, color=ink)
        _where(page, f"{end}{first}:{end}{last}", f"AND({begins},{says})", border=line, font=font)
        _where(page, f"{end}{first}:{end}{last}", says, font=font)
    _where(page, f"B{first}:{end}{last}", begins, border=line)


def _where(page: Any, cells: str, holds: str, **look: Any) -> None:
    """The cells look so where a formula, written for the first of them, holds, and nothing before it did."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles.differential import DifferentialStyle

    rule: Any = Rule("expression", dxf=DifferentialStyle(**look), formula=[holds], stopIfTrue=True)
    page.conditional_formatting.add(cells, rule)


def _bars(page: Any, chart: BoardChart, head_row: int, lang: str) -> Any:
    """Bars that lie, for what they are called is long; each says its number, so that no axis has to."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.label import DataLabelList

    first, last = head_row + 1 + chart.first, head_row + 1 + chart.last
    drawn: Any = BarChart()
    drawn.type, drawn.gapWidth, drawn.legend = "bar", 40, None
    drawn.add_data(Reference(page, min_col=chart.column + 1, min_row=first, max_row=last))
    drawn.set_categories(Reference(page, min_col=KPI + 1, min_row=first, max_row=last))
    drawn.series[0].graphicalProperties.solidFill = INK
    drawn.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
    name_chart(drawn, say(f"sheet.chart.{chart.name}", lang))
    drawn.x_axis.scaling.orientation = "maxMin"  # in the order of the table, from above
    drawn.x_axis.delete, drawn.y_axis.delete = False, True
    drawn.y_axis.scaling.min, drawn.y_axis.majorGridlines = 0, None
    return drawn
