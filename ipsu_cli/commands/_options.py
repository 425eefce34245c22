"""Options that several commands share, worded once (in `locale`), and how their words become values."""

from typing import Annotated, Any

import typer

from ipsu_cli.core.problem import Unreadable
from ipsu_cli.office import Office
from ipsu_cli.read.fields import read_one

Case = Annotated[str, typer.Argument(metavar="CASE")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT")]
MaybeReason = Annotated[str | None, typer.Option("--reason", metavar="TEXT")]
Excel = Annotated[str | None, typer.Option("--excel", metavar="FILE")]
Force = Annotated[bool, typer.Option("--force")]
Month = Annotated[str | None, typer.Option("--month", metavar="MONTH")]


def group() -> typer.Typer:
    """A command, or a group of them: plain help, no completion, no traceback with values in it."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def office(ctx: typer.Context) -> Office:
    """The office that the command works on."""
    found: Office = ctx.obj
    return found


def read(ctx: typer.Context, name: str, word: str) -> Any:
    """What was typed for an option, read. Raises `Unreadable` with the option's name."""
    found = read_one(name, word, office(ctx).today)
    if found is None:
        raise Unreadable("option.empty", option=name)
    return found


def maybe(ctx: typer.Context, name: str, word: str | None) -> Any:
    """What was typed for an option that may be left out, read; None where it was."""
    return None if word is None else read(ctx, name, word)


def day(ctx: typer.Context, word: str | None) -> Any:
    """The day typed, else today."""
    return office(ctx).today if word is None else read(ctx, "on", word)
