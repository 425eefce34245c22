"""Work that takes its time tells how far it is."""

from collections.abc import Callable

# Hears that so much is done of so much.
Tick = Callable[[int, int], None]


def part(tick: Tick, place: int, of: int) -> Tick:
    """What a part of the work tells, one of `of` that are alike; the first has place 0."""
    return lambda done, of_part: tick(place * of_part + done, of * of_part)


def silent(done: int, of: int) -> None:
    """Nobody listens."""
