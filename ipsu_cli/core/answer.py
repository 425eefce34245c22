"""What a flow or a report gives back: the same answer for a person and for a script."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic

from ipsu_cli.core.empty import NOTHING
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Table

# The default makes `Answer` alone an answer with any payload. `typing` knows it from 3.13 on; a type checker always.
if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from ipsu_cli.core.chart import Chart  # few answers have one

    P = TypeVar("P", covariant=True, default=object)
else:
    from typing import TypeVar

    P = TypeVar("P", covariant=True)


# The sentence that is a page of the manual: Markdown, which a terminal lays out.
MANUAL = "help.manual"


class Text(NamedTuple):
    """A sentence: its name in `locale`, and the figures that fill it."""

    code: str
    figures: Mapping[str, Any] = NOTHING


class Answer(NamedTuple, Generic[P]):
    """`payload` is the record that JSON shows; `lines`, `tables` and `after` are what a person reads, in that order.

    `warnings` are findings that stopped nothing; `exit` is 6 where the question was asked with a demand
    (`--strict`, `--fail-on-…`) that does not hold. `charts` is what is drawn of the tables in a workbook. `files` are
    those that were written, by their keys in JSON. `saved`: the register was changed.
    """

    payload: P
    lines: Sequence[Text] = ()
    tables: Sequence[Table] = ()
    warnings: Sequence[Any] = ()
    exit: int = 0
    charts: Sequence["Chart"] = ()
    after: Sequence[Text] = ()
    files: Mapping[str, str] = NOTHING
    saved: bool = False

    def noted(self, note: str) -> "Answer[P]":
        """The same, with a note at each table that has none."""
        return self._replace(tables=[table._replace(note=table.note or note) for table in self.tables])

    def with_file(self, key: str, path: str) -> "Answer[P]":
        """The same, and that a file was written; `key` is `excel` for a workbook, `ics` for a calendar, else `file`."""
        written = Text("message.excel" if key == "excel" else "message.file", {"path": path})
        return self._replace(lines=[*self.lines, written], files={**self.files, key: path})
