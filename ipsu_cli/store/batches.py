"""Imports, and the rows that they have brought in."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from ipsu_cli.store import Store, Writing

KNOWN = "SELECT digest, sum(times) AS times FROM imported WHERE kind = :kind GROUP BY digest"
KEEP = "INSERT INTO imported (kind, digest, batch_id, times) VALUES (?, ?, ?, ?)"

ROW_DIGEST = 16  # bytes of the digest of a row of an import
# The digests of so many rows stand in one row of `imported`, one after the other: a row for each would take longer to
# write than the deliveries that they are of.
AT_ONCE = 4_096
BEGINNING = 2  # bytes that known digests begin alike with: of a million, sixteen do


def known(store: Store, kind: str) -> Counter[bytes]:
    """How many times each row of this kind has come in before."""
    return Counter({row["digest"]: row["times"] for row in store.all(KNOWN, kind=kind)})


class KnownRows:
    """The digests of the rows of a kind that have come in before, each as many times as its row has. A million objects
    would fill the memory, so digests that begin alike lie after one another as bytes."""

    def __init__(self) -> None:
        self._alike: dict[bytes, bytearray] = defaultdict(bytearray)

    def __bool__(self) -> bool:
        return bool(self._alike)

    def add(self, digest: bytes, times: int) -> None:
        """A row has come in so many times more."""
        self._alike[digest[:BEGINNING]] += digest * times

    def holds(self, digests: Iterable[bytes]) -> bool:
        """Are these rows known, each of them?"""
        return all(self._place(digest) >= 0 for digest in digests)

    def take(self, digest: bytes) -> bool:
        """Is the row known? Then it is known once less from now on."""
        place = self._place(digest)
        if place >= 0:
            del self._alike[digest[:BEGINNING]][place : place + ROW_DIGEST]
        return place >= 0

    def _place(self, digest: bytes) -> int:
        """Where the digest begins among those like it, below zero where it is not there. Where the end of one and the
        beginning of the next look like it, it is none of them."""
        alike = self._alike.get(digest[:BEGINNING], b"")
        place = alike.find(digest)
        while place % ROW_DIGEST and place >= 0:
            place = alike.find(digest, place + 1)
        return place


def known_rows(store: Store, kind: str) -> KnownRows:
    """The same of the rows of an import, whose digests may stand many in one."""
    found = KnownRows()
    for row in store.conn.execute(KNOWN, {"kind": kind}):
        listed, times = row["digest"], row["times"]
        for place in range(0, len(listed), ROW_DIGEST):
            found.add(listed[place : place + ROW_DIGEST], times)
    return found


def keep(store: Writing, kind: str, rows: int, added: int, digests: Counter[bytes]) -> int:
    """Enter a batch and what it brought in. Returns its number."""
    batch = store.add("batches", kind=kind, rows=rows, added=added)
    brought = [(kind, digest, batch, times) for digest, times in sorted(digests.items())]
    store.conn.executemany(KEEP, brought)
    store.seal_together("imported", batch, brought)
    return batch


def keep_rows(store: Writing, kind: str, rows: int, added: int, digests: bytes | bytearray) -> int:
    """The same of the rows of an import; `digests` are theirs, one after the other."""
    step = ROW_DIGEST * AT_ONCE
    pieces = Counter(bytes(digests[start : start + step]) for start in range(0, len(digests), step))
    return keep(store, kind, rows, added, pieces)


def change_of(store: Store, batch: int) -> int | None:
    """The change that brought in a batch; None where there is no such batch."""
    found: int | None = store.value("SELECT entered_by FROM batches WHERE id = :batch", batch=batch)
    return found
