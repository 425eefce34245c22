"""The questions of the page for a head office, asked of DuckDB over the Parquet of generated offices.

They give the very figures of `report kpi`, of each office and of all together.
"""

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest

from tests import offices, program
from tests.outside import judges
from tests.outside.head_office import (
    FIRST,
    LAST,
    Figures,
    asked_by,
    asked_in_spark,
    duckdb_engine,
    export,
    like_a_report,
    reported,
    statements,
)
from tests.whole import WHOLE

NOTHING = ((0, None, None), (None, 0, 0), (None, None, 0), (None, None, None))
FEW, MANY = 4, 200 if WHOLE else 12


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> tuple[list[Path], Path]:
    """A few offices, and their Parquet."""
    needed()
    folder = tmp_path_factory.mktemp("few")
    files = offices.spread(new_office, folder, offices.parts(12, 8), FEW)
    return files, export(folder / "data", files)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> tuple[list[Path], Path]:
    """Many offices, three months of each invoiced, and their Parquet."""
    needed()
    folder = tmp_path_factory.mktemp("many")
    files = offices.spread(new_office, folder, offices.parts(2 * MANY, 5), MANY, (2, 6, 11))
    return files, export(folder / "data", files)


def needed() -> None:
    """What writes Parquet, and what asks it."""
    judges.package("pyarrow")
    judges.package("duckdb")


def report(files: list[Path], first: dt.date, last: dt.date) -> Any:
    also = [word for file in files[1:] for word in ("--also", str(file))]
    words = ["--db", str(files[0]), "report", "kpi", "--from", str(first), "--to", str(last), "--json", *also]
    done = program.run(words, folder=files[0].parent, today=offices.TODAY)
    assert (0, "") == (done.code, done.err)
    return done.json


def differences(answered: Figures, report: Any) -> list[Any]:
    """Where the engine and the report differ; what the engine has no row of is nothing."""
    found = {key: like_a_report(key, answer) for key, answer in answered.items()}
    expected = reported(report)
    differing = [
        (key, found.get(key), figure)
        for key, figure in expected.items()
        if (found[key] != figure if key in found else figure not in NOTHING)
    ]
    return differing + [(key, found[key], None) for key in found.keys() - expected.keys()]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (FIRST, LAST),
        (dt.date(2025, 2, 1), dt.date(2025, 2, 28)),
        (dt.date(2024, 9, 15), dt.date(2025, 7, 9)),
        (dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
    ],
    ids=str,
)
def test_the_figures_are_those_of_the_report(few: tuple[list[Path], Path], first: dt.date, last: dt.date) -> None:
    files, data = few
    assert [] == differences(asked_by(duckdb_engine(data), first, last), report(files, first, last))


def test_one_office_by_itself_is_that_of_its_own_report(few: tuple[list[Path], Path], tmp_path: Path) -> None:
    files, _ = few
    alone = asked_by(duckdb_engine(export(tmp_path / "data", files[:1])))
    of_all = {key: answer for key, answer in alone.items() if key[1] is None}
    assert [] == differences(of_all, report(files[:1], FIRST, LAST))


def test_every_key_figure_is_asked_and_has_something_to_count(few: tuple[list[Path], Path]) -> None:
    files, data = few
    codes = {key[0] for key in asked_by(duckdb_engine(data))}
    assert codes == {kpi["code"] for kpi in report(files, FIRST, LAST)["kpis"]}
    assert 50 < len(codes) and 15 < len(statements())


def test_the_parts_that_only_one_figure_has(few: tuple[list[Path], Path]) -> None:
    files, data = few
    engine = duckdb_engine(data)
    asked_by(engine)
    found = {(kpi, part): n for kpi, part, n in engine("SELECT kpi, part, COUNT(*) FROM own_parts GROUP BY kpi, part")}
    kpis = {kpi["code"]: kpi["breakdown"] for kpi in report(files, FIRST, LAST)["kpis"]}
    parts = {code: kpis[code][own] for code, own in (("tenure_cohort", "cohort"), ("deviations", "known"))}
    assert found == {(code, part): figure["value"] for code, own in parts.items() for part, figure in own.items()}
    assert len(found) > 4


@pytest.mark.long
def test_many_offices_give_the_very_figures(many: tuple[list[Path], Path]) -> None:
    files, data = many
    assert [] == differences(asked_by(duckdb_engine(data)), report(files, FIRST, LAST))


@pytest.mark.long
def test_a_cluster_of_its_own_processes_gives_the_same(many: tuple[list[Path], Path]) -> None:
    """Spark, by the same statements to the letter. It has an environment of its own: IPSU_SPARK_PYTHON names its
    Python, and Java is a system package. At 600 MB and some minutes it is asked for by hand alone."""
    python = os.environ.get("IPSU_SPARK_PYTHON")
    if not python:
        pytest.skip("IPSU_SPARK_PYTHON names no Python with pyspark")
    _, data = many
    workers, figures = asked_in_spark(python, data)
    assert 2 == workers
    assert asked_by(duckdb_engine(data)) == figures
