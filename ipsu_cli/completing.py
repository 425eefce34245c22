"""What the Tab key offers: the commands, options, codes and cases that may stand where a line is being typed.

A shell asks with `ipsu --complete SHELL WORD … =BEGUN`: the words before the one that is begun, and that one after `=`,
so that it is a word of its own even when nothing of it is typed yet.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from ipsu_cli import help_page
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.locale import known
from ipsu_cli.office import Office
from ipsu_cli.parser import HELP, command_at, command_names

# How many cases are offered: more are no help in finding one.
MOST = 200


class Offer(NamedTuple):
    """What may stand here, and what it is for; empty where that is not said."""

    word: str
    about: str = ""


def offers(office: Office, before: Sequence[str], begun: str) -> list[Offer]:
    """What may stand after the words `before`, beginning with what is `begun`."""
    found = _options(office, before) if begun.startswith("-") else _words(office, before)
    start = begun.casefold()
    return [offer for offer in found if offer.word.casefold().startswith(start)]


def show(shell: str, found: Sequence[Offer]) -> None:
    """Print the offers as the shell reads them, a line each."""
    for word, about in found:
        if shell == "bash":
            sys.stdout.write(f"{word}\n")
        elif shell == "zsh":
            sys.stdout.write(word.replace(":", "\\:") + (f":{about}" if about else "") + "\n")
        else:
            sys.stdout.write(f"{word}\t{about}\n")


def _words(office: Office, before: Sequence[str]) -> Iterator[Offer]:
    """The commands, or what an argument or the option before it takes."""
    if not before:
        yield from (Offer(name, help_page.summary(name, office.lang)) for name in command_names())
        return
    command, rest = _typed(office, before)
    if command is None:
        return
    subcommands = getattr(command, "commands", None)
    if subcommands is not None and not rest:
        yield from (Offer(name, _summary(f"{before[0]} {name}", office.lang)) for name in subcommands)
        return
    param = _param_at(command, rest)
    if param is not None:
        yield from map(Offer, _values(office, param))


def _summary(path: str, lang: str) -> str:
    return help_page.summary(path, lang) if known(f"help.{path}", lang) else ""


def _typed(office: Office, before: Sequence[str]) -> tuple[Any, Sequence[str]]:
    """The command of a line as far as it is typed, and the words after it; None where there is no such command."""
    command = command_at(office, before[0])
    rest = before[1:]
    subcommands = getattr(command, "commands", {})
    return (subcommands[rest[0]], rest[1:]) if rest and rest[0] in subcommands else (command, rest)


def _options(office: Office, before: Sequence[str]) -> list[Offer]:
    """The options of the command, then those that stand everywhere; not those that are typed and stand once."""
    command = _typed(office, before)[0] if before else None
    own = [
        name
        for param in getattr(command, "params", ())
        if param.param_type_name == "option" and (param.multiple or not set(param.opts) & set(before))
        for name in (*param.opts, *param.secondary_opts)
        if name.startswith("--") and name not in HELP
    ]
    anywhere = [name for name in (*help_page.EVERYWHERE, HELP[0]) if name not in before]
    return [Offer(name) for name in (*own, *anywhere)]


def _param_at(command: Any, typed: Sequence[str]) -> Any:
    """The option that the last word demands a value for, else the argument whose turn it is; None where neither is."""
    taking = {name: param for param in command.params if param.param_type_name == "option" and not param.is_flag
              for name in param.opts}  # fmt: skip
    if typed and typed[-1] in taking:
        return taking[typed[-1]]
    values = {place + 1 for place, word in enumerate(typed) if word in taking}
    placed = [word for place, word in enumerate(typed) if place not in values and not word.startswith("-")]
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    if len(placed) < len(arguments):
        return arguments[len(placed)]
    return arguments[-1] if arguments and arguments[-1].nargs == -1 else None


def _values(office: Office, param: Any) -> Sequence[str]:
    """What a param takes, where that can be listed: a case, an agreement, a code. Never what says who a person is."""
    if param.metavar and "CASE" in param.metavar.split("|"):
        return [*_refs(office, "cases"), *(_refs(office, "agreements") if "AGREEMENT" in param.metavar else [])]
    if param.metavar == "AGREEMENT":
        return _refs(office, "agreements")
    if param.metavar == "TYPE":
        return _refs(office, "document_types")
    kind = getattr(getattr(param.type, "func", None), "kind", None)
    return [*kind.codes()] if kind is not None else []


def _refs(office: Office, of: str) -> list[str]:
    """The references of cases or agreements; none where the office cannot be opened."""
    references: list[str] = getattr(import_module("ipsu_cli.reports.references"), of)(office)
    return references[:MOST]
