"""A file that overlaps one that came before: which of its rows were there, and which say something else."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.flows.import_overlap import MOST_NAMED, Overlap
from ipsu_cli.store.batches import KnownRows
from tests.conftest import Program
from tests.flows.test_import_ import SETUP, TODAY
from tests.program import Result
from tests.self_invoices import workbook

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
    return [(row["from_row"], row["to_row"], row["status"], row["columns"]) for row in answer["overlap"]]


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


def errors_of(result: Result) -> list[Any]:
    errors: list[Any] = json.loads(result.err)["error"]["details"]["errors"]
    return errors


MUNICIPAL = (
    "agreement add M-1 --service ips --area Sala --from 2025-01-01",
    "agreement require M-1 ips --ages none --check none",
    "case add U1 --service ips --personnummer 19900101-9802 --name 'Test Person' --from 2025-03-03",
)


@pytest.mark.parametrize(
    ("kind", "heading", "before", "after", "columns"),
    [
        ("targets", "agreement;kpi;value", "M-1;supported;12", "M-1;supported;13", ["value"]),
        ("pauses", "case;from;to", "U1;2025-07-01;", "U1;2025-07-01;2025-07-21", ["to"]),
        ("requirements", "agreement;service;ages", "M-1;ips;18-65", "M-1;ips;18-60", ["ages"]),
        ("requirements", "agreement;service;check", "M-1;ips;consent", "M-1;ips;consent|resident", ["check"]),
    ],
)
def test_what_has_changed_is_named_whatever_the_kind(
    ipsu: Program, bring: Bring, kind: str, heading: str, before: str, after: str, columns: list[str]
) -> None:
    for words in MUNICIPAL:
        assert 0 == ipsu(words, today=TODAY).code, words
    bring(kind, heading, before)
    assert [(2, 2, "changed", columns)] == spans(bring(kind, heading, after))
    assert [(2, 2, "known", [])] == spans(bring(kind, heading, after))


def test_an_agreement_that_was_typed_is_known_and_what_differs_is_named(ipsu: Program, bring: Bring, db: Path) -> None:
    heading, row = "avtal;tjänst;leveransområde;från;till", "IPSU-1;ipsu;Västra Svealand;2025-01-01;"
    assert [(2, 2, "known", [])] == spans(bring("agreements", heading, row, "IPSU-2;ipsu;Norra Norrland;2026-01-01;"))
    (db.parent / "in.csv").write_text(f"{heading}\n{row}2026-12-31", encoding="utf-8")
    result = ipsu("import agreements in.csv", today=TODAY)
    assert 3 == result.code
    assert "with something else under: till." in result.err
    assert "Next: ipsu agreement edit IPSU-1" in result.err


def test_a_step_that_the_row_says_nothing_of_has_not_changed(ipsu: Program, bring: Bring) -> None:
    again = "plan set B1 2026-W10..2026-W18=20 2026-W19..2026-W22=10 --reason Mindre --submitted 2026-05-04"
    assert 0 == ipsu(again, today=TODAY).code
    rows = ("B1;2026-W10..2026-W18;20;2026-05-05", "B1;2026-W19..2026-W22;10;2026-05-05")
    assert [(2, 3, "changed", ["confirmed"])] == spans(bring("plans", "case;weeks;hours-per-week;confirmed", *rows))


def test_a_step_that_was_taken_on_another_day_is_no_row_that_is_known(ipsu: Program, bring: Bring, db: Path) -> None:
    plan = "case;weeks;hours-per-week;submitted\nB1;2026-W10..2026-W22;20;"
    assert [(2, 2, "known", [])] == spans(bring("plans", plan + "2026-03-02"))
    (db.parent / "in.csv").write_text(plan + "2026-03-09", encoding="utf-8")
    result = ipsu("import plans in.csv --json", today=TODAY)
    (error,) = errors_of(result)
    assert (3, 2, "submitted") == (result.code, error["row"], error["column"])
    assert "import.document-differs" == error["code"]
    assert "the register has 2026-03-02 here, and the file 2026-03-09." in error["message"]
    assert error["message"].endswith("ipsu log B1")
    (db.parent / "in.csv").write_text(plan.replace(";submitted", ";confirmed") + "2026-03-09", encoding="utf-8")
    result = ipsu("import plans in.csv --json", today=TODAY)
    (error,) = errors_of(result)
    assert "confirmed" == error["column"]
    assert error["message"].endswith("ipsu document unconfirm B1 gp --version 1 --reason TEXT")


def test_the_reason_of_a_document_that_came_back_is_kept_when_the_row_comes_again(
    ipsu: Program, bring: Bring, db: Path
) -> None:
    heading = "case;type;submitted;returned;reason"
    bring("documents", heading, "B1;sr;2026-04-01;;")
    assert [(2, 2, "changed", ["returned"])] == spans(bring("documents", heading, "B1;sr;2026-04-01;2026-04-08;Oklar"))
    assert 0 == ipsu("export documents out.csv", today=TODAY).code
    assert "Oklar" in (db.parent / "out.csv").read_text(encoding="utf-8")


def test_sheets_are_told_in_the_order_of_the_workbook(ipsu: Program, bring: Bring, db: Path) -> None:
    rows: list[list[Any]] = [["case", "on", "hours"], ["B1", "2026-03-24", 2]]
    bring("deliveries", *(";".join(map(str, row)) for row in rows))
    book = workbook({"mars": rows, "april": [*rows, ["B1", "2026-04-01", 3]]})
    (db.parent / "in.xlsx").write_bytes(book)
    result = ipsu("import deliveries in.xlsx --json --dry-run", today=TODAY)
    assert ["mars"] == [row["sheet"] for row in result.json["import"]["overlap"]]
    wrong: list[list[Any]] = [rows[0], ["B1", "2026-13-24", 2]]
    (db.parent / "in.xlsx").write_bytes(workbook({"mars": wrong, "april": wrong}))
    result = ipsu("import deliveries in.xlsx --json", today=TODAY)
    assert ["mars", "april"] == [error["sheet"] for error in errors_of(result)]
    bring("prices", "agreement;service;amount;unit;from", "IPSU-1;ipsu-b;460;hour;2026-03-01")
    prices: list[list[Any]] = [
        ["agreement", "service", "amount", "unit", "from"],
        ["IPSU-1", "ipsu-b", 460, "hour", "2026-03-01"],
    ]
    (db.parent / "in.xlsx").write_bytes(workbook({"mars": prices, "april": prices}))
    result = ipsu("import prices in.xlsx --json", today=TODAY)
    assert ["mars", "april"] == [row["sheet"] for row in result.json["import"]["overlap"]]


def test_how_an_import_is_taken_back_is_told_with_its_number(ipsu: Program, bring: Bring) -> None:
    lines = ["case;on;hours", "B1;2026-03-24;2"]
    assert "ipsu import undo 1" in bring("deliveries", *lines, lang="en")
    assert "undo" not in bring("deliveries", *lines, lang="en")
    assert [1] == [line["batch"] for line in ipsu("log --json").json["log"] if line["batch"]]


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


def test_a_pause_that_overlaps_one_of_the_same_file_is_told_by_its_days(ipsu: Program, bring: Bring, db: Path) -> None:
    for words in MUNICIPAL[:2]:
        assert 0 == ipsu(words, today=TODAY).code
    bring("cases", "case;service;personnummer;name;from", "U1;ips;19900102-9801;Other Person;2025-03-03")
    (db.parent / "in.csv").write_text("case;from;to\nU1;2025-07-01;2025-07-21\nU1;2025-07-20;2025-07-30\n")
    result = ipsu("import pauses in.csv --json --lang en", today=TODAY)
    (error,) = errors_of(result)
    assert (3, "from", "2025-07-20") == (error["row"], error["column"], error["value"])
    assert "A pause in U1 from 2025-07-20 overlaps the one from 2025-07-01 to 2025-07-21." in error["message"]
