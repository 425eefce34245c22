"""Imports, and the rows that they have brought in."""

from collections import Counter

from ipsu_cli.store import Store, Writing

KNOWN = "SELECT digest, sum(times) AS times FROM imported WHERE kind = :kind GROUP BY digest"
KEEP = "INSERT INTO imported (kind, digest, batch_id, times) VALUES (?, ?, ?, ?)"


def known(store: Store, kind: str) -> Counter[bytes]:
    """How many times each row of this kind has come in before."""
    return Counter({row["digest"]: row["times"] for row in store.all(KNOWN, kind=kind)})


def keep(store: Writing, kind: str, rows: int, added: int, digests: Counter[bytes]) -> int:
    """Enter a batch and what it brought in. Returns its number."""
    batch = store.add("batches", kind=kind, rows=rows, added=added)
    brought = [(kind, digest, batch, times) for digest, times in sorted(digests.items())]
    store.conn.executemany(KEEP, brought)
    store.seal_together("imported", batch, brought)
    return batch


def change_of(store: Store, batch: int) -> int | None:
    """The change that brought in a batch; None where there is no such batch."""
    found: int | None = store.value("SELECT entered_by FROM batches WHERE id = :batch", batch=batch)
    return found
