"""A change and its file: whatever stops the run in between, the same line again gives the file, and nothing twice."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ipsu_cli.core.problem import Surroundings
from tests import program
from tests.conftest import Program

TODAY = "2026-04-01"
MADE = (
    "agreement add P1 --service ipsu --area Norr --from 2025-01-01 --billing peppol"
    " --purchaser-address 'Box 80, 831 03 Östersund'",
    "setting set bankgiro 5050-1055",
    "setting set f-tax on",
    "setting set address 'Kungsgatan 7, 753 20 Exempelby'",
    "price set P1 ipsu-b 450 --unit hour --from 2025-01-01",
    "case add B1 --personnummer 19900101-9802 --name 'Test Person' --service ipsu-b --order IN-1"
    " --from 2026-03-02 --to 2026-05-31 --training Svets --training-from 2026-01-12 --training-to 2026-06-05",
    "plan set B1 2026-W10..2026-W21=20 --submitted 2026-03-02 --confirmed 2026-03-04",
    "deliver B1 2 --on 2026-03-03",
)
BUILD = "invoice build --month 2026-03 --excel basis.xlsx"
EXPORT = "invoice export 2026-0001 i.xml"
PACKAGE = "export package 2026-03 books"
LINES = {"basis.xlsx": BUILD, "i.xml": EXPORT, "books": PACKAGE}

KILLED = """
import os, signal, sys
from ipsu_cli.flows import change_with_file
from ipsu_cli.store import Writing
def killed(*words):
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv.pop(1) == "after":
    change_with_file._write = killed
else:
    Writing.finish = killed
