"""What others see of targets: what one was judged by is a figure that they see, or no count that gives one away."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.suppression import Cell, Relation, equal
from ipsu_cli.reports.kpi_figure import Figure, KeyFigure
from ipsu_cli.reports.kpi_targets import Judged, of_scope, rounded, span_of
from ipsu_cli.rules.kpis import MEETINGS

# Not counts of persons or of what was done with them.
OPEN = ("fidelity_latest", MEETINGS)
SUPPORTED, GOAL = "supported", "goal"


class TargetScope(NamedTuple):
    """What the whole of the answer can be held to: the targets of one agreement, of all (None) or nobody's."""

    period: Period
    aims: Sequence[str | None]


class CountsSince(NamedTuple):
    """New support counted from another day than the period's first, for the whole or an agreement: each count is a
    place of its own. What lies between two of the same cases is a count too, though nobody shows it."""

    places: Mapping[Cell, int]
    between: Mapping[Cell, int]
    relations: Sequence[Relation]


def counts_since(judged: Sequence[Judged], counts: Mapping[Cell, int], asked: TargetScope) -> CountsSince:
    """Those of the targets, next to what the key figures count."""
    own = {place: judgement for judgement in judged if (place := _since(judgement, asked))}
    places = {place: judgement.value[0] for place, judgement in own.items() if judgement.value}
    every = {**counts, **places}
    between: dict[Cell, int] = {}
    relations: list[Relation] = []
    for agreement in {judgement.target.agreement for judgement in own.values()} | {*asked.aims}:
        alike = [place for place in _shown_for(agreement, asked) if place in counts]
        alike += [place for place in places if own[place].target.agreement == agreement]
        for less, more in _by_size(alike, every):
            rest = (f"{more} less {less}", "", "")
            between[rest] = every[more] - every[less]
            relations += equal(more, less, rest)
    return CountsSince(places, between, [*relations, *_of_all(judged, asked)])


def _shown_for(agreement: str | None, asked: TargetScope) -> list[Cell]:
    """What the key figures show of new support in the same cases."""
    if agreement in asked.aims:
        return [(SUPPORTED, "", ""), (GOAL, "", "")]
    return [(SUPPORTED, "agreement", agreement or "")]


def _since(judged: Judged, asked: TargetScope) -> Cell | None:
    """The place of what a target was judged by, where that is new support from another day in cases of the answer."""
    target = judged.target
    first = span_of(target, asked.period).first
    is_own = target.agreement in asked.aims or None in asked.aims
    if judged.kpi.code != SUPPORTED or not is_own or not _is_of_the_day(judged, asked) or first == asked.period.first:
        return None
    return f"{SUPPORTED} since {first} under {target.agreement}", "", ""


def _is_of_the_day(judged: Judged, asked: TargetScope) -> bool:
    return judged.on == asked.period.last and not judged.target.counts


def _by_size(places: Sequence[Cell], counts: Mapping[Cell, int]) -> Iterator[tuple[Cell, Cell]]:
    """Every two that differ, the smaller first."""
    for pair in combinations(dict.fromkeys(places), 2):
        less, more = sorted(pair, key=lambda place: counts[place])
        if counts[less] < counts[more]:
            yield less, more


def _of_all(judged: Sequence[Judged], asked: TargetScope) -> Iterator[Relation]:
    """Since the same day all are what each agreement has, where each has a target."""
    of_day: dict[str, dict[str | None, Cell]] = {}
    for judgement in judged:
        if place := _since(judgement, asked):
            of_day.setdefault(str(judgement.target.from_day), {})[judgement.target.agreement] = place
    for own in of_day.values():
        if whole := own.pop(None, None):
            yield from equal(whole, *own.values())


def with_open_targets(
    figure: KeyFigure, judged: Sequence[Judged], asked: TargetScope, gone: Collection[Cell]
) -> KeyFigure:
    """The key figure without what its targets were judged by, where that is not shown either."""
    own = next((aim for name in asked.aims if (aim := of_scope(judged, name, asked.period))), None)
    targets = [
        target
        if _is_open(judgement, figure, asked, gone)
        else target._replace(judged_value=None, met=None, difference=None, hidden=True)
        for target, judgement in zip(figure.targets, judged, strict=True)
    ]
    closed = own and not _is_open(own, figure, asked, gone)
    return figure._replace(targets=targets, met=None if closed else figure.met)


def _is_open(judged: Judged, figure: KeyFigure, asked: TargetScope, gone: Collection[Cell]) -> bool:
    """Is what a target was judged by one of the figures that are shown, or far from all of them?"""
    if judged.kpi.base in OPEN:
        return True
    shown = _figure_of(judged, figure, asked)
    if shown is None or shown.hidden or not _is_of_the_day(judged, asked):
        return False
    if judged.value is None:
        return True
    place = _since(judged, asked)
    return _is_the_same(judged, shown) if place is None else place not in gone


def _figure_of(judged: Judged, figure: KeyFigure, asked: TargetScope) -> Figure | None:
    """What is shown of the cases that a target is about."""
    name = judged.target.agreement
    if name in asked.aims:
        return figure.whole
    return figure.breakdown.get("agreement", {}).get(name) if name else None


def _is_the_same(judged: Judged, shown: Figure) -> bool:
    """Is a target judged by the figure that is shown? Of a narrower choice of cases it is not."""
    assert judged.value is not None
    value = Quantity(100 * shown.value) if isinstance(shown.value, int) else shown.value
    return rounded(judged.kpi, *judged.value) == value
