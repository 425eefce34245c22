"""What every list takes: how much of it is asked for, and in which order. And what help pages list."""

import datetime as dt
from collections.abc import Callable
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

from ipsu_cli.commands._options import option
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import DAY, TEXT
from ipsu_cli.core.listing import Listing, narrowed

Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N")]
Sort = Annotated[str | None, option(TEXT.typed("COLUMN"), "--sort")]
Since = Annotated[dt.date | None, option(DAY, "--since")]
ListCommand = Callable[..., Answer]


def listing(app: typer.Typer, since: str = "", name: str = "list") -> Callable[[ListCommand], ListCommand]:
    """Make a function that gives a list a command of `app`, with the options that all lists take; `since` is the column
    of the day that `--since` is about, empty where a list has none."""
    taken: dict[str, Any] = {"limit": Limit, "sort": Sort} | ({"since": Since} if since else {})

    def made(function: ListCommand) -> ListCommand:
        def run(ctx: typer.Context, **typed: Any) -> Answer:
            asked = Listing(day=since, **{option: typed.pop(option) for option in taken})
            answer = function(ctx, **typed)
            return narrowed(answer, asked, headings) if asked.asked else answer

        own = signature(function)
        options = [Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind, default=None)
                   for name, kind in taken.items()]  # fmt: skip
        # Typer reads a signature, and the annotations next to it.
        run.__signature__ = own.replace(  # type: ignore[attr-defined]
            parameters=[*own.parameters.values(), *options]
        )
        run.__annotations__ = {**function.__annotations__, **taken}
        app.command(name=name)(run)
        return function

    return made


def headings(key: str) -> list[str]:
    """What a column is called in either language."""
    from ipsu_cli.locale import LANGUAGES, column_heading

    return [column_heading(key, lang) for lang in LANGUAGES]


def lists(today: dt.date) -> dict[str, str]:
    """What help pages list of the services that there are, and say of what holds today, for the root command."""
    from ipsu_cli.reports import help_lists

    return help_lists.lists(today)
