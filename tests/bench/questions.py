"""Each key figure of a million deliveries, asked of SQLite and of DuckDB in one process.

DuckDB has the same register in memory, from its Parquet, with one thread; its questions are those of the page for a
head office. What is compared is the processor's time of each question that counts anything here, without that of the
tables that several share. The page's tables already say what each delivery that is not invoiced costs; here DuckDB
looks its price up, as our question does.

Both give the figure as a whole, by service and by gender. What can be added up is asked of DuckDB by the cells of the
two; a median and a count of persons can not be, so those are asked in grouping sets, as the page does. That both give
the same is tried before they are timed.
"""

import datetime as dt
import gc
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from math import exp, log
from pathlib import Path
from statistics import median
from typing import Any

from ipsu_cli.core.period import Period
from ipsu_cli.core.target import Target
from ipsu_cli.reports.kpi_measured import counting
from ipsu_cli.store import Store, kpis, reading
from ipsu_cli.store.head_office import HandedOn
from ipsu_cli.store.kpis import OWN as OWN_PART
from ipsu_cli.store.kpis import WHOLE, KpiCounter, Parts
from ipsu_cli.store.scope import Chosen
from tests.bench.decade import A_MILLION, CASES, LAST, make
from tests.bench.measure import Ratio
from tests.outside.head_office import duckdb_engine, statements

PERIOD = Period(dt.date(2016, 1, 1), LAST)
DIMENSIONS = ("service", "gender")
ROUNDS = 3
MEAN, WORST = 3, 5
# Tables that are made for one question alone.
OWN = ("tapers", "price_spans", "own_prices", "first_entered", "entries", "mappings")

# Where the page counts a figure: a view, what is asked of the rows of one code in it, and what is made of them.
FIGURES = {
    "counted": ("SELECT * FROM ({rows}) WHERE kpi = '{code}'", "SUM(n), SUM(d)"),
    "once": (
        "SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY office, person_id ORDER BY on_day, case_id) AS nth"
        " FROM ({rows}) WHERE kpi = '{code}') WHERE nth = 1", "COUNT(*)",
    ),
    "lasted": ("SELECT * FROM ({rows}) WHERE kpi = '{code}'", "MEDIAN(n), COUNT(*)"),
}  # fmt: skip
SOURCE = {
    **dict.fromkeys(("wait_max", "wait_median", "wait_mean"), "waited"),
    **{f"{state}_ore": "_ore" for state in ("approved", "rejected", "paid")},
    **{f"outcomes_{outcome}": "outcomes_" for outcome in ("employment", "studies_completed", "studies_started")},
}
OF_DAYS = {"wait_max": "MAX(n)", "wait_mean": "SUM(n), COUNT(*)"}
BY_CELL, BY_PART = "GROUP BY service, gender", "GROUP BY GROUPING SETS ((), (service), (gender))"
SHARE = (
    "COUNT(DISTINCT CASE WHEN of_them = 1 THEN person_id END), COUNT(DISTINCT CASE WHEN of_them = 0 THEN person_id END)"
)
ALONE = {
    "tapering": "SUM(CASE WHEN rises = 0 AND last_hours < first_hours THEN 1 ELSE 0 END), COUNT(*) FROM tapers"
    f" {BY_CELL}",
    "held_ore": f"SUM(net_ore) FROM held {BY_CELL}",
    **{
        code: f"{SHARE} FROM shares WHERE kpi = '{code}' {BY_PART}"
        for code in ("outcome_share", "in_work", "discharge_share", "discharge_share_closed", "results")
    },
}

