"""A large file of deliveries: what is judged case by case comes to the same as what is judged row by row."""

import datetime as dt
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from itertools import product
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipsu_cli.flows import import_deliveries
from tests import program
from tests.program import Result

TODAY = "2026-05-06"
TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
OFFICE = (
    "init --name 'Stöd i Exempelby AB' --orgnr 559999-0008",
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "agreement add IPSU-2 --service ipsu --area 'Östra Svealand' --from 2025-01-01 --to 2026-04-10",
    "agreement add ROM-1 --service rusta-matcha --area 'Västra Svealand' --from 2025-01-01",
    *(
        f"price set {agreement} ipsu-{service} 450 --unit {unit} --from 2025-01-01"
        for agreement, (service, unit) in product(("IPSU-1", "IPSU-2"), (("a", "case"), ("b", "hour")))
    ),
    *(
        f"case add {case} --service ipsu-b --agreement {agreement} --personnummer {number} --name 'Test Person' "
        f"--from {first} --to {last} {TRAINING}"
        for case, agreement, number, first, last in (
            ("B1", "IPSU-1", "19900101-9802", "2026-03-02", "2026-05-29"),
            ("B2", "IPSU-1", "19900102-9801", "2026-03-02", "2026-05-29"),
            ("B3", "IPSU-2", "19900103-9800", "2026-03-02", "2026-05-29"),
            ("B4", "IPSU-1", "19900104-9809", "2026-03-02", "2026-05-29"),
            ("B5", "IPSU-1", "19900105-9808", "2026-03-02", "2026-05-29"),
            ("B6", "IPSU-1", "19900106-9807", "2026-03-02", "2026-05-29"),
        )
    ),
    "case add A1 --service ipsu-a --agreement IPSU-1 --personnummer 19900107-9806 --name 'Test Person' "
    "--from 2026-03-02 --to 2026-03-27",
    *(
        f"plan set {case} 2026-W10..2026-W16=20 2026-W17..2026-W22=10 --submitted 2026-03-02 --confirmed 2026-03-02"
        for case in ("B1", "B2", "B3")
    ),
    "plan set B4 2026-W10..2026-W11=5 2026-W13=5",  # a draft with a week between
    "plan set B5 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02",
    "deliver B2 18 --week 2026-W11",
    *("deliver B1 1 --on 2026-03-10", "deliver B1 1 --on 2026-03-10", "deliver B3 2,5 --on 2026-03-11"),
    "document submit B5 avvikelse --on 2026-03-13 --known --from 2026-03-11 --to 2026-03-13 --reason 'Var sjuk'",
    "case close B5 --on 2026-04-15 --reason interrupted --training-result interrupted",
)

DAYS = st.one_of(
    st.dates(min_value=dt.date(2026, 2, 20), max_value=dt.date(2026, 6, 10)).map(str),
    st.sampled_from(["2026-03-09", "2026-03-10", "2026-03-11", "2026-02-30", "igår", ""]),
)
WEEKS = st.sampled_from(
    ["", "", "2026-W09", "2026-W10", "2026-W11", "2026-W12", "2026-W14", "2026-W18", "W10", "2027-W53"]
)
HOURS = st.sampled_from(["2", "7,5", "3.25", "0.01", "0", "24", "12,5", "25", "99999999", "7:30", "", "'5", "1,005"])
CASES = st.sampled_from(["B1", "B1", "B2", "B2", "B3", "B3", "B4", "B5", "B6", "A1", "B9", "", " B1 ", "=B1", '"B1"'])
ROWS = st.tuples(CASES, DAYS, WEEKS, HOURS, st.sampled_from(["", "", "", "", "ja", "nej"]))
# What nothing is wrong with, so that a file of it comes in.
GOOD_DAYS = st.one_of(
    st.dates(dt.date(2026, 3, 9), dt.date(2026, 5, 5)).map(str), st.sampled_from(["2026-03-10", "2026-03-11"])
)
SOUND = st.sampled_from(["B1", "B2", "B3"])
GOOD = st.tuples(SOUND, GOOD_DAYS, st.just(""), st.sampled_from(["0,25", "1", "2.5"]), st.just(""))
WHOLE_WEEKS = st.tuples(
    st.sampled_from(["B1", "B3"]), st.just(""), st.sampled_from([f"2026-W{week}" for week in range(11, 18)]),
    st.sampled_from(["1", "4", "6,5"]), st.just(""),
)  # fmt: skip
FILES = st.one_of(
    st.lists(ROWS, min_size=1, max_size=40),
    st.lists(st.one_of(GOOD, WHOLE_WEEKS), min_size=1, max_size=60),
    st.lists(GOOD, min_size=1, max_size=60),
)

HEADING = ("case", "on", "week", "hours", "no-show")
# Many rows at once, and a few at a time; no file is large enough to be taken row by row.
TOGETHER = {"FEW": 0}
IN_PIECES = {"FEW": 0, "MOST_HELD": 7, "MOST_OTHERS": 2}
# No cell is remembered either.
ROW_BY_ROW = {"FEW": 1_000_000, "MOST_OTHERS": 1_000_000, "CsvRows": type(None)}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hours")
    for words in OFFICE:
        assert 0 == program.run(words, folder=folder, today=TODAY).code, words
    return folder


def written(rows: list[tuple[str, ...]], columns: tuple[str, ...] = HEADING) -> str:
    """The rows as a file with these columns."""
    kept = [HEADING.index(column) for column in columns]
    return "\n".join(";".join(row[at] for at in kept) for row in (HEADING, *rows)) + "\n"


def came_of(office: Path, content: str, sizes: Mapping[str, object]) -> tuple[list[Result], list[str]]:
    """What is answered to the file, to the same again and to taking it back, and what the register holds after each."""
    folder = office.parent / "imported"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(office, folder)
    (folder / "in.csv").write_text(content)
    steps = ("import deliveries in.csv --json", "import deliveries in.csv", "import undo 1 --yes --quiet")
    with ExitStack() as kept:
        for name, size in sizes.items():
            kept.enter_context(patch.object(import_deliveries, name, size))
        results, held = [], []
        for words in steps:
            results.append(program.run(words, folder=folder, today=TODAY))
            held.append(without_clock(program.dump(folder / "ipsu.db")))
    return results, held


def without_clock(dump: str) -> str:
    """All that a file holds but the lines of the log, which have the machine's time and a digest of it."""
    return "\n".join(line for line in dump.splitlines() if not line.startswith("changes "))


@settings(max_examples=25)
@given(rows=FILES, sizes=st.sampled_from([TOGETHER, IN_PIECES]))
def test_what_is_judged_together_comes_to_the_same_as_row_by_row(
    office: Path, rows: list[tuple[str, ...]], sizes: Mapping[str, object]
) -> None:
    content = written(rows)
    assert came_of(office, content, ROW_BY_ROW) == came_of(office, content, sizes)
