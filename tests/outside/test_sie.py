"""SIE 4I before a reader that reads the files of accounting programs."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.outside import judges
from tests.outside import sie_reader as sie

Export = Callable[[str, str], Path]
NUMBERS = ("2026-0001", "2026-0002", "2026-0003", "2026-0004", "2026-0005")


@pytest.mark.parametrize(
    ("name", "program_name", "vouchers", "rows"),
    [("FAKT.SI", "Visma Fakturering", 1, 3), ("BL0001_typ4I.SI", "BL Administration", 1, 10)],
)
def test_the_reader_reads_the_files_of_accounting_programs_whole(
    name: str, program_name: str, vouchers: int, rows: int
) -> None:
    path = judges.data("sie") / name
    found = sie.read(path)
    assert [] == sie.wrong_in(found)
    assert (["0"], ["PC8"], ["4"]) == (found.one("#FLAGGA"), found.one("#FORMAT"), found.one("#SIETYP"))
    assert program_name == found.one("#PROGRAM")[0]
    assert (vouchers, rows) == (len(found.vouchers), sum(len(voucher.rows) for voucher in found.vouchers))
    assert "FÖRETAG" in path.read_bytes().decode("cp437").upper() or "KOSTNADSSTÄLLE" in str(found.labels).upper()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_voucher_makes_nothing_and_says_what_the_invoice_says(
    export: Export, invoice: Callable[[str], Any], number: str
) -> None:
    found = sie.read(export(number, ".se"))
    assert [] == sie.wrong_in(found)
    (voucher,) = found.vouchers
    amounts: Counter[str] = Counter()
    for row in voucher.rows:
        amounts[row.account] += int(row.amount * 100)
    issued = invoice(number)
    sales = "3041" if issued["vat_ore"] else "3044"
    expected = {"1510": issued["total_ore"], sales: -issued["net_ore"], "2611": -issued["vat_ore"]}
    assert {account: amount for account, amount in expected.items() if amount} == amounts
    assert number in voucher.text


def test_the_head_says_who_and_what(export: Export) -> None:
    path = export("2026-0002", ".si")
    found = sie.read(path)
    assert path.read_bytes().startswith(b"#FLAGGA 0\r\n#PROGRAM ipsu ")
    assert (["PC8"], ["4"], ["20260402"]) == (found.one("#FORMAT"), found.one("#SIETYP"), found.one("#GEN"))
    assert (["559999-0008"], ["Stöd i Exempelby AB"]) == (found.one("#ORGNR"), found.one("#FNAMN"))
    assert ["1", "Kostnadsställe"] == found.one("#DIM")
    assert ["1", "P25", "Västra Svealand"] == found.one("#OBJEKT")
    assert "V\u00e4stra Svealand".encode("cp437") in path.read_bytes()


def test_the_area_is_the_cost_centre_of_the_sales(export: Export) -> None:
    """Under a short code. The dash of this area is not in the code page."""
    found = sie.read(export("2026-0003", ".se"))
    assert ["1", "S1", "Göteborg - Halland"] == found.one("#OBJEKT")
    (voucher,) = found.vouchers
    assert {"1510": {}, "3041": {"1": "S1"}, "2611": {}} == {r.account: r.objects for r in voucher.rows}
    assert [Decimal("3333.30"), Decimal("-2666.64"), Decimal("-666.66")] == [row.amount for row in voucher.rows]


def test_a_credit_goes_the_other_way(export: Export) -> None:
    (voucher,) = sie.read(export("2026-0004", ".se")).vouchers
    assert {"1510": Decimal(-625), "3041": Decimal(500), "2611": Decimal(125)} == {
        row.account: row.amount for row in voucher.rows
    }


def test_the_reader_sees_what_is_wrong(export: Export) -> None:
    path = export("2026-0002", ".se")
    content = path.read_bytes()
    path.write_bytes(content.replace(b"} 3687.48 ", b"} 3687.49 "))
    assert ["Faktura 2026-0002 P25 makes 0.01"] == sie.wrong_in(sie.read(path))
    path.write_bytes(content.replace(b"#KONTO 1510", b"#KONTO 1511"))
    assert ["1510 has no name"] == sie.wrong_in(sie.read(path))
    path.write_bytes(content[: content.rindex(b"}")])
    with pytest.raises(AssertionError, match="not closed"):
        sie.read(path)


def test_the_accounts_follow_the_settings(judged: Path, tmp_path: Path) -> None:
    for words in (
        "setting set account.sales.25 3740",
        f"invoice export 2026-0003 {tmp_path}/x.se",
        "setting set account.sales.25 3041",
    ):
        assert 0 == program.run(words, folder=judged, today="2026-04-02").code
    (voucher,) = sie.read(tmp_path / "x.se").vouchers
    assert ["1510", "3740", "2611"] == [row.account for row in voucher.rows]


def test_the_reader_reads_the_file_in_the_docs(tmp_path: Path) -> None:
    """The transcript shows a file; what stands there is what an accounting program would read."""
    page = (program.ROOT / "ipsu_cli" / "docs" / "självfaktura.md").read_text(encoding="utf-8")
    shown = page.partition("$ cat 2026-0001.si\n")[2].partition("$ ")[0]
    path = tmp_path / "shown.se"
    path.write_bytes(shown.encode("cp437"))
    found = sie.read(path)
    assert [] == sie.wrong_in(found)
    (voucher,) = found.vouchers
    assert [Decimal("16593.75"), Decimal(-13275), Decimal("-3318.75")] == [row.amount for row in voucher.rows]
