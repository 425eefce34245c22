"""Rows against their seals, and the seals against the chain of the log."""

import sqlite3
from collections.abc import Iterator

from ipsu_cli.core.digest import digest
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store, erased, seals
from ipsu_cli.store.as_of import COLUMNS, FACTS
from ipsu_cli.store.invariants.model import Breach, breaches, invariant
from ipsu_cli.store.seals import RowKey, SealEntry, Values, seal_of, seal_of_rows

# The line that sealed what an older file held; the chain is over all seals until then.
UPGRADE = "upgrade"
FIRST = "SELECT coalesce((SELECT min(id) FROM changes WHERE command = :command), min(id)) FROM changes"
LINES = "SELECT id, at, today, who, command, case_id, invoice_id, digest FROM changes ORDER BY id"
EVERY = "SELECT change_id, table_name, key, seal FROM seals ORDER BY change_id, table_name, key"
# `+` takes the affinity of the column away, so that the seal is found by its whole key.
ROWS = """
    SELECT s.seal, s.change_id, {key} AS key, {columns} FROM {source} r
    LEFT JOIN seals s ON s.change_id = {change} AND s.table_name = '{table}' AND s.key = {key}
"""
COUNTS = "SELECT table_name, count(*) FROM seals WHERE length(seal) > 0 GROUP BY table_name"
# What a later change has removed, or erased, such as the answer under a key of what was undone, leaves no past.
LOST = """
    SELECT s.key AS row, s.change_id AS change FROM seals s
    WHERE s.table_name = '{table}' AND length(s.seal) > 0
      AND NOT EXISTS (SELECT 1 FROM {table} r WHERE {key} = s.key AND {change} = s.change_id)
      AND NOT EXISTS (SELECT 1 FROM seals e WHERE e.table_name = s.table_name AND e.key = s.key
                      AND e.change_id > s.change_id AND coalesce(e.seal, x'') = x'')
"""
LOST_OF_BOTH = """
    SELECT s.key AS row, s.change_id AS change FROM seals s
    WHERE s.table_name = '{table}' AND length(s.seal) > 0
      AND NOT EXISTS (SELECT 1 FROM {table} r WHERE {key} = s.key AND r.entered_by = s.change_id)
      AND NOT EXISTS (SELECT 1 FROM {table}_past r WHERE {key} = s.key AND r.entered_by = s.change_id)
      AND NOT EXISTS (SELECT 1 FROM seals e WHERE e.table_name = s.table_name AND e.key = s.key
                      AND e.change_id > s.change_id AND e.seal = x'')
"""
BATCHES = """
    SELECT b.id, s.seal FROM batches b
    JOIN seals s ON s.change_id = b.entered_by AND s.table_name = 'imported' AND s.key = +b.id
"""
FORGOTTEN = "SELECT key FROM seals WHERE table_name = 'imported' AND seal IS NULL"
IMPORTED = "SELECT kind, digest, batch_id, times FROM imported WHERE batch_id = :batch ORDER BY kind, digest"
# What ended a row of the past left another state of it, or removed it, and has the day of its line.
ENDED = """
    SELECT {key} AS row, r.ceased_by AS change FROM {table}_past r
    WHERE NOT EXISTS (SELECT 1 FROM seals s
                      WHERE s.change_id = r.ceased_by AND s.table_name = '{table}' AND s.key = {key})
       OR r.ceased_by <= r.entered_by
       OR r.ceased_on IS NOT (SELECT today FROM changes c WHERE c.id = r.ceased_by)
"""
REMOVED = """
    SELECT s.key AS row, s.change_id AS change FROM seals s
    WHERE s.table_name = '{table}' AND s.seal IS NULL
      AND NOT EXISTS (SELECT 1 FROM {table}_past r WHERE {key} = s.key AND r.ceased_by = s.change_id)
      AND EXISTS (SELECT 1 FROM seals e WHERE e.table_name = s.table_name AND e.key = s.key
                  AND e.change_id < s.change_id)
      AND NOT EXISTS (SELECT 1 FROM seals e WHERE e.table_name = s.table_name AND e.key = s.key
                      AND e.change_id > s.change_id AND e.seal = x'')
"""
OTHER_DAY = """
    SELECT {key} AS row, r.entered_by AS change, r.entered_on AS day FROM {source} r
    WHERE r.entered_on IS NOT (SELECT today FROM changes c WHERE c.id = r.entered_by)
"""
GAPS = """
    SELECT id AS row, id AS change FROM (SELECT id, lag(id, 1, 0) OVER (ORDER BY id) AS before FROM changes)
    WHERE id <> before + 1
"""
BYTES = """
    SELECT f.id AS row, '{files}' AS files, f.sha256, b.content FROM {files} f
    LEFT JOIN {bytes} b ON b.file_id = f.id WHERE {own}
"""


