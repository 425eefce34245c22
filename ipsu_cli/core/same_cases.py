"""Parts of two dimensions that are of the same cases: agreements and the services that they alone are on, coaches and
the towns that they alone work in. What one side counts together the other does too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ipsu_cli.core.named_tuple import NamedTuple

# A dimension and a part of it.
DimensionPart = tuple[str, str]


class PartsOfRows(NamedTuple):
    """The parts, by dimension, that some case stands in; and those that what is kept of an agreement stands in."""

    cases: Sequence[Mapping[str, str]]
    agreements: Sequence[Mapping[str, str]]


class SameCases(NamedTuple):
    """Some parts of one dimension and some of another, which hold the same cases."""

    one: Sequence[DimensionPart]
    other: Sequence[DimensionPart]


def same_cases(rows: Iterable[Mapping[str, str]], dimensions: Sequence[str]) -> list[SameCases]:
    """All that hang together in two of the dimensions, the fewest parts first; each row has the parts that some case
    stands in. What hangs together as a whole is the whole, and left out."""
    listed = list(rows)
    found = [own for one, other in combinations(dimensions, 2) for own in _of_two(listed, one, other)]
    return sorted(found, key=lambda own: len(own.one) + len(own.other))


def _of_two(rows: Sequence[Mapping[str, str]], one: str, other: str) -> Iterator[SameCases]:
    pairs = sorted({(row[one], row[other]) for row in rows if one in row and other in row})
    groups: dict[DimensionPart, set[DimensionPart]] = {}
    for part, near in pairs:
        together = groups.get((one, part), {(one, part)}) | groups.get((other, near), {(other, near)})
        groups.update(dict.fromkeys(together, together))
    distinct = list({id(group): group for group in groups.values()}.values())
    for group in distinct if len(distinct) > 1 else ():
        yield SameCases(*(sorted(part for part in group if part[0] == name) for name in (one, other)))
