"""What a command loads: a start-up is felt forty times a day, so what it does not need stays unloaded."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules

import pytest

from ipsu_cli import __version__, commands
from ipsu_cli.commands import case
from tests import program

HEAVY = {"openpyxl", "rich", "pydantic", "sqlite_utils", "dateutil", "holidays", "defusedxml", "zoneinfo", "typst"}
HEAVY |= {"_hashlib"}  # OpenSSL, which `secrets` and others of the standard library bring along
TODAY = "2026-03-31"
TRAINING = "--training vard --training-from 2026-03-02 --training-to 2026-12-31"
OFFICE = f"""
agreement add A1 --service ipsu --area Norr --from 2025-12-01
price set A1 ipsu-b 450 --unit hour --from 2025-12-01
case add B1 --service ipsu-b --personnummer 19880314-9809 --name Kim --from 2026-03-02 --to 2026-12-31 {TRAINING}
plan set B1 2026-W10..2026-W12=20 --submitted 2026-03-02 --confirmed 2026-03-02
deliver B1 4 --on 2026-03-02
case add B2 --service ipsu-b --personnummer 19941224-9808 --name Bo --from 2026-03-02 --to 2026-12-31 {TRAINING}
plan set B2 2026-W12=20
case add B3 --service ipsu-b --personnummer 19900101-9802 --name Li --from 2026-03-02 --to 2026-12-31 {TRAINING}
"""
PLAIN = [
    "--version",
    "--help",
    "deliver B1 4 --on 2026-03-03",
    "case show B1",
    "case add B4 --service ipsu-b --personnummer 19991231-9804 --name Ali --from 2026-03-02 --to 2026-12-31",
    "plan set B3 2026-W12=20",
    "document submit B2 gp",
    "invoice build --month 2026-03",
    "invoice list",
    "delivery list",
    "todo",
    "todo --ics t.ics",
    "aid lend B1 laptop --on 2026-03-30",
    "document template B1 sr",
    "calendar 2026",
]
REFUSED = ["case show NOBODY", "case shw B1", "deliver B1 4 --on 2026-13-01"]

# Runs the program as its console script does and says at the end what is loaded, whichever way it ends.
LOADS = """
import json, os, sys
from ipsu_cli.__main__ import main
out = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
def tell(code):
    os.write(out, json.dumps([code or 0, sorted(sys.modules)]).encode())
    leave(0)
leave, os._exit = os._exit, tell
try:
    main()
    code = 0
except SystemExit as leaving:
    code = leaving.code
tell(code)
"""


@pytest.fixture(scope="module")
def made(new_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's file in which every plain command has something to do; copied, never written to."""
    folder = tmp_path_factory.mktemp("startup")
    shutil.copy2(new_office, folder / "ipsu.db")
    for words in OFFICE.strip().splitlines():
        done = program.run(words, folder=folder, today=TODAY)
        assert 0 == done.code, done.err
    return folder / "ipsu.db"


@pytest.fixture
def office(made: Path, tmp_path: Path) -> Path:
    """A folder with a copy of that file."""
    shutil.copy2(made, tmp_path / "ipsu.db")
    return tmp_path


