"""The key of an encrypted office: typed by a person who does not see it, or kept by the keyring of the system."""

from pathlib import Path

import pytest

from tests import encrypted
from tests.conftest import Program
from tests.test_asking import in_a_terminal

pytestmark = encrypted.needs_cipher
TYPED = encrypted.KEY.decode()


def test_a_new_key_is_typed_twice_and_not_shown(ipsu: Program, db: Path) -> None:
    code, shown = in_a_terminal("encrypt", [TYPED, TYPED], db.parent)
    assert (0, True) == (code, encrypted.is_encrypted(db)), shown
    assert ["New key of ipsu.db: ", "The same key again: "] == shown.splitlines()[:2]
    assert TYPED not in shown
    encrypted.key_file(db.parent)
    assert 0 == ipsu("check --key-file office.key").code


def test_two_keys_that_differ_are_none(db: Path) -> None:
    before = db.read_bytes()
    code, shown = in_a_terminal("encrypt", [TYPED, "another"], db.parent)
    assert (2, True, before) == (code, "key.differs" in shown, db.read_bytes())


def test_no_key_is_no_key(db: Path) -> None:
    before = db.read_bytes()
    code, shown = in_a_terminal("encrypt", [""], db.parent)
    assert (2, True, before) == (code, "key.missing" in shown, db.read_bytes())


def test_the_key_is_asked_for_once_a_command(ipsu: Program, db: Path) -> None:
    encrypted.key_file(db.parent)
    assert 0 == ipsu("encrypt --key-file office.key").code
    line = "agreement add A1 --service ipsu --area Norr --from 2025-12-01"
    code, shown = in_a_terminal(line, [TYPED, TYPED], db.parent)
    assert (0, 1) == (code, shown.count("Key of ipsu.db:")), shown
    assert TYPED not in shown
    code, shown = in_a_terminal("status", ["another"], db.parent)
    assert (4, True) == (code, "database.key-wrong" in shown)
    code, shown = in_a_terminal("status", [""], db.parent)
    assert (4, True) == (code, "database.key-missing" in shown)


def test_a_line_that_cannot_be_read_asks_for_no_key(ipsu: Program, db: Path) -> None:
    encrypted.key_file(db.parent)
    assert 0 == ipsu("encrypt --key-file office.key").code
    for words, code in (("case shw B1", 2), ("case list --help", 0), ("--db", 2), ("version", 0)):
        answered, shown = in_a_terminal(words, [], db.parent)
        assert (code, False) == (answered, "Key of" in shown), words


keyring = pytest.importorskip("keyring", reason="the extra keyring is not installed")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """What a keyring in memory holds."""
    held: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(keyring, "get_keyring", lambda: held)
    monkeypatch.setattr(keyring, "get_password", lambda service, name: held.get((service, name)))
    monkeypatch.setattr(keyring, "set_password", lambda service, name, key: held.update({(service, name): key}))
    return held


def test_the_keyring_keeps_a_key(ipsu: Program, db: Path, kept: dict[tuple[str, str], str]) -> None:
    encrypted.key_file(db.parent)
    assert 0 == ipsu("encrypt --key-file office.key --keyring").code
    assert {("ipsu-cli", str(db.resolve())): TYPED} == kept
    assert 0 == ipsu("status").code
    kept.clear()
    assert 4 == ipsu("status").code


def test_without_a_keyring_nothing_is_encrypted_that_wants_one(ipsu: Program, db: Path) -> None:
    from keyring.backends import fail

    before = db.read_bytes()
    encrypted.key_file(db.parent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyring, "get_keyring", fail.Keyring)
        result = ipsu("encrypt --key-file office.key --keyring")
    assert (5, True, before) == (result.code, "keyring.none" in result.err, db.read_bytes())


def test_a_keyring_that_refuses_is_told_and_the_file_is_encrypted(
    ipsu: Program, db: Path, kept: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from keyring.errors import PasswordSetError

    def refuse(*_: str) -> None:
        raise PasswordSetError

    monkeypatch.setattr(keyring, "set_password", refuse)
    encrypted.key_file(db.parent)
    result = ipsu("encrypt --key-file office.key --keyring")
    assert (9, True, True) == (result.code, "keyring.refused" in result.err, encrypted.is_encrypted(db))


def test_without_the_extra_it_is_named(ipsu: Program, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipsu_cli.unlocking.find_spec", lambda name: None)
    result = ipsu("encrypt --keyring")
    assert (5, True) == (result.code, "ipsu-cli[keyring]" in result.err)
