"""What a question of a key figure gives, and how its answer is rolled up into the whole and its parts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ipsu_cli.store import Store

# What counts, and what it is divided by (None where it is not divided at all).
Pair = tuple[int, int | None]
# The whole is the dimension `whole` with the one part ''; `own` has the parts that only the figure itself has.
Parts = dict[str, dict[str, Pair]]
Cells = Mapping[int, Mapping[str, str]]

WHOLE, OWN = "whole", "own"

OF_CASES = """
    SELECT c.cell, q.part, sum(q.n) AS n, sum(q.d) AS d FROM ({rows}) q JOIN chosen c ON c.id = q.case_id GROUP BY 1, 2
"""
# The cell of the first fact: SQLite takes it from the row that has the least.
OF_FIRST = """
    SELECT cell, count(*) AS n FROM (SELECT cell, min(at) FROM ({rows}) GROUP BY person_id) GROUP BY cell
"""
OF_PERSONS = """
    SELECT cells, count(*) AS n FROM (SELECT group_concat(DISTINCT cell) AS cells FROM ({rows}) GROUP BY person_id)
    GROUP BY cells
"""
OF_SPREAD = """
    SELECT c.cell, q.n, count(*) AS times FROM ({rows}) q JOIN chosen c ON c.id = q.case_id GROUP BY 1, 2
"""


class Question(NamedTuple):
    """How a key figure is counted.

    `how` is one of the functions below; `rows` is what it counts, `over` what a share of persons is divided by.
    `needs` are the tables made for it. `queue`: it goes by the service queued for.
    """

    how: Callable[[Store, "Question", Mapping[str, Any], Cells], Parts]
    rows: str
    over: str = ""
    needs: tuple[str, ...] = ()
    queue: bool = False


def of_cases(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Parts:
    """Rows of `case_id, n, d, part`: all summed."""
    rows = store.conn.execute(OF_CASES.format(rows=question.rows), values).fetchall()
    found: Parts = {}
    for row in rows:
        for dimension, part in _places(question, cells, row["cell"], row["part"]):
            _add(found, dimension, part, row["n"], row["d"])
    return found


def of_first(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Parts:
    """Rows of `person_id, cell, at`: a person counts once, in the part of the first (day, then case)."""
    found: Parts = {}
    for row in store.conn.execute(OF_FIRST.format(rows=question.rows), values):
        for dimension, part in _places(question, cells, row["cell"]):
            _add(found, dimension, part, row["n"], None)
    return found


def of_persons(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Parts:
    """Rows of `person_id, cell`, and as many to divide by: a person counts once in each part that has them."""
    found: Parts = {}
    for sql, counts in ((question.rows, (1, 0)), (question.over, (0, 1))):
        for row in store.conn.execute(OF_PERSONS.format(rows=sql), values):
            ids = [int(cell) for cell in row["cells"].split(",")]
            for dimension, part in {place for cell in ids for place in _places(question, cells, cell)}:
                _add(found, dimension, part, counts[0] * row["n"], counts[1] * row["n"])
    return found


def of_median(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Parts:
    """Rows of `case_id, n`: the one in the middle, or the two there; their sum, and how many they are."""
    return _of_spread(store, question, values, cells, _median)


def of_median_with_count(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Parts:
    """Rows of `case_id, n`: the median as a fraction of twice as many as there are, so that others can be kept from
    what rests on few."""
    return _of_spread(store, question, values, cells, _median_with_count)


def of_mean(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Parts:
    """Rows of `case_id, n`: their sum, and how many they are."""
    return _of_spread(
        store, question, values, cells, lambda spread: (sum(n * t for n, t in spread.items()), spread.total())
    )


def of_most(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Parts:
    """Rows of `case_id, n`: the largest."""
    return _of_spread(store, question, values, cells, lambda spread: (max(spread), 1))


def _of_spread(
    store: Store,
    question: Question,
    values: Mapping[str, Any],
    cells: Cells,
    figure: Callable[[Counter[int]], Pair],
) -> Parts:
    spreads: dict[str, dict[str, Counter[int]]] = {}
    for row in store.conn.execute(OF_SPREAD.format(rows=question.rows), values):
        for dimension, part in _places(question, cells, row["cell"]):
            spreads.setdefault(dimension, {}).setdefault(part, Counter())[row["n"]] += row["times"]
    return {name: {part: figure(spread) for part, spread in parts.items()} for name, parts in spreads.items()}


def _median(spread: Counter[int]) -> Pair:
    many = spread.total()
    middle = {(many + 1) // 2, (many + 2) // 2}
    passed, found = 0, []
    for n in sorted(spread):
        found += [n for place in middle if passed < place <= passed + spread[n]]
        passed += spread[n]
    return sum(found), len(found)


def _median_with_count(spread: Counter[int]) -> Pair:
    middle, few = _median(spread)
    many = spread.total()
    return middle * many * 2 // (few or 1), 2 * many


def _places(question: Question, cells: Cells, cell: int, part: str | None = None) -> Iterator[tuple[str, str]]:
    """Where a row of a cell counts: in the whole, in a part of each dimension, and in the figure's own part."""
    yield WHOLE, ""
    named = cells.get(cell, {})
    for dimension, label in named.items():
        if dimension != "queued_for":
            yield dimension, named["queued_for"] if question.queue and dimension == "service" else label
    if part is not None:
        yield OWN, part


def _add(found: Parts, dimension: str, part: str, n: int | None, d: int | None) -> None:
    parts = found.setdefault(dimension, {})
    before, over = parts.get(part, (0, None))
    parts[part] = before + (n or 0), over if d is None else (over or 0) + d


def divided(one: Parts, by: Parts) -> Parts:
    """The one figure over the other, part by part."""
    dimensions: Iterable[str] = {**one, **by}
    return {
        name: {
            part: (one.get(name, {}).get(part, (0, None))[0], by.get(name, {}).get(part, (0, None))[0])
            for part in {**one.get(name, {}), **by.get(name, {})}
        }
        for name in dimensions
    }
