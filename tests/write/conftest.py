"""Workbooks written out as text, and calculated again by LibreOffice."""

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cells = Callable[..., list[str]]


@pytest.fixture
def cells() -> Cells:
    return _cells


def _cells(path: Path, sheet: str | None = None) -> list[str]:
    """Each cell on a line: place, value, number format, bold."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    page: Any = book[sheet] if sheet else book.worksheets[0]
    return [_shown(cell) for row in page.iter_rows() for cell in row if cell.value is not None]


def _shown(cell: Any) -> str:
    value = cell.value.date() if isinstance(cell.value, dt.datetime) else cell.value
    parts = [cell.coordinate, repr(value) if cell.data_type == "s" else str(value)]
    parts += [cell.number_format] if cell.number_format not in ("General", "@") else []
    return "  ".join(parts + (["bold"] if cell.font.b else []))


@pytest.fixture
def recomputed(tmp_path: Path) -> Callable[[Path], Any]:
    """A workbook as LibreOffice calculates it: what we stored next to the formulas is thrown away first."""
    office = shutil.which("soffice")
    if office is None:
        message = "soffice is not on PATH: no formula is calculated"
        if os.environ.get("IPSU_LIBREOFFICE") == "1":
            pytest.fail(message)
        pytest.skip(message)
    return lambda path: _recomputed(office, path, tmp_path)


def _recomputed(office: str, path: Path, folder: Path) -> Any:
    from openpyxl import load_workbook

    bare, out = folder / "bare.xlsx", folder / "out"
    load_workbook(path).save(bare)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(bare)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return load_workbook(out / "bare.xlsx", data_only=True)
