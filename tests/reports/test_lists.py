"""`ipsu invoice list`: only what is open is added up."""

from collections.abc import Callable
from typing import Any

from tests.conftest import Program

Run = Callable[..., Any]


def test_a_cancelled_invoice_adds_nothing_at_the_foot(b1: Run, ipsu: Program) -> None:
    b1("invoice build --month 2026-03")
    b1("invoice cancel 2026-0001 --reason fel")
    b1("invoice build --month 2026-03")
    assert ["cancelled", "created"] == [invoice["status"] for invoice in b1("invoice list")["invoices"]]
    lines = ipsu("invoice list", today="2026-03-31").out.splitlines()
    assert ["17,550.00", "4,387.50", "21,937.50", "0.00"] == lines[-3].split()[-5:-1]
    assert ["17,550.00", "4,387.50", "21,937.50", "21,937.50"] == lines[-2].split()[-5:-1]
    assert ["Total", "21,937.50"] == lines[-1].split()
