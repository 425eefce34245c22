"""Every command on one page, in Markdown and as a manual page: made from what `--help` is made from."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ipsu_cli import help_page
from ipsu_cli.locale import say
from ipsu_cli.office import Office, Typed
from ipsu_cli.parser import command_at, command_names

# The pages are the same whatever the day: what help says of today is what holds on this one.
DAY = dt.date(2026, 11, 2)


class Entry(NamedTuple):
    """A command: its words, its help, what it takes, and its examples."""

    path: str
    help: str
    takes: list[tuple[str, str]]
    examples: list[str]


def entries(lang: str) -> Iterator[Entry]:
    """Every command that does something, group by group."""
    office = Office(Path("ipsu.db"), DAY, "", Typed(lang=lang, helping=True))
    for _, names in help_page.in_groups(command_names()):
        for name in names:
            yield from _under(command_at(office, name), name, lang)


def _under(command: Any, path: str, lang: str) -> Iterator[Entry]:
    subcommands = getattr(command, "commands", {})
    for name, sub in subcommands.items():
        yield from _under(sub, f"{path} {name}", lang)
    if not subcommands:
        takes = [(_typed(param), param.help) for param in command.params]
        yield Entry(path, command.help, takes, help_page.examples(path, lang))


def _typed(param: Any) -> str:
    """How an argument or an option is typed."""
    if param.param_type_name == "argument":
        return str(param.metavar or param.name.upper())
    names = ", ".join([*param.opts, *param.secondary_opts])
    return names if param.is_flag else f"{names} {param.metavar or 'VALUE'}"


# Markdown

HEADS = {
    "en": (
        "# Commands: all of them, with their options",
        "Type",
        "What it is for",
        "Options before or after any command",
    ),
    "sv": ("# Kommandon: alla, med sina val", "Skriv", "Vad det är till för", "Val före eller efter alla kommandon"),
}


def markdown(lang: str) -> str:
    """The page of `ipsu help commands`."""
    title, typed, means, anywhere = HEADS[lang]
    lines = [title, "", f"## {anywhere}", "", *_table(typed, means, _everywhere(lang))]
    for entry in entries(lang):
        lines += ["", f"## ipsu {entry.path}", "", entry.help]
        if entry.takes:
            lines += ["", *_table(typed, means, entry.takes)]
        if entry.examples:
            lines += ["", "```sh", *entry.examples, "```"]
    return "\n".join(lines) + "\n"


def _everywhere(lang: str) -> list[tuple[str, str]]:
    return [
        (f"{name} {value}".strip(), say(f"help.everywhere {name}", lang))
        for name, value in help_page.EVERYWHERE.items()
    ]


def _table(typed: str, means: str, rows: list[tuple[str, str]]) -> list[str]:
    cells = [(f"`{name}`".replace("|", "\\|"), text.replace("|", "\\|").replace("\n", " ")) for name, text in rows]
    return [f"| {typed} | {means} |", "| --- | --- |", *(f"| {name} | {text} |" for name, text in cells)]


# The manual page


def man() -> str:
    """`man ipsu`: in English, as manual pages are found in every system."""
    lines = [
        '.TH IPSU 1 "" "ipsu" "Commands"', ".ad l", ".nh", ".SH NAME",
        f"ipsu \\- {_roff(say('help.ipsu', 'en').rstrip('.'))}",
        ".SH SYNOPSIS", ".B ipsu", "[OPTIONS] COMMAND [ARGS]...", ".SH OPTIONS", *_listed(_everywhere("en")),
        ".SH COMMANDS",
    ]  # fmt: skip
    for entry in entries("en"):
        lines += [f".SS ipsu {_roff(entry.path)}", *_paragraphs(entry.help), *_listed(entry.takes)]
        if entry.examples:
            lines += [".PP", ".nf", *(_roff(line) for line in entry.examples), ".fi"]
    lines += [".SH SEE ALSO", "ipsu help exit\\-codes, ipsu help start, ipsu explain"]
    return "\n".join(lines) + "\n"


def _listed(rows: list[tuple[str, str]]) -> Iterator[str]:
    for name, text in rows:
        yield from (".TP", f".B {_roff(name)}", _roff(text.replace("\n", " ")))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield from (".PP", *(_roff(line) for line in paragraph.split("\n")))


def _roff(text: str) -> str:
    """A line that roff prints as it stands."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