class SealedTable(NamedTuple):
    """A table whose rows are sealed: where its rows lie, its columns, its key, and the change of a row, as SQL."""

    name: str
    sources: tuple[str, ...]
    columns: tuple[str, ...]
    key: str
    change: str = "r.entered_by"
    only: str = ""


def sealed_tables(store: Store) -> Iterator[SealedTable]:
    """Those that keep their past, and the few that have none."""
    for (name,) in store.all(FACTS):
        yield _table(store, name, (name, f"{name}_past"))
    for name in ("batches", "released", "revealed"):
        yield _table(store, name, (name,))
    yield _table(store, "answers", ("answers",))._replace(change="r.change_id")
    yield _table(store, "office", ("office",))._replace(change="1")
    yield _table(store, "changes", ("changes",))._replace(change="r.id", only=f"r.id < ({FIRST})")


def _table(store: Store, name: str, sources: tuple[str, ...]) -> SealedTable:
    columns = store.all(COLUMNS, table=name)
    keys = [f"r.{column['name']}" for column in columns if column["pk"]]
    key = f"+{keys[0]}" if len(keys) == 1 else " || ' ' || ".join(keys)
    return SealedTable(name, sources, tuple(column["name"] for column in columns), key)


def _rows(store: Store, table: SealedTable) -> Iterator[tuple[bytes | None, int | None, RowKey, Values]]:
    """Each row with its seal, the change of the seal (None where there is none) and its key."""
    cursor = store.conn.cursor()
    cursor.row_factory = None
    for source in table.sources:
        question = ROWS.format(
            key=table.key, columns=", ".join(f"r.{name}" for name in table.columns), source=source,
            change=table.change, table=table.name,
        )  # fmt: skip
        values = {"command": UPGRADE} if table.only else {}
        for row in cursor.execute(question + (f" WHERE {table.only}" if table.only else ""), values):
            yield row[0], row[1], row[2], row[3:]


@invariant("seal.broken", effort=80)
def a_row_is_as_a_change_left_it(store: Store) -> Iterator[Breach]:
    """Every row, live or past, gives the seal that its change has left; what an erasure has emptied gives the one that
    the erasure has left of all its states."""
    left = {(row.table, row.key): row for row in erased.rows(store.conn)}
    for table in sealed_tables(store):
        for seal, change, key, row in _rows(store, table):
            emptied = (table.name, key) in left and (change or 0) < left[table.name, key].change
            if seal and not emptied and seal != seal_of(table.name, row):
                yield Breach(table.name, key, {"change": change})
    for row in left.values():
        if not erased.fits(store.conn, row):
            yield Breach(row.table, row.key, {"change": row.change})
    yield from _batches(store)


def _batches(store: Store) -> Iterator[Breach]:
    forgotten = {row["key"] for row in store.all(FORGOTTEN)}
    cursor = store.conn.cursor()
    cursor.row_factory = None
    for batch in store.all(BATCHES):
        rows = cursor.execute(IMPORTED, {"batch": batch["id"]})
        seal = seal_of_rows("imported", ()) if batch["id"] in forgotten else batch["seal"]
        if seal_of_rows("imported", rows) != seal:
            yield Breach("imported", batch["id"], {"change": None})


