"""`ipsu week`: what is planned, entered and left, and how fast a plan is used."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program

Did = Callable[..., Any]
TRAINING = "--training Svets --training-from 2026-03-02 --training-to 2026-06-05"


@pytest.fixture
def did(ipsu: Program, db: Path) -> Did:
    def run(words: str, today: str = "2026-03-15") -> Any:
        result = ipsu(f"{words} --json", today=today)
        assert (0, "") == (result.code, result.err), (words, result.err)
        return result.json

    run("agreement add NM --service ipsu --area Norr --from 2026-01-01")
    for ref, number, coach in (("B1", "19900101-9802", "Kim"), ("B2", "19850505-2384", "Kim"),
                               ("B3", "19750315-2386", "Robin")):  # fmt: skip
        run(f"case add {ref} --service ipsu-b --personnummer {number} --name Prov --coach {coach} --from 2026-03-02 "
            f"--to 2026-05-31 {TRAINING}", "2026-03-02")  # fmt: skip
        run(f"plan set {ref} 2026-W10..2026-W22=20 --submitted 2026-03-02 --confirmed 2026-03-02", "2026-03-02")
    run("deliver B1 20 --week 2026-W10")
    run("deliver B1 15 --week 2026-W11")
    return run


def week(did: Did, words: str = "") -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in did(f"week {words}")["cases"]]


def test_a_week_has_what_is_planned_entered_and_left_and_how_fast_the_plan_is_used(did: Did) -> None:
    answer = did("week 2026-W11 --coach Kim")
    assert "2026-W11" == answer["week"]
    keys = ["case", "coach", "planned_hours", "delivered_hours", "remaining_hours", "used_share", "empty_on"]
    assert keys == list(answer["cases"][0])
    # 35 of 260 hours in two weeks: the 225 that are left take thirteen weeks more.
    assert [("B1", "Kim", 20, 15, 5, 13.5, "2026-W24"), ("B2", "Kim", 20, 0, 20, 0, None)] == week(
        did, "2026-W11 --coach Kim"
    )


def test_the_week_of_today_is_asked_for_without_saying_so(did: Did) -> None:
    assert week(did) == week(did, "2026-W11") == week(did, "W11")
    assert ["B1", "B2", "B3"] == [row[0] for row in week(did)]
    assert [] == week(did, "2026-W23")


def test_a_week_before_is_as_it_was_by_its_end(did: Did) -> None:
    assert ("B1", "Kim", 20, 20, 0, 7.7, "2026-W22") == week(did, "2026-W10")[0]


def test_a_terminal_draws_how_much_of_each_plan_is_used(did: Did, db: Path) -> None:
    shown = program.on_a_terminal("week", folder=db.parent, today="2026-03-15")
    assert "█" in shown and "13.5" in shown
