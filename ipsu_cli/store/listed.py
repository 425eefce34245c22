"""As much of a list as is asked for: its day, its order and its number are part of the question."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from ipsu_cli.core.kind import NOTE
from ipsu_cli.core.listing import Listing, ListPart
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.records import PlainRow, records
from ipsu_cli.store import Store
from ipsu_cli.store.rows import NamedRow

R = TypeVar("R")


class ListQuestion(NamedTuple):
    """A list in SQL: its rows, a question that ends with its conditions; the order that they have by themselves; and
    what each column is that they can be sorted by, by its key in the table or in JSON.

    A column that is a word of people's is sorted whatever its capitals. What holds nothing stands last, whichever way.
    """

    rows: str
    order: str
    columns: dict[str, str]

    def asked(self, listing: Listing) -> str:
        """The question for the part that is asked for, with the values `since` and `limit`."""
        parts = [self.rows]
        if listing.since is not None:
            parts.append(f"AND {self.columns[listing.day]} >= :since")
        parts.append(f"ORDER BY {self._order(listing)}{self.order}")
        if listing.limit is not None:
            parts.append("LIMIT :limit")
        return " ".join(parts)

    @property
    def counted(self) -> str:
        """The question how many rows the list has in all."""
        return f"SELECT count(*) FROM ({self.rows})"

    def _order(self, listing: Listing) -> str:
        key = listing.column(list(self.columns))
        if key is None:
            return ""
        column = self.columns[key]
        return f"{column} IS NULL, folded({column}){' DESC' if listing.descending else ''}, "


class AskedRows(NamedTuple):
    """What a list was asked for: its rows as they are read, and the names of their columns. `counted` asks how many
    rows the list has in all, None where these are all of them."""

    rows: Iterator[PlainRow]
    names: Sequence[str]
    counted: Callable[[], int] | None

    def named(self, row: PlainRow) -> NamedRow:
        """A row by the names of its columns."""
        return dict(zip(self.names, row, strict=True))

    def part(self, found: Sequence[R]) -> ListPart[R]:
        """The records that were made of the rows, once all are read."""
        return ListPart(found, self.counted() if self.counted else len(found))


def ask(store: Store, question: ListQuestion, listing: Listing, **values: Any) -> AskedRows:
    """Begin to read a list."""
    store.conn.create_function("folded", 1, _folded, deterministic=True)
    store.conn.create_function("seen", 1, NOTE.seen, deterministic=True)
    since = listing.since and listing.since.isoformat()
    cursor = store.conn.cursor()
    cursor.row_factory = None
    rows = cursor.execute(question.asked(listing), {**values, "since": since, "limit": listing.limit})
    less = listing.limit is not None or since is not None
    counted = partial(store.value, question.counted, **values) if less else None
    return AskedRows(rows, [column[0] for column in rows.description], counted)


def listed(
    store: Store, question: ListQuestion, listing: Listing, made: Callable[[NamedRow], R], **values: Any
) -> ListPart[R]:
    """The records that `made` makes of the rows of a list."""
    asked = ask(store, question, listing, **values)
    return asked.part(records(asked.rows, lambda row: made(asked.named(row))))


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
