"""Work that takes its time tells how far it is."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

BETWEEN_TICKS = 2_000
T = TypeVar("T")
# Hears that so much is done of so much.
Tick = Callable[[int, int], None]


def part(tick: Tick, place: int, of: int) -> Tick:
    """What a part of the work tells, one of `of` that are alike; the first has place 0."""
    return lambda done, of_part: tick(place * of_part + done, of * of_part)


def counted(things: Sequence[T], tick: Tick) -> Iterator[T]:
    """The same things; `tick` hears of some of them how many have come by."""
    for place, thing in enumerate(things):
        if place % BETWEEN_TICKS == 0:
            tick(place, len(things))
        yield thing


def silent(done: int, of: int) -> None:
    """Nobody listens."""
