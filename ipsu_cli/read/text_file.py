"""A text that a person has written: from a file, or from what is sent in."""

from ipsu_cli.core.problem import BadFile
from ipsu_cli.core.text import composed, hidden_in
from ipsu_cli.read.input_file import InputFile

MOST_LETTERS = 100_000


def read_text(file: InputFile) -> str:
    """The text of a file; UTF-8, and nothing in it that hides or acts on a screen."""
    return checked(file.read(4 * MOST_LETTERS + 4), file.path)  # a letter is four bytes at most


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
