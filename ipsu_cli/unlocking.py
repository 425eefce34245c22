"""Where the key of an encrypted office comes from: a file, the keyring of the system, or whoever sits at the terminal.

Loaded where a key is needed. The key itself is never typed on a line nor set in the environment: those say where it is.
"""

import codecs
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from ipsu_cli.core import office_key
from ipsu_cli.core.age import IDENTITY
from ipsu_cli.core.extra import install, is_installed
from ipsu_cli.core.problem import BadFile, SavedAnyway, Surroundings, Unreadable
from ipsu_cli.locale import say
from ipsu_cli.office import Office

ENVIRONMENT = "IPSU_KEY_FILE"
SERVICE = "ipsu-cli"  # what the keyring calls the program
MOST_BYTES = 65_536
OPEN_TO_OTHERS = 0o077


def key_of(path: Path, lang: Callable[[], str], key_file: str | None, ask: bool) -> bytes | None:
    """The key of the office at `path`: of the file that is named, else the keyring's, else a person's answer; None
    where there is none. The keyring may ask a person as well, so it is left alone where nobody may be asked.

    In which language a person is asked is found out then alone: it may be the file that says it."""
    named = named_file(key_file)
    if named is not None:
        return read(named)
    return (kept(path) or _asked("message.ask-key", path, lang())) if ask else None


def named_file(key_file: str | None) -> Path | None:
    """The file that `--key-file` names, else `$IPSU_KEY_FILE`."""
    named = key_file or os.environ.get(ENVIRONMENT)
    return Path(named) if named else None


def read(file: Path) -> bytes:
    """The key in a file, which is its first line. That others may read the file is noted. Raises `BadFile`."""
    key = _text(file).partition(b"\n")[0].rstrip(b"\r")
    if not key.strip():
        raise BadFile("key-file.empty", path=str(file))
    return key


def _text(file: Path) -> bytes:
    """What is in the file, as it would be typed: without the mark that editors of Windows put before it, and in UTF-8
    where it is in UTF-16, as PowerShell writes it."""
    content = _content(file)
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            content = content.decode("utf-16").encode()
    except UnicodeError:
        raise BadFile("key-file.no-text", path=str(file)) from None
    if b"\0" in content:
        raise BadFile("key-file.no-text", path=str(file))
    return content.removeprefix(codecs.BOM_UTF8)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            if stat.S_IMODE(os.fstat(opened.fileno()).st_mode) & OPEN_TO_OTHERS and os.name == "posix":
                office_key.note_open(file)
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadFile("file.unreadable", path=str(file), why=error.strerror) from None
    if len(content) > MOST_BYTES:
        raise BadFile("key-file.too-long", path=str(file), most=MOST_BYTES)
    return content


def new_key(office: Office, new_key_file: str | None) -> bytes:
    """The key that a file is about to be encrypted with: of a file, else typed twice. Raises `Unreadable` where there
    is neither a file nor a person."""
    if new_key_file is not None:
        return read(Path(new_key_file))
    return _typed_twice("message.ask-new-key", office.path, office.lang, "ipsu encrypt --new-key-file FILE")


def new_age_key(office: Office, copy: str, age_key: str | None) -> str:
    """The passphrase that a copy is about to be encrypted with, in the same ways."""
    if age_key is not None:
        return read(Path(age_key)).decode("utf-8", "surrogateescape")
    line = "ipsu backup FILE --age-key FILE"
    return _typed_twice("message.ask-new-age-key", Path(copy), office.lang, line).decode("utf-8", "surrogateescape")


def age_key(office: Office, copy: str, file: str | None) -> bytes:
    """What opens a copy: the passphrase in a file, or the identities of age in it, else what a person types. Raises
    `Unreadable` where there is neither."""
    if file is not None:
        content = _text(Path(file))
        return content if IDENTITY.encode() in content else read(Path(file))
    typed = _asked("message.ask-age-key", Path(copy), office.lang)
    if typed is None:
        raise Unreadable("age.key-missing", path=copy, command="ipsu restore FILE --age-key FILE")
    return typed


def _typed_twice(question: str, path: Path, lang: str, command: str) -> bytes:
    first = _asked(question, path, lang)
    if first is None:
        raise Unreadable("key.missing", path=str(path), command=command)
    if first != _asked("message.ask-new-key-again", path, lang):
        raise Unreadable("key.differs")
    return first


def _asked(question: str, path: Path, lang: str) -> bytes | None:
    """What is typed without echo; None where nobody sits at a terminal, or nothing is typed."""
    if not sys.stdin.isatty():
        return None
    from getpass import getpass

    try:
        return getpass(say(question, lang, path=str(path)) + " ").encode("utf-8", "surrogateescape") or None
    except EOFError:
        return None


def kept(path: Path) -> bytes | None:
    """What the keyring has for the office; None where there is no keyring, or nothing in it that it would say."""
    if not is_installed("keyring"):
        return None
    with suppress(NoAnswer):
        found: str | None = _ask_keyring(lambda keyring: keyring.get_password(SERVICE, _account(path)))
        return found.encode("utf-8", "surrogateescape") if found else None
    return None


def refuse_without_keyring() -> None:
    """Raise where no keyring is there to keep a key."""
    if not is_installed("keyring"):
        raise Surroundings("keyring.extra", command=install("keyring"))
    from keyring.backends.fail import Keyring

    with suppress(NoAnswer):
        if not isinstance(_ask_keyring(lambda keyring: keyring.get_keyring()), Keyring):
            return
    raise Surroundings("keyring.none")


def keep(path: Path, key: bytes) -> None:
    """Let the keyring have the key of an office that is encrypted by it. Raises `SavedAnyway` where it will not."""
    word = key.decode("utf-8", "surrogateescape")
    try:
        _ask_keyring(lambda keyring: keyring.set_password(SERVICE, _account(path), word))
    except NoAnswer as error:
        raise SavedAnyway("keyring.refused", path=str(path), why=str(error)) from None


def give_up(path: Path) -> None:
    """Let the keyring forget the key of an office that is encrypted no more. Raises `SavedAnyway` where it will not."""
    if kept(path) is None:
        return
    try:
        _ask_keyring(lambda keyring: keyring.delete_password(SERVICE, _account(path)))
    except NoAnswer as error:
        raise SavedAnyway("keyring.keeps-on", path=str(path), why=str(error)) from None


class NoAnswer(Exception):
    """The keyring has not answered."""


def _ask_keyring(question: Callable[[Any], Any]) -> Any:
    """What the keyring answers. Behind it is a program of the system, reached by the code of others: whatever that
    raises, there is no answer."""
    import keyring

    try:
        return question(keyring)
    except Exception as error:
        raise NoAnswer(type(error).__name__) from None


def _account(path: Path) -> str:
    return str(path.resolve())
