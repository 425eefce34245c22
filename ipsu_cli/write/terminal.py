"""An answer on a terminal: its tables as wide as that is, printed with rich, which knows what colours it has."""

import os
from typing import TYPE_CHECKING

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.text import clean
from ipsu_cli.locale import sentence
from ipsu_cli.write.drawn import Drawn, Screen
from ipsu_cli.write.fit import NARROWEST_PROSE, fold
from ipsu_cli.write.screen import table_lines

if TYPE_CHECKING:
    from rich.console import Console

# Rows; to draw more takes long and is held in memory, and nobody reads it as a table: they stand as in a file.
MOST_DRAWN = 1_000


def show(answer: Answer, lang: str) -> None:
    """Print the answer. What people typed is shown as text, never as markup."""
    from rich.console import Console

    plain = bool(os.environ.get("NO_COLOR"))  # rich alone would still print bold.
    console = Console(markup=False, emoji=False, highlight=False, color_system=None if plain else "auto")
    screen = Screen(max(console.width, NARROWEST_PROSE), console.encoding, lang)
    for line in answer.lines:
        _say(console, line, screen)
    for table in answer.tables:
        console.print()
        if len(table.rows) > MOST_DRAWN:
            console.file.writelines(f"{line}\n" for line in table_lines(table, lang))
        else:
            _draw(console, Drawn(table, screen))
    for line in answer.after:
        console.print()
        _say(console, line, screen)


def _say(console: "Console", line: Text, screen: Screen) -> None:
    lines = clean(sentence(line, screen.lang)).split("\n")
    console.print("\n".join(part for line in lines for part in fold(line, screen.width)), soft_wrap=True)


def _draw(console: "Console", drawn: Drawn) -> None:
    from rich.text import Text as Styled

    lines = [Styled.assemble(*line) for line in drawn.lines()]
    for line in lines:
        line.rstrip()
    console.print(Styled("\n").join(lines), soft_wrap=True)
