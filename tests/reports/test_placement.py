"""The months and results of a placement, from what was delivered to the self-invoice, the money and the books."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.books import Rate, register_sums
from tests.reports.test_books import Ledger
from tests.self_invoices import Line, csv, rows
from tests.typed import Did, did_after

CASE = "case add {} --service rusta-matcha --personnummer {} --name Prov --system ka-webb --extent 100 --level B"
SETUP = (
    ("2026-01-05", "agreement add RM --service rusta-matcha --area Syd --from 2026-01-01"),
    ("2026-01-05", "price set RM rusta-matcha 165.50 --unit day --from 2026-01-01"),
    ("2026-01-05", "price set RM rusta-matcha 21750 --unit result --from 2026-01-01"),
    ("2026-01-12", CASE.format("R1", "19900102-9801") + " --from 2026-01-12 --to 2026-06-30"),
    ("2026-01-12", CASE.format("R2", "19850505-2392") + " --from 2026-01-12 --to 2026-06-30"),
    ("2026-01-13", "document submit R1 iup --goal Arbete --own-search 30 --supplier 10"),
    ("2026-01-14", "document submit R1 gp --mandatory Coachning=4 --optional Studiebesök=2"),
    ("2026-03-02", "document submit R1 pr --period 2026-02 --hours Coachning=12 --hours Studiebesök=6"),
    ("2026-03-02", "deliver R1 --month 2026-02"),
    ("2026-03-02", "document submit R1 r1 --result work --learned 2026-02-27"),
    ("2026-04-20", "document submit R1 r2 --result work"),
    ("2026-04-24", "document confirm R1 r2"),
    ("2026-05-04", "invoice build --month 2026-04"),
)
TODAY, YEAR = "2026-05-06", "--from 2026-01-01 --to 2026-12-31"
DAYS = Line("R1", "2026-02-01", "2026-02-28", None, 165_50, 4_634_00)
MONTH = Line("R1", "2026-02-01", "2026-02-28", None, 4_634_00)
RESULT = Line("R1", "2026-04-24", "2026-04-24", None, 21_750_00)
LOW = Line("R1", "2026-04-24", "2026-04-24", None, 20_000_00)
NEVER = Line("R2", "2026-04-24", "2026-04-24", None, 21_750_00)


did = did_after(*SETUP, today=TODAY)


def receive(did: Did, folder: Path, number: str, lines: Sequence[Line], **head: str) -> set[str]:
    """Receive a self-invoice, and give the codes of what is told of it."""
    (folder / f"{number}.csv").write_text(csv(rows(number, lines, date="2026-05-05", **head)))
    return {warning["code"] for warning in did(f"invoice receive {number}.csv")["warnings"]}


def steps(did: Did, today: str = TODAY) -> dict[str, str]:
    """The step of each piece of work, by its unit; together they are what was earned, as `status` says it too."""
    money = did(f"report money {YEAR}", today=today)["money"]
    assert 26_384_00 == money["earned_ore"] == sum(step["net_ore"] for step in money["steps"])
    of_status = {row["step"]: row["net_ore"] for row in did("status", today=today)["money"]}
    assert of_status == {step["step"]: step["net_ore"] for step in money["steps"] if step["step"] in of_status}
    return {row["unit"]: row["step"] for row in money["rows"] if row["net_ore"]}


def booked(did: Did, folder: Path) -> None:
    """Send the months that wait, and hold the ledger against the register."""
    ledger = Ledger()
    for month in [row["month"] for row in did("status", today="2026-08-01")["unbooked"]]:
        did(f"export package {month} sent-{month}", today="2026-08-01")
        ledger.read(folder / f"sent-{month}")
    invoices = did("invoice list", today="2026-08-01")["invoices"]
    assert ledger.accounts == register_sums(invoices, {"RM": Rate(25, "3041", "2611")})


@pytest.mark.parametrize("month", [DAYS, MONTH], ids=["by the day", "by the month"])
def test_a_month_and_a_result_that_are_billed_as_they_are_are_approved(did: Did, db: Path, month: Line) -> None:
    """A line that counts no hours says no quantity: 28 days at 165.50 may stand as one month at 4 634."""
    assert set() == receive(did, db.parent, "1001", [month, RESULT])
    assert "equal" == did("invoice reconcile 2026-0001 --received 1001")["reconciliation"]["status"]
    assert {"day": "unanswered", "result": "unanswered"} == steps(did)
    did("invoice approve 2026-0001")
    assert {"day": "unpaid", "result": "unpaid"} == steps(did)
    did("invoice paid 2026-0001 --on 2026-07-01", today="2026-07-01")
    assert {"day": "paid", "result": "paid"} == steps(did, today="2026-07-01")
    booked(did, db.parent)


def test_a_result_with_another_amount_is_told_credited_and_billed_again(did: Did, db: Path) -> None:
    receive(did, db.parent, "1001", [DAYS, LOW])
    [row] = [
        row
        for row in did("invoice reconcile 2026-0001 --received 1001", code=6)["reconciliation"]["lines"]
        if row["status"] != "equal"
    ]
    assert ("differs", -1_750_00) == (row["status"], row["difference_net_ore"])
    assert {"day": "unanswered", "result": "differs"} == steps(did)
    assert "approve.differs" == did("invoice approve 2026-0001", code=1)["code"]
    did("invoice reject 2026-0001 --case R1 --why price --reason Resultatpriset --not-self-fixable")
    assert {"day": "locked", "result": "locked"} == steps(did)
    receive(did, db.parent, "1002", [LOW], type="261", refers_to="1001")
    receive(did, db.parent, "1003", [RESULT])
    did("invoice resolve 2026-0001 --case R1 --outcome upheld")
    assert {"day": "unanswered", "result": "unanswered"} == steps(did)  # the right line was never rejected
    did("invoice approve 2026-0001")
    assert {"day": "unpaid", "result": "unpaid"} == steps(did)
    assert {"settled", "approved"} == {one["status"] for one in did("invoice list --received")["self_invoices"]}
    booked(did, db.parent)


def test_a_result_on_two_self_invoices_is_paid_once(did: Did, db: Path) -> None:
    receive(did, db.parent, "1001", [DAYS, RESULT])
    assert {"self-invoice.twice"} == receive(did, db.parent, "1002", [RESULT])
    assert {"day": "unanswered", "result": "twice"} == steps(did)
    assert "approve.differs" == did("invoice approve 2026-0001", code=1)["code"]
    did("invoice reject 2026-0001 --case R1 --why twice --reason Två --not-self-fixable")
    did("invoice receive --number 1003 --on 2026-05-06 --total 27187.50 --agreement RM --type 261 --refers 1002")
    did("invoice resolve 2026-0001 --case R1 --outcome upheld")
    assert {"day": "unanswered", "result": "unanswered"} == steps(did)
    did("invoice approve 2026-0001")
    assert {"1001": "approved", "1002": "settled", "1003": "settled"} == {
        one["number"]: one["status"] for one in did("invoice list --received")["self_invoices"]
    }
    booked(did, db.parent)


def test_a_result_that_was_never_delivered_stands_in_no_step(did: Did, db: Path) -> None:
    assert {"self-invoice.never-delivered"} == receive(did, db.parent, "1001", [DAYS, RESULT, NEVER])
    assert {"day": "unanswered", "result": "unanswered"} == steps(did)
    [never] = did(f"report money {YEAR}")["money"]["never_delivered"]
    assert ("R2", 21_750_00, "unanswered") == (never["case"], never["net_ore"], never["state"])
    assert "approve.differs" == did("invoice approve 2026-0001", code=1)["code"]
    did("invoice reject --received 1001 --case R2 --why other --reason Aldrig --not-self-fixable")
    did("invoice receive --number 1002 --on 2026-05-06 --total 27187.50 --agreement RM --type 261 --refers 1001")
    assert [] == did(f"report money {YEAR}")["money"]["never_delivered"]
    did("invoice approve 2026-0001")
    assert {"day": "unpaid", "result": "unpaid"} == steps(did)
    booked(did, db.parent)


def test_a_result_of_another_day_of_the_month_is_not_billed_by_what_was_credited(did: Did, db: Path) -> None:
    receive(did, db.parent, "1001", [DAYS, RESULT])
    did("invoice approve 2026-0001")
    did("invoice credit 2026-0001 --case R1 --reason Beslutet")
    result = next(one["id"] for one in did("delivery list R1")["deliveries"] if one["unit"] == "result")
    did(f"delivery cancel {result} --reason Beslutet")
    did("document unconfirm R1 r2 --reason Beslutet")
    did("document confirm R1 r2 --on 2026-04-28")
    assert {"paid", "awaits-credit", "ready"} == steps_of_results(did)
    did("invoice build --month 2026-05")
    assert {"paid", "awaits-credit", "waiting"} == steps_of_results(did)
    receive(did, db.parent, "1002", [RESULT], type="261", refers_to="1001")
    receive(did, db.parent, "1003", [Line("R1", "2026-04-28", "2026-04-28", None, 21_750_00)])
    assert {"paid", "unanswered"} == steps_of_results(did)


def steps_of_results(did: Did) -> set[str]:
    return {row["step"] for row in did(f"report money {YEAR}")["money"]["rows"] if row["unit"] == "result"}
