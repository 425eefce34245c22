"""A self-invoice typed as its head alone that is for several of our bases is held against what they make together."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.self_invoices import Line, csv, head, rows
from tests.store.test_self_billing import B1, B2, MADE
from tests.store.test_settlements import steps
from tests.typed import did_after

TODAY = "2026-04-10"
did = did_after(*MADE, on=TODAY)
BOTH = ["2026-0001", "2026-0002"]
# 2026-0001 has 19.5 h of B1 and 10 h of B2, 16 593.75 with VAT; 2026-0002 gets 3 h of B1 more, 1 687.50.
LATE = ("deliver B1 3 --week 2026-W12", "invoice build --month 2026-03")
NEXT_MONTH = ("deliver B1 3 --week 2026-W15", "invoice build --month 2026-04")
SECOND = {"hours entered late": LATE, "another month": NEXT_MONTH}
SUM = "18281.25"


def typed(did: Any, *lines: str) -> None:
    for words in lines:
        did(words)


def about(did: Any, number: str = "1001") -> list[str]:
    found = {one["number"]: one["pairs"] for one in did("invoice list --received")["self_invoices"]}
    return sorted(found[number])


def statuses(did: Any) -> list[str]:
    return [invoice["status"] for invoice in did("invoice list")["invoices"]]


@pytest.mark.parametrize("second", SECOND)
@pytest.mark.parametrize("answer", ["2026-0001", "2026-0002", "--received 1001"])
def test_a_head_of_two_bases_is_compared_with_both_and_approves_both(did: Any, second: str, answer: str) -> None:
    typed(did, *SECOND[second], head("1001", SUM))
    assert BOTH == about(did)
    assert {"B1": {"unanswered"}, "B2": {"unanswered"}} == steps(did)
    for basis in BOTH:
        compared = did(f"invoice reconcile {basis} --received 1001", code=6)["reconciliation"]
        assert ("not-compared", 0) == (compared["status"], compared["difference_net_ore"])
        assert "letter.nothing" == did(f"invoice letter {basis} a.md", code=1)["code"]
    did(f"invoice approve {answer}")
    assert ["approved", "approved"] == statuses(did)
    assert {"B1": {"unpaid"}, "B2": {"unpaid"}} == steps(did)


@pytest.mark.parametrize("second", SECOND)
def test_so_it_is_where_it_came_before_the_second_basis(did: Any, second: str) -> None:
    deliver, build = SECOND[second]
    typed(did, deliver, head("1001", SUM), build)
    assert BOTH == about(did)


def test_what_corrects_a_basis_is_settled_with_it(did: Any) -> None:
    typed(did, "invoice reject 2026-0001 --case B1 --why hours --not-self-fixable --reason fel")
    typed(did, "invoice resolve 2026-0001 --case B1 --outcome corrected", "delivery correct 1 17.5 --reason fel")
    typed(did, "invoice build --month 2026-03", head("1001", "15468.75"))
    assert BOTH == about(did)
    did("invoice approve --received 1001")
    assert ["approved", "approved"] == statuses(did)


@pytest.mark.parametrize("second", SECOND)
def test_an_ore_more_is_another_sum(did: Any, second: str) -> None:
    typed(did, *SECOND[second], head("1001", "18281.27"))
    assert [] == about(did)


def test_two_bases_of_the_same_work_are_both_what_it_is_about(did: Any) -> None:
    typed(did, *NEXT_MONTH, "deliver B1 3 --on 2026-04-08", "invoice build --month 2026-04", head("1001", "3375"))
    assert ["2026-0002", "2026-0003"] == about(did)


def test_a_sum_that_bases_make_in_two_ways_tells_of_none(did: Any) -> None:
    """Of three that have 3 h each, the first two and the last two make the same."""
    for day in ("2026-04-06", "2026-04-07", "2026-04-08"):
        typed(did, f"deliver B1 3 --on {day}", "invoice build --month 2026-04")
    did(head("1001", "3375"))
    assert [] == about(did)


def test_a_head_of_the_total_of_each_of_two_is_not_for_both(did: Any) -> None:
    for day in ("2026-04-06", "2026-04-07"):
        typed(did, f"deliver B1 3 --on {day}", "invoice build --month 2026-04")
    did(head("1001", "1687.50"))
    assert ["2026-0002", "2026-0003"] == about(did)
    assert {"B1": {"waiting"}, "B2": {"waiting"}} == steps(did)


def two_of_one_sum(did: Any) -> None:
    """2026-0002 and 2026-0003 have the same total; of 2026-0001 all is paid."""
    did(head("1000", "16593.75"))
    typed(did, "invoice approve 2026-0001", "invoice paid 2026-0001 --on 2026-04-10")
    for day in ("2026-04-06", "2026-04-07"):
        typed(did, f"deliver B1 3 --on {day}", "invoice build --month 2026-04")
    did(head("1001", "1687.50"))


def of_months(did: Any) -> list[tuple[str | None, str | None, str]]:
    rows = did("report money --month 2026-04")["money"]["rows"]
    return sorted((row["invoice"], row["self_invoice"], row["step"]) for row in rows)


@pytest.mark.parametrize("chosen", ["2026-0002", "2026-0003"])
def test_who_approves_one_of_them_says_that_it_is_for_that(did: Any, chosen: str) -> None:
    two_of_one_sum(did)
    did(f"invoice approve {chosen}")
    other = next(number for number in ("2026-0002", "2026-0003") if number != chosen)
    assert [chosen] == about(did)
    assert {(chosen, "1001", "unpaid"), (other, None, "waiting")} == set(of_months(did))
    did(head("1002", "1687.50"))
    assert [other] == about(did, "1002")
    did(f"invoice approve {other}")
    assert {(chosen, "1001", "unpaid"), (other, "1002", "unpaid")} == set(of_months(did))


def test_who_rejects_one_of_them_says_so_too(did: Any) -> None:
    two_of_one_sum(did)
    did("invoice reject 2026-0003 --case B1 --why price --not-self-fixable --reason fel")
    assert ["2026-0003"] == about(did)


def test_as_many_heads_as_bases_have_one_each_in_their_order(did: Any) -> None:
    two_of_one_sum(did)
    answer = did(head("1002", "1687.50"))
    assert [] == [warned for warned in answer["warnings"] if warned["code"].startswith("self-invoice.")]
    assert (["2026-0002"], ["2026-0003"]) == (about(did, "1001"), about(did, "1002"))
    assert {("2026-0002", "1001", "unanswered"), ("2026-0003", "1002", "unanswered")} == set(of_months(did))
    third = did(head("1003", "1687.50"))
    assert "self-invoice.twice" in {warned["code"] for warned in third["warnings"]}
    assert (["2026-0002"], ["2026-0003"]) == (about(did, "1001"), about(did, "1002"))


def test_what_a_file_alone_is_about_is_none_that_a_head_may_be_for(did: Any, db: Path) -> None:
    two_of_one_sum(did)
    line = Line("B1", "2026-04-06", "2026-04-06", 3_00)
    (db.parent / "a.csv").write_text(csv(rows("1002", [line], date=TODAY)))
    did("invoice receive a.csv")
    assert (["2026-0002"], ["2026-0003"]) == (about(did, "1002"), about(did, "1001"))


def test_who_approves_the_head_itself_has_approved_neither(did: Any) -> None:
    two_of_one_sum(did)
    answer = did("invoice approve --received 1001")
    assert "self-invoice.one-of" in {warned["code"] for warned in answer["warnings"]}
    assert ["paid", "created", "created"] == statuses(did)
    did("invoice approve 2026-0003")
    assert {("2026-0002", None, "waiting"), ("2026-0003", "1001", "unpaid")} == set(of_months(did))


@pytest.mark.parametrize("second", SECOND)
@pytest.mark.parametrize("as_head", [True, False])
def test_a_basis_that_is_cancelled_has_the_next_one_in_its_place(
    did: Any, db: Path, second: str, as_head: bool
) -> None:
    _, build = SECOND[second]
    typed(did, *SECOND[second])
    if as_head:
        did(head("1001", SUM))
    else:
        day = "2026-03-16" if second == "hours entered late" else "2026-04-06"
        late = Line("B1", day, str(dt.date.fromisoformat(day) + dt.timedelta(6)), 3_00)
        (db.parent / "a.csv").write_text(csv(rows("1001", [B1, B2, late], date=TODAY)))
        did("invoice receive a.csv")
    typed(did, "invoice cancel 2026-0002 --reason fel", build)
    assert {"B1": {"unanswered"}, "B2": {"unanswered"}} == steps(did)
    did("invoice approve --received 1001")
    assert ["approved", "cancelled", "approved"] == statuses(did)
    assert {"B1": {"unpaid"}, "B2": {"unpaid"}} == steps(did)


@pytest.mark.parametrize("as_head", [True, False])
def test_so_has_the_only_one(did: Any, db: Path, as_head: bool) -> None:
    if as_head:
        did(head("1001", "16593.75"))
    else:
        (db.parent / "a.csv").write_text(csv(rows("1001", [B1, B2], date=TODAY)))
        did("invoice receive a.csv")
    did("invoice cancel 2026-0001 --reason fel")
    assert "self-invoice.no-basis" in str(did("invoice approve --received 1001", code=1))
    did("invoice build --month 2026-03")
    assert BOTH == about(did)
    assert {"B1": {"unanswered"}, "B2": {"unanswered"}} == steps(did)
    did("invoice approve --received 1001")
    assert ["cancelled", "approved"] == statuses(did)


# What is rejected, and what is billed twice

REJECT = "invoice reject {basis} --case B1 --why {why} --not-self-fixable --reason fel"


@pytest.mark.parametrize("second", SECOND)
@pytest.mark.parametrize("basis", BOTH)
def test_a_new_head_of_both_settles_one_that_was_rejected(did: Any, second: str, basis: str) -> None:
    typed(did, *SECOND[second], head("1001", SUM), REJECT.format(basis=basis, why="hours"))
    assert {"locked"} < steps(did)["B1"] | {""} and {"awaits-credit"} == steps(did)["B2"]
    typed(did, f"invoice resolve {basis} --case B1 --outcome upheld", head("1002", SUM, refers_to="1001"))
    assert {"B1": {"awaits-credit"}, "B2": {"awaits-credit"}} == steps(did)  # and a new one
    did(head("1003", SUM))
    assert BOTH == about(did, "1003")
    assert {"B1": {"unanswered"}, "B2": {"unanswered"}} == steps(did)
    did("invoice approve --received 1003")
    assert {"B1": {"unpaid"}, "B2": {"unpaid"}} == steps(did)


@pytest.mark.parametrize("second", SECOND)
def test_a_head_of_one_of_them_bills_that_again(did: Any, second: str) -> None:
    typed(did, *SECOND[second], head("1001", SUM))
    [told] = did(head("1002", "16593.75"))["warnings"]
    assert "self-invoice.twice" == told["code"]
    assert {"twice"} == steps(did)["B2"]
    typed(did, REJECT.format(basis="2026-0001", why="twice"), head("1003", "16593.75", refers_to="1002"))
    typed(did, "invoice resolve 2026-0001 --case B1 --outcome upheld")
    assert {"B1": {"unanswered"}, "B2": {"unanswered"}} == steps(did)
    did("invoice approve --received 1001")
    assert ["approved", "approved"] == statuses(did)


@pytest.mark.parametrize("second", SECOND)
def test_what_is_credited_whole_is_to_be_billed_again(did: Any, second: str) -> None:
    typed(did, *SECOND[second], head("1001", SUM), head("1002", SUM, refers_to="1001"))
    assert {"B1": {"waiting"}, "B2": {"waiting"}} == steps(did)


# What a sum does not say

SEVERAL = {  # what is typed, the sum that several have, and these
    "two cases": (("deliver B2 9.5 --on 2026-03-27", "invoice cancel 2026-0001 --reason fel",
                   "invoice build --month 2026-03"), "10968.75", "2026-0002 B1, 2026-0002 B2"),
    "two bases": (("deliver B1 3 --on 2026-04-06", "invoice build --month 2026-04", "deliver B1 3 --on 2026-04-07",
                   "invoice build --month 2026-04"), "1687.50", "2026-0002, 2026-0003"),
    "two runs of bases": (("deliver B1 3 --on 2026-04-06", "invoice build --month 2026-04",
                           "deliver B1 3 --on 2026-04-07", "invoice build --month 2026-04",
                           "deliver B1 3 --on 2026-04-08", "invoice build --month 2026-04"), "3375",
                          "2026-0002 + 2026-0003, 2026-0003 + 2026-0004"),
}  # fmt: skip


@pytest.mark.parametrize("several", SEVERAL)
def test_a_sum_that_several_have_says_which_they_are(did: Any, several: str) -> None:
    lines, total, places = SEVERAL[several]
    typed(did, *lines)
    received = did(head("1001", total))
    shown = did("invoice show --received 1001")
    compared = did("invoice reconcile 2026-0002 --received 1001", code=6)
    for answer in (received, shown, compared):
        [told] = [warning for warning in answer["warnings"] if warning["code"] == "self-invoice.one-of"]
        assert f": {places} (" in told["message"]


def test_a_sum_that_one_has_is_not_said_to_be_of_several(did: Any) -> None:
    assert [] == did(head("1001", "5625"))["warnings"]
