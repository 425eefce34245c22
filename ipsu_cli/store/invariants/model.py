"""What an invariant of the file is, and what one that is broken says."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping

from ipsu_cli.core.answer import Text
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.seals import RowKey

BreachFigure = str | int | None | Ore | Text


class Breach(NamedTuple):
    """One thing that does not hold: the row that it is about (None for a table, or the file, as a whole), and the
    figures that say so."""

    table: str
    row: RowKey | None
    figures: Mapping[str, BreachFigure]


class Invariant(NamedTuple):
    """What always holds in a file that only the program has written. `number` is the statement of the sources that it
    keeps, None where it is about the file itself. `effort` is how long it takes in a large file, next to one that asks
    for a few rows: a bar goes by it."""

    code: str
    number: str | None
    find: Callable[[Store], Iterator[Breach]]
    effort: int = 1


def invariant(
    code: str, number: str | None = None, *, effort: int = 1
) -> Callable[[Callable[[Store], Iterator[Breach]]], Invariant]:
    """Make a function that looks for breaches an invariant; its name reads as a sentence that is true."""
    return lambda find: Invariant(code, number, find, effort)


def breaches(table: str, rows: Iterable[sqlite3.Row], *, money: tuple[str, ...] = ()) -> Iterator[Breach]:
    """A breach for each row: its column `row` is the key, the others are figures, those in `money` öre."""
    for row in rows:
        figures = {name: row[name] for name in row.keys() if name != "row"}  # noqa: SIM118 — a row is no mapping
        figures |= {name: Ore(row[name]) for name in money if row[name] is not None}
        yield Breach(table, row["row"], figures)
