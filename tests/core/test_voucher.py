"""The postings of an invoice: what the purchaser owes, against the sales of each service and the VAT."""

from typing import Any

import pytest

from ipsu_cli.core.invoice import Invoice, Line
from ipsu_cli.core.money import Ore, vat_of
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.core.voucher import Row, account_of, difference, postings, rounded

A, B = "ipsu-a", "ipsu-b"


def line(service: str, net: int, status: str = "created") -> Line:
    """A line with what a voucher asks of it."""
    bare: dict[str, Any] = dict.fromkeys(Line._fields)
    return Line(**(bare | {"service": service, "net_ore": Ore(net), "status": status}))


def invoice(net: int, vat: int, *lines: Line, rate: int = 2500) -> Invoice:
    """An invoice as issued, with what a voucher asks of it."""
    bare: dict[str, Any] = dict.fromkeys(Invoice._fields)
    sums = {"net_ore": Ore(net), "vat_ore": Ore(vat), "total_ore": Ore(net + vat)}
    return Invoice(**(bare | sums | {"vat": Percent(rate), "lines": lines}))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (invoice(1000, 250, line(B, 1000)), [("receivable", None, 1250), ("sales", B, -1000), ("vat", None, -250)]),
        (
            invoice(1600, 400, line(B, 1000), line(A, 500), line(B, 100)),
            [("receivable", None, 2000), ("sales", B, -1100), ("sales", A, -500), ("vat", None, -400)],
        ),
        # VAT stands as it was issued, though it would be calculated otherwise today.
        (invoice(1000, 251, line(B, 1000)), [("receivable", None, 1251), ("sales", B, -1000), ("vat", None, -251)]),
        # A line that has left: VAT is calculated again on what stands, 2.5 öre as 3.
        (
            invoice(1010, 253, line(B, 1000, "corrected"), line(A, 10)),
            [("receivable", None, 13), ("sales", A, -10), ("vat", None, -3)],
        ),
        (
            invoice(1010, 61, line(B, 1000, "corrected"), line(A, 10), rate=600),
            [("receivable", None, 11), ("sales", A, -10), ("vat", None, -1)],
        ),
        (invoice(1000, 250, line(B, 1000, "corrected")), []),
        # A credit goes the other way, also where a line has left it.
        (invoice(-1000, -250, line(B, -1000)), [("receivable", None, -1250), ("sales", B, 1000), ("vat", None, 250)]),
        (
            invoice(-1010, -253, line(B, -1000, "corrected"), line(A, -10)),
            [("receivable", None, -13), ("sales", A, 10), ("vat", None, 3)],
        ),
        # Without VAT, and where a service makes nothing, there is no row.
        (invoice(1000, 0, line(B, 1000), rate=0), [("receivable", None, 1000), ("sales", B, -1000)]),
        (
            invoice(1000, 250, line(B, 1000), line(A, 5), line(A, -5)),
            [("receivable", None, 1250), ("sales", B, -1000), ("vat", None, -250)],
        ),
    ],
)
def test_what_is_posted(of: Invoice, expected: list[tuple[str, str | None, int]]) -> None:
    assert expected == [(posting.role, posting.service, posting.amount_ore.hundredths) for posting in postings(of)]
    assert Ore(0) == Ore.total(posting.amount_ore for posting in postings(of))


def test_what_takes_back_another_invoice_is_a_row_of_its_own() -> None:
    back = line(B, -300)._replace(refers_to="2026-0001")
    found = [
        (posting.role, posting.refers_to, posting.amount_ore.hundredths)
        for posting in postings(invoice(700, 175, line(B, 1000), back))
    ]
    assert [
        ("receivable", None, 875),
        ("sales", None, -1000),
        ("sales", "2026-0001", 300),
        ("vat", None, -175),
    ] == found


def test_of_a_cancelled_invoice_nothing_is_posted() -> None:
    assert [] == postings(invoice(1000, 250, line(B, 1000))._replace(status="cancelled"))


@pytest.mark.parametrize(
    ("rate", "sales", "vat"), [(2500, "3041", "2611"), (1200, "3042", "2621"), (600, "3043", "2631"), (0, "3044", None)]
)
def test_each_rate_of_vat_has_its_accounts(rate: int, sales: str, vat: str | None) -> None:
    tax = vat_of(Ore(1000), Percent(rate))
    found = postings(invoice(1000, tax.hundredths, line(B, 1000), rate=rate))
    assert ["1510", sales, *([vat] if vat else [])] == [account_of(posting, DEFAULTS) for posting in found]


def test_a_rate_without_an_account_is_refused() -> None:
    with pytest.raises(Refused, match=r"account\.no-rate"):
        [account_of(posting, DEFAULTS) for posting in postings(invoice(1000, 100, line(B, 1000), rate=1000))]


@pytest.mark.parametrize(("by", "expected"), [(25, [25, -25]), (-75, [-75, 75]), (0, [])])
def test_what_a_payment_was_rounded_by_is_earned_and_no_longer_owed(by: int, expected: list[int]) -> None:
    found = rounded(Ore(by))
    assert expected == [posting.amount_ore.hundredths for posting in found]
    assert ["1510", "3740"][: len(found)] == [account_of(posting, DEFAULTS) for posting in found]


def rows(of: Invoice) -> list[Row]:
    return [Row(posting, account_of(posting, DEFAULTS), None, "") for posting in postings(of)]


def amounts(found: list[Row]) -> list[tuple[str, int]]:
    return [(row.account, row.posting.amount_ore.hundredths) for row in found]


SENT = invoice(1500, 375, line(B, 1000), line(A, 500))


def test_what_was_sent_as_it_stands_leaves_nothing_to_post() -> None:
    assert [] == difference(rows(SENT), rows(SENT))


def test_a_line_that_left_after_it_was_sent_is_taken_back() -> None:
    now = SENT._replace(lines=(line(B, 1000, "corrected"), line(A, 500)))
    assert [("1510", -1250), ("2611", 250), ("3041", 1000)] == amounts(difference(rows(now), rows(SENT)))


def test_what_was_sent_keeps_its_account() -> None:
    now = rows(SENT._replace(status="cancelled"))
    sent = [row._replace(account="1511") if row.account == "1510" else row for row in rows(SENT)]
    assert [("1511", -1875), ("3041", 1000), ("3041", 500), ("2611", 375)] == amounts(difference(now, sent))
