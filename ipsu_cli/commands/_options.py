"""Options and arguments: each declared with the kind of its value, read where it is declared, worded in `locale`."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from functools import cached_property, update_wrapper
from inspect import Parameter, Signature, signature
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.main import get_command, get_command_name, get_group
from typer.models import CommandInfo

from ipsu_cli.commands._command import Command
from ipsu_cli.core.clock import reading_day
from ipsu_cli.core.dates import Month
from ipsu_cli.core.fact import ARGUMENT, Fact
from ipsu_cli.core.kind import DAY, DOCUMENT_TYPE, MONTH, NAME, REASON, SERVICE, Kind
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.office import Office
from ipsu_cli.read.fields import read_value


class Cleared:
    """What an option says that was typed as `''`: the value is taken away."""

    def __repr__(self) -> str:
        return "''"


CLEARED = Cleared()


def option(kind: Kind[Any], name: str, *, personal: bool = False, clears: bool = False) -> Any:
    """An option with a value of a kind. `clears`: an empty word takes the value away, else it is refused."""
    return typer.Option(name, parser=_Parser(kind, name.lstrip("-"), personal, clears, name), metavar=kind.metavar)


def argument(kind: Kind[Any], name: str) -> Any:
    """An argument with a value of a kind; `name` is what an error calls it."""
    return typer.Argument(parser=_Parser(kind, name, False, False, name.upper()), metavar=kind.metavar)


def input_option(name: str, metavar: str) -> Any:
    """An option that names a file to read, or says `-` for stdin."""
    from ipsu_cli.read.input_file import InputFile

    return typer.Option(name, parser=InputFile, metavar=metavar)


def input_argument(metavar: str) -> Any:
    """An argument that names a file to read, or says `-` for stdin."""
    from ipsu_cli.read.input_file import InputFile

    return typer.Argument(parser=InputFile, metavar=metavar)


class _Parser:
    """What reads the words of an option or an argument, which a help page calls `typed_as`."""

    def __init__(self, kind: Kind[Any], name: str, personal: bool, clears: bool, typed_as: str) -> None:
        self.kind, self.name, self.personal, self.clears = kind, name, personal, clears
        self.typed_as = typed_as

    def __call__(self, word: str) -> Any:
        try:
            return self._read(word)
        except Unreadable as error:
            error.typed_as = self.typed_as
            raise

    def _read(self, word: str) -> Any:
        typed = _asked_for(self.name) if self.kind.asked and word == "-" else word
        value = read_value(self.kind, typed, reading_day(), self.name, personal=self.personal)
        if value is None and not self.clears:
            raise Unreadable("option.empty", option=self.name)
        return CLEARED if value is None else value


def _asked_for(name: str) -> str:
    """The value without echo from a terminal, else one line of stdin: it stays out of the shell's history."""
    import sys

    if sys.stdin.isatty():
        from getpass import getpass

        return getpass(f"{name}: ")
    line = sys.stdin.readline().removeprefix("\ufeff").strip()  # a BOM of a file or of PowerShell
    if not line:
        raise Unreadable("option.missing", option=f"--{name}")
    return line


CaseArgument = Annotated[str, typer.Argument(metavar="CASE")]
MaybeCase = Annotated[str | None, typer.Argument(metavar="CASE")]
TypeArgument = Annotated[str, argument(DOCUMENT_TYPE, "type")]
On = Annotated[dt.date | None, option(DAY, "--on")]
OnDay = Annotated[dt.date, option(DAY, "--on")]
From = Annotated[dt.date | None, option(DAY, "--from")]
To = Annotated[dt.date | None, option(DAY, "--to")]
MonthOption = Annotated[Month | None, option(MONTH, "--month")]
TheMonth = Annotated[Month, option(MONTH, "--month")]
DryRun = Annotated[bool, typer.Option("--dry-run")]
Reason = Annotated[str, option(REASON, "--reason", personal=True)]
MaybeReason = Annotated[str | None, option(REASON, "--reason", personal=True)]
ServiceOption = Annotated[str | None, option(SERVICE, "--service")]
AgreementOption = Annotated[str | None, typer.Option("--agreement", metavar="AGREEMENT")]
Coach = Annotated[str | None, option(NAME, "--coach", personal=True)]
Site = Annotated[str | None, option(NAME.typed("TOWN"), "--site", personal=True)]
Excel = Annotated[str | None, typer.Option("--excel", metavar="FILE")]
Force = Annotated[bool, typer.Option("--force")]


