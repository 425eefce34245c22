"""What is invoiced, held back and paid: the states of an invoice and of its lines, and the prices of each day."""

import datetime as dt
from pathlib import Path

import pytest

from tests.reports.register import Register, entering
from tests.store.kpis.counted import EDGES, case, deliver, whole

CODES = ("invoiced_ore", "approved_ore", "rejected_ore", "paid_ore")
NET = 450_00


def invoice(it: Register, no: int, status: str = "created", month: str = "2025-04") -> int:
    agreement = it.agreement(f"A{no}", "ipsu")
    return it.store.add(
        "invoices", year=2025, no=no, kind="invoice", agreement_id=agreement, month=month, made_on="2025-05-01",
        payable_from="2025-06-01", vat=0, net_ore=NET, vat_ore=0, total_ore=NET, status=status,
    )  # fmt: skip


def line(it: Register, invoice_id: int, status: str = "created", refers_to: int | None = None) -> None:
    it.store.add(
        "invoice_lines", invoice_id=invoice_id, case_id=case(it), service="ipsu-b", month="2025-04",
        from_day="2025-04-01", to_day="2025-04-30", unit="hour", quantity=1_00, unit_price_ore=NET, net_ore=NET,
        deliveries=1, refers_to_id=refers_to, status=status,
    )  # fmt: skip


def price_from(it: Register, agreement: int, day: str, ore: int, level: str = "") -> None:
    it.store.add(
        "prices", agreement_id=agreement, service="ipsu-b", unit="hour", level=level, from_day=day, amount_ore=ore
    )  # fmt: skip


def pay(it: Register, invoice_id: int, *days: object) -> None:
    for day in days:
        it.store.add("payments", invoice_id=invoice_id, on_day=str(day), amount_ore=1)


@pytest.mark.parametrize(("status", "of_line", "states"), [
    ("created", "created", ["invoiced_ore"]), ("approved", "created", ["invoiced_ore", "approved_ore"]),
    ("part-paid", "created", ["invoiced_ore", "approved_ore"]), ("paid", "created", ["invoiced_ore", "paid_ore"]),
    ("rejected", "created", ["invoiced_ore"]), ("rejected", "rejected", ["invoiced_ore", "rejected_ore"]),
    ("paid", "rejected", ["invoiced_ore", "rejected_ore"]), ("paid", "credited", ["invoiced_ore", "paid_ore"]),
    ("paid", "corrected", []), ("cancelled", "created", []),
])  # fmt: skip
def test_a_line_counts_by_its_own_state_and_that_of_its_invoice(
    db: Path, status: str, of_line: str, states: list[str]
) -> None:
    with entering(db) as it:
        line(it, invoice(it, 1, status), of_line)
        assert states == [code for code in CODES if whole(it, code)[0]]


def test_a_line_counts_in_the_month_of_its_invoice(db: Path) -> None:
    """The first and the last month that the period touches count, those next to them do not."""
    with entering(db) as it:
        for no, month in enumerate(("2025-02", "2025-03", "2025-08", "2025-09"), start=1):
            line(it, invoice(it, no, month=month))
        assert (2 * NET, None) == whole(it, "invoiced_ore")
        assert (0, None) == whole(it, "approved_ore")


def test_a_payment_counts_on_its_day(db: Path) -> None:
    with entering(db) as it:
        for no, day in enumerate(EDGES, start=1):
            paid = invoice(it, no, "paid")
            line(it, paid)
            pay(it, paid, day)
        total, counted = whole(it, "days_to_payment")
    first, last = ((day - dt.date(2025, 4, 30)).days for day in EDGES[1:3])
    assert (first + last, 2) == (total, counted)


@pytest.mark.parametrize(("status", "of_line", "credits", "counted"), [
    ("paid", "created", False, (10, 1)), ("paid", "credited", False, (0, 0)), ("paid", "rejected", False, (0, 0)),
    ("paid", "created", True, (0, 0)), ("approved", "created", False, (0, 0)), ("approved", "created", True, (0, 0)),
])  # fmt: skip
def test_what_stands_on_a_paid_invoice_has_days_from_the_work_to_the_last_payment(
    db: Path, status: str, of_line: str, credits: bool, counted: tuple[int, int]
) -> None:
    with entering(db) as it:
        paid, other = invoice(it, 1, status), invoice(it, 2, "paid")
        line(it, paid, of_line, refers_to=other if credits else None)
        pay(it, paid, "2025-05-02", "2025-05-10", "2025-05-05")
        pay(it, other, "2025-05-20")
        assert counted == whole(it, "days_to_payment")


@pytest.mark.parametrize(("level", "day", "price"), [
    (None, "2025-04-14", 450_00), (None, "2025-04-15", 460_00), ("evening", "2025-04-19", 460_00),
    ("evening", "2025-04-20", 500_00), ("evening", "2025-04-24", 500_00), ("evening", "2025-04-25", 600_00),
    ("night", "2025-04-25", 460_00), (None, "2025-03-31", 0),
])  # fmt: skip
def test_what_is_held_is_worth_the_price_of_its_day_and_level(
    db: Path, level: str | None, day: str, price: int
) -> None:
    """Without a price it is worth nothing yet."""
    with entering(db) as it:
        agreement = it.agreement("A1", "ipsu")
        for first, ore in (("2025-04-01", 450_00), ("2025-04-15", 460_00)):
            price_from(it, agreement, first, ore)
        for first, ore in (("2025-04-20", 500_00), ("2025-04-25", 600_00)):
            price_from(it, agreement, first, ore, "evening")
        deliver(it, case(it, agreement=agreement, level=level), day, 2_00)
        assert (2 * price, None) == whole(it, "held_ore")


def test_what_is_held_counts_on_its_days_and_half_an_ore_is_rounded_up(db: Path) -> None:
    with entering(db) as it:
        agreement = it.agreement("A1", "ipsu")
        price_from(it, agreement, "2025-01-01", 50)
        for day in EDGES:
            deliver(it, case(it, agreement=agreement), day, 1)
        assert (2, None) == whole(it, "held_ore")


def test_what_takes_an_invoiced_delivery_back_is_worth_its_line(db: Path) -> None:
    with entering(db) as it:
        agreement = it.agreement("A2", "ipsu")
        price_from(it, agreement, "2025-01-01", 7_00)
        id = case(it, agreement=agreement)
        first = deliver(it, id, "2025-04-10")
        made = invoice(it, 1)
        line(it, made)
        it.store.conn.execute("INSERT INTO invoiced SELECT ?, id FROM invoice_lines", [first])
        it.store.conn.execute("DELETE FROM free")
        deliver(it, id, "2025-04-10", -1_00, reverses=first)
        deliver(it, id, "2025-04-10", 2_00)
        assert (-NET + 2 * 7_00, None) == whole(it, "held_ore")
