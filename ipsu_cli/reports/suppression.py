"""Reports for others: small counts hidden, and what rests on them. What stands case by case or month by month is left
out whole: it is nothing but small counts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ipsu_cli.core.suppression import Cell, Relation, Shown, hidden

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


def gone(
    counts: Mapping[Cell, int], cells: Sequence[tuple[Cell, ...]], relations: Sequence[Relation], below: int
) -> set[Cell]:
    """The counts that others do not see; nothing where the report is for the office."""
    return hidden(Shown(counts, cells, relations, below, lambda place: 0)) if below else set()


def hide_queue(data: dict[str, Any], years: Mapping[tuple[str, str], int], below: int) -> None:
    """Hide in the answer about a queue; `years` has the exits of twelve months of the whole and of each part."""
    shapes = {("", ""): data["queue"]}
    shapes |= {(name, part): shape for name, parts in data["by"].items() for part, shape in parts.items()}
    counts: dict[Cell, int] = {}
    for at, shape in shapes.items():
        counts |= {(name, *at): shape[name] for name in MOVES}
        counts["exits_of_year", *at] = years.get(at, 0)
    cells = [tuple((name, *at) for name in rests) for at in shapes for rests in RESTS_ON.values()]
    covered = gone(counts, cells, [relation for at in shapes for relation in _balance(at)], below)
    for at, shape in shapes.items():
        _cover(shape, [key for key, rests in RESTS_ON.items() if any((name, *at) in covered for name in rests)])
    data["months"], data["waiting"] = [], []


def _balance(at: tuple[str, str]) -> Iterable[Relation]:
    """Who waited before and who came are who left and who waits."""
    signs = zip(MOVES, (1, 1, -1, -1), strict=True)
    one = tuple(((name, *at), sign) for name, sign in signs)
    yield one
    yield tuple((place, -sign) for place, sign in one)


def _cover(shape: dict[str, Any], keys: Sequence[str]) -> None:
    shape["hidden"] = bool(keys)
    shape.update({key: None for key in keys if key in shape})


def hide_costs(costs: dict[str, Any], persons: Mapping[str, int], below: int) -> None:
    """Hide the costs that would tell how few the money went to: what one costs, times nobody knows how many."""
    places = {name: (name, "", "") for name in persons}
    counts = {places[name]: count for name, count in persons.items()}
    covered = gone(counts, [(cell,) for cell in counts], [], below)
    for name, place in places.items():
        if place in covered:
            costs[name] = None


def hide_caseload(data: dict[str, Any], below: int) -> None:
    """Hide small caseloads, and enough of the others that they cannot be worked out from the sum."""
    for shape in data["caseload"]:
        shape["by_service"] = {}
    parts = {shape["coach"] or "unspecified": shape for shape in data["caseload"]}
    counts: dict[Cell, int] = {("ongoing", "coach", name): shape["ongoing"] for name, shape in parts.items()}
    counts["ongoing", "", ""] = data["ongoing"]
    covered = gone(counts, [(place,) for place in counts], [], below)
    for name, shape in parts.items():
        if ("ongoing", "coach", name) in covered:
            shape.update({"ongoing": None, "score": None, "hidden": True})
    if covered:
        data.update({"largest": None, "score": None})
    if ("ongoing", "", "") in covered:
        data["ongoing"] = None
