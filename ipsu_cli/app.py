"""The root command: options that stand everywhere, one module loaded a run, every error shown in one way."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.problem import Problem, Refused, Surroundings, Unreadable
from ipsu_cli.locale import LANGUAGES, known, rendered, say
from ipsu_cli.office import Office, person, today_of

WITH_VALUE = ("--db", "--today", "--lang", "--key")
FLAGS = ("--json", "--quiet", "--names", "--reveal", "--yes")
HELP = ("--help", "-h")
HELP_WORDS = ("Usage:", "Options:", "Arguments:", "Commands:", "[OPTIONS]", "COMMAND [ARGS]...", "[required]")
SETTINGS = {"help_option_names": list(reversed(HELP)), "max_content_width": 110}


@dataclass
class Everywhere:
    """The options that stand before or after any command, and what is left of the line."""

    values: dict[str, str]
    flags: set[str]
    rest: list[str]

    @property
    def lang(self) -> str | None:
        """The language asked for, None where it is the office's own."""
        return self.values.get("--lang") or os.environ.get("IPSU_LANG") or None


def everywhere(argv: list[str]) -> Everywhere:
    """Take the options that stand everywhere out of the line; after `--` nothing is one."""
    found = Everywhere({}, set(), [])
    words = iter(argv)
    for word in words:
        name, sign, value = word.partition("=")
        if word == "--":
            found.rest += [word, *words]
        elif word in FLAGS:
            found.flags.add(word)
        elif name in WITH_VALUE:
            taken = value if sign else next(words, None)
            if taken is None:
                raise Unreadable("option.value", option=name)
            found.values[name] = taken
        else:
            found.rest.append(word)
    return found


class Commands(TyperGroup):
    """The commands, each a module of `commands`; only the one asked for is loaded."""

    def list_commands(self, ctx: Any) -> list[str]:
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
            command = get_command(module.app)
            command.name = cmd_name
            if ctx.obj.helping:
                _fill(command, cmd_name, ctx.obj.lang)
            return command
        return None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands, without loading them."""
        lang = ctx.obj.lang
        rows = [(name, say(f"help.{name}", lang)) for name in self.list_commands(ctx)]
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


def main(argv: list[str]) -> int:
    """Run one command. Returns the exit code; nothing is raised."""
    os.umask(0o077)
    office = None
    try:
        asked = everywhere(argv)
        office = _office(asked)
        answer = _run(asked.rest, office)
    except Problem as problem:
        return _say_no(problem, _lang(office, argv), json="--json" in argv)
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        return _fault(fault, _lang(office, argv), json="--json" in argv)
    return _show(answer, office) if isinstance(answer, Answer) else 0


def _lang(office: Office | None, argv: list[str]) -> str:
    lang = office.lang if office else (os.environ.get("IPSU_LANG") or "sv")
    for name, value in zip(argv, [*argv[1:], ""], strict=True):
        lang = value if name == "--lang" else name.removeprefix("--lang=") if name.startswith("--lang=") else lang
    return lang if lang in LANGUAGES else "sv"


def _office(asked: Everywhere) -> Office:
    lang = asked.lang
    if lang is not None and lang not in LANGUAGES:
        raise Unreadable("value.code", value=lang, known=list(LANGUAGES), option="--lang")
    path = asked.values.get("--db") or os.environ.get("IPSU_DB") or "ipsu.db"
    return Office(
        path=Path(path),
        today=today_of(asked.values.get("--today") or os.environ.get("IPSU_TODAY")),
        spoken=lang,
        who=person(),
        key=asked.values.get("--key"),
        asked=tuple(asked.rest),
        json="--json" in asked.flags,
        quiet="--quiet" in asked.flags,
        names="--names" in asked.flags,
        reveal="--reveal" in asked.flags,
        yes="--yes" in asked.flags,
        helping=not asked.rest or bool(set(asked.rest) & set(HELP)),
    )


def _run(rest: list[str], office: Office) -> Any:
    """Run the command that is asked for. Help is gathered first: it is said in the office's language."""
    from contextlib import redirect_stdout
    from io import StringIO

    page = StringIO()
    try:
        if not office.helping:
            return app(rest, obj=office, standalone_mode=False, prog_name="ipsu")
        _learn_language(office)
        with redirect_stdout(page):
            app(rest, obj=office, standalone_mode=False, prog_name="ipsu")
        return Answer({}, [Text("help.page", {"page": _in_words(page.getvalue(), office.lang)})])
    except TyperException as error:
        raise _usage(error) from None
    except typer.Abort:
        raise KeyboardInterrupt from None


