"""A line that Typer could not read, told in our own words: which option, what is wanted, and the command's own help."""

from typing import Any

from ipsu_cli.core.answer import Text
from ipsu_cli.core.problem import Problem, Unreadable
from ipsu_cli.help_page import EVERYWHERE

# What is typed for a value, by how a help page names it. One that lists what can stand there, `yes|no`, is its own. A
# personnummer is asked for, so that it stays out of the shell's history.
EXAMPLES = {
    "10:00-10:20": "10:00-10:20", "10:00-11:00": "10:00-11:00", "4,4,3,…": "4,4,3,-,5", "AGREEMENT": "IPSU-NM",
    "AGREEMENT|all": "IPSU-NM", "AMOUNT": "450,50", "AREA": '"Norra Mälardalen"', "CASE": "B1", "CASE|-": "B1",
    "CASE|AGREEMENT": "B1", "CHANGE": "12", "COACH": "Nadia", "CODE": "delivery.over-plan", "COLUMN": "case",
    "DATE": "2026-03-09", "DAYS": "30", "DIR": "kontoret", "FILE": "mars.xlsx", "FILE|-": "mars.csv",
    "FILE…": "mars.xml", "HOURS": "7,5", "HOURS|CASE=HOURS …": "7,5", "ID": "12", "KIND": "cases",
    "KPI": "outcome_share", "MONTH": "2026-03", "MONTH|WEEK|DATE": "2026-03", "N": "10", "NAME": '"Alva Prov"',
    "NAME=HOURS": "matchning=6", "NR": "559999-0008", "ORGNR": "559999-0008", "OTHER.db": "other.db",
    "OUTCOME": "employment", "OUTCOME,…": "employment,studies_started", "PARTY": "employer", "PATH|-": "plan.md",
    "PAYMENT": "12", "PERCENT": "75", "PNR|-": "-", "QUESTION": "nytta", "RECIPIENT": "age1…",
    "REF": "B1", "SEK": "450,50", "SERVICE": "ipsu-b", "SQL|-": "-", "STEP": "held",
    "TEXT": '"kort text"', "TEXT;…": '"stor nytta"', "TEXT=N;…": '"stor nytta=6;viss nytta=2"',
    "TOPIC": "start", "TOTAL=NAME,…": "74=fair,100=good", "TOWN": "Västerås", "TYPE": "gp", "VALUE": "34/124",
    "WEEK": "2026-W11", "WEEKS=HOURS": "2026-W10..2026-W12=20", "WORD": "arbetsgivare", "YEAR": "2026",
}  # fmt: skip


def usage(error: Any) -> Problem:
    """What is wrong with the line."""
    ctx = getattr(error, "ctx", None)
    command = f"{ctx.command_path if ctx else 'ipsu'} --help"
    param = getattr(error, "param", None)
    kind = type(error).__name__
    if kind == "MissingParameter" and param is not None:
        named = _named(param)
        return Unreadable("option.missing", command=command, details={"option": named}, option=_such_as(param))
    if kind == "NoSuchOption":
        near = list(error.possibilities or []) or _nearest_options(ctx, error.option_name)
        return Unreadable("option.unknown", command=command, option=error.option_name, known=near)
    if kind == "BadParameter" and param is not None:
        details = {"option": _named(param)}
        return Unreadable("option.value-bad", command=command, details=details, **details, **_wanted_number(param))
    if kind == "BadOptionUsage":
        return _without_value(ctx, error.option_name, command)
    if ctx is not None and error.message.startswith("No such command"):
        return _no_such_command(ctx, error.message, command)
    if error.message.startswith("Got unexpected extra"):
        return Unreadable("option.too-many", command=command)
    return Unreadable("option.unreadable", command=command)


def typed_as(metavar: str, option: str = "") -> str:
    """How it is typed, by an example: `--from 2026-03-09`, `B1`; where one of several words stands there, by these."""
    return f"{option} {EXAMPLES.get(metavar, metavar)}".strip()


def _example(param: Any) -> str:
    return typed_as(param.metavar or "", _named(param) if param.param_type_name == "option" else "")


def _such_as(param: Any) -> Text:
    return Text("message.such-as", {"option": _named(param), "example": _example(param)})


def _wanted_number(param: Any) -> dict[str, Any]:
    """What can stand where a number is wanted: it alone is read by Typer and not by us."""
    least, most = param.type.min, param.type.max
    figures = {"least": least, "most": most}
    span = Text("message.number-from" if most is None else "message.number-from-to", figures)
    return {"span": span, "example": _example(param)}


def _without_value(ctx: Any, option: str, command: str) -> Problem:
    """An option without its value, or a flag with one."""
    param = next((param for param in ctx.command.params if option in (*param.opts, *param.secondary_opts)), None)
    if param is not None and param.is_flag:
        return Unreadable("option.flag", command=command, option=option)
    return _lacks_value(option, getattr(param, "metavar", None) or "", command)


def everywhere_without_value(option: str) -> Problem:
    """One of the options that stand everywhere, without its value."""
    return _lacks_value(option, EVERYWHERE[option], "ipsu --help")


def _lacks_value(option: str, metavar: str, command: str) -> Problem:
    example = typed_as(metavar, option)
    return Unreadable("option.value", command=command, details={"option": option}, option=option, example=example)


def _nearest_options(ctx: Any, typed: str) -> list[str]:
    """The options of the command that are most like what was typed."""
    from difflib import get_close_matches

    return get_close_matches(typed, [name for param in ctx.command.params for name in param.opts], n=3, cutoff=0)


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
