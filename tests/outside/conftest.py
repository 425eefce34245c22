"""An office with e-invoices of every sort, and what it exports."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import program

TRAINING = "--training Svetsare --training-from 2026-01-12 --training-to 2026-06-05"
SUPPORT = f"--service ipsu-b --from 2026-03-02 --to 2026-05-31 --order IN-170820-12 {TRAINING}"
PLAN = "2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04"

# 2026-0001 is exempt (P0), 2026-0002 has VAT and two cases (P25), 2026-0003 is self-billed (S1); all of March.
# 2026-0004 credits B1 on 2026-0002. 2026-0005 takes back half of B2 next to it, and is below zero by itself.
MADE = (
    "agreement add P0 --service ipsu --area 'Norra Norrland' --from 2025-01-01 --billing peppol --vat 0"
    " --purchaser 'Exempelby kommun' --purchaser-orgnr 212000-0142 --purchaser-address 'Box 1, 753 20 Exempelby'"
    " --vat-exempt-reason 'Social omsorg, 10 kap. 35 § ML'",
    "agreement add P25 --service ipsu --area 'Västra Svealand' --from 2025-01-01 --billing peppol"
    " --purchaser-address 'Box 80, 831 03 Östersund'",
    "agreement add S1 --service ipsu --area 'Göteborg – Halland' --from 2025-01-01",
    *(f"price set {agreement} ipsu-b 333.33 --unit hour --from 2025-01-01" for agreement in ("P0", "P25", "S1")),
    f"case add A0 --agreement P0 --personnummer 19750315-2394 --name 'Test Person' {SUPPORT}",
    f"case add B1 --agreement P25 --personnummer 19900101-9802 --name 'Test Person' {SUPPORT}",
    f"case add B2 --agreement P25 --personnummer 19850505-2392 --name 'Test Person' {SUPPORT}",
    f"case add C1 --agreement S1 --personnummer 19850505-2384 --name 'Test Person' {SUPPORT}",
    *(f"plan set {case} {PLAN}" for case in ("A0", "B1", "B2", "C1")),
    "deliver A0 7.35 --on 2026-03-03",
    "deliver B1 1.5 --on 2026-03-03",
    "deliver B2 7.35 --on 2026-03-04",
    "deliver C1 8 --on 2026-03-04",
    "invoice build --month 2026-03",
    "invoice approve 2026-0002",
    "invoice credit 2026-0002 --case B1 --reason 'fel timmar'",
    "delivery cancel 2 --reason x",
    "delivery correct 3 4 --reason x",
    "invoice build --month 2026-03 --agreement P25",
    "setting set bankgiro 5050-1055",
    "setting set address 'Kungsgatan 7, plan 2, 753 20 Exempelby'",
    "setting set f-tax on",
)


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Path:
    """The folder of the office; written to by exports alone."""
    folder = tmp_path_factory.mktemp("judged")
    shutil.copy2(new_office, folder / "ipsu.db")
    for words in MADE:
        made = program.run(words, folder=folder, today="2026-04-01", IPSU_LANG=None)
        assert (0, words) == (made.code, words), made.err
    return folder


@pytest.fixture
def export(judged: Path, tmp_path: Path) -> Callable[..., Path]:
    """The file of an invoice by its number and ending."""

    def made(number: str, ending: str) -> Path:
        path = tmp_path / f"{number}{ending}"
        result = program.run(["invoice", "export", number, str(path)], folder=judged, today="2026-04-02")
        assert 0 == result.code, result.err
        return path

    return made


@pytest.fixture
def invoice(judged: Path) -> Callable[[str], Any]:
    """An invoice as JSON."""
    return lambda number: json.loads(
        program.run(f"invoice show {number} --json", folder=judged, today="2026-04-02").out
    )["invoice"]