PRICES = """
    SELECT a.ref, p.service, p.unit, p.amount_ore, p.from_day,
           lead(p.from_day, 1, '9999-12-31') OVER (PARTITION BY a.id, p.service, unit, level ORDER BY p.from_day)
    FROM prices p JOIN agreements a ON a.id = p.agreement_id
"""
KEPT_PRICES = "(agreement TEXT, service TEXT, unit TEXT, price_ore INT, from_day DATE, until_day DATE)"
# The view of the page, but for the price. No case of the bench has a level, and nothing there is a reversal.
HELD = """
    CREATE OR REPLACE TEMPORARY VIEW held AS
    SELECT h.service, h.gender,
           CAST(SIGN(h.quantity) * FLOOR((2 * ABS(h.quantity) * h.price_ore + 100) / 200) AS BIGINT) AS net_ore
    FROM (SELECT c.service, c.gender, coalesce(r.price_ore, 0) AS price_ore, SUM(x.quantity) AS quantity
          FROM deliveries x JOIN cases c ON c.office = x.office AND c.case_id = x.case_id CROSS JOIN days p
          LEFT JOIN prices r ON r.agreement = c.agreement AND r.service = c.service AND r.unit = x.unit
                             AND x.on_day >= r.from_day AND x.on_day < r.until_day
          WHERE x.held AND x.on_day BETWEEN p.from_day AND p.to_day
          GROUP BY c.office, c.service, c.gender, c.case_id, year(x.on_day), month(x.on_day), x.unit, x.price_line,
                   r.price_ore) h
"""

Ask = Callable[[], Any]


def ratios(folder: Path) -> list[Ratio]:
    """Make the file, ask both, and compare."""
    print("questions: making 100 000 cases and a million deliveries", file=sys.stderr, flush=True)
    path = make(folder / "million.db", CASES, A_MILLION)
    engine = _engine(path, folder / "data")
    with reading(path) as store:
        pairs = {code: (_seconds(ours), _seconds(theirs)) for code, ours, theirs in _questions(store, engine)}
    for code, (ours, theirs) in sorted(pairs.items(), key=lambda pair: -pair[1][0] / pair[1][1]):
        print(f"{code:30} {1000 * ours:8.1f} ms {1000 * theirs:8.1f} ms {ours / theirs:6.2f} x", file=sys.stderr)
    return _compared(list(pairs.values()))


def _compared(pairs: list[tuple[float, float]]) -> list[Ratio]:
    quotients = sorted(ours / theirs for ours, theirs in pairs)
    mean = exp(sum(map(log, quotients)) / len(quotients))
    ours, theirs = (sum(pair[place] for pair in pairs) for place in (0, 1))
    return [
        Ratio(f"{len(pairs)} questions, geometric mean", "DuckDB", mean, MEAN, 0),
        Ratio("the worst of them", "DuckDB", quotients[-1], WORST, 0),
        Ratio("the worst but one", "DuckDB", quotients[-2], WORST, 0),
        Ratio("all of them", "DuckDB", ours / theirs, MEAN, ours),
    ]


def _engine(path: Path, data: Path) -> Callable[[str], Any]:
    """DuckDB with the register in memory, and the questions of the page as views."""
    from ipsu_cli.core.parquet import TABLES, Partition
    from ipsu_cli.write.parquet import write_partition

    none: list[Target] = []
    with reading(path) as store:
        handed_on = HandedOn(counting(store, Chosen()), none, LAST)
        write_partition(data, Partition("Bench", "", LAST, handed_on.rows), "Bench")
        engine = duckdb_engine(data)
        _tell_prices(store, engine)
    engine("SET threads = 1")
    for table in TABLES:
        engine(f"CREATE TABLE kept_{table.name} AS SELECT * FROM {table.name}")
        engine(f"DROP VIEW {table.name}")
        engine(f"ALTER TABLE kept_{table.name} RENAME TO {table.name}")
    engine(
        f"CREATE OR REPLACE TEMPORARY VIEW asked AS SELECT DATE '{PERIOD.first}' AS from_day,"
        f" DATE '{PERIOD.last}' AS to_day, DATE '{LAST}' AS as_of"
    )
    for view in (*statements()[:-1], HELD):
        engine(view)
    return engine


def _tell_prices(store: Store, engine: Callable[[str], Any]) -> None:
    """The prices, each with the days on which it holds; the Parquet has none."""
    engine(f"CREATE TABLE prices {KEPT_PRICES}")
    for row in store.all(PRICES):
        engine(f"INSERT INTO prices VALUES {tuple(row)}")


