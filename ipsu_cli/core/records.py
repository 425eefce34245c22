"""The records of a list, however long: a short one is a list, a long one waits outside of memory to be gone through.

A list is read in one go, so that the office's file is free again before anything is printed: who looks at a long one in
a pager keeps nobody from writing.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO, Any, Generic, TypeVar, overload

from ipsu_cli.core.problem import Surroundings

R = TypeVar("R")
S = TypeVar("S")
# Plain values: text, whole numbers, bytes, None.
PlainRow = Sequence[Any]
TOGETHER = 1_000  # rows; as many are held in memory at a time


class Spool(Sequence[PlainRow]):
    """Rows of plain values in a file without a name, which is gone when it is closed, whatever ends the process. Raises
    `Surroundings` where the disk does not take them."""

    def __init__(self, rows: Iterable[PlainRow], together: int) -> None:
        self._together = together
        self._ends = [0]  # where each portion of the file ends
        self._count = 0
        source = iter(rows)
        from weakref import finalize  # most lists are short: they load nothing for a file

        try:
            self._file = _nameless_file()
            finalize(self, self._file.close)
            while portion := list(islice(source, together)):
                self._keep(portion)
        except OSError as error:
            raise Surroundings("output.failed", why=error.strerror) from error

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[PlainRow]:
        for number in range(len(self._ends) - 1):
            yield from self._portion(number)

    @overload
    def __getitem__(self, place: int) -> PlainRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[PlainRow]: ...
    def __getitem__(self, place: int | slice) -> PlainRow | list[PlainRow]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._count))]
        number, within = divmod(range(self._count)[place], self._together)
        return self._portion(number)[within]

    def _keep(self, portion: list[PlainRow]) -> None:
        self._file.write(marshal.dumps(portion))
        self._ends.append(self._file.tell())
        self._count += len(portion)

    def _portion(self, number: int) -> list[PlainRow]:
        first, end = self._ends[number : number + 2]
        self._file.seek(first)
        rows: list[PlainRow] = marshal.loads(self._file.read(end - first))  # nobody else can have written there
        return rows


def _nameless_file() -> IO[bytes]:
    from tempfile import TemporaryFile

    return TemporaryFile()


class Records(Sequence[R], Generic[R]):
    """Records that are made of their rows when they are asked for, and forgotten again."""

    def __init__(self, rows: Sequence[PlainRow], made: Callable[[PlainRow], R]) -> None:
        self._rows, self._made = rows, made

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return map(self._made, self._rows)

    @overload
    def __getitem__(self, place: int) -> R: ...
    @overload
    def __getitem__(self, place: slice) -> list[R]: ...
    def __getitem__(self, place: int | slice) -> R | list[R]:
        found = self._rows[place]
        return [self._made(row) for row in found] if isinstance(place, slice) else self._made(found)

    def mapped(self, step: Callable[[R], S]) -> "Records[S]":
        """What `step` makes of each of them."""
        made = self._made
        return Records(self._rows, lambda row: step(made(row)))


def spooled(rows: Iterable[PlainRow], together: int | None = None) -> Sequence[PlainRow]:
    """The rows, to be gone through again: in memory where they are few, and else so many of them at a time."""
    source, most = iter(rows), together or TOGETHER
    first = list(islice(source, most + 1))
    return first if len(first) <= most else Spool(chain(first, source), most)


def records(rows: Iterable[PlainRow], made: Callable[[PlainRow], R], together: int | None = None) -> Sequence[R]:
    """What `made` makes of each row: a list where they are few; else so many rows are in memory at a time."""
    kept = spooled(rows, together)
    return [made(row) for row in kept] if isinstance(kept, list) else Records(kept, made)


def mapped(step: Callable[[R], S], listed: Sequence[R]) -> Sequence[S]:
    """What `step` makes of each record, without making those of a long list now."""
    return listed.mapped(step) if isinstance(listed, Records) else [step(record) for record in listed]
