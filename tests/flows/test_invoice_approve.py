"""How the lines of the agency's self-invoices are answered, what settles that, and hours that are billed twice."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.conftest import Program
from tests.self_invoices import Line, csv, rows
from tests.store.test_self_billing import MADE
from tests.typed import OfficeWith

TODAY = "2026-04-10"
B1, B2 = Line("B1", "2026-03-09", "2026-03-15", 19_50), Line("B2", "2026-03-16", "2026-03-22", 10_00)
CHEAP = Line("B2", "2026-03-16", "2026-03-22", 10_00, price=420_00)
REJECT = "invoice reject 2026-0001 --not-self-fixable --reason fel"
Rows = list[list[str]]


@pytest.fixture
def there(office_with: OfficeWith, db: Path) -> Path:
    return Path(shutil.copy2(office_with(MADE, TODAY), db))


@pytest.fixture
def receive(ipsu: Program, there: Path) -> Callable[..., list[str]]:
    """Receive these numbers; the codes of what is warned of."""

    def run(*numbers: Rows) -> list[str]:
        (there.parent / "a.csv").write_text(csv(*numbers))
        result = ipsu("--json invoice receive a.csv", today=TODAY)
        assert 0 == result.code
        return [warning["code"] for warning in result.json["warnings"]]

    return run


@pytest.fixture
def listed(ipsu: Program, there: Path) -> Callable[[], dict[str, Any]]:
    """The self-invoices by their numbers."""
    return lambda: {
        invoice["number"]: invoice
        for invoice in ipsu("--json invoice list --received", today=TODAY).json["self_invoices"]
    }


def statuses(listed: Callable[[], dict[str, Any]]) -> dict[str, str]:
    return {number: invoice["status"] for number, invoice in listed().items()}


def answer_of(listed: Callable[[], dict[str, Any]], number: str, case: str) -> tuple[Any, ...]:
    [answer] = [line["answer"] for line in listed()[number]["lines"] if line["case"] == case]
    return tuple(answer[key] for key in ("state", "why", "awaits", "settled_by"))


def refusal(result: program.Result) -> list[str]:
    assert 1 == result.code
    error = json.loads(result.err)["error"]
    return [finding["code"] for finding in error["details"].get("findings", [])] or [error["code"]]


# One hour, one payment


def test_the_same_hours_on_two_self_invoices_are_twice_and_not_approved(ipsu: Program, receive: Any) -> None:
    assert [] == receive(rows("1001", [B1, B2]))
    assert ["self-invoice.twice"] == receive(rows("1002", [B1]))
    for number in ("1001", "1002"):
        compared = ipsu(f"--json invoice reconcile 2026-0001 --received {number}", today=TODAY)
        shape = compared.json["reconciliation"]
        assert (6, "twice", "twice") == (compared.code, shape["status"], shape["lines"][0]["status"])
    for words in ("2026-0001", "--received 1001", "--received 1002"):
        assert "self-invoice.twice" in refusal(ipsu(f"--json invoice approve {words}", today=TODAY)), words
    approved = ipsu("--json invoice approve --received 1001 --despite-difference", today=TODAY)
    assert "self-invoice.twice" in [warning["code"] for warning in approved.json["warnings"]]


def test_a_file_is_held_against_what_was_received(ipsu: Program, receive: Any, there: Path) -> None:
    receive(rows("1001", [B1, B2]))
    (there.parent / "b.csv").write_text(csv(rows("1002", [B1])))
    compared = ipsu("--json invoice reconcile 2026-0001 b.csv", today=TODAY)
    assert (6, "twice") == (compared.code, compared.json["reconciliation"]["status"])
    (there.parent / "b.csv").write_text(csv(rows("1001", [B1, B2])))
    assert 0 == ipsu("invoice reconcile 2026-0001 b.csv", today=TODAY).code, "one is not held against itself"


def test_two_that_share_the_hours_are_right_together(ipsu: Program, receive: Any, listed: Any) -> None:
    half = Line("B1", "2026-03-09", "2026-03-15", 9_75)
    receive(rows("1001", [half, B2]))
    assert [] == receive(rows("1002", [half]))
    assert 0 == ipsu("invoice approve 2026-0001", today=TODAY).code
    assert {"1001": "approved", "1002": "approved"} == statuses(listed)


def test_what_was_never_delivered_and_what_no_self_invoice_bills_is_told(ipsu: Program, receive: Any) -> None:
    later = Line("B2", "2026-04-06", "2026-04-12", 5_00)
    assert ["self-invoice.never-delivered", "self-invoice.never-billed", "today.before"] == receive(
        rows("1001", [B1, later])
    )
    assert "self-invoice.never-delivered" in refusal(ipsu("--json invoice approve 2026-0001", today=TODAY))


@pytest.mark.parametrize("other", ["head", "file"])
def test_a_head_alone_that_bills_what_another_bills_is_twice_until_it_is_credited(
    ipsu: Program, receive: Any, other: str
) -> None:
    head = "--json invoice receive --agreement IPSU-1 --on 2026-04-10 --total 16593.75 --number"
    assert [] == ipsu(f"{head} 1001", today=TODAY).json["warnings"]
    if other == "file":
        assert ["self-invoice.twice"] == receive(rows("1002", [B1, B2], date="2026-04-10"))
    else:
        (told,) = ipsu(f"{head} 1002", today=TODAY).json["warnings"]
        assert ("self-invoice.twice", True) == (told["code"], "2026-0001" in told["message"])
    for words in ("2026-0001", "--received 1001", "--received 1002"):
        assert "self-invoice.twice" in refusal(ipsu(f"--json invoice approve {words}", today=TODAY)), words
    assert 0 == ipsu(f"{head} 1003 --type 261 --refers 1001", today=TODAY).code
    assert {"unanswered"} == {
        row["step"]
        for row in ipsu("--json report money", today=TODAY).json["money"]["rows"]
        if row["invoice"] == "2026-0001"
    }
    assert 0 == ipsu("invoice approve 2026-0001", today=TODAY).code


def test_a_negative_self_invoice_that_names_nothing_is_held_against_the_basis_of_what_it_takes_back(
    ipsu: Program, receive: Any, listed: Any
) -> None:
    receive(rows("1001", [B1, B2]))
    back = Line("B1", "2026-03-09", "2026-03-15", -2_00, net=-900_00)
    assert "self-invoice.negative" in receive(rows("1002", [back]))
    assert ["2026-0001"] == listed()["1002"]["pairs"]
    for words in ("2026-0001", "--received 1001", "--received 1002"):
        assert "approve.differs" in refusal(ipsu(f"--json invoice approve {words}", today=TODAY)), words
    for words in ("delivery correct 1 17.5 --reason fel", "invoice build --month 2026-04", "invoice approve 2026-0001"):
        assert 0 == ipsu(words, today=TODAY).code, words


def test_a_line_is_credited_no_more_than_it_was_for(receive: Any) -> None:
    receive(rows("1001", [B1, B2]))
    more = Line("B1", "2026-03-09", "2026-03-15", 20_00)
    assert "self-invoice.credited-too-much" in receive(rows("1002", [more], type="261", refers_to="1001"))


def test_a_gap_in_the_series_stops_an_approval(ipsu: Program, receive: Any) -> None:
    receive(rows("1001", [B1]), rows("1003", [B2]))
    assert ["approve.differs", "self-invoice.gap"] == refusal(ipsu("--json invoice approve 2026-0001", today=TODAY))


# The answer


def test_an_answer_says_who_when_and_why(ipsu: Program, receive: Any, listed: Any) -> None:
    receive(rows("1001", [B1, CHEAP]))
    assert 0 == ipsu(f"{REJECT} --case B2 --why price --on 2026-04-08", today=TODAY, LOGNAME="anna").code
    [kept] = [line["answer"] for line in listed()["1001"]["lines"] if line["case"] == "B2"]
    assert {
        "state": "rejected", "why": "price", "reason": "fel", "on": "2026-04-08", "who": "anna", "awaits": "credit",
        "settled_by": None,
    } == kept  # fmt: skip
    assert ("unanswered", None, None, None) == answer_of(listed, "1001", "B1")
    assert {"1001": "unanswered"} == statuses(listed)


def test_a_credit_and_a_new_self_invoice_settle_what_was_rejected(ipsu: Program, receive: Any, listed: Any) -> None:
    receive(rows("1001", [B1, CHEAP]))
    ipsu(f"{REJECT} --case B2 --why price", today=TODAY)
    receive(rows("1003", [CHEAP], type="261", refers_to="1001", date="2026-04-08"))
    assert ("rejected", "price", "invoice", "1003") == answer_of(listed, "1001", "B2")
    assert [] == receive(rows("1004", [B2], date="2026-04-09"))
    assert ("rejected", "price", None, "1003, 1004") == answer_of(listed, "1001", "B2")
    assert {"1001": "unanswered", "1003": "settled", "1004": "unanswered"} == statuses(listed)
    ipsu("invoice resolve 2026-0001 --case B2 --outcome upheld", today=TODAY)
    ipsu("invoice approve 2026-0001 --despite-difference", today=TODAY)
    assert {"1001": "settled", "1003": "settled", "1004": "approved"} == statuses(listed)
    assert ("rejected", "price", None, "1003, 1004") == answer_of(listed, "1001", "B2")


def test_they_settle_it_in_whichever_order_they_come(ipsu: Program, receive: Any, listed: Any) -> None:
    receive(rows("1001", [B1, CHEAP]))
    ipsu(f"{REJECT} --case B2 --why price", today=TODAY)
    assert "self-invoice.no-credit" in receive(rows("1002", [B2], date="2026-04-08"))
    assert ("rejected", "price", "credit", None) == answer_of(listed, "1001", "B2")
    assert [] == receive(rows("1003", [CHEAP], type="261", refers_to="1001", date="2026-04-09"))
    assert ("rejected", "price", None, "1003, 1002") == answer_of(listed, "1001", "B2")


def test_what_was_billed_twice_awaits_its_credit_alone(ipsu: Program, receive: Any, listed: Any) -> None:
    receive(rows("1001", [B1, B2]), rows("1002", [B1]))
    ipsu(f"{REJECT} --case B1 --why twice", today=TODAY)
    assert ("unanswered", None, None, None) == answer_of(listed, "1001", "B1"), "the older of them is right"
    assert {"1001": "unanswered", "1002": "awaiting"} == statuses(listed)
    receive(rows("1003", [B1], type="261", refers_to="1002"))
    assert ("rejected", "twice", None, "1003") == answer_of(listed, "1002", "B1")
    assert {"1001": "unanswered", "1002": "settled", "1003": "settled"} == statuses(listed)


@pytest.mark.parametrize(("why", "between", "after"), [("twice", "credit", None), ("hours", "invoice", "invoice")])
def test_a_credit_in_two_parts_is_settled_part_by_part(
    ipsu: Program, receive: Any, listed: Any, why: str, between: str, after: str | None
) -> None:
    """A whole credit may come in parts, also after what is left is less than ours."""
    receive(rows("1001", [B2]), rows("1002", [B1] if why == "hours" else [B1, B2]))
    case = "B1" if why == "hours" else "B2"
    ipsu(f"{REJECT} --case {case} --why {why}", today=TODAY)
    line = B1 if why == "hours" else B2
    half = Line(case, line.first, line.last, (line.hours or 0) - 4_00)
    receive(rows("1003", [half], type="261", refers_to="1002"))
    assert between == answer_of(listed, "1002", case)[2]
    receive(rows("1004", [Line(case, line.first, line.last, 4_00)], type="261", refers_to="1002"))
    assert (after, "1003, 1004") == answer_of(listed, "1002", case)[2:]
    assert {"1003": "settled", "1004": "settled"}.items() <= statuses(listed).items()


def test_a_credit_of_what_is_too_much_settles_it(ipsu: Program, receive: Any, listed: Any) -> None:
    receive(rows("1001", [Line("B1", "2026-03-09", "2026-03-15", 20_00), B2]))
    ipsu(f"{REJECT} --case B1 --why hours", today=TODAY)
    receive(rows("1002", [Line("B1", "2026-03-09", "2026-03-15", 50)], type="261", refers_to="1001"))
    assert ("rejected", "hours", None, "1002") == answer_of(listed, "1001", "B1")


def test_a_credit_that_nobody_asked_for_waits_for_an_answer(ipsu: Program, receive: Any, listed: Any) -> None:
    receive(rows("1001", [B1, B2]), rows("1002", [B2], type="261", refers_to="1001"))
    assert {"1001": "unanswered", "1002": "unanswered"} == statuses(listed)
    assert 6 == ipsu("invoice list --received --fail-on-unanswered 8", today=TODAY).code
    assert "reconcile.differs" in refusal(ipsu("--json invoice approve --received 1002", today=TODAY))


def test_what_was_never_delivered_stops_no_approval_once_it_is_taken_back(
    ipsu: Program, receive: Any, listed: Any
) -> None:
    """The case stands on the basis of the month, for other days of it."""
    never = Line("B2", "2026-03-23", "2026-03-27", 5_00)
    receive(rows("1001", [B1, B2]), rows("1002", [never], date="2026-04-08"))
    found = refusal(ipsu("--json invoice approve 2026-0001", today=TODAY))
    assert {"reconcile.line-theirs-only", "self-invoice.never-delivered"} <= set(found)
    assert 0 == ipsu("invoice letter 2026-0001 asked.md", today=TODAY).code
    assert [] == receive(rows("1003", [never], type="261", refers_to="1002", date="2026-04-09"))
    assert ["letter.nothing"] == refusal(ipsu("--json invoice letter 2026-0001 again.md", today=TODAY))
    approved = ipsu("--json invoice approve 2026-0001", today=TODAY)
    assert (0, []) == (approved.code, approved.json["warnings"])
    assert {"1001": "approved", "1002": "approved", "1003": "approved"} == statuses(listed)


NEVER = Line("B1", "2026-04-06", "2026-04-10", 5_00)


@pytest.mark.parametrize(
    ("credit", "approved"),
    [
        (NEVER, {"1002": "approved", "1003": "approved"}),
        (Line("B1", "2026-04-06", "2026-04-10", 4_00), {"1002": "unanswered", "1003": "approved"}),
        (Line("B2", "2026-04-06", "2026-04-10", 5_00), {"1002": "unanswered", "1003": "unanswered"}),
    ],
)
def test_what_was_never_ours_and_is_taken_back_is_approved_with_its_credit(
    ipsu: Program, receive: Any, listed: Any, credit: Line, approved: dict[str, str]
) -> None:
    receive(rows("1001", [B1, B2]), rows("1002", [NEVER], date="2026-04-08"))
    ipsu("invoice approve 2026-0001", today=TODAY)
    assert "self-invoice.no-basis" in refusal(ipsu("--json invoice approve --received 1002", today=TODAY))
    receive(rows("1003", [credit], type="261", refers_to="1002", date="2026-04-09"))
    codes = {number: ipsu(f"invoice approve --received {number}", today=TODAY).code for number in approved}
    assert {number: int(status != "approved") for number, status in approved.items()} == codes
    assert {"1001": "approved", **approved} == statuses(listed)


def test_a_self_invoice_is_approved_with_the_basis_that_it_bills(ipsu: Program, receive: Any, listed: Any) -> None:
    receive(rows("1001", [B1, B2]))
    approved = ipsu("--json invoice approve --received 1001", today=TODAY)
    assert (0, ["2026-0001"]) == (approved.code, approved.json["approved"])
    assert "approved" == ipsu("--json invoice show 2026-0001", today=TODAY).json["invoice"]["status"]
    assert ["self-invoice.answered"] == refusal(ipsu("--json invoice approve --received 1001", today=TODAY))


@pytest.mark.parametrize("first", ["2026-0001", "2026-0002"])
def test_a_case_that_left_its_basis_is_billed_on_the_one_that_it_came_to(
    ipsu: Program, receive: Any, listed: Any, first: str
) -> None:
    """The agency was right: one self-invoice, of what stands on two bases by then, and each is approved by itself."""
    receive(rows("1001", [B1, Line("B2", "2026-03-16", "2026-03-22", 9_00)]))
    for words in (
        f"{REJECT} --case B2 --why hours",
        "invoice resolve 2026-0001 --case B2 --outcome corrected",
        "delivery correct 2 9 --reason fel",
        "invoice build --month 2026-03",
        f"invoice approve {first}",
        f"invoice approve {'2026-0002' if first == '2026-0001' else '2026-0001'}",
    ):
        assert 0 == ipsu(words, today=TODAY).code, words
    assert {"1001": "approved"} == statuses(listed)


def test_what_was_credited_before_a_case_came_to_its_new_basis_is_about_that_basis_too(
    ipsu: Program, receive: Any, listed: Any
) -> None:
    """Ours was wrong as well, and the agency had credited and billed again before ours was built again."""
    wrong, right = Line("B2", "2026-03-16", "2026-03-22", 12_00), Line("B2", "2026-03-16", "2026-03-22", 9_00)
    receive(rows("1001", [B1, wrong]))
    for words in (f"{REJECT} --case B2 --why hours", "invoice resolve 2026-0001 --case B2 --outcome corrected"):
        assert 0 == ipsu(words, today=TODAY).code, words
    receive(
        rows("1002", [wrong], type="261", refers_to="1001", date="2026-04-08"), rows("1003", [right], date="2026-04-09")
    )
    for words in ("delivery correct 2 9 --reason fel", "invoice build --month 2026-03"):
        assert 0 == ipsu(words, today=TODAY).code, words
    assert ["2026-0001", "2026-0002"] == listed()["1002"]["pairs"]
    assert [None, None] == [row["difference_net_ore"] for row in ipsu("--json status", today=TODAY).json["unanswered"]]
    for words in ("invoice approve 2026-0002", "invoice approve 2026-0001"):
        assert 0 == ipsu(words, today=TODAY).code, words


def test_what_left_its_basis_and_came_to_no_other_is_billed_and_not_ours(ipsu: Program, receive: Any) -> None:
    receive(rows("1001", [B1, B2]))
    for words in (f"{REJECT} --case B2 --why hours", "invoice resolve 2026-0001 --case B2 --outcome corrected"):
        assert 0 == ipsu(words, today=TODAY).code, words
    found = refusal(ipsu("--json invoice approve 2026-0001", today=TODAY))
    assert "reconcile.line-theirs-only" in found


def test_a_basis_made_later_changes_no_answer(ipsu: Program, receive: Any, listed: Any) -> None:
    receive(rows("1001", [B1, B2]))
    ipsu("invoice approve 2026-0001", today=TODAY)
    before = listed()
    for words in ("deliver B1 0.5 --week 2026-W11", "deliver B2 2 --on 2026-03-24", "invoice build --month 2026-03"):
        assert 0 == ipsu(words, today=TODAY).code, words
    assert before == listed()


def test_what_is_approved_is_not_rejected(ipsu: Program, receive: Any) -> None:
    receive(rows("1001", [B1]))
    assert 0 == ipsu("invoice approve --received 1001 --despite-difference", today=TODAY).code
    ipsu("deliver B2 1 --on 2026-03-24", today=TODAY)
    assert ["invoice.status"] == refusal(ipsu(f"--json {REJECT} --case B1 --why hours", today=TODAY))


def test_a_head_that_was_answered_keeps_its_answer_when_it_is_given_its_lines(
    ipsu: Program, receive: Any, listed: Any
) -> None:
    ipsu("invoice receive --number 1001 --on 2026-04-01 --total 16593.75 --agreement IPSU-1", today=TODAY)
    ipsu("invoice approve 2026-0001 --on 2026-04-05", today=TODAY)
    assert {"1001": "approved"} == statuses(listed)
    receive(rows("1001", [B1, B2]))
    assert ["2026-04-05", "2026-04-05"] == [line["answer"]["on"] for line in listed()["1001"]["lines"]]


def test_status_shows_the_difference_before_it_offers_to_approve(ipsu: Program, receive: Any) -> None:
    receive(rows("1001", [B1, CHEAP]))
    [waits] = ipsu("--json status", today=TODAY).json["unanswered"]
    assert (-300_00, "ipsu invoice reconcile 2026-0001 --received 1001") == (
        waits["difference_net_ore"], waits["command"]
    )  # fmt: skip


# What is billed and not built


def told(result: program.Result) -> list[str]:
    assert 0 == result.code, result.err
    return [warning["code"] for warning in result.json["warnings"]]


def state_in_money(ipsu: Program) -> dict[str, str]:
    rows_shown = ipsu("--json report money --month 2026-03", today=TODAY).json["money"]["rows"]
    return {f"{row['case']} {row['invoice']}": row["code"] for row in rows_shown}


TURN = ("deliver B2 3 --on 2026-03-31", "deliver B2 4 --on 2026-04-01", "invoice build --month 2026-03")
UNBUILT = ["self-invoice.unbuilt"]


def turn_of_month(hours: int, price: int = 450_00) -> Line:
    return Line("B2", "2026-03-30", "2026-04-05", hours, price)


def test_a_week_over_the_turn_of_the_month_is_no_difference_before_its_second_month_is_built(
    ipsu: Program, receive: Any, listed: Any
) -> None:
    for words in TURN:
        assert 0 == ipsu(words, today=TODAY).code, words
    receive(rows("1001", [B1, B2]), rows("1002", [turn_of_month(7_00)]))
    compared = ipsu("--json invoice reconcile 2026-0002 --received 1002", today=TODAY)
    assert ("equal", 7, UNBUILT) == (
        compared.json["reconciliation"]["status"], compared.json["reconciliation"]["ours_hours"], told(compared)
    )  # fmt: skip
    assert "money.unbuilt" == state_in_money(ipsu)["B2 2026-0002"]
    assert [None, None] == [row["difference_net_ore"] for row in ipsu("--json status", today=TODAY).json["unanswered"]]
    assert ["letter.nothing"] == refusal(ipsu("--json invoice letter 2026-0002 asked.md", today=TODAY))
    assert UNBUILT == told(ipsu("--json invoice approve 2026-0002", today=TODAY))
    assert ["2026-0002"] == listed()["1002"]["pairs"]
    ipsu("invoice build --month 2026-04", today=TODAY)
    assert ["2026-0002", "2026-0003"] == listed()["1002"]["pairs"]
    assert [] == told(ipsu("--json invoice reconcile 2026-0003 --received 1002", today=TODAY))
    assert [] == told(ipsu("--json invoice approve 2026-0003", today=TODAY))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (turn_of_month(6_99), "6.99 h in 1002 against our 3.00 h."),
        (turn_of_month(7_01), "7.01 h in 1002 against our 3.00 h."),
        (turn_of_month(7_00, 440_00), "7.00 h at 440.00 kr per hour in 1002 against our 7.00 h at 450.00 kr per hour."),
        (turn_of_month(3_00), None),
    ],
)
def test_what_really_differs_over_the_turn_is_told(ipsu: Program, receive: Any, line: Line, says: str | None) -> None:
    for words in TURN:
        ipsu(words, today=TODAY)
    receive(rows("1001", [B1, B2]), rows("1002", [line]))
    refused = ipsu("--lang en invoice approve 2026-0002", today=TODAY)
    assert (says or "") in refused.err
    expected = (1, "money.differs") if says else (0, "money.unanswered")
    assert expected == (refused.code, state_in_money(ipsu)["B2 2026-0002"])


@pytest.mark.parametrize(
    ("words", "hours"),
    [(("deliver B1 0.5 --on 2026-03-13",), 20_00), (("delivery correct 1 19 --reason fel",), 19_00)],
)
def test_hours_that_came_late_are_no_difference_whether_they_are_built_or_not(
    ipsu: Program, receive: Any, words: tuple[str, ...], hours: int
) -> None:
    for typed in words:
        assert 0 == ipsu(typed, today=TODAY).code
    receive(rows("1001", [Line("B1", "2026-03-09", "2026-03-15", hours), B2]))
    assert UNBUILT == told(ipsu("--json invoice reconcile 2026-0001 --received 1001", today=TODAY))
    ipsu("invoice build --month 2026-03", today=TODAY)
    assert [] == told(ipsu("--json invoice reconcile 2026-0001 --received 1001", today=TODAY))
    assert [] == told(ipsu("--json invoice approve 2026-0001", today=TODAY))


def test_work_of_another_month_on_a_self_invoice_is_no_difference_of_the_basis(ipsu: Program, receive: Any) -> None:
    ipsu("deliver B1 5 --on 2026-04-07", today=TODAY)
    receive(rows("1001", [B1, B2, Line("B1", "2026-04-06", "2026-04-12", 5_00)]))
    assert UNBUILT == told(ipsu("--json invoice approve 2026-0001", today=TODAY))


def test_what_is_rejected_is_held_against_the_basis_as_it_stands(ipsu: Program, receive: Any) -> None:
    """Its hours are free again, and the agency is to credit them before they are billed."""
    receive(rows("1001", [B1, Line("B2", "2026-03-16", "2026-03-22", 10_00)]))
    for words in (f"{REJECT} --case B2 --why other", "invoice resolve 2026-0001 --case B2 --outcome corrected"):
        ipsu(words, today=TODAY)
    assert "reconcile.line-theirs-only" in refusal(ipsu("--json invoice approve 2026-0001", today=TODAY))


# What a difference says


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "B2, 2026-W12: 10.00 h at 420.00 kr per hour in 1001 against our 10.00 h at 450.00 kr per hour."),
        ("sv", "B2, 2026-W12: 10,00 h à 420,00 kr per timme i 1001 mot våra 10,00 h à 450,00 kr per timme."),
    ],
)
def test_a_difference_in_price_names_both_prices(ipsu: Program, receive: Any, lang: str, says: str) -> None:
    receive(rows("1001", [B1, CHEAP]))
    assert says in ipsu(f"--lang {lang} invoice approve 2026-0001", today=TODAY).err
    assert says in ipsu(f"--lang {lang} status", today=TODAY).out
    compared = ipsu(f"--lang {lang} invoice reconcile 2026-0001 --received 1001", today=TODAY).out
    assert ("Our price" if lang == "en" else "Vårt pris") in compared


def test_who_approved_a_basis_stands_wherever_it_is_shown(ipsu: Program, receive: Any) -> None:
    """None as long as nobody has, in the list as in the basis itself."""

    def approvals() -> list[Any]:
        shown, listed = (ipsu(f"--json invoice {words}", today=TODAY).json for words in ("show 2026-0001", "list"))
        return [shown["invoice"]["approved"], listed["invoices"][0]["approved"]]

    assert [None, None] == approvals()
    assert 0 == ipsu("--who Anna invoice approve 2026-0001 --on 2026-04-09", today=TODAY).code
    assert [{"on": "2026-04-09", "by": "Anna"}] * 2 == approvals()
