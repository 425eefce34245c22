"""What a command does to its surroundings: no network, no file that others can read, nothing left in memory dumps."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import program
from tests.privacy import planted
from tests.privacy.lines import ASKING, FILES, REFUSED, WRITING
from tests.privacy.planted import NUMBERS, ORDINARY, copied
from tests.whole import WHOLE

NETWORK = ("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "telnetlib.")
# A line of each command: one way through it is enough, for it imports what it imports.
EVERY = sorted({" ".join(line.split()[:2]): line for line in (*REFUSED, *ASKING, *WRITING, *FILES)}.values())

# What else makes files, or takes the place of some.
MAKING = (
    "backup copy.db", "demo --dir d", "init --name Två --orgnr 559999-0008 --db two.db", "participant export OB p.txt",
    "participant export OB p.xlsx", "participant export OB p.json", "export parquet lake --office Ett",
    "import cases wrong.csv --errors errors.csv", "import cases wrong.xlsx --errors errors.xlsx",
    "document export OB sr sr.pdf", "restore old.db --yes",
)  # fmt: skip


class Heard:
    """What Python has told of the network while somebody listens. A hook cannot be taken away, so it is one."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.listening = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.listening and event.startswith(NETWORK):
            self.events.append(event)


@pytest.fixture(scope="module")
def heard() -> Iterator[Heard]:
    found = Heard()
    yield found
    found.listening = False


def test_the_hook_hears_a_socket(heard: Heard) -> None:
    import socket

    heard.listening = True
    socket.socket().close()
    heard.listening = False
    assert ["socket.__new__"] == heard.events
    heard.events.clear()


def test_no_command_opens_the_network(office: Path, tmp_path: Path, heard: Heard) -> None:
    for line in EVERY[:: 1 if WHOLE else 6]:  # and all of them under strace (test_traced.py)
        folder = copied(office, tmp_path / "run")
        heard.listening = True
        program.run(line, folder=folder, today=planted.TODAY, TMPDIR=str(folder / "tmp"))
        heard.listening = False
        assert [] == heard.events, line


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_what_is_made_is_for_its_owner_alone(office: Path, tmp_path: Path, umask: int) -> None:
    """And for its owner wholly, whatever the system takes away: of what is made alike in CI's form some."""
    for line in (*FILES, *MAKING)[:: 6 if umask and not WHOLE else 1]:
        folder = copied(office, tmp_path / "run")
        shutil.copy2(folder / "ipsu.db", folder / "old.db")
        before = {path.relative_to(folder) for path in folder.rglob("*")}
        kept = os.umask(umask)
        try:
            program.run(line, folder=folder, today=planted.TODAY, TMPDIR=str(folder / "tmp"))
        finally:
            os.umask(kept)
        made = [path for path in folder.rglob("*") if path.relative_to(folder) not in before]
        modes = {str(path): stat.S_IMODE(path.stat().st_mode) for path in made}
        right = {path: 0o700 if Path(path).is_dir() else 0o600 for path in modes}
        assert right == modes, line


def test_what_a_command_has_in_memory_is_never_dumped(tmp_path: Path) -> None:
    """Asked of a process of its own: the limit holds for all that it does."""
    import subprocess

    asked = (
        "import resource, sys; sys.argv = ['ipsu', 'help']\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)\n"
        "import ipsu_cli.__main__ as program, os\n"
        "os._exit = lambda code: print(resource.getrlimit(resource.RLIMIT_CORE))\n"
        "program.main()"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=program.ROOT, capture_output=True, text=True, timeout=60)
    assert "(0, " in done.stdout.splitlines()[-1], done.stderr


@pytest.mark.parametrize("debug", [None, "1"])
@pytest.mark.parametrize("line", ["case show OB", "case list --json", "deliver OB 7 --on 2026-03-03", "status"])
def test_a_fault_of_the_program_tells_of_nobody(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, debug: str | None
) -> None:
    """Also with what it says where somebody looks for the fault, and in no file."""
    folder = copied(office, tmp_path / "run")
    before = {path.relative_to(folder) for path in folder.rglob("*")}

    def fails(*_: object) -> None:
        name, number = f"{ORDINARY}name", NUMBERS[ORDINARY]
        try:
            raise KeyError(name)
        except KeyError as error:
            raise ValueError(f"{name} {number}") from error

    monkeypatch.setattr("ipsu_cli.store.settings.entered", fails)
    done = program.run(line, folder=folder, today=planted.TODAY, IPSU_DEBUG=debug)
    assert (70, "") == (done.code, done.out)
    assert [] == [mark for mark in planted.marks(ORDINARY) if mark.text in done.err]
    assert (debug == "1") == ("in fails" in done.err and "KeyError\n" in done.err)
    assert before == {path.relative_to(folder) for path in folder.rglob("*")}
