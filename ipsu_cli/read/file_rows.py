"""The rows of a file, whichever kind it is of: their columns, their cells, and what is wrong in them."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import BadFile

LONGEST_CELL = 32_767
# The column that a copy with faults marked has more than the sheet: it is known by its headings, and not read.
MARKS, MARKED = ("fel", "errors"), ""
LONGEST_HEADING = 100  # as an error repeats it
_LONG_NUMBER = re.compile("[0-9]{4,}")


class Fault(NamedTuple):
    """What is wrong in one row. The cell's text is left out: it may be a name."""

    row: int
    column: str | None
    code: str
    figures: Mapping[str, Any] = NOTHING
    sheet: str | None = None


class FileRow(NamedTuple):
    """A row by its number (the heading is row 1), each column's text, and what is wrong in it; `sheet` is the name of
    its sheet in a workbook. `whole_day`: its hours are all that there were of the day when the sheet was made."""

    number: int
    cells: dict[str, str]
    faults: tuple[Fault, ...]
    sheet: str | None = None
    whole_day: bool = False

    @property
    def place(self) -> str:
        """Where it stands, as a warning names it: `7`, or of a workbook `7 (v. 11)`."""
        return f"{self.number} ({self.sheet})" if self.sheet else str(self.number)

    def fault(self, column: str | None, code: str, figures: Mapping[str, Any] = NOTHING) -> Fault:
        """Something that is wrong in it."""
        return Fault(self.number, column, code, figures, self.sheet)


class FileRows(NamedTuple):
    """The columns that the file has, and its rows: an iterator that reads as it goes. `unread` names the sheets of a
    workbook that hold something and are not read. `headings` are those of each sheet that is read, as they stand
    there, by the names of their columns; a file without sheets is the sheet None."""

    columns: tuple[str, ...]
    rows: Iterator[FileRow]
    encoding: str
    unread: tuple[str, ...] = ()
    headings: Mapping[str | None, Mapping[str, str]] = NOTHING


class Titles(NamedTuple):
    """How sheets are called that say by it what they hold, as titles are compared (`alike`): ours; those that hold
    something else of ours, and so are never read as ours; and those that need not be named where they are not read."""

    own: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()


UNTITLED = Titles()


class Form(NamedTuple):
    """What a sheet of ours has: `headings` gives each accepted heading the name of its column; `required` are those
    that a sheet has to have; `titles` are those of sheets that say what they hold; `in_ore` are the columns of money,
    which a .json has in whole öre."""

    headings: Mapping[str, str]
    required: Collection[str] = ()
    titles: Titles = UNTITLED
    in_ore: Collection[str] = ()


def alike(heading: str) -> str:
    """`heading` as it is compared: case, hyphen, underscore and space make no difference."""
    if not heading.isascii():
        import unicodedata

        heading = unicodedata.normalize("NFC", heading)
    return " ".join(heading.replace("_", " ").replace("-", " ").casefold().split())


def known_columns(cells: list[str], headings: Mapping[str, str]) -> set[str]:
    """The columns that are known among the cells of a heading."""
    names = column_names(headings)
    return {names[alike(cell)] for cell in cells if alike(cell) in names}


def column_names(headings: Mapping[str, str]) -> dict[str, str]:
    """The columns by their headings, as these are compared."""
    return {alike(name): column for name, column in headings.items()}


def columns_of(cells: list[str], headings: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the columns that the cells of a heading mean; `MARKED` is the one that is not read. Raises
    `BadFile` for one unknown or doubled."""
    names = column_names(headings) | dict.fromkeys(MARKS, MARKED)
    while cells and not cells[-1].strip():
        cells = cells[:-1]  # delimiters that a spreadsheet leaves at the end
    if not cells:
        raise BadFile("file.empty")
    columns = [names.get(alike(cell)) for cell in cells]
    if None in columns:
        known = [name for name in dict.fromkeys(names.values()) if name != MARKED]
        raise BadFile("file.column-unknown", column=_unknown(cells, columns), known=known)
    found = tuple(column for column in columns if column is not None)
    for place, column in enumerate(found):
        if column in found[:place]:
            raise BadFile("file.column-doubled", column=column)
    return found


def _unknown(cells: list[str], columns: list[str | None]) -> str:
    """The unknown headings; where all of those are empty their places, and where none is known the places of all, for
    the first row may then be a person's."""
    places = [place for place, column in enumerate(columns) if column is None]
    shown = [] if len(places) == len(columns) else [shown_heading(cells[place]) for place in places]
    return ", ".join(filter(None, shown)) or ", ".join(str(place + 1) for place in places)


def shown_heading(heading: str) -> str:
    """An unknown heading as an error repeats it, without what may be somebody's number."""
    return _LONG_NUMBER.sub("****", heading.strip())[:LONGEST_HEADING]
