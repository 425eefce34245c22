"""Codes as people say them: the word that the screen shows for a code, in either language, is taken for it."""

from collections.abc import Iterator
from typing import Any

from ipsu_cli.core.kind import Kind, plain_code
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.text import composed
from ipsu_cli.locale import LANGUAGES, shown


def as_code(kind: Kind[Any], typed: str) -> str:
    """The code whose word was typed; any other text as it is. A word of several codes is none of them. Of codes with a
    comma between, each by itself."""
    found = _code_of(kind, typed)
    if found is not None:
        return found
    if "," not in typed:
        return typed
    return ",".join(_code_of(kind, part) or part for part in typed.split(","))


def with_words(kind: Kind[Any], problem: Unreadable) -> None:
    """Let the refusal of a code list the words of each next to it; its details have the codes alone."""
    known = problem.figures.get("known")
    if known:
        problem.figures = {**problem.figures, "known": [_both(kind, code) for code in known]}


def _code_of(kind: Kind[Any], typed: str) -> str | None:
    codes = kind.codes()
    plain = _plain(typed)
    meant = [code for code in codes if plain == _plain(code)]
    meant = meant or [code for code in codes if plain in map(_plain, _words(kind, code))]
    return meant[0] if len(meant) == 1 else None


def _both(kind: Kind[Any], code: str) -> str:
    """The code, and what it is called where that is something else."""
    words = dict.fromkeys(word for word in _words(kind, code) if _plain(word) != _plain(code))
    written = code.replace("_", "-")
    return f"{written} ({', '.join(words)})" if words else written


def _words(kind: Kind[Any], code: str) -> Iterator[str]:
    """What the code is called in each language."""
    for lang in LANGUAGES:
        yield shown(kind.show(code), lang)


def _plain(text: str) -> str:
    """A word as it is compared: capitals, hyphens, underscores and spaces do not tell words apart."""
    return plain_code(composed(text)).replace(" ", "-")