def _learn_language(office: Office) -> None:
    """The office's own language, if there is an office; help is shown whatever is wrong with its file."""
    if not office.spoken and office.path.is_file():
        with suppress(Problem), office.reading():
            pass


def _fill(command: Any, path: str, lang: str) -> None:
    """Give a command, its options and its subcommands their help; the texts are all in `locale`."""
    command.help = say(f"help.{path}", lang)
    for param in command.params:
        name = param.opts[-1] if param.param_type_name == "option" else param.name
        own = f"help.{path} {name}"
        param.help = say(own if known(own, lang) else f"help.{name}", lang)
    for name, sub in getattr(command, "commands", {}).items():
        _fill(sub, f"{path} {name}", lang)


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
    if error.message.startswith("Got unexpected extra"):
        return Unreadable("option.too-many", command=command)
    if kind == "BadOptionUsage":
        return Unreadable("option.value", command=command, option=error.option_name)
    return Unreadable("option.unreadable", command=command)


def _named(param: Any) -> str:
    return str(param.opts[-1]) if param.param_type_name == "option" else str(param.name).upper()


def _no_such_command(ctx: Any, message: str, command: str) -> Problem:
    from difflib import get_close_matches

    word = message.partition("'")[2].rpartition("'")[0]
    near = get_close_matches(word, ctx.command.list_commands(ctx), n=1)
    path = ctx.command_path
    if near:
        return Unreadable("command.near", command=f"{path} {near[0]}", word=word, near=f"{path} {near[0]}")
    return Unreadable("command.unknown", command=command, word=word)


def _show(answer: Answer, office: Office) -> int:
    """Print the answer; what is saved stays saved if that fails."""
    out = sys.stdout
    try:
        if office.json:
            from ipsu_cli.core.plain_json import dump
            from ipsu_cli.write.said import warning_shape

            warnings = [warning_shape(each, office.lang) for each in answer.warnings]
            out.write(dump(rendered({**answer.data, "warnings": warnings}, office.lang)) + "\n")
        else:
            _print(answer, office)
        out.flush()
    except (OSError, ValueError) as error:
        return _unprinted(answer, office, error)
    return answer.exit


def _print(answer: Answer, office: Office) -> None:
    if not office.quiet:
        if sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and answer.tables:
            from ipsu_cli.write.terminal import show

            show(answer, office.lang)
        else:
            from ipsu_cli.write.screen import as_text

            _encodable(sys.stdout).write(as_text(answer, office.lang))
    if answer.warnings and not office.quiet:
        from ipsu_cli.write.said import warning

        for each in answer.warnings:
            _encodable(sys.stderr).write(warning(each, office.lang) + "\n")


def _encodable(stream: Any) -> Any:
    """A stream that writes what its encoding lacks as an escape instead of failing after the commit."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
    return stream


def _unprinted(answer: Answer, office: Office, error: Exception) -> int:
    """Saved is saved: say so on stderr. A list that cannot be written has failed."""
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    if answer.saved:
        return _say_no(Problem("output.saved"), office.lang, json=False, code=9)
    why = getattr(error, "strerror", None) or str(error)
    return _say_no(Surroundings("output.failed", why=why), office.lang, json=False)


def _say_no(problem: Problem, lang: str, *, json: bool, code: int | None = None) -> int:
    from ipsu_cli.write.said import problem_json, problem_text

    text = problem_json(problem, lang) if json else problem_text(problem, lang)
    _encodable(sys.stderr).write(text + "\n")
    return problem.exit if code is None else code


def _fault(fault: Exception, lang: str, *, json: bool) -> int:
    """A fault of the program itself: a short text without personal data, a traceback only if asked for."""
    if os.environ.get("IPSU_DEBUG") == "1":
        import traceback

        traceback.print_exc()
    _say_no(Refused("program.fault", kind=type(fault).__name__), lang, json=json)
    return 70