from ipsu_cli.__main__ import main
main()
"""


@pytest.fixture(scope="module")
def made(new_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    shutil.copy2(new_office, folder / "ipsu.db")
    for words in MADE:
        assert 0 == program.run(words, folder=folder, today=TODAY).code, words
    return folder


@pytest.fixture
def office(made: Path, tmp_path: Path) -> Path:
    shutil.copy2(made / "ipsu.db", tmp_path)
    return tmp_path


def kill(when: str, words: str, folder: Path) -> None:
    """Run a line that is killed before its commit, or after it and before its file."""
    environment = {**os.environ, "PYTHONPATH": str(program.ROOT), "IPSU_TODAY": TODAY, "IPSU_LANG": "en"}
    done = subprocess.run([sys.executable, "-c", KILLED, when, *words.split()], cwd=folder, env=environment, timeout=60)
    assert -signal.SIGKILL == done.returncode


def prepared(name: str, ipsu: Program) -> str:
    """The line that makes the file, where all that comes before it is done."""
    if name != "basis.xlsx":
        assert 0 == ipsu(BUILD.partition(" --excel")[0], today=TODAY).code
    return LINES[name]


@pytest.mark.parametrize("key", ["", " --key k"])
@pytest.mark.parametrize("name", LINES)
def test_a_run_again_writes_what_a_kill_left_unwritten(name: str, key: str, office: Path, ipsu: Program) -> None:
    line = prepared(name, ipsu) + key
    kill("after", line, office)
    assert not (office / name).exists()
    again = ipsu(line, today=TODAY)
    assert (0, "") == (again.code, again.err)
    assert (office / name).exists()
    assert 1 == len(ipsu("invoice list --json", today=TODAY).json["invoices"])
    assert [0 if key else 1] == [ipsu(line, today=TODAY).code], "it is finished once"


@pytest.mark.parametrize("name", LINES)
def test_a_kill_before_the_commit_leaves_no_file(name: str, office: Path, ipsu: Program) -> None:
    line = prepared(name, ipsu)
    before = program.dump(office / "ipsu.db")
    kill("before", line, office)
    assert not (office / name).exists()
    assert before == program.dump(office / "ipsu.db")
    assert 0 == ipsu(line, today=TODAY).code
    assert (office / name).exists()


def numbers_in(path: Path) -> set[Any]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    return {cell for cell in cells if isinstance(cell, str) and cell.startswith("2026-000")}


def test_the_workbook_of_a_run_again_has_what_was_built_before_the_kill_and_since(office: Path, ipsu: Program) -> None:
    kill("after", BUILD, office)
    assert 0 == ipsu("deliver B1 3 --on 2026-03-10", today=TODAY).code
    again = ipsu(f"{BUILD} --json", today=TODAY)
    assert ["2026-0002"] == [invoice["number"] for invoice in again.json["invoices"]]
    assert {"2026-0001", "2026-0002"} <= numbers_in(office / "basis.xlsx")


def test_another_month_in_the_same_file_leaves_it_alone(office: Path, ipsu: Program) -> None:
    kill("after", BUILD, office)
    assert 0 == ipsu("invoice build --month 2026-04 --excel basis.xlsx", today=TODAY).code
    assert set() == numbers_in(office / "basis.xlsx")


@pytest.mark.parametrize("name", LINES)
def test_a_file_that_cannot_be_written_is_told_after_what_is_saved(
    name: str, office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*words: Any, **more: Any) -> None:
        raise Surroundings("file.not-writable", path=name, why="No space left on device")

    line = prepared(name, ipsu)
    monkeypatch.setattr("ipsu_cli.write.whole_file.place", full)
    monkeypatch.setattr("ipsu_cli.write.whole_file._place_folder", full)
    monkeypatch.setattr("ipsu_cli.write.package.make_package", lambda path, package: [])
    result = ipsu(line, today=TODAY)
    assert (9, "") == (result.code, result.out)
    assert (
        "is saved" in result.err and "No space left on device" in result.err and "change.file-unwritten" in result.err
    )
    monkeypatch.undo()
    assert 0 == ipsu(line, today=TODAY).code
    assert (office / name).exists()


@pytest.mark.parametrize("name", LINES)
def test_others_write_while_the_file_is_written(
    name: str, office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ipsu_cli.flows import change_with_file

    ours = change_with_file._write

    def busy(*words: Any) -> None:
        assert 0 == program.run_process("case edit B1 --coach Kim", folder=office, today=TODAY).code
        ours(*words)

    line = prepared(name, ipsu)
    monkeypatch.setattr(change_with_file, "_write", busy)
    assert 0 == ipsu(line, today=TODAY).code


@pytest.mark.parametrize("name", LINES)
def test_a_run_whose_file_another_has_finished_meanwhile_is_done(
    name: str, office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ipsu_cli.flows import change_with_file

    ours = change_with_file._write

    def overtaken(*words: Any) -> None:
        assert 0 == program.run_process(line, folder=office, today=TODAY).code
        ours(*words)

    line = f"{prepared(name, ipsu)} --key k"
    monkeypatch.setattr(change_with_file, "_write", overtaken)
    result = ipsu(f"{line} --json", today=TODAY)
    assert 0 == result.code, result.err
    assert "repeated" not in result.json


@pytest.mark.parametrize("held", [False, True], ids=["strange", "without the change"])
def test_a_file_that_comes_meanwhile_and_is_not_ours_is_told(
    held: bool, office: Path, ipsu: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ipsu_cli.flows import change_with_file

    ours = change_with_file._write

    def taken(office_: Any, file: bytes, output: Any, content: Any) -> None:
        (office / "basis.xlsx").write_bytes(b"of somebody else")
        if held:  # a run that began earlier wrote what it knew
            change_with_file._forget(office_, file, content.newest - 1)
        ours(office_, file, output, content)

    monkeypatch.setattr(change_with_file, "_write", taken)
    monkeypatch.setattr(change_with_file, "FINISHED_WITHIN", 0)
    result = ipsu(BUILD, today=TODAY)
    assert (9, "") == (result.code, result.out)
    assert b"of somebody else" == (office / "basis.xlsx").read_bytes()


@pytest.mark.parametrize("name", LINES)
def test_where_nothing_can_be_written_nothing_is_changed(name: str, office: Path, ipsu: Program) -> None:
    line = prepared(name, ipsu).replace(name, f"nowhere/{name}")
    before = program.dump(office / "ipsu.db")
    assert 5 == ipsu(line, today=TODAY).code
    assert before == program.dump(office / "ipsu.db")
