"""`ipsu find WORD`: where a word stands in what people have written, never of a protected person."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

TODAY = "2026-03-16"
DAYS = "--from 2026-03-02 --to 2026-05-08 --training Svets --training-from 2026-01-12 --training-to 2026-06-05"
MADE = (
    "agreement add S1 --service ipsu --area Norr --from 2026-01-01",
    f"case add B1 --service ipsu-b --personnummer 19900101-9802 --name Prov {DAYS}",
    f"case add P1 --service ipsu-b --personnummer 19850602-9837 --name Hemlig --protected {DAYS}",
    "contact add B1 officer --on 2026-03-03 --note 'Ringde om Åkerkalk'",
    "contact add P1 officer --on 2026-03-03 --note 'Ringde om åkerkalk'",
    "contact add S1 group --on 2026-03-04 --note 'åkerkalk igen'",
    "plan set B1 2026-W10=20 --submitted 2026-03-02 --confirmed 2026-03-02",
    "plan set B1 2026-W10=20 2026-W12=20 --reason 'mer åkerkalk'",
    "deliver B1 2 --on 2026-03-05",
    "delivery correct 1 3 --reason 'åkerkalk 2'",
    "document write B1 sr --file text.md",
    "contact add B1 talk --on 2026-03-06 --goal 'skyffel'",
    "agreement add M1 --service sed --area Norr --from 2026-01-01",
    "agreement require M1 sed --ages none --check none",
    "case add U1 --service sed --personnummer 19900101-9802 --name Prov --from 2026-03-02 --preference 'Helst skyffel'",
    "case add U2 --service sed --personnummer 19850602-9837 --name Hemlig --from 2026-03-02 --preference skyffel",
)


@pytest.fixture
def find(ipsu: Program, db: Path) -> Any:
    """`find(word)`: the places of a word, as JSON has them."""
    (db.parent / "text.md").write_text("## Annat\n\nÅKERKALK överallt\n", encoding="utf-8")
    for words in MADE:
        result = ipsu(words, today=TODAY)
        assert 0 == result.code, (words, result.err)

    def run(word: str) -> list[tuple[Any, ...]]:
        return [tuple(row.values()) for row in ipsu(["find", word, "--json"], today=TODAY).json["found"]]

    return run


def test_a_word_is_found_in_notes_reasons_and_texts_whatever_its_capitals(find: Any) -> None:
    found = find("åkerKALK")
    assert {"contact", "gp", "delivery", "sr"} <= {where for case, _, _, where, _ in found if case == "B1"}
    assert (None, "S1", "2026-03-04", "contact", 3) in found
    assert ("B1", None, "2026-03-03", "contact", 1) in found
    assert found == sorted(found, key=lambda row: (row[0] or "", row[1] or "", *row[2:]))


def test_a_word_is_found_in_goals_and_wishes(find: Any) -> None:
    assert [("B1", "contact"), ("U1", "case")] == [(case, where) for case, _, _, where, _ in find("skyffel")]


def test_nothing_of_a_protected_person_is_found(find: Any) -> None:
    assert "P1" not in {row[0] for row in find("ringde")}
    assert 1 == len(find("ringde"))


def test_protection_that_comes_later_holds_too(find: Any, ipsu: Program) -> None:
    assert 0 == ipsu("case edit B1 --protected", today=TODAY).code
    assert {None} == {row[0] for row in find("åkerkalk")}


def test_a_word_that_stands_nowhere_is_found_nowhere(find: Any, ipsu: Program) -> None:
    assert [] == find("åkerkalkx")
    assert 2 == ipsu(["find", " "], today=TODAY).code


def test_the_screen_shows_the_place_and_not_the_text(find: Any, ipsu: Program) -> None:
    shown = ipsu("find åkerkalk", today=TODAY, IPSU_LANG="sv").out
    assert "kontakt" in shown and "leverans" in shown and "sr" in shown
    assert "Ringde" not in shown and "igen" not in shown
