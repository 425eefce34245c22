"""Options that several commands share, worded once (in `locale`), and how their words become values."""

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, signature
from keyword import iskeyword
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

# How an option is typed that has no value: one that can be taken back with `--no-…`, and one that cannot.
FLAG, SWITCH = "", "-"
Word = str | bool | list[str] | None


def with_options(listed: Mapping[str, str], demanded: Iterable[str] = ()) -> Callable[[Any], Any]:
    """Give a command the options `listed`, each with how it is typed, in place of its `**words`.

    Typer asks for a parameter each; so a list that several commands share would stand once in each of them.
    """

    def given(work: Any) -> Any:
        own = [each for each in signature(work).parameters.values() if each.kind is not Parameter.VAR_KEYWORD]
        more = [_parameter(name, typed, name in demanded) for name, typed in listed.items()]
        work.__signature__ = signature(work).replace(parameters=[*own, *more])
        work.__annotations__ = {each.name: each.annotation for each in (*own, *more)}
        return work

    return given


def _parameter(name: str, typed: str, demanded: bool) -> Parameter:
    """One option as Typer reads it from a signature; `--from` is `from_`, for `from` is a word of the language."""
    word = name.lstrip("-")
    declared = _declared(name, typed, demanded)
    default = Parameter.empty if demanded else None
    inner = f"{word}_" if iskeyword(word) else word.replace("-", "_")
    return Parameter(inner, Parameter.KEYWORD_ONLY, annotation=declared, default=default)


def _declared(name: str, typed: str, demanded: bool) -> Any:
    """`typed` ends with an ellipsis where the option may be repeated."""
    if typed == FLAG:
        return Annotated[bool | None, typer.Option(f"{name}/--no-{name.lstrip('-')}")]
    if typed == SWITCH:
        return Annotated[bool | None, typer.Option(name)]
    if typed.endswith("…"):
        return Annotated[list[str] | None, typer.Option(name, metavar=typed[:-1])]
    return Annotated[str if demanded else str | None, typer.Option(name, metavar=typed)]


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
