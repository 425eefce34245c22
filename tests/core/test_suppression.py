"""Small counts stay hidden from somebody who knows all that is shown, and how the figures relate."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product

import pytest

from ipsu_cli.core.same_cases import SameCases
from ipsu_cli.core.suppression import Cell, Relation, Shown, at_most, hidden, union

World = dict[Cell, int]
WHOLE = ("", "")


def placed(name: str, dimension: str, parts: Iterable[int]) -> World:
    return {(name, dimension, chr(ord("a") + n)): count for n, count in enumerate(parts) if count}


def shown_of(counts: World, relations: list[Relation], below: int = 5) -> Shown:
    return Shown(counts, [(place,) for place in counts], relations, below, lambda place: len(place[0]))


def hidden_parts(*parts: int, below: int = 5) -> list[int]:
    counts = {("n", *WHOLE): sum(parts), **placed("n", "d", parts)}
    gone = hidden(shown_of(counts, [], below))
    return sorted(counts[place] for place in gone if place[1])


@pytest.mark.parametrize(("parts", "gone"), [
    ((68, 55, 1), [1, 55]),
    ((61, 35, 1), [1, 35]),
    ((112, 67), []),
    ((5, 5), []),
    ((1, 68), [1, 68]),
    ((2, 3, 40), [2, 3]),  # together 5
    ((1, 3, 40, 60), [1, 3, 40]),  # together 4: one more
    ((1, 1, 1, 2, 9), [1, 1, 1, 2]),
    ((1, 2), [1, 2]),  # a total of 3 hides its whole breakdown
    ((4, 0, 9), [4, 9]),
    ((4,), [4]),
])  # fmt: skip
def test_as_many_more_smallest_first(parts: tuple[int, ...], gone: list[int]) -> None:
    assert gone == hidden_parts(*parts)


def test_the_limit_is_the_offices_own() -> None:
    assert [] == hidden_parts(3, 40, below=3)
    assert [2, 40] == hidden_parts(2, 40, below=3)
    assert [9, 40] == hidden_parts(9, 40, below=10)


def test_what_is_nothing_is_shown() -> None:
    counts = {("n", *WHOLE): 13, ("n", "d", "a"): 4, ("n", "d", "b"): 0, ("n", "d", "c"): 9}
    assert {("n", "d", "a"), ("n", "d", "c")} == hidden(shown_of(counts, []))
    assert set() == hidden(shown_of({("n", *WHOLE): 0, ("n", "d", "a"): 0}, []))


def agreements_on_services(a: int, b: int, c: int, d: int) -> tuple[World, set[Cell]]:
    """Agreements a and b on one service, c and d on another: the counts, and those that are hidden."""
    counts = {
        ("n", *WHOLE): a + b + c + d,
        **placed("n", "agreement", (a, b, c, d)),
        **placed("n", "service", (a + b, c + d)),
    }
    same = [
        SameCases([("agreement", one), ("agreement", other)], [("service", service)])
        for one, other, service in (("a", "b", "a"), ("c", "d", "b"))
    ]
    shown = shown_of(counts, [])._replace(together=lambda name: same)
    return counts, hidden(shown)


def test_a_service_less_one_agreement_on_it_does_not_tell_the_other() -> None:
    """Hidden agreements of different services would each be told by their service: 14 less 12, 13 less 10."""
    counts, gone = agreements_on_services(12, 2, 3, 10)
    assert [("agreement", part) for part in "abcd"] == sorted(place[1:] for place in gone)
    assert not any(("n", "service", part) in gone for part in "ab")
    assert counts.keys() > gone


def test_what_is_left_of_the_whole_tells_no_agreement_either() -> None:
    """Of one service both agreements are hidden, which together its sum tells: d is the rest of the whole."""
    _, gone = agreements_on_services(3, 9, 20, 4)
    assert {("n", "agreement", part) for part in "abcd"} <= gone
    assert ("n", *WHOLE) not in gone


def test_a_count_that_is_half_of_another_is_given_away_by_it() -> None:
    """Twice x is at least 8, so that x is 4 and no other small count; or at most 3, so that it is 1."""
    x, y = ("x", *WHOLE), ("y", *WHOLE)
    assert {x, y} == hidden(shown_of({x: 4, y: 8}, [Relation(((y, 1), (x, -2)))]))
    assert {x} == hidden(shown_of({x: 4, y: 7}, [Relation(((y, 1), (x, -3)))]))
    assert {x, y} == hidden(shown_of({x: 1, y: 3}, [Relation(((x, 2), (y, -1)))], below=3))
    assert {x} == hidden(shown_of({x: 1, y: 4}, [Relation(((x, 2), (y, -1)))], below=3))


def two_dimensions(n: int) -> Iterator[World]:
    """Persons of two kinds in two services."""
    for a, b, c, d in product(range(n), repeat=4):
        yield {
            ("n", *WHOLE): a + b + c + d,
            **placed("n", "gender", (a + b, c + d)), **placed("n", "service", (a + c, b + d)),
        }  # fmt: skip


def three_parts(n: int) -> Iterator[World]:
    for parts in product(range(n), repeat=3):
        yield {("n", *WHOLE): sum(parts), **placed("n", "d", parts)}


def some_of_them(n: int) -> Iterator[World]:
    """In each of two parts so many, and so many of them active."""
    for a, b, c, d in product(range(n), repeat=4):
        if c <= a and d <= b:
            yield {
                ("all", *WHOLE): a + b, **placed("all", "d", (a, b)),
                ("some", *WHOLE): c + d, **placed("some", "d", (c, d)),
            }  # fmt: skip


def one_or_both(n: int) -> Iterator[World]:
    """So many with work, so many with studies, and how many with either."""
    for work, studies, both in product(range(n), range(n), range(5)):
        if both <= min(work, studies):
            yield {("work", *WHOLE): work, ("studies", *WHOLE): studies, ("eitherone", *WHOLE): work + studies - both}


AT = (WHOLE, ("d", "a"), ("d", "b"))
SOME = [at_most(("some", *at), ("all", *at)) for at in AT]
EITHER = [
    union(("eitherone", *WHOLE), ("work", *WHOLE), ("studies", *WHOLE)),
    at_most(("work", *WHOLE), ("eitherone", *WHOLE)),
    at_most(("studies", *WHOLE), ("eitherone", *WHOLE)),
]


def test_a_union_next_to_one_kind_leaves_every_small_count_possible() -> None:
    """8 with work or studies, 5 of them with work, would tell that 3 or 4 have studies, and not 1 or 2. All registers
    are tried, and solved by trying every other one."""
    work, studies, either = (("work", *WHOLE), ("studies", *WHOLE), ("eitherone", *WHOLE))

    def world(work_alone: int, both: int, studies_alone: int) -> World:
        return {work: work_alone + both, studies: both + studies_alone, either: work_alone + both + studies_alone}

    every = [world(*counts) for counts in product(range(14), repeat=3)]
    for counts in product(range(8), repeat=3):
        own = world(*counts)
        gone = hidden(shown_of(own, EITHER))
        alike = [one for one in every if all(one[place] == n for place, n in own.items() if place not in gone)]
        for place in gone:
            assert own[place] >= 5 or {1, 2, 3, 4} <= {one[place] for one in alike}, (own, gone)
    assert either in hidden(shown_of(world(5, 0, 3), EITHER))


def report_of(world: World, gone: frozenset[Cell]) -> frozenset[tuple[Cell, int]]:
    return frozenset((place, n) for place, n in world.items() if n and place not in gone)


def by_report(every: list[World], gone: frozenset[Cell]) -> dict[object, dict[Cell, set[int]]]:
    """For each report that hides those: what each of them may be."""
    alike: dict[object, dict[Cell, set[int]]] = defaultdict(lambda: defaultdict(set))
    for world in every:
        if all(world.get(place) for place in gone):
            for place in gone:
                alike[report_of(world, gone)][place].add(world[place])
    return alike


def largest(world: World) -> int:
    return max((n for place, n in world.items() if place[1] or len(place[0]) > 1), default=0)


@pytest.mark.parametrize(("worlds", "relations", "most", "lost"), [
    (two_dimensions, [], 9, 3696), (three_parts, [], 22, 4182), (some_of_them, SOME, 11, 3012),
    (one_or_both, EITHER, 22, 214),
])  # fmt: skip
def test_no_small_count_follows_from_what_is_shown(
    worlds: Callable[[int], Iterator[World]], relations: list[Relation], most: int, lost: int
) -> None:
    """Every register up to a size: whatever one report shows, there are two registers or more that would show the
    same and differ in each small count. Known to all: a hidden part is not nothing, a hidden total is small.

    `lost` is how many counts that are not small are hidden too, in all the registers: the price, and no more of it.
    """
    every = list(worlds(most))
    by_gone: dict[frozenset[Cell], list[World]] = defaultdict(list)
    for world in every:
        by_gone[frozenset(hidden(shown_of({p: n for p, n in world.items() if n}, relations)))].append(world)
    assert lost == sum(world[place] >= 5 for gone, hiding in by_gone.items() for world in hiding for place in gone)
    for gone, hiding in by_gone.items():
        alike = by_report(every, gone)
        inner = [world for world in hiding if largest(world) <= most - 5]  # what those may be is all listed
        for world in inner:
            found = alike[report_of(world, gone)]
            assert [] == [
                (world, place) for place in gone if world[place] < 5 and len([n for n in found[place] if n < 5]) < 2
            ]
