"""A copy of the office that age has encrypted, and back from it."""

import errno
import io
import os
import shutil
import stat
import subprocess
import tracemalloc
from pathlib import Path

import pytest

from ipsu_cli.read.age import unlock
from ipsu_cli.write.age import AgeLock, lock_up
from tests import encrypted, program
from tests.conftest import Program

pyrage = pytest.importorskip("pyrage", reason="the extra encrypt is not installed")
TODAY = "2026-03-20"
AGE = shutil.which("age")


@pytest.fixture
def office(ipsu: Program, db: Path) -> Path:
    """An office, and a file with a passphrase next to it."""
    assert 0 == ipsu("agreement add S1 --service ipsu --area Syd --from 2026-01-01", today=TODAY).code
    encrypted.key_file(db.parent, b"a passphrase", "age.key")
    return db


@pytest.fixture
def identity(office: Path) -> str:
    """The public key of an identity, whose file is as age-keygen writes it."""
    made = pyrage.x25519.Identity.generate()
    encrypted.key_file(office.parent, f"# created: 2026\n# public key: {made.to_public()}\n{made}".encode(), "id.txt")
    return str(made.to_public())


def restored(ipsu: Program, office: Path, words: str) -> program.Result:
    """What putting the copy back answers, with a change since."""
    assert 0 == ipsu("agreement add S2 --service ipsu --area Norr --from 2026-01-01", today=TODAY).code
    return ipsu(f"restore {words} --yes", today=TODAY)


def test_a_passphrase_opens_a_copy(ipsu: Program, office: Path) -> None:
    before = program.dump(office)
    made = ipsu("backup copy.age --age-key age.key --json", today=TODAY)
    copy = office.parent / "copy.age"
    assert (0, copy.stat().st_size) == (made.code, made.json["backup"]["size"])
    assert b"age-encryption.org/v1" == copy.read_bytes()[:21]
    assert b"Exempelby" not in copy.read_bytes()
    assert 0o600 == stat.S_IMODE(copy.stat().st_mode)
    done = restored(ipsu, office, "copy.age --age-key age.key")
    assert (0, "") == (done.code, done.err)
    assert before == program.dump(office)
    left = {path.name for path in office.parent.iterdir()}
    assert {"age.key", "copy.age", "ipsu.db", f"ipsu.db.replaced-{TODAY}"} == left


def test_an_identity_opens_a_copy_for_its_recipient(ipsu: Program, office: Path, identity: str) -> None:
    before = program.dump(office)
    assert 0 == ipsu(f"backup copy.age --recipient {identity}", today=TODAY).code
    assert 0 == restored(ipsu, office, "copy.age --age-key id.txt").code
    assert before == program.dump(office)


@pytest.mark.skipif(AGE is None, reason="age is not installed")
def test_age_itself_opens_a_copy(ipsu: Program, office: Path, identity: str) -> None:
    before = program.dump(office)
    assert 0 == ipsu(f"backup copy.age --recipient {identity}", today=TODAY).code
    subprocess.run([AGE or "age", "-d", "-i", "id.txt", "-o", "plain.db", "copy.age"], cwd=office.parent, check=True)
    assert before == program.dump(office.parent / "plain.db")


@encrypted.needs_cipher
def test_a_copy_of_an_encrypted_office_is_encrypted_in_it(ipsu: Program, office: Path, identity: str) -> None:
    encrypted.key_file(office.parent)
    assert 0 == ipsu("encrypt --key-file office.key", today=TODAY).code
    assert 0 == ipsu(f"backup copy.age --recipient {identity} --key-file office.key", today=TODAY).code
    inside = pyrage.decrypt(
        (office.parent / "copy.age").read_bytes(),
        [pyrage.x25519.Identity.from_str((office.parent / "id.txt").read_text().split()[-1])],
    )
    assert inside.startswith(office.read_bytes()[:16])
    done = ipsu("restore copy.age --yes --age-key id.txt --key-file office.key", today=TODAY)
    assert (0, "") == (done.code, done.err)


