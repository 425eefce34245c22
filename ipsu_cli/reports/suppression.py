"""Reports for others: small counts hidden, and what rests on them. What stands case by case or month by month is left
out whole: it is nothing but small counts."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ipsu_cli.core.suppression import Cell, Relation, Shown, equal, hidden

# A dimension and a part of the queue by it; both empty: the whole.
QueuePlace = tuple[str, str]
MOVES = ("before", "entries", "exits", "after")
# What each figure of a queue rests on.
RESTS_ON = {
    **{name: (name,) for name in MOVES},
    "change": ("before", "after"),
    "change_share": ("before", "after"),
    "exits_per_month": ("exits_of_year",),
    "wait_est_months": ("after", "exits_of_year"),
    "wait_est_days": ("after", "exits_of_year"),
    "met": ("after", "exits_of_year"),
}

# The costs that are divided by persons with outcomes that count, and with any.
PER_GOAL_OUTCOME, PER_OUTCOME = "per_goal_outcome_ore", "per_outcome_ore"


def gone(
    counts: Mapping[Cell, int], cells: Sequence[tuple[Cell, ...]], relations: Sequence[Relation], below: int
) -> set[Cell]:
    """The counts that others do not see; nothing where the report is for the office."""
    return hidden(Shown(counts, cells, relations, below, lambda place: 0)) if below else set()


def hidden_of_queues(
    moves: Mapping[QueuePlace, Mapping[str, int]], below: int, *, of_year: bool = False
) -> dict[QueuePlace, list[str]]:
    """The figures that others do not see, of a queue and of each part of it: `moves` has what they rest on. Of why
    people left there are the exits alone, which have no balance. `of_year`: those who left in the period are those of
    the last twelve months, which the wait rests on."""
    counts: dict[Cell, int] = {(name, *part): count for part, own in moves.items() for name, count in own.items()}
    cells = [
        tuple((name, *part) for name in rests)
        for part, own in moves.items()
        for rests in RESTS_ON.values()
        if own.keys() >= {*rests}
    ]
    whole = [part for part, own in moves.items() if own.keys() >= {*MOVES}]
    relations = [relation for part in whole for relation in _balance(part)]
    if of_year:
        relations += [same for part in whole for same in equal(("exits_of_year", *part), ("exits", *part))]
    covered = gone(counts, cells, relations, below)
    return {
        part: [figure for figure, rests in RESTS_ON.items() if any((name, *part) in covered for name in rests)]
        for part in moves
    }


def _balance(part: QueuePlace) -> Iterable[Relation]:
    """Who waited before and who came are who left and who waits."""
    signs = zip(MOVES, (1, 1, -1, -1), strict=True)
    terms = tuple(((name, *part), sign) for name, sign in signs)
    yield Relation(terms)
    yield Relation(tuple((place, -sign) for place, sign in terms))


def hidden_costs(persons: Mapping[str, int], covered: Collection[str], below: int) -> set[str]:
    """The costs that others do not see, for they tell how many the money went to: of few, and those that are `covered`.
    Who has any outcome is shown next to who has one that counts only where the others are not few."""
    hidden = {name for name, count in persons.items() if 0 < count < below} | {*covered}
    others = persons[PER_OUTCOME] - persons[PER_GOAL_OUTCOME]
    if PER_GOAL_OUTCOME in hidden or 0 < others < below:
        hidden.add(PER_OUTCOME)
    return hidden
