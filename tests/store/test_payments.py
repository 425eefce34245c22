"""Payments: rounded to whole kronor, shown with their numbers, and taken back by them."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests import program

TRAINING = "--training S --training-from 2026-03-02 --training-to 2026-06-05 --from 2026-03-02 --to 2026-05-29"
# 2026-0001 is open with 16 593.75.
MADE = (
    ("2026-03-02", "agreement add NM --service ipsu --area Norr --from 2026-01-01"),
    ("2026-03-02", "price set NM ipsu-b 450 --unit hour --from 2026-01-01"),
    ("2026-03-02", f"case add B1 --service ipsu-b --personnummer 19900101-9802 --name 'Test Person' {TRAINING}"),
    ("2026-03-02", "plan set B1 2026-W10..2026-W22=30 --submitted 2026-03-02 --confirmed 2026-03-02"),
    ("2026-04-01", "deliver B1 29.5 --week 2026-W11"),
    ("2026-04-01", "invoice build --month 2026-03"),
)


@pytest.fixture(scope="module")
def march(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    folder = tmp_path_factory.mktemp("payments")
    shutil.copy2(new_office, folder / "ipsu.db")
    for day, words in MADE:
        made = program.run(words, folder=folder, today=day)
        assert (0, words) == (made.code, words), made.err
    return folder / "ipsu.db"


Type = Callable[..., Any]


@pytest.fixture
def typed(march: Path, tmp_path: Path) -> Type:
    """Type a command, and give its JSON; an exit code other than the one named fails."""
    shutil.copy2(march, tmp_path / "ipsu.db")

    def run(words: str, code: int = 0, **env: str | None) -> Any:
        result = program.run(f"{words} --json", folder=tmp_path, today="2026-05-06", **env)
        assert code == result.code, result.err + result.out
        return json.loads(result.out) if result.out else json.loads(result.err)["error"]

    return run


def stands(answer: Any) -> tuple[str, int, int, int]:
    invoice = answer["invoice"]
    return invoice["status"], invoice["paid_ore"], invoice["rounding_ore"], invoice["open_ore"]


def numbers(answer: Any) -> list[int]:
    return [payment["id"] for payment in answer["invoice"]["payments"]]


@pytest.mark.parametrize(
    ("amount", "stood"),
    [
        ("16593.75", ("paid", 16593_75, 0, 0)),
        ("16594", ("paid", 16594_00, 25, 0)),
        ("16593", ("paid", 16593_00, -75, 0)),
        ("16592.76", ("paid", 16592_76, -99, 0)),
        ("16592.75", ("part-paid", 16592_75, 0, 1_00)),
        ("16592.50", ("part-paid", 16592_50, 0, 1_25)),
    ],
)
def test_less_than_a_krona_from_what_is_open_settles_it(typed: Type, amount: str, stood: tuple[Any, ...]) -> None:
    assert stood == stands(typed(f"invoice paid 2026-0001 --on 2026-05-05 --amount {amount}"))


@pytest.mark.parametrize("amount", ["16593.76", "16595", "16594.50"])
def test_more_than_is_open_is_typed_in_the_next_whole_krona_alone(typed: Type, amount: str) -> None:
    refused = typed(f"invoice paid 2026-0001 --on 2026-05-05 --amount {amount}", code=1)
    assert "invoice.over-paid" == refused["code"]


def test_the_last_of_several_payments_is_the_one_that_is_rounded(typed: Type) -> None:
    typed("invoice paid 2026-0001 --on 2026-05-04 --amount 8000")
    answer = typed("invoice paid 2026-0001 --on 2026-05-05 --amount 8594")
    assert ("paid", 16594_00, 25, 0) == stands(answer)
    assert [(8000_00, 0), (8594_00, 25)] == [
        (payment["amount_ore"], payment["rounding_ore"]) for payment in answer["invoice"]["payments"]
    ]


def test_a_payment_says_where_it_comes_from(typed: Type) -> None:
    typed("invoice paid 2026-0001 --on 2026-05-04 --amount 8000", IPSU_WHO="Anna")
    (payment,) = typed("invoice show 2026-0001")["invoice"]["payments"]
    made = {"id": 1, "on": "2026-05-04", "amount_ore": 8000_00, "rounding_ore": 0}
    assert made | {"source": "hand", "file": None, "who": "Anna", "bank_id": None} == payment
    assert [payment] == typed("invoice list")["invoices"][0]["payments"]


def test_the_same_amount_on_the_same_day_is_entered_with_a_warning(typed: Type) -> None:
    typed("invoice paid 2026-0001 --on 2026-05-04 --amount 8000")
    assert [] == typed("invoice paid 2026-0001 --on 2026-05-05 --amount 100")["warnings"]
    answer = typed("invoice paid 2026-0001 --on 2026-05-04 --amount 8000")
    assert ["bank.known-by-amount"] == [warning["code"] for warning in answer["warnings"]]
    assert [1, 3, 2] == numbers(answer), "by their day"


# Taken back


@pytest.mark.parametrize(("before", "after"), [("", "created"), ("invoice approve 2026-0001", "approved")])
def test_a_payment_taken_back_leaves_the_invoice_a_step_back(typed: Type, before: str, after: str) -> None:
    if before:
        typed(before)
    typed("invoice paid 2026-0001 --on 2026-05-04 --amount 8000")
    typed("invoice paid 2026-0001 --on 2026-05-05 --amount 8594")
    assert ("part-paid", 8594_00, 25, 8000_00) == stands(typed("invoice unpaid 2026-0001 1 --reason x"))
    assert (after, 0, 0, 16593_75) == stands(typed("invoice unpaid 2026-0001 2 --reason x"))


def test_a_payment_is_taken_back_once_and_its_number_is_not_used_again(typed: Type) -> None:
    typed("invoice paid 2026-0001 --on 2026-05-05")
    typed("invoice unpaid 2026-0001 1 --reason x")
    refused = typed("invoice unpaid 2026-0001 1 --reason x", code=1)
    assert ("payment.unknown", []) == (refused["code"], refused["details"]["known"])
    assert [2] == numbers(typed("invoice paid 2026-0001 --on 2026-05-05"))


def test_an_invoice_with_a_credit_that_nobody_has_approved_is_as_it_was(typed: Type) -> None:
    """A credit may be of what was paid without an approval; the payment taken back, it has yet to be approved."""
    typed("invoice paid 2026-0001 --on 2026-05-05 --amount 100")
    typed("invoice credit 2026-0001 --case B1 --reason x")
    assert "created" != typed("invoice show 2026-0001")["invoice"]["status"]
    answer = typed("invoice unpaid 2026-0001 1 --reason x")
    assert ("created", 0, 0, 100_00) == stands(answer)


def test_the_reason_stands_in_the_log(typed: Type, tmp_path: Path) -> None:
    typed("invoice paid 2026-0001 --on 2026-05-05")
    typed("invoice unpaid 2026-0001 1 --reason 'en annan kunds'")
    asked = (
        "SELECT c.command, c.invoice_id IS NOT NULL, r.text FROM changes c JOIN reasons r ON r.entered_by = c.id"
        " ORDER BY c.id DESC LIMIT 1"
    )
    with closing(sqlite3.connect(tmp_path / "ipsu.db")) as conn:
        assert [("invoice unpaid", 1, "en annan kunds")] == conn.execute(asked).fetchall()
        assert [(16593_75,)] == conn.execute("SELECT amount_ore FROM payments_past").fetchall()
