"""The pace of the plans in `ipsu status`: which are empty, ahead or behind, the worst first."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Program
from tests.typed import Did, did_after

NUMBERS = (
    "19900101-9802", "19850505-2384", "19750315-2386", "19750315-2394", "19880314-9809", "19941224-9808",
    "19850505-2392",
)  # fmt: skip
TRAINING = "--training Svets --training-from 2026-03-02 --training-to 2026-06-05"
# Five weeks of 20 hours. Today is a Wednesday in the third: 40 h were planned before this week, 60 h by its end.
TODAY, WEEKS = "2026-03-18", "2026-W10..2026-W14=20"


did = did_after("agreement add NM --service ipsu --area Norr --from 2026-01-01", on=TODAY)


def a_case(did: Did, ref: str, place: int, *hours: str, weeks: str = WEEKS, more: str = "") -> None:
    """A case of IPSU B with its plan, and hours on days of March, `day=hours`."""
    did(f"case add {ref} --service ipsu-b --personnummer {NUMBERS[place]} --name 'Test Person' --coach Kim "
        f"--from 2026-03-02 --to 2026-04-05 {TRAINING} {more}")  # fmt: skip
    did(f"plan set {ref} {weeks} --submitted 2026-03-02 --confirmed 2026-03-02")
    for typed in hours:
        day, _, count = typed.partition("=")
        did(f"deliver {ref} {count} --on 2026-03-{day}")


def rows(did: Did, today: str = TODAY) -> list[tuple[Any, ...]]:
    return [
        tuple(row[key] for key in ("case", "code", "used_share", "empty_on", "week"))
        for row in did("status", today)["pace"]
    ]


def commands(did: Did) -> list[str]:
    return [row["command"] for row in did("status")["pace"]]


def test_a_plan_is_told_when_it_is_a_fifth_ahead_or_behind(did: Did) -> None:
    a_case(did, "B1", 0, "03=20", "10=20", "16=20", "17=20")
    a_case(did, "B2", 1, "03=20", "10=20", "16=20", "17=19.75")
    a_case(did, "B3", 2, "03=20")
    a_case(did, "B4", 3, "03=20.25")
    assert [
        ("B1", "pace.ahead", 80, "2026-W13", "2026-W14"),
        ("B3", "pace.behind", 20, "2026-W24", "2026-W14"),
    ] == rows(did)


def test_the_office_says_how_much_is_much(did: Did) -> None:
    a_case(did, "B1", 0, "03=20", "10=20", "16=20", "17=10")
    a_case(did, "B2", 1, "03=20", "10=10")
    assert [] == rows(did)
    did("setting set pace-ahead 10")
    assert ["B1"] == [row[0] for row in rows(did)]
    did("setting set pace-behind 10")
    assert ["B1", "B2"] == [row[0] for row in rows(did)]
    did("setting set pace-ahead ''")
    assert ["B2"] == [row[0] for row in rows(did)]
    assert "value.number" == did("setting set pace-behind 101", code=2)["code"]


def test_an_empty_plan_comes_first_whatever_the_measure(did: Did) -> None:
    a_case(did, "B1", 0)
    a_case(did, "B2", 1, "03=20", "09=20", weeks="2026-W10..2026-W11=20 2026-W12=5")
    did("deliver B2 5 --on 2026-03-16")
    assert [("B2", "pace.empty", 100, "2026-W12", "2026-W12"), ("B1", "pace.behind", 0, None, "2026-W14")] == rows(did)
    assert ["B1"] == [row[0] for row in rows(did, "2026-03-23")]


def test_the_worst_come_first_and_the_rest_are_counted(did: Did, ipsu: Program) -> None:
    for place in range(7):
        a_case(did, f"B{place}", place, *(["03=10"] if place < 3 else []))
    status = did("status")
    assert (["B3", "B4", "B5", "B6", "B0"], 7) == ([row["case"] for row in status["pace"]], status["pace_cases"])
    assert "2 more" in ipsu("status", today=TODAY).out


def test_a_version_that_waits_is_confirmed_where_it_helps(did: Did) -> None:
    a_case(did, "B1", 0, "03=20", "10=20", "16=20", "17=20")
    a_case(did, "B2", 1, "03=20")
    assert ["ipsu plan set B1 WEEKS=HOURS --reason TEXT", "ipsu deliver B2 HOURS --on DATE"] == commands(did)
    did("plan set B1 2026-W10..2026-W12=20 2026-W13..2026-W14=10 --reason mindre --submitted 2026-03-17")
    assert "ipsu plan set B1 WEEKS=HOURS --reason TEXT" == commands(did)[0]
    did("plan set B1 2026-W10..2026-W12=20 2026-W13..2026-W14=30 --reason mer --submitted 2026-03-17")
    did("plan set B2 2026-W10..2026-W12=20 2026-W13..2026-W14=30 --reason mer --submitted 2026-03-17")
    assert ["ipsu document confirm B1 gp", "ipsu deliver B2 HOURS --on DATE"] == commands(did)
    did("document confirm B1 gp")
    assert ["B2"] == [row[0] for row in rows(did)]


def test_a_plan_that_is_over_and_a_case_that_is_closed_are_not_told(did: Did) -> None:
    a_case(did, "B1", 0)
    assert ["B1"] == [row[0] for row in rows(did, "2026-04-05")]
    assert [] == rows(did, "2026-04-06")
    did("case close B1 --on 2026-03-17 --reason other")
    assert [] == rows(did)


def test_names_stand_there_only_where_they_are_asked_for(did: Did, ipsu: Program) -> None:
    a_case(did, "B1", 0)
    a_case(did, "B2", 1, more="--protected")
    assert "name" not in did("status")["pace"][0]
    assert "Test Person" not in ipsu("status --names", today=TODAY).out


@pytest.mark.parametrize("code", ["pace.ahead", "pace.behind", "pace.empty"])
def test_each_is_explained(ipsu: Program, db: Path, code: str) -> None:
    for lang in ("sv", "en"):
        assert 0 == ipsu(f"explain {code} --lang {lang}").code
