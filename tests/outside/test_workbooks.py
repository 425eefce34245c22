"""A month's workbook calculated again by LibreOffice: its totals are those of the SIE file and of the JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests import program
from tests.outside import sie_reader
from tests.write.conftest import recomputed

__all__ = ["recomputed"]


def number(sheet: Any, label: str, column: str) -> int:
    """What stands in the row of `label` under the heading `column`, in öre."""
    rows = list(sheet.iter_rows(values_only=True))
    head = next(row for row in rows if column in row)
    (found,) = [row for row in rows if row[0] == label]
    kronor: int | float = found[head.index(column)]
    return round(kronor * 100)


def test_the_totals_agree(judged: Path, tmp_path: Path, recomputed: Callable[[Path], Any]) -> None:
    made = program.run(f"export package 2026-04 {tmp_path}/march", folder=judged, today="2026-04-02")
    assert 0 == made.code, made.err
    book = recomputed(tmp_path / "march" / "2026-04.xlsx")
    month = json.loads((tmp_path / "march" / "2026-04.json").read_text(encoding="utf-8"))
    rows = [row for voucher in sie_reader.read(tmp_path / "march" / "2026-04.si").vouchers for row in voucher.rows]
    total = sum(invoice["total_ore"] for invoice in month["invoices"])
    assert total == number(book["Sammanfattning"], "Summa", "Totalt")
    assert total == sum(int(row.amount * 100) for row in rows if row.account == "1510")
    assert sum(invoice["net_ore"] for invoice in month["invoices"]) == number(book["Fakturarader"], "Summa", "Netto")
    debit = number(book["Kontering"], "Summa", "Debet")
    assert debit == number(book["Kontering"], "Summa", "Kredit")
    assert debit == sum(int(row.amount * 100) for row in rows if row.amount > 0)
