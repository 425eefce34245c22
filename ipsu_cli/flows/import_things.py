"""The things of a file that is brought in, judged and entered one after the other; hours are `import_deliveries`."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

from ipsu_cli.core.effect import KNOWN
from ipsu_cli.core.problem import Problem
from ipsu_cli.flows.import_kinds import SAVE, SAVE_AFTER, Save
from ipsu_cli.flows.import_overlap import RowsTold
from ipsu_cli.flows.import_rows import Item, Rows
from ipsu_cli.flows.import_typed import TypedRows
from ipsu_cli.office import Office
from ipsu_cli.read.file_rows import FileRow
from ipsu_cli.store import Writing, batches

Together = list[Item]  # the rows that are one thing


class Things:
    """The things of a file on their way into the register."""

    def __init__(self, store: Writing, office: Office, rows: Rows, told: RowsTold) -> None:
        self._store, self._office, self._rows, self._told = store, office, rows, told
        self._kind = rows.kind.name
        self._before, self._typed = batches.known_rows(store, self._kind), TypedRows(store, rows)
        self._counts, self._digests = Counter[str](), bytearray()

    def bring_in(self, rows: Iterable[FileRow]) -> tuple[Counter[str], bytearray]:
        """Enter them: how many rows were new, known and changed, and the digests of those that were not known."""
        for position, group in self._about_known(_groups(self._rows.read(rows), self._kind)):
            with self._refused(group):
                refusal = self._typed.refusal(group[0])
                if refusal:
                    raise refusal
                self._save(position, group, SAVE)
        return self._counts, self._digests

    def _about_known(self, groups: Iterator[Together]) -> list[tuple[int, Together]]:
        """Take what is known, what goes on from there, and what is new. Gives what may say otherwise what the register
        says: whether it does, or is one more, is seen when every row has been looked at."""
        left = []
        for position, group in enumerate(groups):
            with self._refused(group):
                if self._is_known(group):
                    self._count(group, KNOWN)
                elif self._typed.is_ahead(group[0]):
                    self._save(position, group, SAVE_AFTER)
                elif self._typed.refusal(group[0]):
                    left.append((position, group))
                else:
                    self._save(position, group, SAVE)
        return left

    @contextmanager
    def _refused(self, group: Together) -> Iterator[None]:
        """Keep why rows are refused, and go on."""
        try:
            yield
        except Problem as problem:
            self._rows.wrong_together(group, problem)

    def _is_known(self, group: Together) -> bool:
        if not self._before.holds(item.digest for item in group):
            return self._typed.take(group[0])
        for item in group:
            self._before.take(item.digest)
        self._typed.came(group[0])
        return True

    def _save(self, position: int, group: Together, how: dict[str, Save]) -> None:
        outcome, found, columns = how[self._kind](self._store, group, self._office)
        self._told.warned.add(position, found)
        self._count(group, outcome, columns)
        if outcome != KNOWN:
            self._digests += b"".join(item.digest for item in group)

    def _count(self, group: Together, outcome: str, columns: Iterable[str] = ()) -> None:
        self._counts[outcome] += len(group)
        self._told.there(group, outcome, tuple(columns))


def _groups(items: Iterator[Item], name: str) -> Iterator[Together]:
    """The rows that are one thing: of plans those of a case and version, else each by itself."""
    if name != "plans":
        for item in items:
            yield [item]
        return

    def belongs(item: Item) -> tuple[str, int]:
        return item.entry["case"], item.entry.get("version", 1)

    for _, group in groupby(sorted(items, key=belongs), belongs):
        yield list(group)
