"""What sums of parts tell of the parts that are hidden.

A whole is what its parts make, and parts of two dimensions that are of the same cases make the same. These equations
are solved for what is hidden (Gauss): where something hidden stands alone, or with others that are small together, what
is shown there tells it, and the smallest of that has to go too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm

from ipsu_cli.core.same_cases import SameCases

# A name, a dimension and a part of it; both empty: the whole.
CountPlace = tuple[str, str, str]
# How often each place counts; together nothing.
Equation = dict[CountPlace, int | Fraction]
WholeTerms = tuple[tuple[CountPlace, int], ...]


class PartSums:
    """The sums of the counts of each name. Counts below `below` are small."""

    def __init__(
        self, counts: Mapping[CountPlace, int], together: Callable[[str], Sequence[SameCases]], below: int
    ) -> None:
        self._counts = {place: count for place, count in counts.items() if count}
        self._below = below
        self._places: dict[str, set[CountPlace]] = {}
        for place in counts:
            self._places.setdefault(place[0], set()).add(place)
        self._equations = {
            name: list(_equations(name, places & self._counts.keys(), together(name)))
            for name, places in self._places.items()
        }
        self._hidden: dict[str, int] = {}

    def hide(self, gone: set[CountPlace]) -> list[WholeTerms]:
        """Hide the parts of a hidden whole, and next to hidden parts as many more as it takes. Gives what the equations
        come to where that has changed."""
        found: list[WholeTerms] = []
        for name, places in self._places.items():
            if len(places & gone) != self._hidden.get(name, 0):
                self._hide(name, gone)
                self._hidden[name] = len(places & gone)
                found += map(_terms, _solved(self._equations[name], gone))
        return found

    def _hide(self, name: str, gone: set[CountPlace]) -> None:
        if (name, "", "") in gone:
            gone.update(self._places[name])
            return
        while (more := self._told_by(name, gone)) is not None:
            gone.add(more)

    def _told_by(self, name: str, gone: set[CountPlace]) -> CountPlace | None:
        """The smallest of what tells something that is hidden; None where nothing is told."""
        for equation in _each_with_hidden(self._equations[name], gone):
            hidden = [place for place in equation if place in gone]
            if self._is_told(equation, hidden):
                shown = [place for place in equation if place not in gone and place in self._counts]
                if shown:
                    dimensions = {place[1] for place in hidden}
                    return min(shown, key=lambda place: self._rank(place, dimensions))
        return None

    def _is_told(self, equation: Equation, hidden: Sequence[CountPlace]) -> bool:
        """Does what is hidden stand alone, or is it small together? Persons may stand in several parts: there are at
        least as many as in the largest."""
        if len(hidden) < 2:
            return True
        if len({equation[place] for place in hidden}) > 1:
            return False  # a difference
        counts = [self._counts[place] for place in hidden]
        times = equation[hidden[0]]
        told = sum(-number / Fraction(times) * self._counts.get(place, 0)
                   for place, number in equation.items() if place not in hidden)  # fmt: skip
        return max(min(told, sum(counts)), *counts) < self._below

    def _rank(self, place: CountPlace, dimensions: Iterable[str]) -> tuple[bool, bool, int, CountPlace]:
        """A part goes before the whole, and one of the same dimension before those of others."""
        return not place[1], place[1] not in dimensions, self._counts[place], place


def _equations(name: str, places: set[CountPlace], together: Sequence[SameCases]) -> Iterator[Equation]:
    """Every sum of a name: of each dimension, and of what is of the same cases in two."""
    dimensions = sorted({place[1] for place in places if place[1]})
    for dimension in dimensions:
        yield {(name, "", ""): -1, **_counted_once(place for place in places if place[1] == dimension)}
    for same in together:
        one = _counted_once(place for part in same.one if (place := (name, *part)) in places)
        other = _counted_once(place for part in same.other if (place := (name, *part)) in places)
        if one and other:
            yield {**one, **{place: -times for place, times in other.items()}}


def _counted_once(places: Iterable[CountPlace]) -> Equation:
    return dict.fromkeys(sorted(places), 1)


def _each_with_hidden(equations: Iterable[Equation], gone: set[CountPlace]) -> list[Equation]:
    """The equations that hidden places stand in, as they are and solved, the fewest hidden places first."""
    own = [equation for equation in equations if not gone.isdisjoint(equation)]
    return sorted(
        [*own, *_solved(own, gone)],
        key=lambda equation: (sum(place in gone for place in equation), len(equation)),
    )


def _solved(equations: Iterable[Equation], gone: set[CountPlace]) -> Iterable[Equation]:
    """The equations, each solved for one of the hidden places, which then stands in no other."""
    solved: dict[CountPlace, Equation] = {}
    for given in equations:
        equation = dict(given)
        for place in [place for place in given if place in solved]:
            _add(equation, solved[place], -equation[place])
        first = min((place for place in equation if place in gone), default=None)
        if first is None:
            continue
        times = equation[first]
        equation = {place: _over(number, times) for place, number in equation.items()}
        for other in solved.values():
            if first in other:
                _add(other, equation, -other[first])
        solved[first] = equation
    return solved.values()


def _over(number: int | Fraction, times: int | Fraction) -> int | Fraction:
    return number * times if times in (1, -1) else Fraction(number) / times


def _add(to: Equation, other: Equation, times: int | Fraction) -> None:
    for place, number in other.items():
        total = to.get(place, 0) + number * times
        if total:
            to[place] = total
        else:
            del to[place]


def _terms(equation: Equation) -> WholeTerms:
    """The equation in whole numbers."""
    times = lcm(*(Fraction(number).denominator for number in equation.values()))
    return tuple((place, int(number * times)) for place, number in equation.items())
