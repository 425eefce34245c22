"""The wheel installed in a Python for Windows: pipes, paths, quotes, the editor and the pages, by Debian's wine.

IPSU_WINDOWS_PYTHON is the command that runs that Python (.ci/windows makes it). What wine does not show, and a person
with Windows has to try: who may read a file (rights are the folder's there), a workbook that Excel holds open, the Tab
key in PowerShell, colours and width in its window, the task scheduler.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.program import ROOT

PYTHON = os.environ.get("IPSU_WINDOWS_PYTHON")
pytestmark = pytest.mark.skipif(not PYTHON, reason="no Python for Windows: .ci/windows makes one under wine64")
QUICK = "README or backup.sv"
LONGEST = 3_600  # seconds, of all pages on a machine that does much else
# Signals and file systems that it has not.
NOT_OF_WINDOWS = ("tests/core/test_interrupt.py", "tests/core/test_place.py")


def windows(words: list[str], folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """That Python in a folder, with pipes as Windows has them and nothing of the machine's own setting."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("IPSU_", "PYTHON"))}
    return subprocess.run(
        [str(PYTHON), *words], cwd=folder, env={**inherited, **env}, stdin=subprocess.DEVNULL, capture_output=True,
        timeout=LONGEST,
    )  # fmt: skip


def ipsu(words: str, folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """`ipsu WORDS` there, in the demo's office."""
    return windows(["-m", "ipsu_cli", *words.split()], folder, **{"IPSU_DB": "ipsu-demo/ipsu.db", **env})


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the demo, and what was said as it was made."""
    folder = tmp_path_factory.mktemp("windows")
    made = ipsu("demo --lang sv", folder)
    assert (0, b"") == (made.returncode, made.stderr)
    return folder, made.stdout.decode("cp1252")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests and the pages without the program: what is tested is what is installed."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("tests", "sample_data", "ipsu_cli/docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (*ROOT.glob("*.md"), ROOT / "pyproject.toml"):
        shutil.copy2(path, folder)
    return folder


def test_the_demo_says_what_powershell_takes(demo: tuple[Path, str]) -> None:
    folder, shown = demo
    path = "Z:" + str(folder / "ipsu-demo" / "ipsu.db").replace("/", "\\")
    assert f"$env:IPSU_DB = '{path}'; $env:IPSU_TODAY = '2026-11-02'" in shown
    assert "export " not in shown
    assert "är" in shown


def test_json_in_a_pipe_of_windows_is_read_in_any_code_page(demo: tuple[Path, str]) -> None:
    answered = ipsu("case list --json", demo[0])
    assert answered.stdout.isascii()
    assert json.loads(answered.stdout)["cases"]


def test_an_editor_in_a_folder_with_spaces_is_opened(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    place = folder / "Min editor"
    place.mkdir()
    (place / "skriv.cmd").write_text("@echo Klart.>> %1\r\n", encoding="ascii")
    command = f'"Z:{place / "skriv.cmd"}"'.replace("/", "\\")
    written = ipsu("document write A-136 sr", folder, EDITOR=command, IPSU_TODAY="2026-11-02")
    assert 0 == written.returncode, written.stderr
    assert b"Klart." in ipsu("document show A-136 sr", folder, IPSU_TODAY="2026-11-02").stdout


def test_the_first_pages_say_what_is_installed_there_answers(checkout: Path) -> None:
    _tested(checkout, "tests/test_transcripts.py", "-k", QUICK)


@pytest.mark.long
@pytest.mark.parametrize("tests", ["tests/test_transcripts.py", "tests/core", "tests/read"])
def test_more_of_the_tests_hold_there(checkout: Path, tests: str) -> None:
    _tested(checkout, tests, *(f"--ignore={name}" for name in NOT_OF_WINDOWS))


def _tested(checkout: Path, *words: str) -> None:
    done = windows(["-m", "pytest", "-p", "no:cacheprovider", *words], checkout)
    assert 0 == done.returncode, done.stdout.decode("cp1252", "replace")
