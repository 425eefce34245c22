"""Key figures for others: small counts hidden, and what rests on them or would give them away.

Works on the figures as they are answered, so that JSON, text and workbook hide the same. Several reports next to each
other are not protected.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.period import Period
from ipsu_cli.core.same_cases import PartsOfRows, SameCases, same_cases
from ipsu_cli.core.suppression import Cell, Relation, Shown, at_most, equal, hidden, union
from ipsu_cli.reports.kpi_figure import HIDDEN, Figure, FigureValue, KeyFigure, shown_by
from ipsu_cli.reports.kpi_hidden_targets import GOAL, OPEN, TargetScope, counts_since, with_open_targets
from ipsu_cli.reports.kpi_targets import Judged
from ipsu_cli.rules.kpis import BY_CODE, COUNT, POPULATIONS
from ipsu_cli.store.kpis import OWN, OWN_DIMENSION, WHOLE, Parts
from ipsu_cli.store.kpis.persons import PERSONS, RESTS_ON

# The dimensions in which anybody may know what goes together: what an agreement is on, where and with whom.
GO_TOGETHER = ("service", "agreement", "coach", "site", "office")
TENURE, COHORT = "tenure_cohort", "cohort"
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
OF_SURVEYS = {name for pair in MADE_OF_SURVEY.values() for name in pair}
NAMES = (*BY_CODE, GOAL, *(name for pair in MADE_OF.values() for name in pair))
RANKS = {name: place for place, name in enumerate(dict.fromkeys(NAMES))}
# How many a median is of, where that is also known by another name.
MEDIAN_OF = {"first_contact_median": "first_contacts"}
RESTS_ON_QUEUE = ("wait_max", "wait_median", "wait_mean")
# Those of the one are among the others, or among the other: known to everybody who knows what the figures mean.
UNIONS = (
    ("with_outcome", "outcomes_employment", "outcomes_studies_completed"),
    ("participants", "ongoing_persons", "closed_persons"),
)
AMONG = (
    ("ongoing_persons", "ongoing"), ("ongoing_persons", "participants"), ("active", "participants"),
    ("supported", "participants"), ("supported", "cases_started"), ("started", "referrals"),
    ("offered", "queue_before"), ("outcomes_unsubsidised", "outcomes_employment"),
    ("outcomes_employment", "with_outcome"), ("outcomes_studies_completed", "with_outcome"),
    ("with_outcome", "participants"), ("outcomes_studies_started", "participants"), ("in_work", "ongoing_persons"),
    ("discharged", "closed_persons"), ("first_contacts", "cases_started"), ("closed_persons", "participants"),
    ("closed_persons", "cases_closed"), ("supported", "goal"),
    ("gp_on_time.d", "cases_started"), ("passed.d", "cases_closed"), ("tapering.d", "cases_closed"),
)  # fmt: skip


class SuppressionScope(NamedTuple):
    """What the answer is about: the period, and whose targets the whole can be held to. Counts below `below` go.

    Of the dimensions of the figures those in `by` are shown. `rows` has the parts that cases stand in."""

    period: Period
    aims: Sequence[str | None]
    below: int
    by: Sequence[str]
    rows: PartsOfRows = PartsOfRows((), ())


# A dimension and a part of a key figure; both empty: the whole.
PartOf = tuple[str, str]
ALL_OF_IT: PartOf = ("", "")


def suppressed(
    key_figures: Sequence[KeyFigure],
    judged: Sequence[Judged],
    asked: SuppressionScope,
    persons: Mapping[str, Parts],
) -> list[KeyFigure]:
    """The key figures as others see them: without what is small, and what gives it away; and without sums of hours and
    money that are of few `persons`, for who knows the price counts them by it.

    What is hidden is settled over all dimensions that the figures have, so that it is the same whichever are shown."""
    counts = {place: count for code, parts in persons.items() for place, count in _persons(code, parts)}
    pairs = [(figure, _rests_on(figure, counts)) for figure in key_figures]
    names = {name for name, _, _ in counts}
    relations = [
        relation for at in {place[1:]: None for place in counts} for relation in _relations(names, at, asked.period)
    ]
    between = _between(counts)
    scope = TargetScope(asked.period, asked.aims)
    since = counts_since(judged, counts, scope)
    counts |= {**since.places, **since.between}
    relations += since.relations
    cells = [places for _, own in pairs for places in own.values() if places]
    cells += [(place,) for place in since.places]
    gone = hidden(Shown(counts, cells, relations, asked.below, _rank, between, _together(asked.rows)))
    found = []
    for figure, own in pairs:
        covered = _covered(figure, {part for part, places in own.items() if not gone.isdisjoint(places)})
        of_figure = [judgement for judgement in judged if judgement.kpi.code == figure.code]
        found.append(with_open_targets(covered, of_figure, scope, gone))
    return shown_by(_parted_once(found, asked.by), asked.by)


def _together(rows: PartsOfRows) -> Callable[[str], Sequence[SameCases]]:
    """What anybody may know to be of the same, for a name: the same cases, or surveys of the same agreements."""
    of_cases, of_surveys = (same_cases(own, GO_TOGETHER) for own in rows)
    return lambda name: of_surveys if name.partition(":")[0] in OF_SURVEYS else of_cases


def _persons(code: str, parts: Parts) -> Iterator[tuple[Cell, int]]:
    """How many persons a sum is of, whole and by part."""
    for dimension, own in parts.items():
        for part, (count, _) in own.items():
            at = {WHOLE: ALL_OF_IT, OWN: (code.removesuffix(PERSONS), part)}.get(dimension, (dimension, part))
            yield (code, *at), count


def _parted_once(key_figures: Sequence[KeyFigure], by: Sequence[str]) -> Sequence[KeyFigure]:
    """By half-year of the start, the ongoing are not shown by months of support as well: the same cases parted on other
    days would leave few between the two."""
    if COHORT not in by:
        return key_figures
    return [_covered(figure, _months(figure)) if figure.code == TENURE else figure for figure in key_figures]


def _months(figure: KeyFigure) -> set[PartOf]:
    return {(COHORT, part) for part in figure.breakdown[COHORT]}


def _rank(place: Cell) -> int:
    """A share is given up before a count, a later one before an earlier one."""
    return RANKS.get(place[0], len(RANKS))


def _rests_on(figure: KeyFigure, counts: dict[Cell, int]) -> dict[PartOf, tuple[Cell, ...]]:
    """The counts that the whole and each part of a key figure show or rest on; what they count goes to `counts`."""
    base = figure.code.partition(":")[0]
    if base in OPEN:
        return {}
    counted = {(by, part): _counted(figure.code, own, base) for by, part, own in _parts_of(figure)}
    differs = {
        name
        for part, numbers in counted.items()
        for name, count in numbers
        if count is not None and counts.setdefault((name, *_at(figure, part)), count) != count
    }
    found: dict[PartOf, tuple[Cell, ...]] = {}
    for part, numbers in counted.items():
        at = _at(figure, part)
        places = [(name, *at) for name, count in numbers if count in (None, counts.get((name, *at)))]
        # Two figures that differ in some part are never the same: the one has all its parts under a name of its own.
        own = {(f"{figure.code}.{name}", *at): count or 0 for name, count in numbers if name in differs}
        counts |= own
        found[part] = (*places, *own, *((name, *at) for name in _next_to(figure.code, base, part)))
    return found


def _next_to(code: str, base: str, part: PartOf) -> Iterator[str]:
    """What goes with a figure that it does not count itself: the persons that it is of, and in a part what the others
    answered to the same question, for all are those who stay and those who leave."""
    yield from (f"{own}{PERSONS}" for own in RESTS_ON.get(base, ()))
    if base in MADE_OF_SURVEY and part != ALL_OF_IT:
        question = code.partition(":")[2].rpartition(":")[0]
        yield from (f"{name}:{question}:{of}" for name in MADE_OF_SURVEY[base] for of in POPULATIONS)


def _parts_of(figure: KeyFigure) -> Iterator[tuple[str, str, Figure]]:
    """The whole and each part."""
    yield *ALL_OF_IT, figure.whole
    for by, parts in figure.breakdown.items():
        yield from ((by, part, own) for part, own in parts.items())


def _at(figure: KeyFigure, part: PartOf) -> PartOf:
    """Where a part counts: those that only the figure itself has are of a dimension of its own."""
    return (figure.code, part[1]) if OWN_DIMENSION.get(figure.code) == part[0] else part


def _counted(code: str, figure: Figure, base: str) -> list[tuple[str, int | None]]:
    n, d = _whole(figure.numerator), _whole(figure.denominator)
    if base in MADE_OF_SURVEY:
        _, _, rest = code.partition(":")
        one, by = MADE_OF_SURVEY[base]
        return [(f"{one}:{rest}", n), (f"{by}:{rest}", d)]
    if base in RESTS_ON_QUEUE:
        return [("queue", None)]
    if BY_CODE[base].counted:
        return [(MEDIAN_OF.get(base, f"{base}.d"), d)]
    if code == "goal_progress":
        return [(GOAL, n)]
    if base == TENURE:
        return [("ongoing", _whole(figure.value))]
    if BY_CODE[base].unit == COUNT:
        return [(base, _whole(figure.value))]
    if n is None or base == "delivery_rate":
        return [("participants", None)]
    one, other = MADE_OF.get(base, (f"{base}.n", f"{base}.d"))
    return [(one, n), (other, d)]


def _whole(number: FigureValue | None) -> int | None:
    """A number of persons, whatever its kind."""
    return number.hundredths // 100 if isinstance(number, Hundredths) else number


def _between(counts: Mapping[Cell, int]) -> dict[Cell, tuple[Cell, Cell]]:
    """Those of the other who are not of the one: where there are none as a whole, there are none in any part."""
    return {
        (_rest(one, other), *at): ((other, *at), (one, *at))
        for one, other in AMONG
        for at in {place[1:]: None for place in counts if place[0] == other}
    }


def _rest(one: str, other: str) -> str:
    """What those of the other are called who are not of the one."""
    return f"{other} - {one}"


def _relations(names: set[str], at: PartOf, period: Period) -> Iterator[Relation]:
    """What everybody knows of the counts of one part, or of the whole."""
    for one, *others in UNIONS:
        yield union((one, *at), *((other, *at) for other in others))
    for one, other in AMONG:
        yield at_most((one, *at), (other, *at))
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
    yield from _support(at)
    yield from _queue(at, period)


def _support(at: PartOf) -> Iterator[Relation]:
    """Who had support before, which are the participants that are not new, and who started, have ended or go on."""
    signs = {_rest("supported", "participants"): 1, "cases_started": 1, "cases_closed": -1, "ongoing": -1}
    yield Relation(tuple(((name, *at), sign) for name, sign in signs.items()))
    yield Relation(tuple(((name, *at), -sign) for name, sign in signs.items()))


def _queue(at: tuple[str, str], period: Period) -> Iterator[Relation]:
    """The queue before, and those who came, are those who left and the queue after: wholly so in twelve months. Who
    still waits has not started, or was not offered anything."""
    waiting = _rest("started", "referrals"), _rest("offered", "queue_before")
    yield at_most(("queue", *at), *((name, *at) for name in waiting))
    signs = {"queue_before": 1, "referrals": 1, "queue": -1, "exits": -1}
    yield Relation(tuple(((name, *at), sign) for name, sign in signs.items()))
    if (period.last - period.first).days in (364, 365):
        yield Relation(tuple(((name, *at), -sign) for name, sign in signs.items()))


def _covered(figure: KeyFigure, gone: set[PartOf]) -> KeyFigure:
    """The key figure without these parts; of a whole that is hidden no part is listed, for that it is there says
    something of the whole."""
    breakdown: dict[str, dict[str, Figure]] = {
        dimension: {part: HIDDEN if (dimension, part) in gone else own for part, own in parts.items()}
        for dimension, parts in figure.breakdown.items()
    }
    if ALL_OF_IT not in gone:
        return figure._replace(breakdown=breakdown)
    pace = figure.pace and figure.pace._replace(left=None, per_month=None)
    return figure._replace(whole=HIDDEN, met=None, pace=pace, breakdown={dimension: {} for dimension in breakdown})
