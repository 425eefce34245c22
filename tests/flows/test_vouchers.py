"""Every voucher of the sample office is balanced, in every state of its invoice, and says what stands on it."""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.outside import sie_reader

TODAY = "2026-11-02"
# An invoice and the state it is brought to, by these commands.
STATES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "created": ("2026-0048", "created", ()),
    "approved": ("2026-0048", "approved", ("invoice approve {n}",)),
    "rejected": ("2026-0049", "rejected", ("invoice reject {n} --case B-115 --reason x --not-self-fixable",)),
    "with a corrected line": (
        "2026-0049",
        "created",
        (
            "invoice reject {n} --case B-115 --reason x --not-self-fixable",
            "invoice resolve {n} --case B-115 --outcome corrected",
        ),
    ),
    "with every line corrected": (
        "2026-0050",
        "created",
        (
            "invoice reject {n} --case A-131 --reason x --not-self-fixable",
            "invoice resolve {n} --case A-131 --outcome corrected",
        ),
    ),
    "credited": ("2026-0052", "approved", ("invoice approve {n}", "invoice credit {n} --case B-121 --reason x")),
    "part-paid": ("2026-0053", "part-paid", ("invoice approve {n}", "invoice paid {n} --on 2026-11-02 --amount 100")),
    "part-paid after a corrected line": (
        "2026-0053",
        "part-paid",
        (
            "invoice reject {n} --case R-203 --reason x --not-self-fixable",
            "invoice resolve {n} --case R-203 --outcome corrected",
            "invoice approve {n}",
            "invoice paid {n} --on 2026-11-02 --amount 100",
        ),
    ),
    "paid": ("2026-0054", "paid", ("invoice approve {n}", "invoice paid {n} --on 2026-11-02")),
}


@pytest.fixture
def office(demo_folder: Path, tmp_path: Path) -> Path:
    """A copy of the sample office, to do things in."""
    (tmp_path / "ipsu.db").write_bytes((demo_folder / "ipsu.db").read_bytes())
    return tmp_path


@pytest.mark.parametrize("state", STATES)
def test_a_voucher_is_balanced_and_says_what_stands(office: Path, state: str) -> None:
    number, status, commands = STATES[state]
    for words in commands:
        done = program.run(words.format(n=number), folder=office, today=TODAY)
        assert 0 == done.code, done.err
    invoices = listed(office)
    assert status == next(row["status"] for row in invoices if row["number"] == number)
    assert 54 + (state == "credited") == len(invoices)
    for invoice in invoices:
        assert posted(office, invoice["number"]) == what_stands(invoice), invoice["number"]


def test_a_cancelled_invoice_has_no_voucher(office: Path) -> None:
    assert 0 == program.run("invoice cancel 2026-0051 --reason x", folder=office, today=TODAY).code
    refused = program.run("invoice export 2026-0051 x.se", folder=office, today=TODAY)
    assert (1, False) == (refused.code, (office / "x.se").exists())


def listed(office: Path) -> list[Any]:
    return list(program.run("invoice list --json", folder=office, today=TODAY).json["invoices"])


def posted(office: Path, number: str) -> Counter[str]:
    """The rows of the invoice's voucher in SIE, summed by account in öre; nothing where it has none."""
    done = program.run(f"invoice export {number} x.se --force", folder=office, today=TODAY)
    assert 0 == done.code, done.err
    found = sie_reader.read(office / "x.se")
    assert [] == sie_reader.wrong_in(found)
    rows = [row for voucher in found.vouchers for row in voucher.rows]
    assert 0 == sum(row.amount for row in rows)
    amounts: Counter[str] = Counter()
    for row in rows:
        amounts[row.account] += int(row.amount * 100)
    return amounts


def what_stands(invoice: Any) -> Counter[str]:
    """The same from the invoice's lines; those that have left it (corrected) are not posted. VAT is a quarter of what
    stands, half an öre away from zero."""
    net = sum(line["net_ore"] for line in invoice["lines"] if line["status"] != "corrected")
    vat = int((Decimal(net) / 4).quantize(Decimal(1), ROUND_HALF_UP))
    amounts = {"1510": net + vat, "3041": -net, "2611": -vat}
    return Counter({account: ore for account, ore in amounts.items() if ore})
