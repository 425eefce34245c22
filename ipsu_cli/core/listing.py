"""Less of a list than there is: its rows since a day, in another order, the first of them."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from ipsu_cli.core.answer import Answer, P, Text
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Unreadable
from ipsu_cli.core.table import Table
from ipsu_cli.core.to_json import is_record, members

R = TypeVar("R")
# What a column is called, by its key.
Headings = Callable[[str], Sequence[str]]
DOWN = "-"  # before a column: the largest first


def _no_headings(key: str) -> Sequence[str]:
    return ()


class Listing(NamedTuple):
    """What is asked of a list. `sort` is a column by its key, after `-` the largest first; `day` is the column that
    `since` is about, and `headings` gives what a column is called."""

    limit: int | None = None
    sort: str | None = None
    since: dt.date | None = None
    day: str = ""
    headings: Headings = _no_headings

    @property
    def asked(self) -> bool:
        """Is less asked for than there is?"""
        return any(value is not None for value in (self.limit, self.sort, self.since))

    @property
    def descending(self) -> bool:
        """Does the largest come first?"""
        return (self.sort or "").startswith(DOWN)

    def column(self, keys: Sequence[str]) -> str | None:
        """Which of the columns the list is sorted by, None for its own order. It is typed as its key or its heading,
        whatever the hyphens and capitals. Raises `Unreadable` for a column that the list has not."""
        if self.sort is None:
            return None
        plain = _plain(self.sort.removeprefix(DOWN))
        for key in keys:
            if plain in (_plain(key), *map(_plain, self.headings(key))):
                return key
        known = [key.replace("_", "-") for key in keys]
        raise Unreadable("value.code", value=self.sort.removeprefix(DOWN), known=known, option="--sort")

    def places(self, table: Table, records: Sequence[object]) -> list[int]:
        """Which rows of the table are asked for, in that order. Raises `Unreadable` for a column that it has not."""
        found = list(range(len(table.rows)))
        if self.since is not None:
            days = _values(table, records, self.day, self.headings)
            found = [place for place in found if days[place] is not None and days[place] >= self.since]
        if self.sort is not None:
            values = _values(table, records, self.sort.removeprefix(DOWN), self.headings)
            # What holds nothing stands last, whichever way.
            filled = [place for place in found if values[place] is not None]
            filled.sort(key=lambda place: _order(values[place]), reverse=self.descending)
            found = filled + [place for place in found if values[place] is None]
        return found[: self.limit]


def _values(table: Table, records: Sequence[object], name: str, headings: Headings) -> list[Any]:
    """What stands in a column, by its key, its heading or its key in JSON, whatever its hyphens and capitals."""
    plain = _plain(name)
    for place, column in enumerate(table.columns):
        if plain in (_plain(column.key), *map(_plain, headings(column.key))):
            return [row[place] for row in table.rows]
    keys = [key for key, value in members(records[0]).items() if not isinstance(value, dict | list)]
    if plain not in keys:
        known = list(dict.fromkeys(column.key.replace("_", "-") for column in table.columns))
        raise Unreadable("value.code", value=name, known=known, option="--sort")
    return [members(record)[plain] for record in records]


def _plain(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_")


def _order(value: Any) -> tuple[str, Any]:
    """What a value is ordered by: words whatever their capitals, sentences by what they are about."""
    if isinstance(value, Text):
        return "", (value.code, repr(sorted(value.figures.items())))
    if isinstance(value, str):
        return "", value.casefold()
    return ("", value) if isinstance(value, int | Hundredths | dt.date) else ("~", repr(value))


class ListPart(NamedTuple, Generic[R]):
    """The records of a list that were asked for, and how many it has in all."""

    records: Sequence[R]
    total: int

    def lines(self, listing: Listing) -> list[Text]:
        """How many there are, and how many of them are shown."""
        shown = [Text("message.shown", {"count": len(self.records)})] if listing.asked else []
        return [Text("message.count", {"count": self.total}), *shown]


def narrowed(answer: Answer[P], listing: Listing) -> Answer[P]:
    """The answer with as much of its lists, and of their tables, as is asked for."""
    if not listing.asked:
        return answer
    payload: Any = answer.payload
    tables, shown = [], 0
    names = [name for name, value in zip(payload._fields, payload, strict=True) if is_list(value)]
    for table in answer.tables:
        name = next((name for name in names if len(getattr(payload, name)) == len(table.rows)), None)
        if name is None:
            tables.append(table)
            continue
        names.remove(name)
        rows, records, places = (
            table.rows,
            getattr(payload, name),
            listing.places(table, getattr(payload, name)),
        )
        payload = payload._replace(**{name: [records[place] for place in places]})
        tables.append(table._replace(rows=[rows[place] for place in places]))
        shown += len(places)
    line = Text("message.shown", {"count": shown})
    return answer._replace(payload=payload, lines=[*answer.lines, line], tables=[t for t in tables if t.rows])


def is_list(value: object) -> bool:
    """Is it the records of a list, with any in it?"""
    return isinstance(value, Sequence) and bool(value) and is_record(value[0]) and not is_record(value)
