"""Our named tuples do what those of `typing` do."""

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest

from ipsu_cli.core.named_tuple import NamedTuple

T = TypeVar("T")


class Plan(NamedTuple):
    """Some hours."""

    case: str
    count: int = 0  # type: ignore[assignment]  # a tuple has a method of that name
    weeks: tuple[str, ...] = ()

    @property
    def first(self) -> str | None:
        return self.weeks[0] if self.weeks else None


class Theirs(typing.NamedTuple):
    case: str
    count: int = 0  # type: ignore[assignment]
    weeks: tuple[str, ...] = ()


class Alone(NamedTuple):
    only: int


class Change(NamedTuple):
    """What the words of the code that makes one could be taken for."""

    cls: str
    new: str
    made: str


class Empty(NamedTuple):
    pass


class Of(NamedTuple, Generic[T]):
    value: T


class Longer(Plan):
    """A type of ours is never taken further, but for a test's stand-in."""

    def doubled(self) -> int:
        return 2 * self.count


USES: list[Callable[[Any], object]] = [
    lambda kind: tuple(kind("B1", 4)),
    lambda kind: tuple(kind(count=2, case="B1")),
    lambda kind: kind("B1").count,
    lambda kind: kind("B1", 4)._asdict(),
    lambda kind: repr(kind("B1", 4)).partition("(")[2],
    lambda kind: tuple(kind("B1")._replace(count=3)),
    lambda kind: tuple(kind._make(["B1", 1, ()])),
    lambda kind: kind._fields,
    lambda kind: kind._field_defaults,
    lambda kind: kind.__match_args__,
    lambda kind: kind.__annotations__,
    lambda kind: kind("B1") == ("B1", 0, ()) and hash(kind("B1")) == hash(("B1", 0, ())),
    lambda kind: kind("B1") < kind("B2"),
    lambda kind: vars(kind).get("__slots__"),
    lambda kind: copy.deepcopy(kind("B1", 4)) == copy.copy(kind("B1", 4)) == kind("B1", 4),
    lambda kind: pickle.loads(pickle.dumps(kind("B1", 4))) == kind("B1", 4),
    lambda kind: type(pickle.loads(pickle.dumps(kind("B1", 4)))) is kind,
]


@pytest.mark.parametrize("place", range(len(USES)))
def test_it_does_what_that_of_the_standard_library_does(place: int) -> None:
    use = USES[place]
    assert use(Theirs) == use(Plan)


Errors = type[Exception] | tuple[type[Exception], ...]
REFUSED: list[tuple[Errors, Callable[[Any], object]]] = [
    (TypeError, lambda kind: kind()),
    (TypeError, lambda kind: kind("B1", 1, (), 4)),
    (TypeError, lambda kind: kind("B1", weekly=3)),
    (TypeError, lambda kind: kind("B1", case="B2")),
    (TypeError, lambda kind: kind._make(["B1"])),
    ((TypeError, ValueError), lambda kind: kind("B1")._replace(weekly=3)),  # the latter before Python 3.13
    (AttributeError, lambda kind: setattr(kind("B1"), "count", 3)),
    (AttributeError, lambda kind: setattr(kind("B1"), "other", 3)),
]


@pytest.mark.parametrize("place", range(len(REFUSED)))
def test_it_refuses_what_that_of_the_standard_library_refuses(place: int) -> None:
    error, use = REFUSED[place]
    for kind in (Theirs, Plan):
        with pytest.raises(error):
            use(kind)


def test_it_has_what_its_class_says() -> None:
    assert ("2026-W10", None) == (Plan("B1", weeks=("2026-W10",)).first, Plan("B1").first)
    assert "Some hours." == Plan.__doc__
    assert (1,) == Alone(1) and () == Empty() and (2,) == Of[int](2)
    assert ("a", "b", "c") == Change("a", new="b", made="c")
    assert 8 == Longer("B1", 4).doubled()
    match Plan("B1", 4):
        case Plan(case, count):
            assert ("B1", 4) == (case, count)


def test_how_one_is_made_is_compiled_once_and_for_its_type_alone() -> None:
    class First(NamedTuple):
        here: int

    class Second(NamedTuple):
        there: int

    assert First.__new__ is Second.__new__
    assert (1,) == First(1)
    made = First.__new__
    assert made is not Second.__new__
    assert (2,) == First(here=2) and made is First.__new__