def with_facts(facts: Iterable[Fact], *, clears: bool = False, edits: bool = False) -> Callable[[Any], Any]:
    """Give a command an argument or an option for each of `facts`, in place of its `**typed`; see `typed_values`.

    `clears`: an empty word takes a value away, and `--no-FLAG` a flag. `edits`: no option is demanded.
    """
    return lambda command: _WithFacts(command, lambda: [_parameter(fact, clears=clears, edits=edits) for fact in facts])


class _WithFacts:
    """A command with parameters for facts. They are declared when Typer builds it: there may be forty of them, and most
    runs build another command of the group."""

    def __init__(self, command: Any, declared: Callable[[], list[Parameter]]) -> None:
        update_wrapper(self, command, assigned=("__module__", "__name__", "__doc__"))
        self.command, self.declared, self.__annotations__ = command, declared, command.__annotations__

    def __call__(self, *args: Any, **typed: Any) -> Any:
        return self.command(*args, **typed)

    @cached_property
    def __signature__(self) -> Signature:
        of_command = signature(self.command)
        own = [parameter for parameter in of_command.parameters.values() if parameter.kind is not Parameter.VAR_KEYWORD]
        return of_command.replace(parameters=[*own, *self.declared()])


def _parameter(fact: Fact, *, clears: bool, edits: bool) -> Parameter:
    """One parameter as Typer reads it from a signature; `--from` is `from_`, for `from` is a word of the language."""
    inner = f"{fact.name}_" if iskeyword(fact.name) else fact.name.replace("-", "_")
    demanded = fact.required and not (edits and fact.typed != ARGUMENT)
    default = Parameter.empty if demanded else None
    return Parameter(inner, Parameter.KEYWORD_ONLY, annotation=_declared(fact, demanded, clears), default=default)


def _declared(fact: Fact, demanded: bool, clears: bool) -> Any:
    name = f"--{fact.name}"
    if fact.typed == ARGUMENT:
        return Annotated[str if demanded else str | None, argument(fact.kind, fact.name)]
    if not fact.kind.metavar:
        return Annotated[bool | None, typer.Option(f"{name}/--no-{fact.name}" if clears else name)]
    declared = option(fact.kind, name, personal=fact.personal, clears=clears)
    if fact.kind.several:
        return Annotated[list[str] if demanded else list[str] | None, declared]
    return Annotated[str if demanded else str | None, declared]


def typed_values(ctx: typer.Context) -> dict[str, Any]:
    """What was typed, by the names of the facts; None is what was cleared, and what was left out is left out."""
    typed = {name: value for name, value in ctx.params.items() if value not in (None, [], ())}
    return {name.rstrip("_").replace("_", "-"): _kept(value) for name, value in typed.items()}


def _kept(value: Any) -> Any:
    """A value, None for what was cleared; of one that is repeated, what was not cleared."""
    if isinstance(value, list | tuple) and CLEARED in value:
        return [item for item in value if item is not CLEARED] or None
    return None if value is CLEARED else value


class _Group(typer.Typer):
    """A group whose commands are all of our own kind."""

    def command(self, name: str | None = None, asks: str = "", **settings: Any) -> Callable[[Any], Any]:
        """A command; `asks` is the module that asks for what a person leaves out in a terminal."""
        cls = type("AskingCommand", (Command,), {"asks": asks}) if asks else Command
        return super().command(name, cls=cls, **settings)

    def built(self, words: Sequence[str]) -> Any:
        """The command, or the group of them. Of a group only the one that is the first of `words` is built, where there
        is such a one: Typer builds each with all its options."""
        typed = [info for info in self.registered_commands if _name_of(info) in words[:1]]
        if not typed or len(self.registered_commands) == 1:
            return get_command(self)
        alone = copy(self)
        alone.registered_commands = typed
        return get_group(alone)


def _name_of(info: CommandInfo) -> str:
    """The name of a command: the one that it was given, else that of its function."""
    return info.name or get_command_name(info.callback.__name__ if info.callback else "")


def group() -> _Group:
    """A command, or a group of them: plain help, no completion, no traceback with values in it."""
    return _Group(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def office(ctx: typer.Context) -> Office:
    """The office that the command works on."""
    found: Office = ctx.obj
    return found


def day(ctx: typer.Context, typed: dt.date | None) -> dt.date:
    """The day typed, else today."""
    return typed or office(ctx).today
