"""Imports, and the rows that they have brought in."""

from collections import Counter

from ipsu_cli.store import Store, Writing

KNOWN = "SELECT digest, sum(times) AS times FROM imported WHERE kind = :kind GROUP BY digest"
KEEP = "INSERT INTO imported (kind, digest, batch_id, times) VALUES (?, ?, ?, ?)"

ROW_DIGEST = 16  # bytes of the digest of a row of an import
# The digests of so many rows stand in one row of `imported`, one after the other: a row for each would take longer to
# write than the deliveries that they are of.
AT_ONCE = 4_096


def known(store: Store, kind: str) -> Counter[bytes]:
    """How many times each row of this kind has come in before."""
    return Counter({row["digest"]: row["times"] for row in store.all(KNOWN, kind=kind)})


def known_rows(store: Store, kind: str) -> Counter[bytes]:
    """The same of the rows of an import, whose digests may stand many in one."""
    found = Counter[bytes]()
    for row in store.conn.execute(KNOWN, {"kind": kind}):
        listed, times = row["digest"], row["times"]
        for place in range(0, len(listed), ROW_DIGEST):
            found[listed[place : place + ROW_DIGEST]] += times
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
