"""Text on its way in and out: nothing that hides, moves the cursor or turns the line around."""

import os
import re

from ipsu_cli.core.identity import holds_number
from ipsu_cli.core.problem import Unreadable

WINDOWS = os.name == "nt"
# What Python calls printable and nobody sees: a joiner, fillers, selectors.
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0" + "".join(
    map(chr, (*range(0xFE00, 0xFE0F), *range(0xE0100, 0xE01F0)))
)
_IS_UNSEEN = frozenset(_UNSEEN)
# C0 but the line feed, DEL and C1; soft hyphens, marks of no width and of direction, line and paragraph separators;
# half characters; tags; what is no character in any text. Compiled by the first text that holds one.
_HIDDEN = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\ufffb"
    "\ufdd0-\ufdef\U000e0000-\U000e007f"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + _UNSEEN
    + "]"
)
_LONGEST_REFERENCE = 40
# What reports call those who are not named: who is protected, and where nothing is said.
OTHER, UNSPECIFIED = "other", "unspecified"
# In characters: of a name, a place, a title; and of what somebody tells (a note, a reason, a document).
LONGEST_FIELD, LONGEST_TEXT = 200, 20_000


def _shown(found: re.Match[str]) -> str:
    point = ord(found[0])
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}"


def clean(text: str) -> str:
    """`text` as it may leave to a terminal: what could act there is shown as `\\x1b` or `\\u202e`."""
    return text if is_plain(text) else re.sub(_HIDDEN, _shown, text)


def clean_json(text: str) -> str:
    """JSON as it may leave to a terminal: of the same value, with what could act there as `\u001b` or `\u202e`."""
    return text if is_plain(text) else re.sub(_HIDDEN, _escaped, text)


def _escaped(found: re.Match[str]) -> str:
    from json.encoder import py_encode_basestring_ascii

    return py_encode_basestring_ascii(found[0])[1:-1]


def is_plain(text: str) -> bool:
    """Is it certain that a person sees all of it? Most texts, so that nothing has to be compiled for them. The space
    that keeps a number together is a space like any other."""
    return text.replace("\xa0", " ").isprintable() and (text.isascii() or _IS_UNSEEN.isdisjoint(text))


def composed(text: str) -> str:
    """Letters with their marks as one character each."""
    if text.isascii():
        return text
    import unicodedata

    return unicodedata.normalize("NFC", text)


def _refuse_hidden(text: str) -> None:
    for place, char in enumerate(text, start=1):
        if char == "\n" or re.match(_HIDDEN, char):
            shown = "\\x0a" if char == "\n" else clean(char)
            # Not the text itself: it may be a name.
            raise Unreadable("value.text", character=shown, place=place)


def hidden_in(line: str) -> str | None:
    """The first character of a line that hides or acts, as it can be shown; None if there is none."""
    found = None if is_plain(line) else re.search(_HIDDEN, line)
    return _shown(found) if found else None


def one_line(text: str, option: str | None = None, most: int = LONGEST_FIELD) -> str:
    """`text` as it is stored: composed, without space around it, one line that shows all it holds, and no longer than
    `most` characters. `option` is what a refusal calls it."""
    text = text.strip(" \t\r\n")
    if not is_plain(text):
        _refuse_hidden(text)
    return no_longer(composed(text).strip(), most, option)


def tidy(text: str, option: str | None = None) -> str:
    """A short field as it is stored. It stands in lists and files, so no personnummer may stand in it."""
    return numberless(one_line(text, option))


def part_name(text: str) -> str:
    """A name that reports have a part of its own for. Raises `Unreadable` where it is their word for others."""
    name = tidy(text)
    if name.casefold() in (OTHER, UNSPECIFIED):
        raise Unreadable("value.reserved", word=name.casefold())
    return name


def told(text: str) -> str:
    """What somebody tells, as it is stored; a personnummer in it is masked where it is shown."""
    return one_line(text, most=LONGEST_TEXT)


def reason(text: str) -> str:
    """Why something was done, as it is stored: it goes where the row goes, so no personnummer may stand in it."""
    return numberless(told(text))


def numberless(text: str) -> str:
    """`text`. Raises `Unreadable` where a personnummer stands in it; the text is not repeated."""
    if holds_number(text):
        raise Unreadable("value.holds-personnummer")
    return text


def no_longer(text: str, most: int, option: str | None) -> str:
    """`text`. Raises `Unreadable` where it is longer than `most` characters; the text is not repeated."""
    if len(text) > most:
        raise Unreadable("value.too-long", letters=len(text), most=most, option=option)
    return text


def read_number(text: str) -> str:
    """The number of another party's invoice: as a reference, and it may hold spaces, each as one.

    >>> read_number(" AF  1001 ")
    'AF 1001'
    """
    number = " ".join(composed(text).split())
    if not number or not number.isprintable() or len(number) > _LONGEST_REFERENCE or number.startswith("-"):
        raise Unreadable("value.reference", value=text)
    return number


def as_word(text: str) -> str:
    """A text as one word of a command that can be typed.

    >>> as_word("1001"), as_word("AF 1001")
    ('1001', "'AF 1001'")
    """
    if text.replace("-", "").replace("/", "").replace(".", "").isalnum():
        return text
    return in_quotes(text)


def in_quotes(text: str) -> str:
    """A text as a shell takes it literally, whatever is in it: on Windows that is PowerShell."""
    if WINDOWS:
        return "'" + text.replace("'", "''") + "'"
    from shlex import quote

    return quote(text)


def read_ref(text: str) -> str:
    """The reference of a case or an agreement that a person typed."""
    ref = composed(text.strip())
    readable = ref.isprintable() and hidden_in(ref) is None and len(ref) <= _LONGEST_REFERENCE
    if not ref or not readable or " " in ref or ref.startswith("-"):
        raise Unreadable("value.reference", value=text)
    return ref
