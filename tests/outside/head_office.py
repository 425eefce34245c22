"""The questions of the page for a head office, asked of an engine, and what they give."""

import datetime as dt
import json
import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ipsu_cli.core.parquet import TABLES
from tests import offices, program

SPARK = Path(__file__).with_name("head_office_in_spark.py")
PAGE = Path(__file__).resolve().parents[2] / "ipsu_cli" / "docs" / "head-office.md"
FIRST, LAST = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
# Asked by a question of the page, and not by its code: a share is one figure over another.
NO_NUMERATOR = ("wait_max", "wait_median", "wait_mean", "fidelity_latest", "days_to_payment")
COUNTED = ("first_contact_median", "days_to_entry", "days_to_basis")

# Runs one statement and gives its rows.
Engine = Callable[[str], Iterable[Any]]
# By code and by office, service and gender (None is all): value, numerator, denominator.
Figures = dict[tuple[str, str | None, str | None, str | None], tuple[Any, Any, Any]]


def statements() -> list[str]:
    """Those of the page, in order."""
    return re.findall(r"^```sql\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def export(folder: Path, files: Iterable[Path]) -> Path:
    """The Parquet of all of them."""
    for file in files:
        done = program.run(
            ["--db", str(file), "export", "parquet", str(folder)], folder=file.parent, today=offices.TODAY
        )
        assert (0, "") == (done.code, done.err)
    return folder


def asked_for(first: dt.date, last: dt.date) -> str:
    """The statement that says which period is asked for."""
    return (
        f"CREATE OR REPLACE TEMPORARY VIEW asked AS SELECT DATE '{first}' AS from_day, DATE '{last}' AS to_day,"
        f" DATE '{offices.TODAY}' AS as_of"
    )


def asked_by(engine: Engine, first: dt.date = FIRST, last: dt.date = LAST) -> Figures:
    """What the engine answers to the questions of the page."""
    *views, figures = [asked_for(first, last), *statements()]
    for view in views:
        engine(view)
    return by_part(engine(figures))


def by_part(rows: Iterable[Any]) -> Figures:
    """The rows of the last question by what they are of."""
    return {(kpi, office, service, gender): (value, n, d) for kpi, office, service, gender, n, d, value in rows}


def asked_in_spark(python: str, folder: Path, first: dt.date = FIRST, last: dt.date = LAST) -> tuple[int, Figures]:
    """The same from Spark, by a Python that has it: how many workers there were, and what they answered."""
    tables = [table.name for table in TABLES]
    question = {"folder": str(folder), "tables": tables, "statements": [asked_for(first, last), *statements()]}
    done = subprocess.run([python, str(SPARK)], input=json.dumps(question), capture_output=True, text=True)
    assert 0 == done.returncode, done.stderr[-3000:]
    answer = json.loads(done.stdout.splitlines()[-1])
    return answer["workers"], by_part(answer["rows"])


def duckdb_engine(folder: Path) -> Engine:
    """DuckDB in this process, with the tables as views."""
    import duckdb

    engine = duckdb.connect()
    for table in TABLES:
        files = f"{folder}/office=*/year=*/{table.name}.parquet"
        engine.execute(f"CREATE VIEW {table.name} AS SELECT * FROM read_parquet('{files}', hive_partitioning = true)")
    return lambda statement: engine.execute(statement).fetchall()


def reported(report: Any) -> Figures:
    """What `report kpi` says: the whole, and its parts by office, service and gender."""
    found: Figures = {}
    for kpi in report["kpis"]:
        found[kpi["code"], None, None, None] = _shown(kpi)
        for place, dimension in enumerate(("office", "service", "gender")):
            for part, figure in kpi["breakdown"].get(dimension, {}).items():
                key: list[str | None] = [None, None, None]
                key[place] = part
                found[kpi["code"], key[0], key[1], key[2]] = _shown(figure)
    return found


def _shown(figure: Any) -> tuple[Any, Any, Any]:
    return figure["value"], figure["numerator"], figure["denominator"]


def like_a_report(key: tuple[str, Any, Any, Any], answer: tuple[Any, Any, Any]) -> tuple[Any, Any, Any]:
    """An answer as the report has it: a count has no parts, a median only how many it is of."""
    code, (value, n, d) = key[0], answer
    if code in NO_NUMERATOR or (d is None and n is not None):
        return value, None, None
    if code == "goal_progress":
        return value, n / 100, d / 100
    if code in COUNTED:
        return value, None, d
    return (value, n / 100, d / 100) if code == "delivery_rate" else (value, n, d)
