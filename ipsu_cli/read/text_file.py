"""A text that a person has written: from a file, or from what is sent in."""

from ipsu_cli.core.problem import BadFile
from ipsu_cli.core.text import LONGEST_TEXT, composed, hidden_in
from ipsu_cli.read.content import refuse_no_text
from ipsu_cli.read.input_file import InputFile

# A letter is four bytes at most; what is longer is cut in the middle of one.
_MOST_BYTES = 4 * LONGEST_TEXT + 4


def read_text(file: InputFile) -> str:
    """The text of a file; UTF-8, and nothing in it that hides or acts on a screen."""
    return checked(file.read(_MOST_BYTES), file.path)


def checked(raw: bytes, path: str) -> str:
    """Bytes as a text that can be kept."""
    refuse_no_text(path, raw)
    text = _decoded(raw).replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    if len(text) > LONGEST_TEXT:
        raise BadFile("text.too-long", path=path, most=LONGEST_TEXT)
    for number, line in enumerate(text.split("\n"), start=1):
        if found := hidden_in(line):
            raise BadFile("text.hidden", path=path, line=number, character=found)
    if not text.strip():
        raise BadFile("text.empty", path=path)
    return composed(text)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig", "ignore" if len(raw) == _MOST_BYTES else "strict")
    except UnicodeDecodeError:
        raise BadFile("file.encoding") from None
