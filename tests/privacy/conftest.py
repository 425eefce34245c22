"""The planted office, for every test of what it gives away."""

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.privacy import planted
from tests.privacy.planted import ORDINARY, PROTECTED

HEADINGS = "case;service;agreement;personnummer;name;from;to;site;coach"
WRONG = (
    f"N1;ipsu-b;S1;19850505-2384;{PROTECTED}name;2026-03-02;2026-06-28;{PROTECTED}site;{PROTECTED}coach",
    f"N2;ipsu-b;S1;19850605-2385;{PROTECTED}name;2026-13-02;2026-06-28;{PROTECTED}site;",
    f"N3;nix;S1;19900101-9802;{ORDINARY}name;2026-03-02;2026-06-28;;",
)
MORE = (
    "case;service;agreement;personnummer;name;queued",
    f"N7;ips;U1;19850505-2384;{PROTECTED}name;2026-04-21",
    f"N8;ips;U1;19900101-9802;{ORDINARY}name;2026-04-21",
)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted office and its files; copied, never written to."""
    folder = tmp_path_factory.mktemp("planted")
    planted.set_up(folder)
    shutil.copy2(folder / "ipsu.db", folder / "other.db")
    (folder / "wrong.csv").write_text("\n".join([HEADINGS, *WRONG]), encoding="utf-8")
    (folder / "more.csv").write_text("\n".join(MORE), encoding="utf-8")
    book = Workbook()
    for row in (HEADINGS, *WRONG):
        book.worksheets[0].append(row.split(";"))
    book.save(folder / "wrong.xlsx")
    return folder
