"""A text that a person has written: from a file, or from what is sent in."""

import sys
from pathlib import Path

from ipsu_cli.core.problem import BadFile
from ipsu_cli.core.text import composed, hidden_in

MOST_LETTERS = 100_000


def read_text(path: str) -> str:
    """The text of a file, or of stdin for `-`; UTF-8, and nothing in it that hides or acts on a screen."""
    return checked(_bytes(path), path)


def checked(raw: bytes, path: str) -> str:
    """Bytes as a text that can be kept."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile("file.encoding") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    if len(text) > MOST_LETTERS:
        raise BadFile("text.too-long", path=path, letters=len(text), most=MOST_LETTERS)
    for number, line in enumerate(text.split("\n"), start=1):
        if found := hidden_in(line):
            raise BadFile("text.hidden", path=path, line=number, character=found)
    if not text.strip():
        raise BadFile("text.empty", path=path)
    return composed(text)


def _bytes(path: str) -> bytes:
    most = 4 * MOST_LETTERS + 4  # a letter is four bytes at most
    try:
        if path == "-":
            return sys.stdin.buffer.read(most)
        with Path(path).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise BadFile("file.unreadable", path=path, why=error.strerror or str(error)) from error