@invariant("seal.missing", effort=50)
def a_row_was_entered_by_a_change(store: Store) -> Iterator[Breach]:
    """Every row has a seal: it was entered by a command of the program."""
    for table in sealed_tables(store):
        for seal, _, key, _ in _rows(store, table):
            if not seal:
                yield Breach(table.name, key, {})


@invariant("seal.row-lost", effort=50)
def what_was_entered_is_there(store: Store) -> Iterator[Breach]:
    """What a change has left is there, as it stands or in the past."""
    kept = {row[0]: row[1] for row in store.all(COUNTS)}
    for table in sealed_tables(store):
        sealed = sum(1 for seal, *_ in _rows(store, table) if seal)
        if sealed != kept.get(table.name, 0):
            question = LOST_OF_BOTH if len(table.sources) == 2 else LOST
            named = question.format(table=table.name, key=table.key, change=table.change)
            yield from breaches(table.name, store.all(named))


@invariant("seal.past", effort=35)
def the_past_is_whole(store: Store) -> Iterator[Breach]:
    """A row of the past was ended by a change, on its day, that left another state of it or removed it."""
    for table in sealed_tables(store):
        if len(table.sources) == 2:
            for question in (ENDED, REMOVED):
                yield from breaches(table.name, store.all(question.format(table=table.name, key=table.key)))


@invariant("log.chain", effort=35)
def the_log_follows_from_itself(store: Store) -> Iterator[Breach]:
    """The digest of each line follows from the line before it, the line itself and its seals."""
    first = store.value(FIRST, command=UPGRADE)
    cursor = store.conn.cursor()
    cursor.row_factory = None
    entries = _Entries(cursor.execute(EVERY))
    before = b""
    for line in store.conn.execute(LINES):
        *values, signed = tuple(line)
        if line["id"] >= first and signed != seals.chained(before, values, entries.until(line["id"])):
            yield Breach("changes", line["id"], {})
        before = signed or b""
    if entries.next is not None:
        yield Breach("seals", entries.next[0], {})


class _Entries:
    """The seals in their order, taken change by change."""

    def __init__(self, rows: sqlite3.Cursor) -> None:
        self._rows = rows
        self.next: SealEntry | None = next(rows, None)

    def until(self, change: int) -> Iterator[SealEntry]:
        """Those of the changes up to this one that are not taken yet."""
        while self.next is not None and self.next[0] <= change:
            taken, self.next = self.next, next(self._rows, None)
            yield taken


@invariant("log.gap")
def the_log_has_every_line(store: Store) -> Iterator[Breach]:
    """The lines of the log are numbered from 1 without a gap."""
    yield from breaches("changes", store.all(GAPS))


@invariant("log.day")
def a_row_has_the_day_of_its_change(store: Store) -> Iterator[Breach]:
    """A row was entered on the day of the line in the log that entered it."""
    for table in sealed_tables(store):
        if "entered_on" in table.columns:
            for source in table.sources:
                yield from breaches(table.name, store.all(OTHER_DAY.format(key=table.key, source=source)))


@invariant("file.bytes")
def a_kept_file_has_its_bytes(store: Store) -> Iterator[Breach]:
    """The bytes of a file that was received, or sent in a package, give the SHA-256 that was noted of it."""
    for files, own in (("received_files", "1"), ("package_files", "f.received_id IS NULL")):
        table = "received_bytes" if files == "received_files" else "packaged_bytes"
        for row in store.conn.execute(BYTES.format(files=files, bytes=table, own=own)):
            if row["content"] is None or digest(row["content"]).hex() != row["sha256"]:
                yield Breach(table, row["row"], {"file": row["row"]})


INVARIANTS = (
    a_row_is_as_a_change_left_it, a_row_was_entered_by_a_change, what_was_entered_is_there, the_past_is_whole,
    the_log_follows_from_itself, the_log_has_every_line, a_row_has_the_day_of_its_change, a_kept_file_has_its_bytes,
)  # fmt: skip
