"""`ipsu invoice build` where the plan was made smaller after hours were delivered."""

from typing import Any

import pytest

from tests.typed import Did, did_after

SETUP = (
    "agreement add NM --service ipsu --area Norr --from 2026-01-01",
    "price set NM ipsu-b 450 --unit hour --from 2026-01-01",
    "case add B1 --service ipsu-b --personnummer 19900101-9802 --name Prov --from 2026-03-02 --to 2026-03-29 "
    "--training S --training-type labour-market-training --training-from 2026-03-02 --training-to 2026-06-05",
    "plan set B1 2026-W10..2026-W13=20 --submitted 2026-03-02 --confirmed 2026-03-02",
)
DELIVERED = ("20 --week 2026-W10", "20 --week 2026-W11", "20 --week 2026-W12", "2 --on 2026-03-23")


did = did_after(*SETUP, on="2026-03-02", today="2026-03-31")


@pytest.fixture
def delivered(did: Did) -> None:
    """62 hours of the 80 that are planned."""
    for words in DELIVERED:
        did(f"deliver B1 {words}")


def billed(answer: Any) -> list[tuple[Any, Any]]:
    return [(line["quantity"], line["net_ore"]) for invoice in answer["invoices"] for line in invoice["lines"]]


def held(answer: Any) -> list[tuple[Any, ...]]:
    return [(row["code"], row["rule"], row["quantity"], row["net_ore"], row["command"]) for row in answer["held"]]


@pytest.mark.usefixtures("delivered")
def test_a_plan_that_allows_all_that_is_delivered_holds_nothing(did: Did) -> None:
    did("case decide B1 --to 2026-03-24 --on 2026-03-31")
    answer = did("invoice build --month 2026-03")
    assert ([(62, 27_900_00)], []) == (billed(answer), held(answer))


@pytest.mark.usefixtures("delivered")
def test_hours_above_a_shortened_plan_are_held_the_newest_first(did: Did) -> None:
    did("case decide B1 --to 2026-03-15 --on 2026-03-31")
    answer = did("invoice build --month 2026-03")
    assert [(40, 18_000_00)] == billed(answer)
    command = "ipsu plan set B1 WEEKS=HOURS --reason TEXT"
    assert [("delivery.over-plan", "A23", 22, 9_900_00, command)] == held(answer)
    assert "planned 40.00 h, already delivered 40.00 h, now attempted 22.00 h" in answer["held"][0]["message"]


@pytest.mark.usefixtures("delivered")
def test_a_delivery_that_lies_across_the_cap_is_held_whole(did: Did) -> None:
    did("delivery correct 2 19 --reason x")
    did("case decide B1 --to 2026-03-15 --on 2026-03-31")
    answer = did("invoice build --month 2026-03")
    assert ([(39, 17_550_00)], [22]) == (billed(answer), [row["quantity"] for row in answer["held"]])


@pytest.mark.usefixtures("delivered")
def test_what_the_cap_has_let_through_is_not_held_again(did: Did) -> None:
    did("case decide B1 --to 2026-03-15 --on 2026-03-31")
    did("invoice build --month 2026-03")
    again = did("invoice build --month 2026-03")
    assert ([], [22]) == (again["invoices"], [row["quantity"] for row in again["held"]])


def test_a_submitted_plan_that_has_room_is_the_way_out(did: Did) -> None:
    plan = "plan set B1 2026-W10..2026-W13=10 2026-W14..2026-W15=20 --reason x --submitted 2026-03-02"
    did("case decide B1 --to 2026-04-12 --on 2026-03-02", today="2026-03-02")
    did(f"{plan} --confirmed 2026-03-02", today="2026-03-02")
    did("plan set B1 2026-W10=10 2026-W11..2026-W13=20 --reason y --submitted 2026-03-03", today="2026-03-03")
    for words in DELIVERED:
        did(f"deliver B1 {words}")
    did("case decide B1 --to 2026-03-29 --on 2026-03-31")
    row = held(did("invoice build --month 2026-03 --dry-run"))[0]
    assert ("delivery.over-plan", "A23", 22, 9_900_00, "ipsu document confirm B1 gp") == row
    did("document confirm B1 gp")
    answer = did("invoice build --month 2026-03")
    assert ([(62, 27_900_00)], [], 8) == (billed(answer), held(answer), did("case show B1")["plan"]["remaining_hours"])


@pytest.mark.usefixtures("delivered")
def test_a_correction_down_to_the_plan_frees_what_is_held(did: Did) -> None:
    did("case decide B1 --to 2026-03-22 --on 2026-03-31")
    assert [2] == [row["quantity"] for row in did("invoice build --month 2026-03 --dry-run")["held"]]
    did("delivery cancel 4 --reason x")
    answer = did("invoice build --month 2026-03")
    assert ([(60, 27_000_00)], []) == (billed(answer), held(answer))
