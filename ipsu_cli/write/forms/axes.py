"""What a chart and its axes are called, in the same way in every workbook."""

from typing import Any


def name_chart(chart: Any, title: str) -> None:
    """The title, above what is drawn."""
    from openpyxl.drawing.text import CharacterProperties

    chart.title = title
    chart.title.overlay = False
    chart.title.tx.rich.p[0].r[0].rPr = CharacterProperties(sz=1300, b=True)  # in hundredths of a point


def name_axes(chart: Any, along: str, upright: str) -> None:
    """Both axes are shown, numbers without decimals, and the legend below."""
    chart.x_axis.title, chart.y_axis.title = along, upright
    chart.y_axis.number_format, chart.y_axis.numFmt.sourceLinked = "#,##0", False
    chart.x_axis.delete = chart.y_axis.delete = False  # openpyxl says nothing, and Excel then hides them
    chart.legend.position = "b"
