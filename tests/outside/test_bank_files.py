"""Bank statements before an outside judge: pycamt reads in them what we read."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.read.bank_file import read_bank_file
from ipsu_cli.read.input_file import InputFile
from tests.bank_files import Row, camt
from tests.outside import judges

ROWS = (
    Row("2026-05-04", "562.50", reference="20260001", id="A1"),
    Row("2026-05-05", "1125.00", text="Faktura 2026-0002", id="A2"),
    Row("2026-05-05", "-310.25", text="Hyra", id="A3"),
    Row("2026-05-06", "88.10", currency="EUR", id="A4"),
)


def theirs(content: bytes) -> list[dict[str, Any]]:
    judges.package("pycamt")
    from pycamt.parser import Camt053Parser

    found: list[dict[str, Any]] = Camt053Parser(content).get_transactions()
    return found


@pytest.mark.parametrize("version", ["001.02", "001.08"])
def test_the_judge_reads_the_same(tmp_path: Path, version: str) -> None:
    path = tmp_path / "statement.xml"
    path.write_text(camt(*ROWS, namespace=f"urn:iso:std:iso:20022:tech:xsd:camt.053.{version}"), encoding="utf-8")
    ours = read_bank_file(InputFile(str(path))).entries
    judged = theirs(path.read_bytes())
    assert len(ROWS) == len(judged) == len(ours)
    signed = [
        (
            row["BookingDate"],
            Decimal(row["Amount"]) * (-1 if row["CreditDebitIndicator"] == "DBIT" else 1),
            row["Currency"],
        )
        for row in judged
    ]
    assert signed == [
        (entry.on.isoformat(), Decimal(entry.amount_ore.hundredths) / 100, entry.currency) for entry in ours
    ]
    assert sum(amount for _, amount, _ in signed) == Decimal("1465.35")
    for row, one in zip(judged, ours, strict=True):
        assert (row.get("RemittanceInformation") or "") in ("", *one.references)
