"""What every list takes: how much of it is asked for, and in which order. And what help pages list."""

import datetime as dt
from collections.abc import Callable
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

from ipsu_cli.commands._options import option
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.kind import DAY, TEXT

Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N")]
Sort = Annotated[str | None, option(TEXT.typed("COLUMN"), "--sort")]
Since = Annotated[dt.date | None, option(DAY, "--since")]
ListCommand = Callable[..., Answer]


def listing(app: typer.Typer, since: str = "", name: str = "list") -> Callable[[ListCommand], ListCommand]:
    """Make a function that gives a list a command of `app`, with the options that all lists take; `since` is the column
    of the day that `--since` is about, empty where a list has none.

    A function that takes a `listing` asks the register for that part alone; of what any other gives, the rest is left
    out after."""
    taken: dict[str, Any] = {"limit": Limit, "sort": Sort} | ({"since": Since} if since else {})

    def made(function: ListCommand) -> ListCommand:
        own = signature(function)
        asks = "listing" in own.parameters

        def run(ctx: typer.Context, **typed: Any) -> Answer:
            from ipsu_cli.core.listing import Listing, narrowed

            asked = Listing(day=since, headings=headings, **{option: typed.pop(option) for option in taken})
            return function(ctx, **typed, listing=asked) if asks else narrowed(function(ctx, **typed), asked)

        options = [Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind, default=None)
                   for name, kind in taken.items()]  # fmt: skip
        # Typer reads a signature, and the annotations next to it.
        run.__signature__ = own.replace(  # type: ignore[attr-defined]
            parameters=[*(kept for kept in own.parameters.values() if kept.name != "listing"), *options]
        )
        run.__annotations__ = {**function.__annotations__, **taken}
        run.__annotations__.pop("listing", None)
        app.command(name=name)(run)
        return function

    return made


def headings(key: str) -> list[str]:
    """What a column is called in either language; a key of JSON alone has no name."""
    from ipsu_cli.locale import LANGUAGES, column_heading, known

    return [column_heading(key, lang) for lang in LANGUAGES if known(f"column.{key}", lang)]


def lists(today: dt.date) -> dict[str, str]:
    """What help pages list of the services that there are, and say of what holds today, for the root command."""
    from ipsu_cli.reports import help_lists

    return help_lists.lists(today)
