"""What is wrong with the rows of a file that is read."""

from collections.abc import Iterable, Mapping

from ipsu_cli.core.answer import Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject, all_but


class SheetWords(NamedTuple):
    """The words of the sheet that an error is in: the kind that it holds, and its headings as they stand there, by the
    names of their columns."""

    kind: str
    headings: Mapping[str, str]


class RowError(NamedTuple):
    """Where it is wrong, and why. `value` is what stands there, as far as an error may repeat it; `file` is said where
    several are read, `sheet` of a workbook; `command` is what to type next, where typing helps. `words` are those in
    which people read of an import; scripts read the names of the columns."""

    row: int
    column: str | None
    code: str
    value: object
    message: Text
    file: str | None = None
    sheet: str | None = None
    command: str | None = None
    words: SheetWords | None = None

    def to_json(self) -> JsonObject:
        """The file and the sheet first, where they are said; the command stands in the message."""
        where = {name: value for name, value in (("file", self.file), ("sheet", self.sheet)) if value is not None}
        return {**where, **all_but(self, "file", "sheet", "command", "words")}


MOST = 1_000


class RowErrors:
    """All that is wrong in the rows of one or several files. No answer is longer than `MOST` of them, those of the
    first rows; the others are counted. `sheets` are those of a workbook, in its order; where they are not given, it is
    that of their first errors.

    `position` is the place in the file of the row that is judged, where rows are not judged in their order.
    """

    def __init__(self, sheets: Iterable[str | None] = ()) -> None:
        self._order = {sheet: place for place, sheet in enumerate(sheets)}
        self._first: list[tuple[int, int, RowError]] = []  # a heap: the last of them on top
        self.count = 0
        self.position: int | None = None

    def add(self, error: RowError) -> None:
        """One more."""
        from heapq import heappush, heappushpop

        self.count += 1
        self._order.setdefault(error.sheet, len(self._order))
        entry = (-(self.count if self.position is None else self.position), -self.count, error)
        (heappush if len(self._first) < MOST else heappushpop)(self._first, entry)

    @property
    def rest(self) -> int:
        """How many are only counted."""
        return self.count - len(self._first)

    @property
    def listed(self) -> list[RowError]:
        """Those that are told, by their place."""
        in_order = sorted(self._first, key=lambda entry: (-entry[0], -entry[1]))
        return sorted((error for *_, error in in_order), key=self._place)

    def _place(self, error: RowError) -> tuple[str, int, int, str]:
        """Where one stands among the others."""
        return error.file or "", self._order[error.sheet], error.row, error.column or ""
