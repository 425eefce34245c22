"""A file of one invoice, of a document, of what is to be done: nobody who writes waits for it."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from ipsu_cli.write import whole_file
from tests import program
from tests.conftest import Program

TODAY = "2026-11-02"
LINES = (
    "invoice excel 2026-0005 x.xlsx",
    "invoice export 2026-0005 x.json",
    "invoice export 2026-0005 x.se",
    "invoice letter 2026-0016 x.md",
    "document export B-118 sr x.md",
    "todo --ics x.ics",
)


@pytest.mark.parametrize("line", LINES)
def test_others_write_while_it_is_written(
    line: str, sample: Path, ipsu: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = whole_file._place
    meanwhile: list[int] = []

    def busy(*words: Any, **more: Any) -> None:
        other = program.run_process("case edit B-118 --coach Kim", folder=tmp_path, today=TODAY)
        meanwhile.append(other.code)
        ours(*words, **more)

    shutil.copy2(sample, tmp_path / "ipsu.db")
    (tmp_path / "sr.txt").write_text("# Mål\n\nEtt mål.\n", encoding="utf-8")
    assert 0 == ipsu("document write B-118 sr --file sr.txt", today=TODAY).code
    monkeypatch.setattr(whole_file, "_place", busy)
    done = ipsu(line, today=TODAY)
    assert (0, [0]) == (done.code, meanwhile), done.err
