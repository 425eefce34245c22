"""The workbook of key figures: its hours, and a chart that every program shows whole."""

import datetime as dt
import sys
import types
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli import locale
from ipsu_cli.core.dates import Month
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.problem import Refused
from ipsu_cli.core.table import Column, Table
from ipsu_cli.write.forms.kpi import write_kpis

Cells = Callable[..., list[str]]
TODAY = dt.date(2026, 4, 1)
TABLE = Table("kpi", (Column("kpi"), Column("value")), [("Köande", 12), ("Timmar", Hours(4050))])
MONTHS = [
    (Month("2026-01"), Hours(12050), Hours(11025)),
    (Month("2026-02"), Hours(9975), Hours(10010)),
    (Month("2026-03"), Hours(14000), Hours(3)),
]
HOURS = """\
A1  'Månad'  bold
B1  'Planerade timmar'  bold
C1  'Levererade timmar'  bold
A2  '2026-01'
B2  120.5  #,##0.00
C2  110.25  #,##0.00
A3  '2026-02'
B3  99.75  #,##0.00
C3  100.1  #,##0.00
A4  '2026-03'
B4  140  #,##0.00
C4  0.03  #,##0.00
A5  'Summa'  bold
B5  =SUBTOTAL(109,B2:B4)  #,##0.00  bold
C5  =SUBTOTAL(109,C2:C4)  #,##0.00  bold
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for lang in ("sv", "en"):
        for group, text in {"table": {"kpi": "Nyckeltal"}, "column": {"kpi": "Mått", "value": "Värde"}}.items():
            module: Any = types.ModuleType(group)
            module.TEXT = text
            monkeypatch.setitem(sys.modules, f"ipsu_cli.locale.{lang}.{group}", module)
    monkeypatch.setattr(locale, "_texts", locale._texts.__wrapped__)  # what a process says is looked up once
    write_kpis(tmp_path / "kpi.xlsx", [TABLE], MONTHS, "sv", False, TODAY)
    return tmp_path / "kpi.xlsx"


def test_golden(path: Path, cells: Cells) -> None:
    assert cells(path, "Nyckeltal") == [
        "A1  'Mått'  bold",
        "B1  'Värde'  bold",
        "A2  'Köande'",
        "B2  12  #,##0",
        "A3  'Timmar'",
        "B3  40.5  #,##0.00",
    ]
    assert "\n".join(cells(path, "Timmar per månad")) + "\n" == HOURS


def test_sums_as_libreoffice_calculates_them(path: Path, recomputed: Callable[[Path], Any]) -> None:
    page = recomputed(path)["Timmar per månad"]
    found = [round(page[place].value * 100) for place in ("B5", "C5")]
    _, planned, delivered = zip(*MONTHS, strict=True)
    assert [Hours(count) for count in found] == [Hours.total(planned), Hours.total(delivered)]


def chart(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        return book.read("xl/charts/chart1.xml").decode()


def test_both_axes_are_shown(path: Path) -> None:
    """Without this Excel hides them, and LibreOffice does not, so that no look here would tell."""
    assert chart(path).count('<delete val="0"') == 2


def test_the_chart_shows_the_months_and_not_their_sum(path: Path) -> None:
    xml = chart(path)
    sheet = "'Timmar per månad'!"
    for place in ("$A$2:$A$4", "$B$2:$B$4", "$C$2:$C$4", "B1", "C1"):
        assert f"<f>{sheet}{place}</f>" in xml.replace("&apos;", "'")
    assert "Planerade och levererade timmar per månad" in xml
    assert 'formatCode="#,##0"' in xml


def test_without_months_there_is_no_chart(path: Path) -> None:
    write_kpis(path, [TABLE], [], "en", True, TODAY)
    with zipfile.ZipFile(path) as book:
        assert not [name for name in book.namelist() if "chart" in name]


def test_same_figures_same_bytes_and_no_overwriting(path: Path, tmp_path: Path) -> None:
    write_kpis(tmp_path / "again.xlsx", [TABLE], MONTHS, "sv", False, TODAY)
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()
    with pytest.raises(Refused, match=r"file\.exists"):
        write_kpis(path, [TABLE], MONTHS, "sv", False, TODAY)
