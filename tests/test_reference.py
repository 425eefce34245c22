"""The pages that list every command are those of the program as it is."""

import os
import shutil
import subprocess
from collections.abc import Callable

import pytest

from tests.program import ROOT
from tests.reference import entries, man, markdown
from tests.test_help_page import LEAVES

PAGES: dict[str, Callable[[], str]] = {
    "commands.md": lambda: markdown("en"),
    "commands.sv.md": lambda: markdown("sv"),
    "ipsu.1": man,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_is_made_of_what_help_is_made_of(name: str) -> None:
    path = ROOT / "ipsu_cli" / "docs" / name
    expected = PAGES[name]()
    if os.environ.get("IPSU_UPDATE") == "1":
        path.write_text(expected, encoding="utf-8", newline="\n")
    assert expected == path.read_text(encoding="utf-8")


def test_every_command_stands_in_the_reference_once() -> None:
    assert sorted(LEAVES) == sorted(entry.path for entry in entries("en"))


def test_the_manual_page_is_read_without_a_complaint() -> None:
    reader = shutil.which("groff")
    if reader is None:
        pytest.skip("there is no groff here")
    page = ROOT / "ipsu_cli" / "docs" / "ipsu.1"
    done = subprocess.run([reader, "-man", "-Tutf8", "-Kutf8", "-ww", str(page)], capture_output=True, text=True)
    assert (0, "") == (done.returncode, done.stderr)
    assert "ipsu case add" in done.stdout
