"""What a document was filed with can be read again: on the screen, as JSON and as a file; what is personal is not shown
of a protected person."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program

Did = Callable[..., Any]
IUP = "document submit K1 iup --goal Truckkort --goal Praktik --own-search 20 --supplier 20 --on 2026-02-03"
ABSENCE = (
    "document submit K1 avvikelse --from 2026-02-03 --to 2026-02-03 --known --reason tandläkare --activity coachning "
    "--expected 10:00-11:00 --absent 10:00-11:00 --on 2026-02-04"
)


@pytest.fixture
def placed(ipsu: Program, db: Path) -> Did:
    """K1 of Rusta och matcha, with what is filed with it."""

    def run(words: str, **more: Any) -> Any:
        result = ipsu(f"{words} --json", today="2026-03-02", **more)
        assert (0, "") == (result.code, result.err), (words, result.err)
        return result.json

    run("agreement add RM --service rusta-matcha --area Norr --from 2026-01-01")
    run("case add K1 --service rusta-matcha --personnummer 19941224-9808 --name Cleo --from 2026-02-02 --to 2026-07-31 "
        "--system ka-webb --level B")  # fmt: skip
    run(IUP)
    run("document submit K1 gp --mandatory coachning=4 --mandatory intervju=2 --optional kurs=3 --on 2026-02-05")
    run(ABSENCE)
    return run


@pytest.mark.parametrize(
    ("type", "lines"),
    [
        ("iup", ["goal        Truckkort; Praktik", "own search  20.00", "supplier    20.00"]),
        ("gp", ["mandatory  coachning 4; intervju 2", "optional   kurs 3"]),
        ("avvikelse", ["From      2026-02-03", "To        2026-02-03", "known     yes", "Reason    tandläkare",
                       "Activity  coachning", "expected  10:00-11:00", "absent    10:00-11:00"]),
    ],
)  # fmt: skip
def test_what_a_document_was_filed_with_is_shown(placed: Did, ipsu: Program, type: str, lines: list[str]) -> None:
    assert lines == ipsu(f"document show K1 {type}", today="2026-03-02").out.rstrip().splitlines()[-len(lines) :]


def test_goals_and_reasons_stand_in_json(placed: Did) -> None:
    assert ["Truckkort", "Praktik"] == placed("document show K1 iup")["document"]["goals"]
    assert "tandläkare" == placed("document show K1 avvikelse")["document"]["reason"]
    assert [] == placed("document show K1 gp")["document"]["goals"]


def test_a_document_without_a_text_is_exported_with_its_facts(placed: Did, tmp_path: Path) -> None:
    placed("document export K1 iup iup.md")
    assert ["* mål: Truckkort; Praktik", "* eget arbetssökande: 20,00", "* hos leverantören: 20,00"] == [
        line for line in (tmp_path / "iup.md").read_text(encoding="utf-8").splitlines() if line.startswith("*")
    ]


def test_what_is_personal_is_not_shown_of_a_protected_person(placed: Did, ipsu: Program) -> None:
    placed("case edit K1 --protected")
    for type in ("iup", "avvikelse"):
        shown = ipsu(f"document show K1 {type}", today="2026-03-02").out
        assert "Truckkort" not in shown and "tandläkare" not in shown
        document = placed(f"document show K1 {type}")["document"]
        assert ([], None) == (document["goals"], document["reason"])
    assert ["Truckkort", "Praktik"] == placed("document show K1 iup --reveal")["document"]["goals"]


def test_a_contact_follows_up_a_goal(placed: Did) -> None:
    contact = placed("contact add K1 deltagare --on 2026-02-20 --goal Truckkort --note 'Teori klar'")["contact"]
    assert ("Truckkort", "Teori klar") == (contact["goal"], contact["note"])
    assert ["Truckkort"] == [row["goal"] for row in placed("contact list K1")["contacts"]]
    placed("case edit K1 --protected")
    assert [None] == [row["goal"] for row in placed("contact list K1")["contacts"]]
