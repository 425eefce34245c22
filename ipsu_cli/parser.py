"""The root command as Typer reads it: one module loaded a run, every usage error in our own words."""

from contextlib import suppress
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.clock import reading_on
from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.problem import Problem, Unreadable
from ipsu_cli.locale import known, say
from ipsu_cli.office import Office, Repeated

HELP = ("--help", "-h")
HELP_WORDS = ("Usage:", "Options:", "Arguments:", "Commands:", "[OPTIONS]", "COMMAND [ARGS]...", "[required]",
              "Show this message and exit.")  # fmt: skip
SETTINGS = {"help_option_names": list(reversed(HELP)), "max_content_width": 110}


class Commands(TyperGroup):
    """The commands, each a module of `commands`; only the one asked for is loaded."""

    def list_commands(self, ctx: Any) -> list[str]:
        from pkgutil import iter_modules

        from ipsu_cli import commands

        names = [found.name.rstrip("_") for found in iter_modules(commands.__path__)]
        return sorted(name for name in names if name.isalpha())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if not cmd_name.isalpha():
            return None
        for name in (cmd_name, f"{cmd_name}_"):
            try:
                module = import_module(f"ipsu_cli.commands.{name}")
            except ModuleNotFoundError as error:
                if error.name != f"ipsu_cli.commands.{name}":
                    raise
                continue
            command = module.app.built(ctx.obj.typed.words)
            command.name = cmd_name
            if ctx.obj.typed.helping:
                _fill(command, cmd_name, ctx.obj)
            return command
        return None

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """What the program is, and the options that stand everywhere."""
        for name in ("help.ipsu", "help.everywhere"):
            formatter.write_paragraph()
            formatter.write(say(name, ctx.obj.lang) + "\n")

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands, without loading them."""
        lang = ctx.obj.lang
        rows = [(name, say(f"help.{name}", lang).partition("\n")[0]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


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
    """Run the command that is asked for. Help is gathered first: it is said in the office's language."""
    from contextlib import redirect_stdout
    from io import StringIO

    page = StringIO()
    try:
        if not office.typed.helping:
            with reading_on(office.today):
                answered = app(rest, obj=office, standalone_mode=False, prog_name="ipsu")
            if isinstance(answered, Answer):
                return answered
            raise KeyboardInterrupt  # Typer turns it into a number
        _learn_language(office)
        with redirect_stdout(page):
            app(rest, obj=office, standalone_mode=False, prog_name="ipsu")
        return Answer(NOTHING, [Text("help.page", {"page": _in_words(page.getvalue(), office.lang)})])
    except TyperException as error:
        raise _usage(error) from None
    except Repeated as again:
        return again.answer
    except typer.Abort:
        raise KeyboardInterrupt from None


def _learn_language(office: Office) -> None:
    """The office's own language, if there is an office; help is shown whatever is wrong with its file."""
    if not office.typed.lang and office.path.is_file():
        with suppress(Problem), office.reading():
            pass


def _fill(command: Any, path: str, office: Office) -> None:
    """Give a command, its options and its subcommands their help; the texts are all in `locale`."""
    command.help = _help(path, office)
    for param in command.params:
        name = param.opts[-1] if param.param_type_name == "option" else param.name.upper()
        mine, of_group = f"help.{path} {name}", f"help.{path.partition(' ')[0]} {name}"
        own = next((key for key in (mine, of_group) if known(key, office.lang)), f"help.{name}")
        param.help = _help(own.removeprefix("help."), office)
    for name, sub in getattr(command, "commands", {}).items():
        _fill(sub, f"{path} {name}", office)


def _help(name: str, office: Office) -> str:
    """A help text; where it lists what there is, or says what holds today, the rules are asked."""
    if not known(f"help.{name}", office.lang):
        name = f"{name.rpartition(' ')[0]} KIND"  # commands that differ by a kind alone have one help
    text = say(f"help.{name}", office.lang)
    if "{" not in text:
        return text
    return say(f"help.{name}", office.lang, **import_module("ipsu_cli.commands._lists").lists(office.today))


def _in_words(page: str, lang: str) -> str:
    """The fixed words of a help page, in `lang`."""
    for word in HELP_WORDS:
        page = page.replace(word, say(f"help.{word}", lang))
    return page.rstrip("\n")


def _usage(error: Any) -> Problem:
    """What Typer could not read, in our own words."""
    kind = type(error).__name__
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "ipsu"
    command = f"{path} --help"
    param = getattr(error, "param", None)
    if kind == "MissingParameter" and param is not None:
        return Unreadable("option.missing", command=command, option=_named(param))
    if kind == "NoSuchOption":
        known = list(error.possibilities or [])
        return Unreadable("option.unknown", command=command, option=error.option_name, known=known)
    if kind == "BadParameter" and param is not None:
        return Unreadable("option.value-bad", command=command, option=_named(param))
    if ctx is not None and error.message.startswith("No such command"):
        return _no_such_command(ctx, error.message, command)
    if error.message.startswith("Missing command"):
        return Unreadable("command.missing", command=command)
    if error.message.startswith("Got unexpected extra"):
        return Unreadable("option.too-many", command=command)
    if kind == "BadOptionUsage":
        return Unreadable("option.value", command=command, option=error.option_name)
    return Unreadable("option.unreadable", command=command)


def _named(param: Any) -> str:
    return str(param.opts[-1]) if param.param_type_name == "option" else str(param.name).upper()


def _no_such_command(ctx: Any, message: str, command: str) -> Problem:
    from difflib import get_close_matches

    word = message.partition("'")[2].partition("'")[0]
    near = get_close_matches(word, ctx.command.list_commands(ctx), n=1)
    path = ctx.command_path
    if near:
        return Unreadable("command.near", command=f"{path} {near[0]}", word=word, near=f"{path} {near[0]}")
    return Unreadable("command.unknown", command=command, word=word)
