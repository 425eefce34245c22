"""A .json file as `export` writes it: an object with a list of rows for each kind, read row by row.

{"deliveries":[
{"case":"B1","hours":7.5,"on":"2026-03-09"},
…
]}
"""

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NoReturn

from ipsu_cli.core.cell import joined
from ipsu_cli.core.kind import NO, YES
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadFile
from ipsu_cli.read.file_rows import (
    LONGEST_CELL,
    Fault,
    FileRow,
    FileRows,
    Form,
    Titles,
    alike,
    column_names,
    shown_heading,
)

ORE = " ore"  # the end of a key, as it is compared, whose value is whole öre
LONGEST_ROW = 4_194_304  # in characters
_PIECE = 1 << 16
_HALF = re.compile("[\ud800-\udfff]")
_SPACE = " \t\r\n"
_BOM = codecs.BOM_UTF8


class JsonBook:
    """The lists of a document: gone through once to see which there are and that they can be read, then row by row.
    Raises `BadFile` for what is no such document."""

    def __init__(self, path: str, stream: BinaryIO) -> None:
        self._path, self._stream = path, stream
        self._lists = list(_lists(_Reader(stream, path)))

    def kinds(self, known: Mapping[str, Titles]) -> list[str]:
        """Which of the known kinds have a list."""
        return [kind for kind, titles in known.items() if any(self._is(found, titles) for found in self._lists)]

    def rows(self, form: Form) -> FileRows:
        """The rows of the lists that are ours."""
        ours = [found for found in self._lists if self._is(found, form.titles)]
        if not ours:
            raise BadFile("file.no-list", lists=[shown_heading(found.name) for found in self._lists])
        names = column_names(form.headings)
        keys = names | {f"{alike(column)}{ORE}": column for column in form.in_ore}
        standing = [keys[alike(key)] for found in ours for key in found.keys if alike(key) in keys]
        columns = tuple(dict.fromkeys([*standing, *form.required]))
        unread = tuple(
            found.name
            for found in self._lists
            if found.rows and found not in ours and alike(found.name) not in form.titles.quiet
        )
        return FileRows(columns, self._rows(ours, keys, columns), "json", unread)

    @staticmethod
    def _is(found: "_List", titles: Titles) -> bool:
        return alike(found.name) in titles.own

    def _rows(self, lists: list["_List"], keys: Mapping[str, str], columns: tuple[str, ...]) -> Iterator[FileRow]:
        """Rows are counted from 2 on: the file of an export has each on its line, and the first holds no row."""
        number = 1
        for found in lists:
            for pairs in _rows_at(_Reader(self._stream, self._path, found.place)):
                number += 1
                yield _row(number, pairs, keys, columns)


class _List(NamedTuple):
    """A list of rows: its name, how many rows there are, where in the file they begin (in bytes), and the keys of the
    first."""

    name: str
    rows: int
    place: int
    keys: tuple[str, ...]


def _lists(text: "_Reader") -> Iterator[_List]:
    text.take("{")
    while text.next() != "}":
        name = text.value()
        text.take(":")
        text.take("[", stay=True)
        place = text.place
        if not isinstance(name, str):
            text.refuse()
        rows = _rows_at(text)
        keys = tuple(key for key, _ in next(rows, ()))
        yield _List(name, sum(1 for _ in rows) + bool(keys), place, keys)
        if text.next() != "}":
            text.take(",")
    text.take("}")
    if text.next():
        text.refuse()


def _rows_at(text: "_Reader") -> Iterator[list[tuple[str, Any]]]:
    """The rows of the list that begins here, each as its keys and values."""
    text.take("[")
    while text.next() != "]":
        text.take("{", stay=True)
        row = text.value()
        yield row
        if text.next() != "]":
            text.take(",")
    text.take("]")


class _Reader:
    """The text of a file from a place on, as much of it as a row needs."""

    def __init__(self, stream: BinaryIO, path: str, place: int = 0) -> None:
        self._stream, self._path = stream, path
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._json = json.JSONDecoder(
            object_pairs_hook=list, parse_int=str, parse_float=str, parse_constant=lambda word: self.refuse()
        )
        self._text, self._at, self._more = "", 0, _PIECE
        stream.seek(place)
        if not place and stream.read(len(_BOM)) != _BOM:
            stream.seek(0)

    @property
    def place(self) -> int:
        """Where in the file it is, in bytes."""
        pending = len(self._decoder.getstate()[0])
        return self._stream.tell() - pending - len(self._text[self._at :].encode("utf-8", "surrogatepass"))

    def next(self) -> str:
        """The next character that is no space, which stays; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._fill():
                return ""

    def take(self, sign: str, *, stay: bool = False) -> None:
        """Go past a sign, which must come next."""
        if self.next() != sign:
            self.refuse()
        if not stay:
            self._at += 1

    def value(self) -> Any:
        """The value that begins here: objects as lists of pairs, numbers as they are written."""
        self.next()
        while True:
            try:
                value, self._at = self._json.raw_decode(self._text, self._at)
                self._more = _PIECE
                return value
            except (ValueError, RecursionError):
                # It may go on in what has not been read: twice as much each time, so that few tries are made.
                if len(self._text) - self._at > LONGEST_ROW or not self._fill():
                    self.refuse()

    def _fill(self) -> bool:
        piece = self._stream.read(self._more)
        self._more *= 2
        try:
            self._text, self._at = self._text[self._at :] + self._decoder.decode(piece, final=not piece), 0
        except UnicodeDecodeError:
            raise BadFile("file.encoding") from None
        return bool(piece)

    def refuse(self) -> NoReturn:
        raise BadFile("file.not-json", path=self._path)


def _row(number: int, pairs: list[tuple[str, Any]], keys: Mapping[str, str], columns: tuple[str, ...]) -> FileRow:
    cells = dict.fromkeys(columns, "")
    faults: list[Fault] = []
    for key, value in pairs:
        column = keys.get(alike(key))
        if column is None:
            faults.append(Fault(number, None, "file.column-unknown", _unknown(key, columns)))
        elif cells.get(column):
            faults.append(Fault(number, column, "file.column-doubled", {"column": column}))
        else:
            text = _cell(value, in_ore=alike(key).endswith(ORE))
            faults += _faults(number, column, text)
            cells[column] = text.strip()
    return FileRow(number, cells, tuple(faults))


def _unknown(key: str, columns: tuple[str, ...]) -> dict[str, Any]:
    return {"column": shown_heading(_HALF.sub("?", key)), "known": list(columns)}


def _cell(value: Any, *, in_ore: bool) -> str:
    """A value as it would stand in a .csv file; several with a `|` between."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES[0] if value else NO[0]
    if isinstance(value, list):
        return joined(_cell(part, in_ore=in_ore) for part in value)
    if not isinstance(value, str):
        return json.dumps(value)
    if not in_ore:
        return value
    digits = value.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        return f"{value} öre"  # which is no amount of kronor
    sign = "-" if value.startswith("-") else ""
    return f"{sign}{digits[:-2] or '0'}.{digits[-2:]:0>2}"


def _faults(number: int, column: str, text: str) -> Iterator[Fault]:
    if len(text) > LONGEST_CELL:
        yield Fault(number, column, "file.cell-too-long", {"most": LONGEST_CELL})
    half = _HALF.search(text)
    if half:
        figures = {"character": f"\\u{ord(half[0]):04x}", "place": half.start() + 1}
        yield Fault(number, column, "value.text", figures)
