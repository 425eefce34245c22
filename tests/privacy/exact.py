"""What a system of equations and limits leaves open, calculated with whole fractions: nothing is rounded.

Every unknown is at least nothing. A system is taken apart into the unknowns that hang together, the equations of each
are solved for as many unknowns as they settle (Gauss), and what is left is tried by the simplex method, as Chvátal
writes it down, with Bland's rule, which never goes round in circles.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

ONE, ZERO = Fraction(1), Fraction(0)
# The constant of a form, next to its unknowns.
CONSTANT = ("constant",)
Unknown = Any  # whatever can be a key
Form = dict[Unknown, Fraction]


class Extent(NamedTuple):
    """The least and the most that something can be; no `most`: as much as one likes."""

    least: Fraction
    most: Fraction | None

    @property
    def is_one_value(self) -> bool:
        return self.least == self.most


class Row(NamedTuple):
    """So many times each unknown, together equal to a number or at most that."""

    times: Mapping[Unknown, Fraction]
    number: Fraction
    is_equal: bool


class System:
    """Equations and limits, and the numbers that are known."""

    def __init__(self, rows: Iterable[Row], known: Mapping[Unknown, Fraction]) -> None:
        self.known = known
        self._groups: dict[Unknown, _Group] = {}
        for unknowns, own in _apart([_without(row, known) for row in rows]):
            group = _Group(own)
            self._groups |= dict.fromkeys(unknowns, group)

    def extent(self, unknowns: Iterable[Unknown]) -> Extent:
        """The least and the most that they can make together."""
        least, open_ended = ZERO, False
        most = ZERO
        for group, own in self._by_group(unknowns):
            extent = group.extent(own) if group else Extent(ZERO, None)
            least += extent.least
            if extent.most is None:
                open_ended = True
            else:
                most += extent.most
        known = sum((self.known[one] for one in unknowns if one in self.known), ZERO)
        return Extent(known + least, None if open_ended else known + most)

    def _by_group(self, unknowns: Iterable[Unknown]) -> "list[tuple[_Group | None, Form]]":
        found: dict[int, tuple[_Group | None, Form]] = {}
        for one in unknowns:
            if one not in self.known:
                group = self._groups.get(one)
                found.setdefault(id(group), (group, {}))[1][one] = ONE
        return list(found.values())


def _without(row: Row, known: Mapping[Unknown, Fraction]) -> Row:
    number = row.number - sum((known[one] * times for one, times in row.times.items() if one in known), ZERO)
    return Row({one: times for one, times in row.times.items() if one not in known}, number, row.is_equal)


def _apart(rows: list[Row]) -> list[tuple[set[Unknown], list[Row]]]:
    """The rows by the unknowns that hang together."""
    found: list[tuple[set[Unknown], list[Row]]] = []
    for row in rows:
        if not row.times:
            assert row.number == 0 if row.is_equal else row.number >= 0, "what is true does not contradict itself"
            continue
        near = [group for group in found if not group[0].isdisjoint(row.times)]
        found = [group for group in found if group not in near]
        found.append((
            set(row.times).union(*(unknowns for unknowns, _ in near)), [*(one for _, own in near for one in own), row]
        ))  # fmt: skip
    return found


class _Group:
    """Unknowns that hang together."""

    def __init__(self, rows: list[Row]) -> None:
        self._solved = _solve(row for row in rows if row.is_equal)
        limits = [self._put_in({**{one: -times for one, times in row.times.items()}, CONSTANT: row.number})
                  for row in rows if not row.is_equal]  # fmt: skip
        # Every one of these forms is at least nothing.
        self._dictionary = _begin([form for form in (*limits, *self._solved.values()) if _unknowns(form)])

    def extent(self, form: Form) -> Extent:
        own = self._put_in(form)
        if not _unknowns(own):
            return Extent(own.get(CONSTANT, ZERO), own.get(CONSTANT, ZERO))
        most = _most(self._dictionary, own)
        least = _most(self._dictionary, {one: -times for one, times in own.items()})
        assert least is not None, "nothing shown is less than nothing"
        return Extent(-least, most)

    def _put_in(self, form: Form) -> Form:
        """The form in those unknowns alone that the equations do not settle."""
        found: Form = {}
        for one, times in form.items():
            _add(found, self._solved.get(one, {one: ONE}), times)
        return found


def _unknowns(form: Form) -> list[Unknown]:
    return [one for one in form if one != CONSTANT]


def _add(to: Form, form: Form, times: Fraction) -> None:
    for one, own in form.items():
        number = to.get(one, ZERO) + own * times
        if number:
            to[one] = number
        else:
            to.pop(one, None)


def _solve(rows: Iterable[Row]) -> dict[Unknown, Form]:
    """What each unknown that the equations settle is made of: others, which they do not."""
    solved: dict[Unknown, Form] = {}
    for row in rows:
        form: Form = {}
        for one, times in ((CONSTANT, -row.number), *row.times.items()):
            _add(form, solved.get(one, {one: ONE}), times)
        first = next(iter(_unknowns(form)), None)
        if first is None:
            assert not form, "what is true does not contradict itself"
            continue
        times = form.pop(first)
        own = {one: -number / times for one, number in form.items()}
        for other in solved.values():
            if first in other:
                _add(other, own, other.pop(first))
        solved[first] = own
    return solved


# Simplex: what each basic unknown is made of. The n-th limit's own unknown is ("slack", n).
Dictionary = dict[Unknown, Form]
HELP = ("help",)


def _begin(forms: list[Form]) -> Dictionary:
    """A dictionary in which no basic unknown is less than nothing; there is one, for what is shown is true."""
    dictionary: Dictionary = {("slack", place): dict(form) for place, form in enumerate(forms)}
    worst = min(dictionary, key=lambda one: dictionary[one].get(CONSTANT, ZERO), default=None)
    if worst is None or dictionary[worst].get(CONSTANT, ZERO) >= 0:
        return dictionary
    for form in dictionary.values():
        form[HELP] = ONE
    _pivot(dictionary, HELP, worst)
    left = _climb(dictionary, {HELP: -ONE})
    assert left == 0, "what is true does not contradict itself"
    if HELP in dictionary:
        _pivot(dictionary, next(iter(_unknowns(dictionary[HELP]))), HELP)
    for form in dictionary.values():
        form.pop(HELP, None)
    return dictionary


def _most(dictionary: Dictionary, form: Form) -> Fraction | None:
    """The most that a form can be; None where there is no end to it."""
    return _climb({one: dict(own) for one, own in dictionary.items()}, form)


def _climb(dictionary: Dictionary, form: Form) -> Fraction | None:
    aim: Form = {}
    for one, times in form.items():
        _add(aim, dictionary.get(one, {one: ONE}), times)
    while rising := [one for one in _unknowns(aim) if aim[one] > 0]:
        entering = min(rising, key=repr)
        falling = [(own.get(CONSTANT, ZERO) / -own[entering], repr(one), one)
                   for one, own in dictionary.items() if own.get(entering, ZERO) < 0]  # fmt: skip
        if not falling:
            return None
        *_, leaving = min(falling)
        _pivot(dictionary, entering, leaving)
        _add(aim, dictionary[entering], aim.pop(entering))
    return aim.get(CONSTANT, ZERO)


def _pivot(dictionary: Dictionary, entering: Unknown, leaving: Unknown) -> None:
    row = dictionary.pop(leaving)
    times = row.pop(entering)
    own = {one: -number / times for one, number in row.items()} | {leaving: 1 / times}
    for form in dictionary.values():
        if entering in form:
            _add(form, own, form.pop(entering))
    dictionary[entering] = own
