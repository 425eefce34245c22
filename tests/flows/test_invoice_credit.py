"""Credits next to what is approved, and months that are closed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.typed import OfficeWith

TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
SUPPORT = f"--service ipsu-b --from 2026-03-02 --to 2026-05-31 {TRAINING}"
PLAN = "2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04"
PEOPLE = (("B1", "19900101-9802"), ("B2", "19850505-2392"), ("B3", "19850505-2384"))

# Three cases in March; the price is one that makes öre: 7.35 h at 333.33 is 2449.98, 1.5 h 500.00, 1.25 h 416.66.
MADE = (
    "agreement add IPSU-1 --service ipsu --area Syd --from 2025-01-01",
    "price set IPSU-1 ipsu-b 333.33 --unit hour --from 2025-01-01",
    *(f"case add {case} --personnummer {number} --name 'Test Person' {SUPPORT}" for case, number in PEOPLE),
    *(f"plan set {case} {PLAN}" for case, _ in PEOPLE),
    "deliver B1 7.35 --on 2026-03-03",
    "deliver B2 1.5 --on 2026-03-03",
    "deliver B3 1.25 --on 2026-03-03",
    "invoice build --month 2026-03",
)


@pytest.fixture(scope="module")
def march(office_with: OfficeWith) -> Path:
    return office_with(MADE, "2026-04-01")


@pytest.fixture
def ask(march: Path, tmp_path: Path) -> Callable[..., Any]:
    """Run a command on a copy of March, which must succeed, and give its JSON."""
    shutil.copy2(march, tmp_path / "ipsu.db")

    def run(words: str, today: str = "2026-04-02", code: int = 0) -> Any:
        result = program.run(f"{words} --json", folder=tmp_path, today=today)
        assert code == result.code, result.err + result.out
        return json.loads(result.out if result.out else result.err)

    return run


def invoice_of(ask: Any, number: str) -> Any:
    return ask(f"invoice show {number}")["invoice"]


def sums(invoice: Any) -> tuple[int, int, int]:
    return invoice["net_ore"], invoice["vat_ore"], invoice["total_ore"]


def test_a_credit_takes_back_a_case_and_refers_to_the_invoice(ask: Any) -> None:
    ask("invoice approve 2026-0001")
    credit = ask("invoice credit 2026-0001 --case B2 --reason 'fel timmar'")["invoice"]
    assert ("2026-0002", "credit", "2026-0001", "2026-03", "created") == tuple(
        credit[key] for key in ("number", "kind", "refers_to", "month", "status")
    )
    assert (-500_00, -125_00, -625_00) == sums(credit)
    (line,) = credit["lines"]
    assert ("B2", -1.5, 333_33, -500_00, "2026-0001") == tuple(
        line[key] for key in ("case", "quantity", "unit_price_ore", "net_ore", "refers_to")
    )
    original = invoice_of(ask, "2026-0001")
    assert (3366_64, 841_66, 4208_30) == sums(original)
    assert {"B1": "created", "B2": "credited", "B3": "created"} == {e["case"]: e["status"] for e in original["lines"]}
    assert "free" == ask("delivery list B2")["deliveries"][0]["status"]


def test_what_is_credited_is_open_no_more_and_only_once(ask: Any) -> None:
    ask("invoice approve 2026-0001")
    ask("invoice credit 2026-0001 --case B2 --reason x")
    assert 4208_30 - 625_00 == invoice_of(ask, "2026-0001")["open_ore"]
    assert 0 == invoice_of(ask, "2026-0002")["open_ore"]
    assert 4208_30 - 625_00 == sum(invoice["open_ore"] for invoice in ask("invoice list")["invoices"])
    ask("invoice paid 2026-0001 --on 2026-04-02")
    assert "paid" == invoice_of(ask, "2026-0001")["status"]


def test_a_credit_of_what_is_paid_is_paid_back(ask: Any) -> None:
    ask("invoice paid 2026-0001 --on 2026-04-02 --amount 4000")
    ask("invoice credit 2026-0001 --case B2 --reason x")
    assert (0, "paid") == tuple(invoice_of(ask, "2026-0001")[key] for key in ("open_ore", "status"))
    assert -(625_00 - 208_30) == invoice_of(ask, "2026-0002")["open_ore"]
    back = ask("invoice paid 2026-0002 --on 2026-04-02")["invoice"]
    assert (0, "paid") == (back["open_ore"], back["status"])


def test_what_was_credited_once_paid_is_not_approved_by_taking_the_payment_back(ask: Any) -> None:
    (payment,) = ask("invoice paid 2026-0001 --on 2026-04-02 --amount 4000")["invoice"]["payments"]
    ask("invoice credit 2026-0001 --case B2 --reason x")
    assert "created" == ask(f"invoice unpaid 2026-0001 {payment['id']} --reason x")["invoice"]["status"]
    ask("check")
    approved = ask("invoice approve 2026-0001")["invoice"]
    assert ("approved", "2026-04-02") == (approved["status"], approved["approved"]["on"])


def test_a_credit_may_take_back_more_than_an_invoice_is_about_once_it_corrects_another(ask: Any) -> None:
    """In April 6.25 h of B1 are taken back and 8 h of B2 billed, of which all is credited."""
    ask("invoice approve 2026-0001")
    ask("delivery correct 1 1.1 --reason x")
    ask("deliver B2 8 --on 2026-04-01")
    april = ask("invoice build --month 2026-04", "2026-05-04")["invoices"][0]
    assert 366_66 - 2449_98 + 2666_64 == april["net_ore"]
    ask("invoice approve 2026-0002", "2026-05-04")
    credit = ask("invoice credit 2026-0002 --case B2 --reason x", "2026-05-04")["invoice"]
    assert -2666_64 == credit["net_ore"] < -april["net_ore"]
    assert (0, april["total_ore"] + credit["total_ore"]) == (
        invoice_of(ask, "2026-0002")["open_ore"],
        credit["open_ore"],
    )
    ask("check", "2026-05-04")


def test_an_approved_invoice_is_approved_again_once_its_payment_is_taken_back(ask: Any) -> None:
    ask("invoice approve 2026-0001")
    ask("invoice credit 2026-0001 --case B2 --reason x")
    (payment,) = ask("invoice paid 2026-0001 --on 2026-04-02")["invoice"]["payments"]
    assert "approved" == ask(f"invoice unpaid 2026-0001 {payment['id']} --reason x")["invoice"]["status"]
    ask("check")


def test_when_every_case_is_credited_nothing_is_left_over(ask: Any) -> None:
    ask("invoice approve 2026-0001")
    made = [ask(f"invoice credit 2026-0001 --case {case} --reason x")["invoice"] for case, _ in PEOPLE]
    assert [0, 0, 0] == [
        sum(amounts) for amounts in zip(*map(sums, (*made, invoice_of(ask, "2026-0001"))), strict=True)
    ]
    assert 0 == sum(invoice["open_ore"] for invoice in ask("invoice list")["invoices"])


@pytest.mark.parametrize(
    ("before", "words", "code"),
    [
        ((), "invoice credit 2026-0001 --case B1 --reason x", "invoice.status"),
        (("invoice approve 2026-0001",), "invoice credit 2026-0001 --case B9 --reason x", "case.unknown"),
        (
            ("invoice approve 2026-0001", "invoice credit 2026-0001 --case B1 --reason x"),
            "invoice credit 2026-0001 --case B1 --reason x",
            "invoice.credited-already",
        ),
        (
            ("invoice approve 2026-0001", "invoice credit 2026-0001 --case B1 --reason x"),
            "invoice credit 2026-0002 --case B1 --reason x",
            "invoice.credit-of-credit",
        ),
        (
            ("invoice approve 2026-0001", "invoice credit 2026-0001 --case B1 --reason x"),
            "invoice cancel 2026-0002 --reason x",
            "invoice.credit-stands",
        ),
        (
            ("invoice approve 2026-0001", "invoice credit 2026-0001 --case B1 --reason x"),
            "invoice reject 2026-0002 --case B1 --reason x --not-self-fixable",
            "invoice.credit-stands",
        ),
        (("period close 2026-03",), "invoice cancel 2026-0001 --reason x", "period.closed-invoice"),
        (
            (
                "invoice paid 2026-0001 --on 2026-04-02 --amount 4000",
                "invoice credit 2026-0001 --case B2 --reason x",
                "invoice unpaid 2026-0001 1 --reason x",
            ),
            "invoice cancel 2026-0001 --reason x",
            "invoice.credited",
        ),
        ((), "period close 2026-04", "period.not-ended"),
    ],
)
def test_what_cannot_be_credited_or_changed(ask: Any, before: tuple[str, ...], words: str, code: str) -> None:
    for command in before:
        ask(command)
    assert code == ask(words, code=1)["error"]["code"]


def test_a_credit_is_not_older_than_its_invoice(ask: Any) -> None:
    ask("invoice approve 2026-0001")
    refusal = ask("invoice credit 2026-0001 --case B1 --reason x", today="2026-03-31", code=1)
    assert "date.before-step" == refusal["error"]["code"]


def test_what_is_credited_comes_again_corrected(ask: Any) -> None:
    ask("invoice approve 2026-0001")
    ask("invoice credit 2026-0001 --case B1 --reason x")
    ask("delivery correct 1 7 --reason x")
    (again,) = ask("invoice build --month 2026-03")["invoices"]
    assert [("B1", 7, 2333_31, None)] == [
        (e["case"], e["quantity"], e["net_ore"], e["refers_to"]) for e in again["lines"]
    ]


def test_what_another_invoice_took_back_is_not_credited_again(ask: Any) -> None:
    """B1: 7.35 h, then 1.10 more; the first is corrected to 5 next to it. Of 2026-0001 only the 1.10 stand."""
    ask("invoice cancel 2026-0001 --reason x")
    ask("deliver B1 1.10 --on 2026-03-04")
    ask("invoice build --month 2026-03")
    ask("invoice approve 2026-0002")
    ask("delivery correct 1 5 --reason x")
    (reversal,) = ask("invoice build --month 2026-03")["invoices"]
    assert {-7.35, 5} == {row["quantity"] for row in reversal["lines"]}
    credit = ask("invoice credit 2026-0002 --case B1 --reason x")["invoice"]
    (line,) = credit["lines"]
    original = next(e["net_ore"] for e in invoice_of(ask, "2026-0002")["lines"] if e["case"] == "B1")
    assert (-1.1, -(original - 2449_98)) == (line["quantity"], line["net_ore"])
    (last,) = ask("invoice build --month 2026-03")["invoices"]
    assert [("B1", 1.1)] == [(row["case"], row["quantity"]) for row in last["lines"]]


# Closed months


def test_a_closed_month_takes_nothing_new_but_the_open_one_does(ask: Any) -> None:
    closed = ask("period close 2026-03")
    assert {"month": "2026-03", "closed": "2026-04-02", "open": "2026-04"} == closed["period"]
    assert ["period.unanswered"] == [warning["code"] for warning in closed["warnings"]]
    assert [] == ask("invoice build --month 2026-03")["invoices"]
    ask("deliver B1 2 --on 2026-03-30")
    ask("delivery correct 2 1 --reason x")
    assert "period.closed" == ask("invoice build --month 2026-03", code=1)["error"]["code"]
    assert "period.closed" == ask("invoice build --month 2026-03 --dry-run", code=1)["error"]["code"]
    (made,) = ask("invoice build --month 2026-04")["invoices"]
    assert "2026-04" == made["month"]
    assert [("B1", 2, None), ("B2", -1.5, "2026-0001"), ("B2", 1, None)] == sorted(
        (line["case"], line["quantity"], line["refers_to"]) for line in made["lines"]
    )


def test_closing_again_changes_nothing(ask: Any, tmp_path: Path) -> None:
    ask("period close 2026-03")
    before = program.dump(tmp_path / "ipsu.db")
    assert "2026-04-02" == ask("period close 2026-03", today="2026-04-09")["period"]["closed"]
    assert before == program.dump(tmp_path / "ipsu.db")


def test_a_credit_of_a_closed_month_lies_in_the_open_one(ask: Any) -> None:
    ask("invoice approve 2026-0001")
    ask("period close 2026-03")
    assert "2026-04" == ask("invoice credit 2026-0001 --case B1 --reason x")["invoice"]["month"]
    ask("period close 2026-04", today="2026-05-01")
    late = ask("invoice credit 2026-0001 --case B2 --reason x", today="2026-05-02")["invoice"]
    assert ("2026-05", "2026-06-01") == (late["month"], late["payable_from"])


def test_an_investigation_of_a_closed_month_ends_in_a_credit(ask: Any) -> None:
    ask("invoice reject 2026-0001 --case B2 --reason x --not-self-fixable")
    ask("period close 2026-03")
    answer = ask("invoice resolve 2026-0001 --case B2 --outcome corrected")
    assert ("2026-0002", "2026-04", -625_00) == tuple(answer["credit"][key] for key in ("number", "month", "total_ore"))
    assert ("created", 4208_30 - 625_00) == (answer["invoice"]["status"], answer["invoice"]["open_ore"])
    (made,) = ask("invoice build --month 2026-04")["invoices"]
    assert ["B2"] == [line["case"] for line in made["lines"]]


def test_what_was_said_of_an_earlier_day_stays(ask: Any) -> None:
    """As of the day before the credit, the money is invoiced; after it, it is held."""
    ask("invoice approve 2026-0001")
    ask("invoice credit 2026-0001 --case B2 --reason x", today="2026-04-05")

    def held(day: str) -> Any:
        kpis = ask(f"report kpi --month 2026-03 --as-of {day}", today="2026-04-09")["kpis"]
        return next(kpi["value"] for kpi in kpis if kpi["code"] == "held_ore")

    assert (0, 500_00) == (held("2026-04-04"), held("2026-04-05"))
