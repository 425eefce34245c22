"""The postings of an invoice: what the purchaser owes, against the sales of each service and the VAT."""

from typing import Any

import pytest

from ipsu_cli.core.invoice import Invoice, Line
from ipsu_cli.core.money import Ore
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.voucher import postings

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
    assert expected == [(posting.account, posting.service, posting.amount.hundredths) for posting in postings(of)]
    assert Ore(0) == Ore.total(posting.amount for posting in postings(of))
