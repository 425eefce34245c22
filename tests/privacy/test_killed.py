"""What a kill in the middle of a command leaves: nobody else can read it, and the next command takes it away."""

import os
import shutil
import signal
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests import encrypted, program
from tests.faults import calls
from tests.faults.calls import Fault
from tests.faults.server import Server
from tests.marked_persons import ANNA, NUMBERS, TODAY, files_with, office_in
from tests.privacy.planted import copied
from tests.whole import WHOLE

pytestmark = pytest.mark.skipif(not calls.HERE, reason="no notice is given of system calls")
LATER = "2028-04-25"
# What holds a person on its way, and the calls before which it is killed.
HOLDING = (
    "export all all.xlsx", "participant export A1 a.xlsx", "participant export A1 a.json", "participant erase A1 --yes",
    "backup copy-2.db", "restore copy.db --yes", "export cases c.csv --names", "retention --apply --yes",
    "backup copy-2.age --recipient RECIPIENT", "restore copy.age --age-key age.txt --yes", "encrypt", "decrypt",
)  # fmt: skip
SHORT = (*HOLDING[:4], "encrypt")
# What is done before; and what encrypts, which is an extra. For a recipient, for a passphrase takes a second each time.
BEFORE = {"restore copy.age": "backup copy.age --recipient RECIPIENT", "decrypt": "encrypt"}
EXTRA = (".age", "encrypt", "decrypt")
STOPPED = (
    ("write", 2),
    ("fsync", 1),
    ("fsync", 2),
    ("rename", 1),
    ("link", 1),
    ("unlink", 1),
    ("unlink", 3),
    ("pwrite64", 4),
)


class Desk(NamedTuple):
    """A folder, and a server that runs commands in it: files are open to all there but for what the program does."""

    folder: Path
    server: Server
    recipient: str

    def words(self, line: str) -> list[str]:
        return program._argv(line.replace("RECIPIENT", self.recipient))

    def run(self, line: str) -> int:
        return self.server.run(self.folder, self.words(line))

    def is_killed(self, line: str, call: str, number: int) -> bool:
        """Is the command killed before that call, or does it make fewer of them?"""
        fault = Fault(call, number, None, str(self.folder))
        code, met = self.server.fail(self.folder, self.words(line), fault)
        return met and code == -signal.SIGKILL


@pytest.fixture(scope="module")
def identity() -> Any:
    """Of age, which encrypts for it."""
    if not encrypted.HAS_CIPHER:
        return None
    import pyrage

    return pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, identity: Any) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("killed")
    before = os.umask(0)
    try:
        tmp = str(folder / "run" / "tmp")
        server = Server(folder, TMPDIR=tmp, IPSU_KEY_FILE="office.key", IPSU_TODAY=LATER)
    finally:
        os.umask(before)
    yield Desk(folder / "run", server, str(identity and identity.to_public()))
    server.close()


@pytest.fixture(autouse=True)
def _derived_at_once() -> Iterator[None]:
    """As the server derives keys."""
    with encrypted.derived_at_once():
        yield


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory, new_office: Path, identity: Any) -> Path:
    """An office with two persons, and a copy of it."""
    folder = tmp_path_factory.mktemp("marked")
    office_in(folder, new_office)
    assert 0 == program.run("backup copy.db", folder=folder, today=TODAY).code
    encrypted.key_file(folder)
    encrypted.key_file(folder, str(identity).encode(), "age.txt")
    return folder


def with_person(folder: Path) -> list[str]:
    """The files under a folder that have a byte of Anna's."""
    return list(files_with(folder, ANNA, NUMBERS[ANNA]))


def ready(desk: Desk, marked: Path, line: str, base: Path) -> Path:
    """The folder in which the command has something to do."""
    copied(marked, desk.folder)
    for begins, before in BEFORE.items():
        if line.startswith(begins):
            assert 0 == desk.run(before), desk.server.err.read_text()
    shutil.copytree(desk.folder, base, ignore=shutil.ignore_patterns("tmp"))
    return base


def is_private_and_goes(desk: Desk, base: Path, line: str, call: str, number: int) -> bool:
    """Kill a command; nothing that it leaves may be read by others, or have the person once the next has run. Was it
    killed at all?"""
    folder = copied(base, desk.folder)
    known = {*folder.rglob("*")}
    if not desk.is_killed(line, call, number):
        return False
    at = (line, call, number)
    left = {*folder.rglob("*")} - known
    assert [] == [path for path in left if stat.S_IMODE(path.lstat().st_mode) & 0o077], at
    assert [] == with_person(folder / "tmp"), at
    assert 0 == desk.run("setting set names on"), (at, desk.server.err.read_text())
    assert [] == list(folder.glob(".ipsu-*")), at
    assert [] == with_person(folder) or not (folder / "ipsu.db.erased").exists(), at
    return True


def lines_of(lines: tuple[str, ...]) -> list[Any]:
    """The lines; those that encrypt where that can be done."""
    return [
        pytest.param(line, marks=encrypted.needs_cipher if any(word in line for word in EXTRA) else [])
        for line in lines
    ]


@pytest.mark.parametrize("line", lines_of(SHORT))
def test_what_a_kill_leaves_is_private_and_goes(desk: Desk, marked: Path, tmp_path: Path, line: str) -> None:
    base = ready(desk, marked, line, tmp_path / "base")
    killed = [is_private_and_goes(desk, base, line, *at) for at in STOPPED]
    assert killed.count(True) >= 2


@pytest.mark.long
@pytest.mark.parametrize("line", lines_of(HOLDING))
def test_what_any_kill_leaves_is_private_and_goes(desk: Desk, marked: Path, tmp_path: Path, line: str) -> None:
    base = ready(desk, marked, line, tmp_path / "base")
    points = [(call, number) for call, _ in STOPPED for number in range(1, 8 if WHOLE else 4)]
    assert sum(is_private_and_goes(desk, base, line, *at) for at in points) > (6 if WHOLE else 3)