def loaded(words: str, folder: Path) -> tuple[int, set[str]]:
    """The exit code, and the names of all modules that are loaded at the end of `ipsu WORDS`."""
    done = subprocess.run(
        [sys.executable, "-c", LOADS, *words.split()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(program.ROOT), "IPSU_TODAY": TODAY, "IPSU_LANG": "sv"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    code, names = json.loads(done.stdout)
    return code, set(names)


def outer(names: set[str]) -> set[str]:
    """The first names of modules: `rich.table` is `rich`."""
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("words", PLAIN)
def test_a_plain_command_loads_nothing_heavy(words: str, office: Path) -> None:
    code, names = loaded(words, office)
    assert (0, set()) == (code, HEAVY & outer(names))


@pytest.mark.parametrize("words", REFUSED)
def test_a_refusal_loads_nothing_heavy(words: str, office: Path) -> None:
    code, names = loaded(words, office)
    assert code in (1, 2)
    assert set() == HEAVY & outer(names)


def test_the_version_loads_the_package_alone(tmp_path: Path) -> None:
    code, names = loaded("--version", tmp_path)
    assert 0 == code
    assert {"ipsu_cli", "ipsu_cli.__main__"} == {name for name in names if outer({name}) == {"ipsu_cli"}}
    assert "typer" not in names


def test_a_command_loads_no_other(office: Path) -> None:
    _, names = loaded("deliver B1 4 --on 2026-03-03", office)
    ours = {name for name in names if name.startswith("ipsu_cli.commands.")}
    assert {f"ipsu_cli.commands.{name}" for name in ("_command", "_options", "_typed_once", "deliver")} == ours


def test_of_a_group_the_command_that_is_typed_is_built_alone() -> None:
    assert ["show"] == [*case.app.built(("show", "B1")).commands]
    assert ["hand-over"] == [*case.app.built(("hand-over",)).commands]
    assert {"add", "show", "hand-over"} < {*case.app.built(("shw", "B1")).commands} & {*case.app.built(()).commands}


def test_a_command_loads_the_rules_of_its_service_alone(office: Path) -> None:
    _, names = loaded("deliver B1 4 --on 2026-03-03", office)
    ours = {name.removeprefix("ipsu_cli.rules.") for name in names if name.startswith("ipsu_cli.rules.")}
    assert {"services.ipsu_b"} == {name for name in ours if name.startswith(("services.", "systems."))}
    assert set() == ours & {"municipal", "deviations", "periodic_report", "receiving", "fidelity_and_surveys"}


@pytest.mark.parametrize(
    ("words", "facts"),
    [("status", {"invoice"}), ("case show B1", set()), ("deliver B1 4 --on 2026-03-03", {"delivery"})],
)
def test_a_command_makes_the_facts_that_it_fills_in_alone(words: str, facts: set[str], office: Path) -> None:
    """The ten types of facts took 2.5 ms of every command to make."""
    code, names = loaded(words, office)
    made = {name.removeprefix("ipsu_cli.rules.facts.") for name in names if name.startswith("ipsu_cli.rules.facts.")}
    assert (0, facts) == (code, made)


# What compares the agency's self-invoices with our lines.
COMPARING = {"self_billing", "billed_heads", "billed_days", "pairs_of_heads", "owed", "other_work", "self_invoices"}


def test_a_morning_without_self_invoices_loads_nothing_that_compares_them(office: Path) -> None:
    code, names = loaded("status", office)
    assert (0, set()) == (code, {f"ipsu_cli.store.{name}" for name in COMPARING} & names)


def test_a_morning_begins_without_typer_and_says_what_it_would(office: Path) -> None:
    """A line of one word leaves nothing to read; `--` after it is read, and says nothing more."""
    code, names = loaded("status", office)
    assert (0, False) == (code, "typer" in names)
    assert "typer" in loaded("status --", office)[1]
    shown = [program.run(words, folder=office, today=TODAY) for words in ("status", "status --")]
    assert shown[0].out and shown[0] == shown[1]
    assert 2 == loaded("status now", office)[0]


# The compiled modules behind those that are loaded later.
BEHIND = {"_bz2", "_lzma", "_posixsubprocess"}
USES = """
import sys
from ipsu_cli.__main__ import LoadedLater, load_later
load_later("subprocess", "lzma")
import lzma, subprocess
assert isinstance(subprocess, LoadedLater) and "_posixsubprocess" not in sys.modules
from subprocess import run
assert lzma.decompress(lzma.compress(b"a")) == b"a"
import subprocess as again
assert not hasattr(again, "no_such_name")
sys.exit(run([sys.executable, "-c", "import sys; sys.exit(7)"]).returncode)
"""


def test_what_hardly_a_run_asks_for_is_loaded_by_none_that_does_not(office: Path) -> None:
    _, names = loaded("case show B1", office)
    assert set() == BEHIND & names


def test_a_module_that_is_loaded_later_does_what_it_does() -> None:
    done = subprocess.run([sys.executable, "-c", USES], cwd=program.ROOT, capture_output=True, text=True)
    assert (7, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize("name", [found.name for found in iter_modules(commands.__path__)])
def test_every_command_loads(name: str) -> None:
    subprocess.run([sys.executable, "-c", f"import ipsu_cli.commands.{name}"], cwd=program.ROOT, check=True)


@pytest.mark.parametrize(
    ("words", "code", "out"),
    [("--version", 0, f"ipsu {__version__}"), ("case list", 0, "B1"), ("case show NOBODY", 1, ""), ("cas", 2, "")],
)
def test_a_process_ends_with_its_answer_and_its_exit_code(words: str, code: int, out: str, office: Path) -> None:
    """A command leaves without taking the interpreter down; what it said must be out by then."""
    done = program.run_process(words, folder=office, today=TODAY)
    assert code == done.code
    assert out in done.out
    assert bool(done.err) == bool(code)
