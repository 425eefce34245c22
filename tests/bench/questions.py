"""Each key figure of a million deliveries, asked of SQLite and of DuckDB in one process.

DuckDB has the same register in memory, from its Parquet, with one thread; its questions are those of the page for a
head office. What is compared is the processor's time of each question, without that of the tables that several share.
"""

import datetime as dt
import gc
import sys
import time
from collections.abc import Callable
from math import exp, log
from pathlib import Path
from statistics import median
from typing import Any

from ipsu_cli.core.period import Period
from ipsu_cli.core.target import Target
from ipsu_cli.reports.kpi_measured import counting
from ipsu_cli.store import Store, kpis, reading
from ipsu_cli.store.head_office import HandedOn
from ipsu_cli.store.kpis import KpiCounter
from ipsu_cli.store.scope import Chosen
from tests.bench.decade import A_MILLION, CASES, LAST, make
from tests.bench.measure import Ratio
from tests.outside.head_office import duckdb_engine, statements

PERIOD = Period(dt.date(2016, 1, 1), LAST)
DIMENSIONS = ("service", "gender")
ROUNDS = 3
MEAN, WORST = 3, 5
# Made of what another question has counted, or of what is kept of an agreement as a whole.
WITHOUT = ("balance", "delivery_rate")

Ask = Callable[[], object]


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
    quotients = [ours / theirs for ours, theirs in pairs]
    mean = exp(sum(map(log, quotients)) / len(quotients))
    ours, theirs = (sum(pair[place] for pair in pairs) for place in (0, 1))
    return [
        Ratio(f"{len(pairs)} questions, geometric mean", "DuckDB", mean, MEAN, 0),
        Ratio("the worst of them", "DuckDB", max(quotients), WORST, 0),
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
    engine("SET threads = 1")
    for table in TABLES:
        engine(f"CREATE TABLE kept_{table.name} AS SELECT * FROM {table.name}")
        engine(f"DROP VIEW {table.name}")
        engine(f"ALTER TABLE kept_{table.name} RENAME TO {table.name}")
    engine(
        f"CREATE OR REPLACE TEMPORARY VIEW asked AS SELECT DATE '{PERIOD.first}' AS from_day,"
        f" DATE '{PERIOD.last}' AS to_day, DATE '{LAST}' AS as_of"
    )
    for view in statements()[:-1]:
        engine(view)
    return engine


def _questions(store: Store, engine: Callable[[str], Any]) -> list[tuple[str, Ask, Ask]]:
    """Each question as it is asked of both; what several share is made before."""
    cases = counting(store, Chosen(), DIMENSIONS)
    cases.prepare([need for question in kpis.QUESTIONS.values() for need in question.needs if need != "tapers"], LAST)
    listed = [code for code in kpis.QUESTIONS if code not in WITHOUT]
    return [(code, _of_sqlite(cases, code), _of_duckdb(engine, code)) for code in listed]


def _of_sqlite(cases: KpiCounter, code: str) -> Ask:
    question = kpis.QUESTIONS[code]
    values = kpis.values_of(PERIOD, LAST) | cases.codes

    def ask() -> object:
        if "tapers" in question.needs:
            cases.store.conn.execute("DROP TABLE IF EXISTS temp.tapers")
            for statement in kpis.MADE["tapers"]:
                cases.store.conn.execute(statement, values)
        return question.how.finished(question.how.tally(cases.store, question, values, cases.cells))

    return ask


def _of_duckdb(engine: Callable[[str], Any], code: str) -> Ask:
    return lambda: engine(f"SELECT * FROM figures WHERE kpi = '{code}'")


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
