"""Key figures for others: small counts hidden, and what rests on them or would give them away.

Works on the figures as they are answered, so that JSON, text and workbook hide the same. Several reports next to each
other are not protected.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ipsu_cli.core.period import Period
from ipsu_cli.core.suppression import Cell, Relation, Shown, at_most, equal, hidden
from ipsu_cli.reports.kpi_targets import Judged, of_scope
from ipsu_cli.rules.kpis import BY_CODE, COUNT, MEETINGS

# Not counts of persons or of what was done with them.
OPEN = ("fidelity_latest", MEETINGS)
# What a share's numerator and denominator are, where they are figures of their own or shared by two.
MADE_OF = {
    "conversion": ("started", "referrals"),
    "wait_est": ("queue", "exits"),
    "initial_offered": ("offered", "queue_before"),
    "outcome_share": ("with_outcome", "active"),
    "in_work": ("in_work", "ongoing_persons"),
    "discharge_share": ("discharged", "participants"),
    "discharge_share_closed": ("discharged", "closed_persons"),
    "balance": ("cases_closed", "cases_started"),
}
# The same for each question of a survey, with the question and whom it was put to after the name.
MADE_OF_SURVEY = {"survey_share": ("positive", "answered"), "survey_response": ("answered", "asked")}
OUT_OF = dict(MADE_OF_SURVEY.values())
NAMES = (*BY_CODE, "goal", *(name for pair in MADE_OF.values() for name in pair))
RANKS = {name: place for place, name in enumerate(dict.fromkeys(NAMES))}
RESTS_ON_QUEUE = ("wait_max", "wait_median", "wait_mean")
# The one is at most what the others make together: known to everybody who knows what the figures mean.
KNOWN = (
    ("ongoing_persons", "ongoing"), ("ongoing_persons", "participants"), ("active", "participants"),
    ("supported", "participants"), ("supported", "cases_started"), ("started", "referrals"),
    ("offered", "queue_before"), ("outcomes_unsubsidised", "outcomes_employment"),
    ("outcomes_employment", "with_outcome"), ("outcomes_studies_completed", "with_outcome"),
    ("with_outcome", "outcomes_employment", "outcomes_studies_completed"), ("with_outcome", "participants"),
    ("outcomes_studies_started", "participants"), ("in_work", "ongoing_persons"), ("discharged", "closed_persons"),
    ("closed_persons", "participants"), ("closed_persons", "cases_closed"),
    ("participants", "ongoing_persons", "closed_persons"), ("supported", "goal"),
)  # fmt: skip


class SuppressionScope(NamedTuple):
    """What the answer is about: the period, and one agreement or (where it is None) all. Counts below `below` go."""

    period: Period
    agreement: str | None
    below: int


class ShownFigure(NamedTuple):
    """One figure of the answer, where it stands, and the counts that it shows or rests on."""

    shape: dict[str, Any]
    places: tuple[Cell, ...]


def hide(shapes: list[dict[str, Any]], judged: Sequence[Judged], asked: SuppressionScope) -> None:
    """Hide in the answer what is small and what gives it away."""
    counts: dict[Cell, int] = {}
    figures = [figure for shape in shapes for figure in _figures(shape, counts)]
    names = {name for name, _, _ in counts}
    relations = [
        relation for at in {place[1:]: None for place in counts} for relation in _relations(names, at, asked.period)
    ]
    relations += _before_the_period(counts)
    gone = hidden(Shown(counts, [figure.places for figure in figures if figure.places], relations, asked.below, _rank))
    for figure in figures:
        if not gone.isdisjoint(figure.places):
            _hide(figure.shape)
    for shape in shapes:
        _hide_judged(shape, [judgement for judgement in judged if judgement.kpi.code == shape["code"]], asked)


def _rank(place: Cell) -> int:
    """A share is given up before a count, a later one before an earlier one."""
    return RANKS.get(place[0], len(RANKS))


def _before_the_period(counts: dict[Cell, int]) -> list[Relation]:
    """New support counted from before the period gives away how much came before it."""
    goal, new, before = (("goal", "", ""), ("supported", "", ""), ("supported_before", "", ""))
    if goal not in counts or counts[goal] <= counts[new]:
        return []
    counts[before] = counts[goal] - counts[new]
    return equal(goal, new, before)


def _figures(shape: dict[str, Any], counts: dict[Cell, int]) -> Iterator[ShownFigure]:
    """The figures of one key figure, whole and by part; what they count goes to `counts`."""
    yield ShownFigure(shape, tuple(_places(shape, shape, "", "", counts)))
    for dimension, parts in shape["breakdown"].items():
        for part, figure in parts.items():
            yield ShownFigure(figure, tuple(_places(shape, figure, dimension, part, counts)))


def _places(
    shape: dict[str, Any], figure: dict[str, Any], dimension: str, part: str, counts: dict[Cell, int]
) -> Iterator[Cell]:
    """What a figure counts or rests on, as places; two figures that differ are never the same place."""
    base = shape["code"].partition(":")[0]
    if base in OPEN:
        return
    for name, count in _counted(shape, figure, base):
        place = (name, dimension, part)
        if count is not None and counts.setdefault(place, count) != count:
            place = (f"{shape['code']}.{name}", dimension, part)
            counts[place] = count
        yield place


def _counted(shape: dict[str, Any], figure: dict[str, Any], base: str) -> list[tuple[str, int | None]]:
    n, d, own = figure["numerator"], figure["denominator"], shape["code"]
    if base in MADE_OF_SURVEY:
        _, _, rest = own.partition(":")
        one, by = MADE_OF_SURVEY[base]
        return [(f"{one}:{rest}", n), (f"{by}:{rest}", d)]
    if base in RESTS_ON_QUEUE:
        return [("queue", None)]
    if own == "goal_progress":
        return [("goal", n.hundredths // 100)]
    if base == "tenure_cohort":
        return [("ongoing", figure["value"])]
    if BY_CODE[base].unit == COUNT:
        return [(base, figure["value"])]
    if n is None or base == "delivery_rate":
        return [("participants", None)]
    one, other = MADE_OF.get(base, (f"{base}.n", f"{base}.d"))
    return [(one, n), (other, d)]


def _relations(names: set[str], at: tuple[str, str], period: Period) -> Iterator[Relation]:
    """What everybody knows of the counts of one part, or of the whole."""
    for one, *others in KNOWN:
        yield at_most((one, *at), *((other, *at) for other in others))
    for name in sorted(names):
        if name.endswith(".n"):
            yield at_most((name, *at), (f"{name.removesuffix('.n')}.d", *at))
        if name.endswith(":all"):
            question = name.removesuffix(":all")
            yield from equal((name, *at), (f"{question}:ongoing", *at), (f"{question}:closing", *at))
        kind, _, rest = name.partition(":")
        if kind in OUT_OF:
            yield at_most((name, *at), (f"{OUT_OF[kind]}:{rest}", *at))
    yield from equal(("a_to_b.d", *at), ("mappings_done", *at), ("no_shows", *at))
    yield at_most(("gp_on_time.d", *at), ("cases_started", *at))
    yield from _queue(at, period)


def _queue(at: tuple[str, str], period: Period) -> Iterator[Relation]:
    """The queue before, and those who came, are those who left and the queue after: wholly so in twelve months."""
    after = ((("queue_before", *at), 1), (("referrals", *at), 1), (("queue", *at), -1), (("exits", *at), -1))
    yield after
    if (period.last - period.first).days in (364, 365):
        yield tuple((place, -times) for place, times in after)


def _hide(figure: dict[str, Any]) -> None:
    figure.update({"value": None, "numerator": None, "denominator": None, "hidden": True})
    if "why" in figure:
        figure.update({"why": None, "met": None})
    if figure.get("pace"):
        figure["pace"] = {**figure["pace"], "left": None, "per_month": None}


def _is_open(judged: Judged, shape: dict[str, Any], asked: SuppressionScope) -> bool:
    """Is what a target was judged by one of the figures that are shown, or far from all of them?"""
    if judged.kpi.base in OPEN:
        return True
    same = judged.on == asked.period.last and not judged.target.counts
    if judged.target.agreement != asked.agreement:
        part = shape["breakdown"].get("agreement", {}).get(judged.target.agreement)
        return same and bool(part) and not part["hidden"]
    if shape["hidden"] or not same:
        return False
    if judged.value is None or judged.kpi.unit != COUNT:
        return True
    count, _ = judged.value
    return not any(0 < number < asked.below for number in (count, abs(count - shape["value"])))


def _hide_judged(shape: dict[str, Any], judged: list[Judged], asked: SuppressionScope) -> None:
    own = of_scope(judged, asked.agreement, asked.period)
    for judgement, target in zip(judged, shape["targets"], strict=True):
        if not _is_open(judgement, shape, asked):
            target.update({"judged_value": None, "met": None, "difference": None})
            shape["met"] = None if judgement is own else shape["met"]
