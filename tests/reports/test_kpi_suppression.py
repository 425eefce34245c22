"""`report kpi --external`: what is hidden, the same in JSON, text and workbook."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.reports.register import Register, entering

Run = Callable[..., Any]
Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(run: Run) -> Ask:
    """`ask("--year 2025 --external")`: the key figures by their codes."""
    return lambda words, today="2026-03-31": {e["code"]: e for e in run(f"report kpi {words}", today=today)["kpis"]}


def uppsala(it: Register) -> None:
    """124 enrolled on New Year's Day (68, 55 and 1), 97 new ones (61, 35 and 1 without a service); outcomes."""
    agreement = it.agreement("U", "ips")
    for n in range(124):
        gender = "woman" if n < 68 else "man" if n < 123 else "other"
        case = it.case(f"G{n}", it.person(gender), "ips", agreement, from_day="2024-03-01")
        if n < 24:
            it.outcome(case, "employment" if n < 20 else "studies_completed", "2025-05-01")
    for n in range(97):
        support = "ips" if n < 61 else "sed" if n < 96 else "unspecified"
        gender = "woman" if n % 2 else "man"
        it.case(f"N{n}", it.person(gender), "ips", agreement, queued_on="2025-01-02", from_day="2025-02-01",
                support=support)  # fmt: skip


def test_a_single_person_is_not_singled_out(db: Path, ask: Ask) -> None:
    with entering(db) as it:
        uppsala(it)
    open_, hidden = ask("--to 2025-01-01"), ask("--to 2025-01-01 --external")
    shown = {
        part: (figure["value"], figure["hidden"]) for part, figure in hidden["ongoing"]["breakdown"]["gender"].items()
    }
    assert {"woman": (68, False), "man": (None, True), "other": (None, True)} == shown
    assert (124, False) == (hidden["ongoing"]["value"], hidden["ongoing"]["hidden"])
    assert {"woman": 68, "man": 55, "other": 1} == {
        part: figure["value"] for part, figure in open_["ongoing"]["breakdown"]["gender"].items()
    }
    year = ask("--year 2025 --external")
    assert {"ips": 61, "sed": None, "unspecified": None} == {
        part: figure["value"] for part, figure in year["supported"]["breakdown"]["service"].items()
    }


def test_what_gives_a_hidden_count_away_is_hidden(db: Path, ask: Ask, run: Run) -> None:
    with entering(db) as it:
        uppsala(it)
    run("target set all outcomes_studies_completed 4")
    run("target set all outcome_share 10")
    found = ask("--year 2025 --external")
    assert 20 == found["outcomes_employment"]["value"]
    for code in ("outcomes_studies_completed", "outcome_share"):  # 24 of 221 less 20 would be the 4
        assert [None, None, None, True, None] == [
            found[code][key] for key in ("value", "numerator", "denominator", "hidden", "met")
        ]
        assert [(None, None, None)] == [(t["judged_value"], t["met"], t["difference"]) for t in found[code]["targets"]]
        assert all(figure["hidden"] for parts in found[code]["breakdown"].values() for figure in parts.values())
    assert 221 == found["active"]["value"]
    assert 24 == ask("--year 2025 --external --below 4")["outcome_share"]["numerator"]


def test_text_and_workbook_hide_the_same(db: Path, ipsu: Program, tmp_path: Path) -> None:
    with entering(db) as it:
        uppsala(it)
    result = ipsu("report kpi --year 2025 --external --excel ut.xlsx", today="2026-03-31", IPSU_LANG="en")
    assert 0 == result.code
    line = next(row for row in result.out.splitlines() if row.startswith("Persons who completed studies"))
    assert "hidden" in line
    assert "4" not in line
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "ut.xlsx")
    rows = [row for page in book for row in page.iter_rows(values_only=True)]
    cells = [
        row[1:]
        for row in rows
        if row[0] == "Personer som slutfört studier" or row[0] == "Andel med arbete eller slutförda studier"
    ]
    assert cells
    assert not [cell for row in cells for cell in row if isinstance(cell, int | float)]


@pytest.mark.parametrize(("words", "error"), [
    ("--below 5", "option.needs"), ("--external --below 1", "value.below"), ("--external --below x", "value.count"),
])  # fmt: skip
def test_what_hides_nothing_is_not_asked(ipsu: Program, db: Path, words: str, error: str) -> None:
    result = ipsu(f"report kpi {words} --json")
    assert 2 == result.code
    assert f'"code": "{error}"' in result.err


def figures(kpi: dict[str, Any]) -> list[dict[str, Any]]:
    return [kpi, *(figure for parts in kpi["breakdown"].values() for figure in parts.values())]


@pytest.mark.parametrize("seed", range(4))
def test_nothing_small_is_shown_of_any_register(db: Path, ask: Ask, seed: int) -> None:
    """No count of 1-4 stands anywhere; a breakdown next to its whole leaves two or more, together 5, open."""
    dice = random.Random(seed)
    with entering(db) as it:
        agreements = [it.agreement(name, "ips") for name in "AB"]
        for n in range(60):
            person = it.person(dice.choice(["woman", "man", "man", "other", None]))
            started = dice.choice([None, "2024-05-01", "2025-02-01", "2025-11-01"])
            closed = dice.choice([None, None, "2025-12-01"])
            queued = dice.choice([None, "2024-01-01"]) if started else "2025-01-01"
            case = it.case(f"K{n}", person, dice.choice(["ips", "sed"]), dice.choice(agreements), queued_on=queued,
                           from_day=started, closed_on=closed, close_reason=closed and dice.choice(["work", "other"]),
                           coach=dice.choice(["Lo", "Bo", None]))  # fmt: skip
            if started == "2024-05-01" and dice.random() < 0.3:
                it.outcome(case, dice.choice(["employment", "studies_completed", "studies_started"]), "2025-06-01")
    every = "--by service --by gender --by agreement --by coach"
    found, open_ = ask(f"--year 2025 {every} --external"), ask(f"--year 2025 {every}")
    assert any(figure["hidden"] for kpi in found.values() for figure in figures(kpi))
    for code, kpi in found.items():
        if kpi["unit"] not in ("count", "percent"):
            continue
        for figure in figures(kpi):
            numbers = [figure["value"]] if kpi["unit"] == "count" else [figure["numerator"], figure["denominator"]]
            assert not [n for n in numbers if n in (1, 2, 3, 4)], code
        for dimension, parts in kpi["breakdown"].items():
            gone = [part for part, shown in parts.items() if shown["hidden"]]
            real = open_[code]["breakdown"][dimension]
            counts = [real[part]["value"] if kpi["unit"] == "count" else real[part]["denominator"] for part in gone]
            assert kpi["hidden"] or not gone or (len(gone) > 1 and sum(counts) >= 5), (code, dimension)
