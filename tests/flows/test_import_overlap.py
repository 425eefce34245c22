"""A file that overlaps one that came before: which of its rows were there, and which say something else."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.flows.import_overlap import MOST_NAMED, Overlap
from ipsu_cli.store.batches import KnownRows
from tests.conftest import Program

TODAY = "2026-05-06"
SETUP = (
    "agreement add IPSU-1 --service ipsu --area 'Västra Svealand' --from 2025-01-01",
    "price set IPSU-1 ipsu-b 450 --unit hour --from 2025-01-01",
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name 'Test Person' --from 2026-03-02 --to 2026-05-29 "
    "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05",
    "plan set B1 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02",
)
Bring = Callable[..., Any]


@pytest.fixture
def bring(ipsu: Program, db: Path) -> Bring:
    """`bring("deliveries", "case;on;hours", …)`: what an import of a file with these lines answers."""
    for words in SETUP:
        assert 0 == ipsu(words, today=TODAY).code, words

    def run(kind: str, *lines: str, lang: str | None = None) -> Any:
        (db.parent / "in.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        result = ipsu(f"import {kind} in.csv {f'--lang {lang}' if lang else '--json'}", today=TODAY)
        assert 0 == result.code, result.err
        return result.out if lang else result.json["import"]

    return run


def spans(answer: Any) -> list[tuple[int, int, str, list[str]]]:
    return [(row["from_row"], row["to_row"], row["outcome"], row["columns"]) for row in answer["overlap"]]


def test_rows_that_came_in_before_are_named(bring: Bring) -> None:
    first = ["B1;2026-03-24;2", "B1;2026-03-25;3"]
    assert [] == spans(bring("deliveries", "case;on;hours", *first))
    more = ["case;on;hours", *first, "B1;2026-03-26;4", first[0]]
    assert [(2, 3, "known", [])] == spans(bring("deliveries", *more))
    again = bring("deliveries", *more)
    assert (4, [(2, 5, "known", [])]) == (again["known"], spans(again))


def test_what_differs_is_named_by_its_columns(bring: Bring) -> None:
    heading = "case;service;personnummer;name;from;to;coach;site"
    same, other = ("B1;ipsu-b;19900101-9802;Test Person;2026-03-02;2026-05-29;" + rest for rest in (";", "Nadia;Sala"))
    assert [(2, 2, "known", [])] == spans(bring("cases", heading, same))
    assert [(2, 2, "changed", ["site", "coach"])] == spans(bring("cases", heading, other))
    shown = bring("prices", "agreement;service;amount;unit;from", "IPSU-1;ipsu-b;460;hour;2025-01-01", lang="en")
    assert ["2    changed  amount"] == [line for line in shown.splitlines() if line.startswith("2 ")]


def test_no_more_spans_are_named_than_a_person_reads() -> None:
    overlap = Overlap()
    for row in range(MOST_NAMED + 3):
        overlap.add(None, 2 * row, "known")
    overlap.add(None, 2 * MOST_NAMED - 1, "known")
    assert (MOST_NAMED, 3) == (len(overlap.named), overlap.rest)


def test_known_rows_are_counted_wherever_they_look_alike() -> None:
    """The end of one and the beginning of the next may look like a third."""
    ab, cd = b"ab" + b"x" * 6, b"ab" + b"y" * 6
    one, other, between = cd + ab, ab + cd, ab + ab
    known, left = KnownRows(), Counter({one: 1, other: 2})
    for digest, times in left.items():
        known.add(digest, times)
    assert not known.holds([one, between])
    assert not known.take(between)
    for digest in (one, one, other, other, other):
        assert (left[digest] > 0) == known.holds([digest]) == known.take(digest)
        left[digest] -= 1
