"""The offices that benchmarks make are offices: the program finds nothing wrong in them, and goes on writing."""

from pathlib import Path

import pytest

from tests.bench import imports, morning, year
from tests.damage import codes
from tests.program import run


def test_what_is_entered_by_sql_alone_is_sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(morning, "CASES", 2)
    monkeypatch.setattr(year, "CASES", 2)
    morning.make(tmp_path / "morning.db", morning.NEVER)
    year.make(tmp_path / "year.db")
    imports.make(tmp_path, 100)
    made = ("morning.db", "year.db", "office.db")
    assert {name: set() for name in made} == {name: codes(tmp_path / name) for name in made}
    written = run("contact add C00001 officer --on 2026-12-30 --db year.db", folder=tmp_path, today="2026-12-31")
    assert 0 == written.code
