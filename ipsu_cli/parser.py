"""The root command as Typer reads it: one module loaded a run, every usage error in our own words."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from ipsu_cli import help_page
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.clock import reading_on
from ipsu_cli.office import Office, Repeated

HELP = ("--help", "-h")
SETTINGS = {"help_option_names": list(reversed(HELP))}


def command_names() -> list[str]:
    """The commands that there are, without loading them."""
    from pkgutil import iter_modules

    from ipsu_cli import commands

    names = [found.name.rstrip("_") for found in iter_modules(commands.__path__)]
    return sorted(name for name in names if name.isalpha())


def command_at(office: Office, name: str) -> Any:
    """The command of that name, with its subcommands; None where there is none. Only its own module is loaded."""
    if not name.isalpha():
        return None
    for module_name in (f"ipsu_cli.commands.{name}", f"ipsu_cli.commands.{name}_"):
        try:
            module = import_module(module_name)
        except ModuleNotFoundError as error:
            if error.name != module_name:
                raise
            continue
        command = module.app.built(office.typed.words)
        command.name = name
        if office.typed.helping:
            help_page.fill(command, name, office)
        return command
    return None


class Commands(TyperGroup):
    """The commands, each a module of `commands`; only the one asked for is loaded."""

    def list_commands(self, ctx: Any) -> list[str]:
        return command_names()

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return command_at(ctx.obj, cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """What the program is, its commands without loading them, and the options that stand everywhere."""
        self.format_usage(ctx, formatter)
        help_page.write_root(formatter, self.list_commands(ctx), ctx.obj.lang)


app = typer.Typer(
    cls=Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    context_settings=SETTINGS, no_args_is_help=False, invoke_without_command=True,
)  # fmt: skip


@app.callback()
def root(ctx: typer.Context) -> None:
    """Without a command: the help."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def run(rest: list[str], office: Office) -> Answer:
    """Run the command that is asked for, or show the help of it."""
    try:
        if office.typed.helping:
            return _help(rest, office)
        if rest[:1] == ["help"] and _is_command(rest[1:]):
            return _help([*rest[1:], HELP[0]], office)
        with reading_on(office.today):
            answered = app(rest, obj=office, standalone_mode=False, prog_name="ipsu")
        if isinstance(answered, Answer):
            return answered
        raise KeyboardInterrupt  # Typer turns it into a number
    except TyperException as error:
        path = _whose_help(error)
        if path is not None:
            return _help([*path, HELP[0]], office)
        from ipsu_cli.usage import usage

        raise usage(error) from None
    except Repeated as again:
        return again.answer
    except typer.Abort:
        raise KeyboardInterrupt from None


def _help(rest: list[str], office: Office) -> Answer:
    """A page of help, gathered before it is said: its fixed words are put into the office's language."""
    from contextlib import redirect_stdout
    from io import StringIO

    office.typed = office.typed._replace(helping=True, words=tuple(rest[1:]))
    text = StringIO()
    with redirect_stdout(text):
        app(rest, obj=office, standalone_mode=False, prog_name="ipsu", terminal_width=help_page.width())
    return help_page.page(text.getvalue(), office.lang)


def _is_command(words: list[str]) -> bool:
    """Are the words after `help` those of a command, and not the name of a page?"""
    return words[:1] != [] and words[0] in command_names() and not _is_page(words)


def _is_page(words: list[str]) -> bool:
    found: bool = import_module("ipsu_cli.commands.help").is_page(words)
    return found


def _whose_help(error: Any) -> list[str] | None:
    """The group whose help is meant by a line that cannot be run: the group alone, or `help` after it; None for any
    other line."""
    ctx = getattr(error, "ctx", None)
    if ctx is None or not error.message.startswith(("Missing command", "No such command 'help'")):
        return None
    _, *path = ctx.command_path.split()
    return path or None
