"""What the sources say, by its number: the words, and what keeps it where no rule does."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.source import Source
from ipsu_cli.rules import sources

PAGE = Path(__file__).with_name("statements.toml")


class SourceStatement(NamedTuple):
    """A statement of the sources. `words` are its own, None where it was found elsewhere; `source` is None where the
    rules that bear the number say it. `commands` keep it; without any it is information."""

    number: str
    words: str | None = None
    source: Source | None = None
    commands: tuple[str, ...] = ()


@cache
def statements() -> dict[str, SourceStatement]:
    """Every statement by its number, in the order of the sources."""
    page = tomllib.loads(PAGE.read_text(encoding="utf-8"))
    return {number: _read(number, **row) for number, row in page.items()}


def _read(number: str, *, words: str | None = None, commands: tuple[str, ...] = (), **place: Any) -> SourceStatement:
    return SourceStatement(number, words, _source(**place), tuple(commands))


def _source(*, source: str | None = None, section: str | None = None, **own: Any) -> Source | None:
    """A source by its name in `sources`, or one that stands here."""
    if source is None:
        return Source(own["title"], own["address"], sources.READ, own.get("day")) if own else None
    known: Source = getattr(sources, source)
    return known.at(section) if section else known
