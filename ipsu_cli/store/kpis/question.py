"""What a question of a key figure gives, and how its answer is rolled up into the whole and its parts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, cast

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store

# What counts, and what it is divided by (None where it is not divided at all).
Pair = tuple[int, int | None]
# The whole is the dimension `whole` with the one part ''; `own` has the parts that only the figure itself has.
Parts = dict[str, dict[str, Pair]]
# How often each number occurs: what a median or a mean is of.
Spread = Counter[int]
# The same parts before a figure is made of them: those of several registers can be added up.
Tallies = dict[str, dict[str, Pair | Spread]]
Cells = Mapping[int, Mapping[str, str]]

WHOLE, OWN = "whole", "own"

OF_CASES = """
    SELECT c.cell, q.part, sum(q.n) AS n, sum(q.d) AS d FROM ({rows}) q JOIN chosen c ON c.id = q.case_id GROUP BY 1, 2
"""
OF_CHOSEN = "SELECT cell, part, sum(n) AS n, sum(d) AS d FROM ({rows}) GROUP BY 1, 2"
# SQLite groups by sorting whole rows: the narrower they are, the sooner.
OF_SUMS = "SELECT cell, NULL AS part, sum(n) AS n, NULL AS d FROM ({rows}) GROUP BY cell"
OF_COUNTS = "SELECT cell, NULL AS part, count(*) AS n, NULL AS d FROM ({rows}) GROUP BY cell"
# The cell of the first fact: SQLite takes it from the row that has the least.
OF_FIRST = """
    SELECT cell, count(*) AS n FROM (SELECT cell, min(at) FROM ({rows}) GROUP BY person_id) GROUP BY cell
"""
OF_PERSONS = """
    SELECT cells, count(*) AS n FROM (SELECT group_concat(cell) AS cells FROM ({rows}) GROUP BY person_id)
    GROUP BY cells
