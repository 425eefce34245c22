"""The only package that knows SQL: one module for each table."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any

from ipsu_cli.core import interrupt
from ipsu_cli.core.problem import BadDatabase
from ipsu_cli.store import seals
from ipsu_cli.store.connection import connect, connect_to_read, patiently, what_failed, what_failed_reading
from ipsu_cli.store.held_file import is_replaced, stat_of
from ipsu_cli.store.seals import RowKey, Values


class Store:
    """An open file to ask. Every value is bound by name."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def all(self, sql: str, **values: Any) -> list[sqlite3.Row]:
        """Every row that the question gives."""
        return self.conn.execute(sql, values).fetchall()

    def first(self, sql: str, **values: Any) -> sqlite3.Row | None:
        """The first row, or None."""
        found: sqlite3.Row | None = self.conn.execute(sql, values).fetchone()
        return found

    def value(self, sql: str, **values: Any) -> Any:
        """The first column of the first row, or None."""
        found = self.first(sql, **values)
        return None if found is None else found[0]


class Writing(Store):
    """A store inside one write transaction, which is one change and one line in the log.

    What is entered through it carries the change and is sealed; the seals go into the log's chain.
    """

    def __init__(self, conn: sqlite3.Connection, today: str, who: str, command: str) -> None:
        super().__init__(conn)
        self.today = today
        self.stamp: dict[str, Any] = {"entered_by": 0, "entered_on": today}
        self._unkept: dict[tuple[str, RowKey], bytes | None] = {}
        self.signed = b""
        self._cases: set[int | None] = set()
        self._invoices: set[int | None] = set()
        self._opened = (today, who, command)

    def is_called(self, command: str) -> None:
        """What the log calls the change, where that shows only in the register; said before anything is entered."""
        today, who, _ = self._opened
        self._opened = (today, who, command)

    def change(self, *, case_id: int | None = None, invoice_id: int | None = None) -> int:
        """Start the change's line in the log, once, and return its number.

        The line names the case and the invoice that the change is about; none of them where there are several.
        """
        if not self.stamp["entered_by"]:
            today, who, command = self._opened
            self.stamp["entered_by"] = self.conn.execute(BEGIN, (today, who, command)).lastrowid or 0
        self._cases.add(case_id)
        self._invoices.add(invoice_id)
        return int(self.stamp["entered_by"])

    @property
    def cases(self) -> set[int]:
        """The cases that the change is about."""
        return {case for case in self._cases if case is not None}

    @property
    def changed(self) -> bool:
        """Was anything entered?"""
        return bool(self.stamp["entered_by"])

    def add(self, table: str, **values: Any) -> int:
        """Enter a row and return its id."""
        self.change()
        values |= self.stamp
        names = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        row = self.conn.execute(f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING *", values).fetchone()
        self.seal(table, row)
        return int(row[0])

    def add_all(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Enter many rows, each whole: its values in the order of the table's columns, its id and its stamp among them.
        Takes any number without holding them in memory."""
        self.change()
        marks = ", ".join("?" for _ in self.conn.execute("SELECT 1 FROM pragma_table_info(?)", (table,)))
        insert = f"INSERT INTO {table} VALUES ({marks})"
        entered = iter(rows)
        while some := list(islice(entered, KEPT_AT_ONCE)):
            self.conn.executemany(insert, some)
            self.seal_all(table, some)

    def alter(self, table: str, id: int, **values: Any) -> None:
        """Change a row; what it was goes to its past."""
        self.change()
        values |= self.stamp
        marks = ", ".join(f"{name} = :{name}" for name in values)
        row = self.conn.execute(
            f"UPDATE {table} SET {marks} WHERE id = :id RETURNING *", {**values, "id": id}
        ).fetchone()
        self.seal(table, row)

    def remove(self, table: str, id: int) -> None:
        """Take a row away; it goes to the past with the change that ended it."""
        self.change()
        self.conn.execute(f"UPDATE {table} SET entered_by = :entered_by, entered_on = :entered_on WHERE id = :id",
                          {**self.stamp, "id": id})  # fmt: skip
        self.conn.execute(f"DELETE FROM {table} WHERE id = :id", {"id": id})
        self.seal_removed(table, (id,))

    def seal(self, table: str, row: Values) -> None:
        """Seal a row as this change leaves it, its values in the order of the table's columns."""
        self._keep_seal(table, seals.key_of(table, row), seals.seal_of(table, row))

    def seal_all(self, table: str, rows: Iterable[Values]) -> None:
        """Seal many rows at once, each as `seal` does. Takes any number without holding them in memory."""
        id = self.change()
        self._keep_seals()
        entries = ((id, table, seals.key_of(table, row), seals.seal_of(table, row)) for row in rows)
        self.conn.executemany(seals.KEEP, entries)

    def seal_together(self, table: str, key: RowKey, rows: Iterable[Values]) -> None:
        """Seal rows that only mean something together under one key, in this order."""
        self._keep_seal(table, key, seals.seal_of_rows(table, rows))

    def seal_removed(self, table: str, key: Values) -> None:
        """Note that this change has removed a row."""
        self._keep_seal(table, seals.joined(key), None)

    def seal_erased(self, table: str, key: RowKey) -> None:
        """Note that this change has erased what a row, and its past, said of a person."""
        self._keep_seal(table, key, b"")

    def _keep_seal(self, table: str, key: RowKey, seal: bytes | None) -> None:
        self._unkept[table, key] = seal
        if len(self._unkept) == KEPT_AT_ONCE:
            self._keep_seals()

    def _keep_seals(self) -> None:
        id, unkept = self.change(), self._unkept
        self.conn.executemany(seals.KEEP, [(id, table, key, seal) for (table, key), seal in unkept.items()])
        self._unkept = {}

    def finish(self) -> None:
        """End the line in the log: its digest follows from the line before it, itself and its seals."""
        id = self.change()
        self._keep_seals()
        before = self.value(DIGEST_BEFORE, id=id) or b""
        line = self.first(FINISH, id=id, case_id=_only(self._cases), invoice_id=_only(self._invoices))
        self.signed = seals.chained(before, line or (), seals.of_change(self.conn, id))
        self.conn.execute(SEAL, {"id": id, "digest": self.signed})


def _only(ids: set[int | None]) -> int | None:
    """The one that was named, None where none was or several."""
    named = ids - {None}
    return named.pop() if len(named) == 1 else None


KEPT_AT_ONCE = 1_000  # seals; one at a time they would cost an import twice as much
BEGIN = "INSERT INTO changes (at, today, who, command) VALUES (strftime('%Y-%m-%dT%H:%M:%fZ'), ?, ?, ?)"
DIGEST_BEFORE = "SELECT digest FROM changes WHERE id = :id - 1"
FINISH = """
    UPDATE changes SET case_id = :case_id, invoice_id = :invoice_id WHERE id = :id
    RETURNING id, at, today, who, command, case_id, invoice_id
"""
SAVED = "SELECT 1 FROM changes WHERE id = :id AND digest = :digest"
SEAL = "UPDATE changes SET digest = :digest WHERE id = :id"


def reading(path: Path) -> AbstractContextManager[Store]:
    """The file, open for questions; what is read is of one moment."""
    return _reading(path, connect, what_failed)


def reading_only(path: Path) -> AbstractContextManager[Store]:
    """Another office's file, open for questions that leave it as it is; what is read is of one moment."""
    return _reading(path, connect_to_read, what_failed_reading)


@contextmanager
def _reading(
    path: Path, opened: Callable[[Path], sqlite3.Connection], failed: Callable[[sqlite3.Error, Path], Exception]
) -> Iterator[Store]:
    conn = opened(path)
    try:
        conn.execute("BEGIN")
        yield Store(conn)
        conn.execute("COMMIT")
    except sqlite3.Error as error:
        raise failed(error, path) from error
    finally:
        conn.close()


@contextmanager
def writing(path: Path, today: str, who: str, command: str, *, keep: bool = True) -> Iterator[Writing]:
    """All or nothing. Takes the write lock first, so what was read stays true.

    Without `keep` everything is rolled back at the end: a rehearsal goes the same way as the run.
    """
    conn = _begun(path)
    store = Writing(conn, today, who, command)
    try:
        yield store
        if store.changed:
            from ipsu_cli.store import verified

            store.finish()
            if not verified.is_sound(conn, store.change(), store.cases):
                raise BadDatabase("database.damaged", path=str(path), command="ipsu check")
        _end(store, path, keep=keep)
    except sqlite3.Error as error:
        raise what_failed(error, path) from error
    finally:
        _close(conn)


def _begun(path: Path) -> sqlite3.Connection:
    """A connection in whose transaction nobody else writes. Where another file takes the place of the one that is
    waited for (`ipsu restore`, `ipsu encrypt`), that is opened."""
    while True:
        seen = stat_of(path)
        with ExitStack() as opened:
            conn = connect(path)
            opened.callback(_close, conn)
            try:
                patiently(conn, "BEGIN IMMEDIATE")
            except sqlite3.Error as error:
                raise what_failed(error, path) from error
            if not is_replaced(path, seen):
                opened.pop_all()
                return conn


def _end(store: Writing, path: Path, *, keep: bool) -> None:
    """Commit. From here on no signal ends the command: it tells what became of the change. An error at the very end
    does not say whether that is in the file: look."""
    if keep:
        interrupt.hold()
    try:
        store.conn.execute("COMMIT" if keep else "ROLLBACK")
    except sqlite3.Error:
        if not store.changed:
            raise  # nothing that the log knows: there is no line to look for
        _close(store.conn)
        with reading(path) as again:
            if not again.value(SAVED, id=store.change(), digest=store.signed):
                raise


def _close(conn: sqlite3.Connection) -> None:
    """Close, and roll back what is open; a disk that fails here has failed before."""
    with suppress(sqlite3.Error):
        if conn.in_transaction:
            conn.execute("ROLLBACK")
    with suppress(sqlite3.Error):
        conn.close()
