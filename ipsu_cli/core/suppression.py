"""Small counts hidden so that they cannot be computed back from what is shown next to them.

A count is a place `(name, dimension, part)`; the whole of a name has an empty dimension and part. What is shown is a
cell, which holds one or more counts and is shown with all of them or not at all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.part_sums import PartSums
from ipsu_cli.core.same_cases import SameCases

Cell = tuple[str, str, str]
Bounds = dict[Cell, tuple[int, int]]

FAR = 10**12
ROUNDS = 30


class Relation(NamedTuple):
    """The sum of so many times each place is at most nothing. `is_union`: those of the first place are each in one or
    more of the others, so that what the others lack of it is in one of them alone."""

    terms: tuple[tuple[Cell, int], ...]
    is_union: bool = False


# What has narrowed the bounds of each count.
Causes = dict[Cell, list[Relation]]


def at_most(one: Cell, *others: Cell) -> Relation:
    """The one is at most what the others make together."""
    return Relation(((one, 1), *((other, -1) for other in others)))


def union(one: Cell, *others: Cell) -> Relation:
    """Those of the one are each in one or more of the others: it is at most what they make together."""
    return at_most(one, *others)._replace(is_union=len(others) > 1)


def equal(one: Cell, *others: Cell) -> list[Relation]:
    """The one is what the others make together."""
    return [at_most(one, *others), Relation(((one, -1), *((other, 1) for other in others)))]


class Shown(NamedTuple):
    """All that a report would show: counts, the cells that hold them, and what anybody knows of how they relate.

    Counts below `below` are hidden. `rank` says what is given up first where something more has to be: the highest.
    `between` are counts that nobody shows or hides, to calculate with: of the first of two counts, those that are not
    of the second. `together` gives the parts of two dimensions that are of the same, as anybody may know, by name.
    """

    counts: Mapping[Cell, int]
    cells: Sequence[tuple[Cell, ...]]
    relations: Sequence[Relation]
    below: int
    rank: Callable[[Cell], int]
    between: Mapping[Cell, tuple[Cell, Cell]] = {}
    together: Callable[[str], Sequence[SameCases]] = lambda name: ()

    def is_small(self, place: Cell) -> bool:
        return 0 < self.counts[place] < self.below


class _Web(NamedTuple):
    """How all counts hang together: the relations, those that each place stands in (by number), and the counts that lie
    between two others."""

    counts: Mapping[Cell, int]
    relations: list[Relation]
    holding: dict[Cell, list[int]]
    rests: Mapping[Cell, int]

    def add(self, relation: Relation) -> None:
        """One relation more, where it holds here."""
        if own := _of_what_is_there(relation, self.counts):
            for place, _ in own.terms:
                self.holding.setdefault(place, []).append(len(self.relations))
            self.relations.append(own)


def hidden(shown: Shown) -> set[Cell]:
    """The counts that are not shown. What is small goes; in a breakdown as many more, smallest first, until two or
    more are hidden that together are not small; and what gives a small one away in any other way."""
    gone = {place for place in shown.counts if shown.is_small(place)}
    sums, web = PartSums(shown.counts, shown.together, shown.below), _web(shown)
    while True:
        for terms in sums.hide(gone):
            web.add(Relation(terms))
            web.add(Relation(tuple((place, -times) for place, times in terms)))
        given_away = _given_away(shown, web, gone)
        if given_away is None:
            return gone
        gone.add(given_away)


def _web(shown: Shown) -> _Web:
    rests = {rest: shown.counts[first] - shown.counts.get(second, 0) for rest, (first, second) in shown.between.items()}
    counts = {**shown.counts, **rests}
    every = (
        *shown.relations, *_divided(shown.between), *_sums(counts, _families(counts)),
        *_same(counts, shown.together),
    )  # fmt: skip
    web = _Web(counts, [], {}, rests)
    for relation in every:
        web.add(relation)
    return web


def _families(counts: Iterable[Cell]) -> dict[tuple[str, str], list[Cell]]:
    """The parts of each name and dimension."""
    found: dict[tuple[str, str], list[Cell]] = {}
    for place in counts:
        if place[1]:
            found.setdefault(place[:2], []).append(place)
    return found


def _sums(counts: Mapping[Cell, int], families: Mapping[tuple[str, str], list[Cell]]) -> list[Relation]:
    """A whole is what its parts make; where persons stand in several parts, at most that."""
    found: list[Relation] = []
    for (name, _), parts in families.items():
        whole = (name, "", "")
        if whole in counts:
            found += [*equal(whole, *parts), *(at_most(part, whole) for part in parts)]
    return found


def _same(counts: Mapping[Cell, int], together: Callable[[str], Sequence[SameCases]]) -> Iterator[Relation]:
    """What is of the same cases is as much."""
    names = dict.fromkeys(name for name, dimension, _ in counts if dimension)
    for name in names:
        for same in together(name):
            sides = ([(name, *part) for part in side] for side in same)
            terms = tuple((place, sign) for side, sign in zip(sides, (1, -1), strict=True) for place in side)
            yield from (Relation(terms), Relation(tuple((place, -sign) for place, sign in terms)))


def _divided(between: Mapping[Cell, tuple[Cell, Cell]]) -> Iterator[Relation]:
    """Those of the second, and those that are not of it, are the first."""
    for rest, (first, second) in between.items():
        yield from equal(first, second, rest)


def _of_what_is_there(relation: Relation, counts: Mapping[Cell, int]) -> Relation | None:
    """The relation without what is nothing; None where it does not hold here (a person in several parts)."""
    own = tuple((place, times) for place, times in relation.terms if place in counts)
    holds = sum(counts[place] * times for place, times in own) <= 0
    return Relation(own, relation.is_union and len(own) > 2) if own and holds else None


def _given_away(shown: Shown, web: _Web, gone: set[Cell]) -> Cell | None:
    """One count more to hide, where what is shown leaves a small one no choice, or where a union that is shown next to
    one of its parts tells that some are in the others alone; None where all are safe."""
    known = {place for cell in shown.cells if gone.isdisjoint(cell) for place in cell}
    bounds = _before_calculating(shown, web, known, gone)
    causes = _narrow(bounds, web)
    for place in sorted(gone):
        low, high = bounds[place]
        narrowed = low > 1 and any(relation.is_union for relation in causes.get(place, ()))
        if shown.is_small(place) and (narrowed or low >= min(high, shown.below - 1)):
            found = _visible_cause(place, causes, known, shown)
            if found is not None:
                return found
    return None


def _before_calculating(shown: Shown, web: _Web, known: set[Cell], gone: set[Cell]) -> Bounds:
    """What anybody knows of each count: what is shown, and what lies between two that are."""
    bounds = {place: _known(shown, place) if place in known else _prior(shown, place, gone) for place in shown.counts}
    for rest, pair in shown.between.items():
        is_known = all(place in known or place not in shown.counts for place in pair)
        bounds[rest] = (web.rests[rest], web.rests[rest]) if is_known else (0, FAR)
    return bounds


def _known(shown: Shown, place: Cell) -> tuple[int, int]:
    return shown.counts[place], shown.counts[place]


def _prior(shown: Shown, place: Cell, gone: set[Cell]) -> tuple[int, int]:
    """What anybody knows before calculating of a count that is not shown: a hidden whole is small, a hidden part is not
    nothing. The parts of a hidden whole are not even listed, so that any of them may be nothing."""
    is_small = shown.is_small(place)
    if place not in gone:
        return 0, FAR
    if not place[1]:
        return (1, shown.below - 1) if is_small else (0, FAR)
    return (0 if (place[0], "", "") in gone else min(1, shown.counts[place])), FAR


def _narrow(bounds: Bounds, web: _Web) -> Causes:
    """Calculate until nothing narrows any more. Gives what has narrowed each.

    Reports have thousands of relations: one is calculated where a place of it is open, and again where one has changed.
    """
    causes: Causes = {}
    waiting = {number for place, (low, high) in bounds.items() if low < high for number in web.holding.get(place, ())}
    for _ in range(ROUNDS):
        if not waiting:
            break
        for number in sorted(waiting):
            waiting.discard(number)
            relation = web.relations[number]
            for place in _narrowed_by(relation, bounds):
                causes.setdefault(place, []).append(relation)
                waiting.update(web.holding[place])
    return causes


def _narrowed_by(relation: Relation, bounds: Bounds) -> Iterator[Cell]:
    """Each place that the relation narrows. Most narrow nothing, and are done with at once: what a report hides takes
    some hundred thousand of these looks."""
    least = widest = 0
    for place, times in relation.terms:
        low, high = bounds[place]
        least += times * (low if times > 0 else high)
        width = times * (high - low) if times > 0 else times * (low - high)
        if width > widest:
            widest = width
    if widest > -least:
        yield from _narrowed_one_by_one(relation, bounds, least)


def _narrowed_one_by_one(relation: Relation, bounds: Bounds, least: int) -> Iterator[Cell]:
    for place, times in relation.terms:
        own = _least(bounds, place, times)
        room = own - least
        low, high = bounds[place]
        new = (low, min(high, room // times)) if times > 0 else (max(low, -(room // -times)), high)
        if new != (low, high) and new[0] <= new[1]:
            bounds[place] = new
            least += _least(bounds, place, times) - own
            yield place


def _least(bounds: Bounds, place: Cell, times: int) -> int:
    low, high = bounds[place]
    return times * (low if times > 0 else high)


def _visible_cause(place: Cell, causes: Causes, known: set[Cell], shown: Shown) -> Cell | None:
    """The shown count to give up among those that the place is calculated from, the nearest first: for a part a part,
    for a whole a whole, and the one of highest rank."""
    waiting, seen = [place], {place}
    while waiting:
        near = [cell for one in waiting for relation in causes.get(one, ()) for cell, _ in relation.terms]
        near += [cell for rest in waiting for cell in shown.between.get(rest, ())]
        candidates = [cell for cell in near if cell in known and shown.counts[cell]]
        if candidates:
            return max(candidates, key=lambda cell: (bool(cell[1]) == bool(place[1]), shown.rank(cell), cell))
        waiting = [cell for cell in dict.fromkeys(near) if cell not in seen]
        seen.update(waiting)
    return None
