"""Tables on a terminal: the same as text, with colour and lines, in the terminal's width."""

from ipsu_cli.core.answer import Answer
from ipsu_cli.core.table import Table
from ipsu_cli.core.text import clean
from ipsu_cli.locale import say
from ipsu_cli.write.screen import RIGHT, cell, heading, title, totals


def show(answer: Answer, lang: str) -> None:
    """Print the answer with rich. What people typed is shown as text, never as markup."""
    from rich.console import Console

    console = Console(markup=False, emoji=False, highlight=False)
    for line in answer.lines:
        console.print(clean(say(line.code, lang, **line.figures)))
    for table in answer.tables:
        console.print(_drawn(table, lang))
    for line in answer.after:
        console.print(clean(say(line.code, lang, **line.figures)))


def _drawn(table: Table, lang: str):  # type: ignore[no-untyped-def]
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Drawn
    from rich.text import Text

    summed = bool(table.totals) and len(table.rows) > 1
    drawn = Drawn(title=Text(title(table, lang)), title_justify="left", box=SIMPLE_HEAD, show_footer=summed)
    feet = totals(table, lang) if summed else [""] * len(table.columns)
    for column, foot in zip(table.columns, feet, strict=True):
        right = column.kind in RIGHT
        narrow = column.kind not in ("text",)
        drawn.add_column(
            Text(heading(column, lang)), Text(foot), justify="right" if right else "left", no_wrap=narrow,
            overflow="fold",
        )  # fmt: skip
    for row in table.rows:
        drawn.add_row(*(Text(cell(v, c, lang)) for v, c in zip(row, table.columns, strict=True)))
    return drawn