def test_what_does_not_open_is_told_and_nothing_is_changed(ipsu: Program, office: Path, identity: str) -> None:
    assert 0 == ipsu("backup copy.age --age-key age.key", today=TODAY).code
    # To open by a passphrase takes a second, by an identity nothing; what is damaged is told alike.
    assert 0 == ipsu(f"backup identity.age --recipient {identity}", today=TODAY).code
    whole = (office.parent / "identity.age").read_bytes()
    encrypted.key_file(office.parent, b"another", "other.key")
    for name, content in (("cut.age", whole[:-100]), ("short.age", whole[:60]), ("bent.age", whole[:-9] + b"x" * 9)):
        (office.parent / name).write_bytes(content)
    before = program.dump(office)
    for words, code, problem in (
        ("copy.age --age-key other.key", 4, "age.key-wrong"),
        ("copy.age --age-key id.txt", 4, "age.key-wrong"),
        ("copy.age", 2, "age.key-missing"),
        ("copy.age --age-key nowhere", 3, "file.unreadable"),
        ("cut.age --age-key id.txt", 4, "age.damaged"),
        ("short.age --age-key id.txt", 4, "age.damaged"),
        ("bent.age --age-key id.txt", 4, "age.damaged"),
    ):
        result = ipsu(f"restore {words} --yes", today=TODAY)
        assert (code, True) == (result.code, f"[{problem}]" in result.err), (words, result.err)
    assert before == program.dump(office)


def test_a_copy_is_not_made_that_nobody_could_open(ipsu: Program, office: Path, identity: str) -> None:
    for words, problem in (
        ("backup copy.age", "key.missing"),
        ("backup copy.age --recipient age1x", "age.recipient"),
        (f"backup copy.age --recipient {identity} --age-key age.key", "option.one-of"),
        (f"backup copy.db --recipient {identity}", "age.name"),
    ):
        result = ipsu(words, today=TODAY)
        assert (2, True) == (result.code, f"[{problem}]" in result.err), (words, result.err)
    assert {"age.key", "id.txt", "ipsu.db"} == {path.name for path in office.parent.iterdir()}


def test_a_copy_for_a_recipient_is_not_held_in_memory(tmp_path: Path) -> None:
    """Nor is it when it is opened again."""
    made = pyrage.x25519.Identity.generate()
    largest = 0

    class Source(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            nonlocal largest
            found = super().read(size)
            largest = max(largest, len(found))
            return found

    content = bytes(3 * 1024**2)
    with (tmp_path / "copy.age").open("wb") as to:
        lock_up(Source(content), to, AgeLock([str(made.to_public())], ""))
    assert 0 < largest < len(content) / 8
    tracemalloc.start()
    unlock(tmp_path / "copy.age", str(made).encode(), tmp_path / "copy.db")
    assert tracemalloc.get_traced_memory()[1] < len(content) / 4
    tracemalloc.stop()
    assert content == (tmp_path / "copy.db").read_bytes()


def test_an_identity_of_another_kind_opens_nothing(ipsu: Program, office: Path, identity: str) -> None:
    assert 0 == ipsu(f"backup copy.age --recipient {identity}", today=TODAY).code
    encrypted.key_file(office.parent, b"AGE-SECRET-KEY-PQ-1XYZ", "pq.txt")
    result = ipsu("restore copy.age --age-key pq.txt --yes", today=TODAY)
    assert (4, True) == (result.code, "[age.key-wrong]" in result.err), result.err


def test_where_no_folder_can_be_made_a_copy_is_not_opened(
    ipsu: Program, office: Path, identity: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 0 == ipsu(f"backup copy.age --recipient {identity}", today=TODAY).code

    def refuse(path: Path, mode: int = 0o777) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", refuse)
    result = ipsu("restore copy.age --age-key id.txt --yes", today=TODAY)
    assert (5, True) == (result.code, "[file.not-writable]" in result.err), result.err