"""
OF_PERSONS_BY_PART = "SELECT part, count(DISTINCT person_id) AS n FROM ({rows}) GROUP BY part"
# The numbers of a case stand in one text: SQLite groups by sorting, and Python counts a million in half the time.
OF_SPREAD = "SELECT cell, group_concat(n) AS listed FROM ({rows}) GROUP BY case_id"


class Question(NamedTuple):
    """How a key figure is counted.

    `how` is one of those below; `rows` is what it counts, `over` what a share of persons is divided by. `more` is
    what it counts too, of other cases: numbers alone, which SQLite would sort if both were one question.
    `needs` are the tables made for it. `queue`: it goes by the service queued for.
    """

    how: "How"
    rows: str
    over: str = ""
    more: str = ""
    needs: tuple[str, ...] = ()
    queue: bool = False


class How(NamedTuple):
    """How rows are counted by part, and what is made of a spread once all registers are added up: None where pairs
    are counted, which are figures already."""

    tally: Callable[[Store, Question, Mapping[str, Any], Cells], Tallies]
    figure: Callable[[Spread], Pair] | None = None

    def finished(self, tallies: Tallies) -> Parts:
        """The figure of each part."""
        if self.figure is None:
            return cast(Parts, tallies)
        return {
            name: {part: self.figure(cast(Spread, spread)) for part, spread in parts.items()}
            for name, parts in tallies.items()
        }


def _sum_cases(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Tallies:
    return _sum(OF_CASES, store, question, values, cells)


def _sum_chosen(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Tallies:
    return _sum(OF_CHOSEN, store, question, values, cells)


def _sum_one(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Tallies:
    return _sum(OF_SUMS, store, question, values, cells)


def _count(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Tallies:
    return _sum(OF_COUNTS, store, question, values, cells)


def _sum(sums: str, store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Tallies:
    found: Tallies = {}
    for row in store.conn.execute(sums.format(rows=question.rows), values):
        for dimension, part in _places(question, cells, row["cell"], row["part"]):
            _add(found, dimension, part, (row["n"] or 0, row["d"]))
    return found


def _count_first(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Tallies:
    found: Tallies = {}
    for row in store.conn.execute(OF_FIRST.format(rows=question.rows), values):
        for dimension, part in _places(question, cells, row["cell"]):
            _add(found, dimension, part, (row["n"], None))
    return found


def _count_persons(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Tallies:
    found: Tallies = {}
    for sql, counts in ((question.rows, (1, 0)), (question.over, (0, 1))):
        for row in store.conn.execute(OF_PERSONS.format(rows=sql), values):
            ids = [int(cell) for cell in row["cells"].split(",")]
            for dimension, part in {place for cell in ids for place in _places(question, cells, cell)}:
                _add(found, dimension, part, (counts[0] * row["n"], counts[1] * row["n"]))
    return found


def _count_persons_by_part(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Tallies:
    found = _count_persons(store, question, values, cells)
    for row in store.conn.execute(OF_PERSONS_BY_PART.format(rows=question.rows), values):
        _add(found, OWN, row["part"], (row["n"], row["n"]))
    return found


def _spread(store: Store, question: Question, values: Mapping[str, Any], cells: Cells) -> Tallies:
    texts: dict[int, list[str]] = defaultdict(list)
    for rows in filter(None, (question.rows, question.more)):
        for row in store.conn.execute(OF_SPREAD.format(rows=rows), values):
            texts[row["cell"]].append(row["listed"])
    found: Tallies = {}
    for cell, listed in texts.items():
        counted = Counter(chain.from_iterable(text.split(",") for text in listed))
        spread = Counter({int(n): times for n, times in counted.items()})
        for dimension, part in _places(question, cells, cell):
            _add(found, dimension, part, spread)
    return found


def _median(spread: Spread) -> Pair:
    many = spread.total()
    middle = {(many + 1) // 2, (many + 2) // 2}
    passed, found = 0, []
    for n in sorted(spread):
        found += [n for place in middle if passed < place <= passed + spread[n]]
        passed += spread[n]
    return sum(found), len(found)


def _median_with_count(spread: Spread) -> Pair:
    middle, few = _median(spread)
    many = spread.total()
    return middle * many * 2 // (few or 1), 2 * many


def _mean(spread: Spread) -> Pair:
    return sum(n * times for n, times in spread.items()), spread.total()


def _most(spread: Spread) -> Pair:
    return max(spread), 1


# Rows of `case_id, n, d, part`: all summed.
of_cases = How(_sum_cases)
# Rows of `cell, n, d, part`, of cases in the table that they are chosen into.
of_chosen = How(_sum_chosen)
# Rows of `cell, n`, of the same: all summed.
of_sums = How(_sum_one)
# Rows of `cell`, of the same: how many they are.
of_counts = How(_count)
# Rows of `person_id, cell, at`: a person counts once, in the part of the first (day, then case).
of_first = How(_count_first)
# Rows of `person_id, cell`, and as many to divide by: a person counts once in each part that has them.
of_persons = How(_count_persons)
# Rows of `person_id, cell, part`: the same, and in the figure's own parts.
of_persons_by_part = How(_count_persons_by_part)
# Rows of `case_id, cell, n`. The one in the middle, or the two there: their sum, and how many they are.
of_median = How(_spread, _median)
# The median as a fraction of twice as many as there are, so that others can be kept from what rests on few.
of_median_with_count = How(_spread, _median_with_count)
# Their sum, and how many they are.
of_mean = How(_spread, _mean)
# The largest.
of_most = How(_spread, _most)


def _places(question: Question, cells: Cells, cell: int, part: str | None = None) -> Iterator[tuple[str, str]]:
    """Where a row of a cell counts: in the whole, in a part of each dimension, and in the figure's own part."""
    yield WHOLE, ""
    named = cells.get(cell, {})
    for dimension, label in named.items():
        if dimension != "queued_for":
            yield dimension, named["queued_for"] if question.queue and dimension == "service" else label
    if part is not None:
        yield OWN, part


def _add(found: Tallies, dimension: str, part: str, tally: Pair | Spread) -> None:
    parts = found.setdefault(dimension, {})
    if isinstance(tally, Counter):
        cast(Spread, parts.setdefault(part, Counter())).update(tally)
        return
    n, d = tally
    before, over = cast(Pair, parts.get(part, (0, None)))
    parts[part] = before + n, over if d is None else (over or 0) + d


def added(listed: Iterable[Tallies]) -> Tallies:
    """The tallies of several registers, part by part."""
    found: Tallies = {}
    for tallies in listed:
        for dimension, parts in tallies.items():
            for part, tally in parts.items():
                _add(found, dimension, part, tally)
    return found


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