def _questions(store: Store, engine: Callable[[str], Any]) -> list[tuple[str, Ask, Ask]]:
    """Each question as it is asked of both; what several share is made before."""
    cases = counting(store, Chosen(), DIMENSIONS)
    shared = {need for question in kpis.QUESTIONS.values() for need in question.needs} - {*OWN}
    cases.prepare(sorted(shared, key=list(kpis.MADE).index), LAST)
    asked = [(code, _of_sqlite(cases, code), _of_duckdb(engine, code)) for code in kpis.QUESTIONS]
    return [(code, ours, theirs) for code, ours, theirs in asked if _answered_alike(code, ours(), theirs())]


def _answered_alike(code: str, ours: Parts, theirs: Iterable[tuple[Any, ...]]) -> bool:
    """Does it count anything here? Both have to give the same."""
    found = {
        (dimension, part): _over(n, d)
        for dimension, parts in ours.items()
        for part, (n, d) in parts.items()
        if dimension != OWN_PART and n
    }
    if found != (other := _by_part(code, theirs)):
        raise AssertionError(f"{code}: {found} and {other}")
    return bool(found)


def _by_part(code: str, rows: Iterable[tuple[Any, ...]]) -> dict[tuple[str, str], float | None]:
    """What DuckDB has found as a whole and by part; cells are added up."""
    figures: dict[tuple[str, str], list[tuple[int, ...]]] = defaultdict(list)
    for service, gender, *figure in rows:
        places = [("service", service)] * bool(service) + [("gender", gender)] * bool(gender)
        for place in places if len(places) == 1 else [(WHOLE, ""), *places]:
            figures[place].append(tuple(n for n in figure if n is not None))
    add = max if code == "wait_max" else sum
    together = {place: [add(ns) for ns in zip(*found, strict=True)] for place, found in figures.items()}
    return {place: _figure(code, *ns) for place, ns in together.items() if ns[0]}


def _figure(code: str, n: float, d: float | None = None) -> float | None:
    return n if _is_median(code) else _over(n, d)


def _over(n: float, d: float | None) -> float | None:
    """A figure that is out of nothing is none."""
    return n if d is None else n / d if d else None


def _of_sqlite(cases: KpiCounter, code: str) -> Ask:
    question = kpis.QUESTIONS[code]
    values = kpis.values_of(PERIOD, LAST) | cases.codes

    own = [need for need in question.needs if need in OWN]

    def ask() -> object:
        for need in own:
            cases.store.conn.execute(f"DROP TABLE IF EXISTS temp.{need}")
            for statement in kpis.MADE[need]:
                cases.store.conn.execute(statement, values)
        return question.how.finished(question.how.tally(cases.store, question, values, cases.cells))

    return ask


def _of_duckdb(engine: Callable[[str], Any], code: str) -> Ask:
    """The question alone: the part of the page's views that counts it."""
    made = f"SELECT service, gender, {ALONE[code] if code in ALONE else _of_a_view(code)}"
    return lambda: engine(made)


def _of_a_view(code: str) -> str:
    place = SOURCE.get(code, code)
    view = _view_of(code)
    source, figure = FIGURES[view]
    asked = source.format(rows=_branches(view)[place], code=place if place == "waited" else code)
    return f"{OF_DAYS.get(code, figure)} FROM ({asked}) {BY_PART if _is_median(code) else BY_CELL}"


def _view_of(code: str) -> str:
    """The view of the page that counts it; nothing where it has one of its own."""
    return next((view for view in FIGURES if SOURCE.get(code, code) in _branches(view)), "")


def _is_median(code: str) -> bool:
    return _view_of(code) == "lasted" and code not in OF_DAYS


def _branches(view: str) -> dict[str, str]:
    """What a view of the page counts of each figure, by its code; its columns are named by the first."""
    (text,) = (statement for statement in statements() if f"VIEW {view} AS" in statement)
    first, *others = text.partition(" AS\n")[2].split("UNION ALL\n")
    named = first.rstrip() + " AND 1 = 0"
    found: dict[str, str] = {}
    for branch in (first, *others):
        for code in re.findall(r"'(\w+)'", branch.partition("FROM")[0])[:2]:
            found.setdefault(code, f"{named} UNION ALL {branch}")
    return found


def _seconds(ask: Ask) -> float:
    """The median of the processor's seconds, after a round that does not count."""
    ask()
    took = []
    for _ in range(ROUNDS):
        gc.collect()
        started = time.process_time()
        ask()
        took.append(time.process_time() - started)
    return median(took)
