"""The yardstick of the key figures: their own queries, each run once and summed whole, and nothing else.

No parts, no targets, no rules, no texts; the cases are chosen once, as the report does. Run as
`python -m tests.bench.bare_kpi FILE FIRST LAST`.
"""

import datetime as dt
import sys
from pathlib import Path

from ipsu_cli.core.period import Period
from ipsu_cli.reports.kpi_measured import counting
from ipsu_cli.store import kpis, reading
from ipsu_cli.store.kpis import MADE, filed
from ipsu_cli.store.scope import Chosen

SUM = "SELECT count(*), total(n) FROM ({rows})"
PERSONS = "SELECT count(DISTINCT person_id) FROM ({rows})"


def main(path: str, first: str, last: str) -> None:
    period = Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    with reading(Path(path)) as store:
        cases = counting(store, Chosen())
        values = kpis.values_of(period, period.last) | cases.codes
        made: set[str] = set()
        for question in kpis.QUESTIONS.values():
            for name in [need for need in question.needs if need not in made]:
                if name == "filed":
                    filed.make(store, cases.calendar, values)
                for statement in MADE[name]:
                    store.conn.execute(statement, values)
                made.add(name)
            for rows in filter(None, (question.rows, question.over)):
                whole = PERSONS if "person_id, " in rows else SUM
                store.conn.execute(whole.format(rows=rows), values).fetchall()


if __name__ == "__main__":
    main(*sys.argv[1:])
