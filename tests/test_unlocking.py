"""The key of an encrypted office: typed by a person who does not see it, or kept by the keyring of the system."""

import codecs
from pathlib import Path
from unittest.mock import patch

import pytest

from ipsu_cli import unlocking
from ipsu_cli.core import office_key
from tests import encrypted
from tests.conftest import Program
from tests.test_asking import in_a_terminal

pytestmark = encrypted.needs_cipher
KEY = encrypted.KEY
TYPED = KEY.decode()


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


@pytest.mark.parametrize("content", [
    KEY + b"\r\n", codecs.BOM_UTF8 + KEY + b"\r\nmore", TYPED.encode("utf-16") + b"", f"{TYPED}\r\n".encode("utf-16"),
    codecs.BOM_UTF16_BE + f"{TYPED}\n".encode("utf-16-be"), KEY + b"\n" + b"x" * 10_000,
], ids=["crlf", "mark", "utf-16", "utf-16-lines", "utf-16-be", "lines"])  # fmt: skip
def test_a_file_holds_the_key_that_is_typed_whichever_editor_wrote_it(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(content)
    assert KEY == unlocking.read(file)


@pytest.mark.parametrize(("content", "problem"), [
    (KEY[:5] + b"\0" + KEY, "key-file.no-text"), (codecs.BOM_UTF16_LE + b"a", "key-file.no-text"),
    (b"x" * (unlocking.MOST_BYTES + 1), "key-file.too-long"), (codecs.BOM_UTF8 + b"\r\n" + KEY, "key-file.empty"),
], ids=["zero", "half", "long", "empty"])  # fmt: skip
def test_what_is_no_line_of_text_is_no_key(content: bytes, problem: str, ipsu: Program, db: Path) -> None:
    before = db.read_bytes()
    (db.parent / "key").write_bytes(content)
    result = ipsu("encrypt --key-file key")
    assert (3, True, before) == (result.code, f"[{problem}]" in result.err, db.read_bytes()), result.err
    (db.parent / "key").write_bytes(b"x" * unlocking.MOST_BYTES)
    assert 0 == ipsu("encrypt --key-file key").code


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_the_key_is_asked_for_in_the_language_of_the_office(lang: str, ipsu: Program, tmp_path: Path) -> None:
    """Nothing in the file can be read then but its first bytes."""
    asked = {"en": ("Key of", "The key does not open"), "sv": ("Nyckel till", "Nyckeln öppnar inte")}[lang]
    assert 0 == ipsu(f"init --name X --orgnr 559999-0008 --lang {lang}").code
    encrypted.key_file(tmp_path)
    assert 0 == ipsu("encrypt --key-file office.key").code
    code, shown = in_a_terminal("status", ["another"], tmp_path, lang="")
    assert (4, [True, True]) == (code, [word in shown for word in asked]), shown
    missing = ipsu("status", IPSU_LANG=None).err
    assert ("in a terminal" in missing.lower()) == (lang == "en"), missing


def test_what_is_refused_before_an_office_is_opened_is_said_in_its_language(ipsu: Program, tmp_path: Path) -> None:
    assert 0 == ipsu("init --name X --orgnr 559999-0008 --lang en").code
    (tmp_path / "there.db").write_text("x", encoding="utf-8")
    for line in ("backup there.db", "backup copy.age", "restore nowhere.db --yes", "restore there.db --yes"):
        assert ipsu(line).err == ipsu(line, IPSU_LANG=None).err != ipsu(line, IPSU_LANG="sv").err, line
    _, shown = in_a_terminal("backup copy.age", ["word", "other"], tmp_path, lang="")
    assert "New passphrase of copy.age:" in shown, shown


@pytest.mark.parametrize("key_file", ["office.key", None])
def test_a_file_of_an_earlier_version_that_does_not_say_its_language_is_opened(
    key_file: str | None, ipsu: Program, db: Path
) -> None:
    """Its first bytes are any, and nobody has said a language: it is in the file that the key opens."""
    encrypted.key_file(db.parent)
    with patch.object(office_key, "new_salt", lambda lang: encrypted.SALT):
        assert 0 == ipsu("encrypt", IPSU_KEY_FILE="office.key").code
    answer = ipsu("case list", IPSU_KEY_FILE=key_file, IPSU_LANG=None)
    opened = "Antal: 0" in answer.out if key_file else "nyckel" in answer.err
    assert (0 if key_file else 4, True) == (answer.code, opened), answer.err


keyring = pytest.importorskip("keyring", reason="the extra keyring is not installed")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """What a keyring in memory holds."""
    held: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(keyring, "get_keyring", lambda: held)
    monkeypatch.setattr(keyring, "get_password", lambda service, name: held.get((service, name)))
    monkeypatch.setattr(keyring, "set_password", lambda service, name, key: held.update({(service, name): key}))
    monkeypatch.setattr(keyring, "delete_password", lambda service, name: held.pop((service, name)))
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
    monkeypatch.setattr("ipsu_cli.unlocking.is_installed", lambda name: False)
    result = ipsu("encrypt --keyring")
    assert (5, True) == (result.code, "ipsu-cli[keyring]" in result.err)


def test_the_keyring_follows_the_key(ipsu: Program, db: Path, kept: dict[tuple[str, str], str]) -> None:
    """What it holds would open nothing any more, and stand in the way of who could be asked."""
    encrypted.key_file(db.parent)
    encrypted.key_file(db.parent, b"the next", "next.key")
    assert 0 == ipsu("encrypt --key-file office.key --keyring").code
    assert 0 == ipsu("encrypt --new-key-file next.key").code
    assert ["the next"] == list(kept.values())
    assert 0 == ipsu("status").code
    assert 0 == ipsu("decrypt").code
    assert {} == kept


def test_a_keyring_that_keeps_on_is_told(
    ipsu: Program, db: Path, kept: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    encrypted.key_file(db.parent)
    assert 0 == ipsu("encrypt --key-file office.key --keyring").code
    monkeypatch.setattr(keyring, "delete_password", lambda *_: 1 / 0)
    result = ipsu("decrypt")
    assert (9, True, False) == (result.code, "keyring.keeps-on" in result.err, encrypted.is_encrypted(db))


def test_whatever_the_keyring_raises_there_is_no_key_in_it(
    ipsu: Program, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind it is a program of the system, and code of others."""
    encrypted.key_file(db.parent)
    for name in ("get_password", "set_password", "get_keyring"):
        monkeypatch.setattr(keyring, name, lambda *_: 1 / 0)
    assert "[keyring.none]" in ipsu("encrypt --key-file office.key --keyring").err
    assert 0 == ipsu("encrypt --key-file office.key").code
    assert "[database.key-missing]" in ipsu("status").err


def test_the_tab_key_leaves_the_keyring_alone(
    ipsu: Program, db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may ask a person to open it."""
    from ipsu_cli.app import complete

    encrypted.key_file(db.parent)
    assert 0 == ipsu("encrypt --key-file office.key").code
    asked: list[str] = []
    monkeypatch.setattr(keyring, "get_password", lambda *words: asked.append("asked"))
    assert 0 == complete(["bash", "--db", str(db), "case", "show", "="])
    assert ([], "") == (asked, capsys.readouterr().out)
    assert 4 == ipsu("status").code
    assert ["asked"] == asked
