"""A person's own SQL, asked of the views alone.

It runs in a database of its own, which holds the views that it names and nothing else: what is not there cannot be
shown, whatever is typed. The register is read once to fill them and is free again before the question runs.
"""

import datetime as dt
import math
import re
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.store import Store
from ipsu_cli.store.views import VIEWS
from ipsu_cli.store.views.view import View

# What a question may do; a function that reads or loads a file is none of them.
ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE)
FILE_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"})
# The pragmas that only say which columns there are.
ABOUT_COLUMNS = frozenset({"table_info", "table_xinfo", "table_list"})
# What a table of SQLite's own, such as json_each, is made by; typed by a person it is refused all the same.
MAKING = (sqlite3.SQLITE_UPDATE, "sqlite_master")
# What a word that SQL keeps for itself is called here.
RESERVED = {"case": "case_ref", "from": "from_day", "to": "to_day", "on": "on_day"}
SORT_IN_MEMORY = "PRAGMA temp_store=MEMORY"
SECONDS = 30
STEPS = 100_000  # of SQLite's own machine, after which the clock is looked at
LONGEST_VALUE = 10_000_000  # bytes
NEAREST = 3  # names

Value = int | float | str | bytes | None


class QueryResult(NamedTuple):
    """The names of the columns, and the rows. `cut`: there are more than were asked for."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]
    cut: bool


class _Guard:
    """What SQLite asks before each thing that a question does. `refused`: it was something else than reading; `read`
    are the views that it reads."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.refused = False

    def __call__(self, action: int, first: str | None, second: str | None, base: str | None, by: str | None) -> int:
        if action == sqlite3.SQLITE_READ:
            self.read.add(first or "")
        if action in ALLOWED or (action, first) == MAKING or self._may(action, first, second):
            return sqlite3.SQLITE_OK
        self.refused = True
        return sqlite3.SQLITE_DENY

    @staticmethod
    def _may(action: int, first: str | None, second: str | None) -> bool:
        if action == sqlite3.SQLITE_FUNCTION:
            return (second or "").lower() not in FILE_FUNCTIONS
        return action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in ABOUT_COLUMNS


class ViewQuestion:
    """One SELECT of the views, as a person has typed it; `:today` in it is the day.

    Raises `Unreadable` for what is no single SELECT of the views. `fill` comes first, then `rows`. What does
    not fit into memory goes to a file that has no name, but not where the register is `encrypted`.
    """

    def __init__(self, sql: str, today: dt.date, *, encrypted: bool = False) -> None:
        self._sql, self._values = sql, {"today": today.isoformat()}
        self._guard = _Guard()
        self._end = math.inf
        self._conn = sqlite3.connect(":memory:" if encrypted else "", isolation_level=None)
        if encrypted:
            self._conn.execute(SORT_IN_MEMORY)
        self._conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        for view in VIEWS.values():
            self._conn.execute(view.table)
        try:
            with self._guarded():
                self._conn.execute("EXPLAIN " + sql, self._values).close()  # reads it, and runs nothing
        except BaseException:
            self._conn.close()
            raise

    def fill(self, store: Store) -> None:
        """Take the rows of the views that the question reads from the register."""
        for name in sorted(self._guard.read & VIEWS.keys()):
            fill(self._conn, store, VIEWS[name], self._values["today"])

    def rows(self, most: int) -> QueryResult:
        """The answer, at most so many rows of it. Raises `Refused` where it takes longer than it may."""
        self._end = time.monotonic() + SECONDS
        self._conn.set_progress_handler(self._is_late, STEPS)
        with self._guarded():
            answered = self._conn.execute(self._sql, self._values)
            rows = answered.fetchmany(most + 1)
        if answered.description is None:  # nothing but a comment
            raise Unreadable("query.only-select", command="ipsu query")
        return QueryResult([column[0] for column in answered.description], rows[:most], len(rows) > most)

    def close(self) -> None:
        """Forget all of it."""
        self._conn.close()

    def _is_late(self) -> bool:
        return time.monotonic() > self._end

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Ask under guard; what SQLite says of a question is said in our words."""
        self._conn.set_authorizer(self._guard)
        try:
            yield
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise self._refusal(" ".join(str(error).split()).rstrip(".")) from None
        finally:
            self._conn.set_authorizer(None)

    def _refusal(self, message: str) -> BaseException:
        if message == "interrupted":  # by the clock, else by the person
            return Refused("query.slow", seconds=SECONDS) if self._is_late() else KeyboardInterrupt()
        if self._guard.refused:
            return Unreadable("query.only-select", command="ipsu query")
        near = _near(message, self._sql)
        return Unreadable("query.near" if near else "query.unreadable", command="ipsu query", why=message, near=near)


def fill(conn: sqlite3.Connection, store: Store, view: View, today: str) -> None:
    """Put the rows of a view, as they stand on the day, into its table."""
    rows = store.conn.execute(view.question, {"today": today})
    rows.row_factory = None
    marks = ", ".join("?" for _ in view.fields)
    conn.execute("BEGIN")
    conn.executemany(f"INSERT INTO {view.name} VALUES ({marks})", rows)
    conn.execute("COMMIT")


def _near(message: str, sql: str) -> list[str]:
    """What may have been meant by a name that there is not: the views that show the table of that name, else those of
    names like it; the columns of the views that the question names."""
    from difflib import get_close_matches

    if message.endswith("syntax error"):
        return [name for word, name in RESERVED.items() if re.search(rf"(?:select|,)\s*{word}\b", sql, re.IGNORECASE)]
    kind, _, name = message.removeprefix("no such ").partition(": ")
    plain = name.rpartition(".")[2].lower()
    if kind == "table":
        showing = [view.name for view in VIEWS.values() if re.search(rf"\b{re.escape(plain)}\b", view.origin)]
        return showing[:NEAREST] or get_close_matches(plain, VIEWS, n=NEAREST)
    if kind != "column":
        return []
    named = [view for view in VIEWS.values() if re.search(rf"\b{view.name}\b", sql, re.IGNORECASE)]
    fields = dict.fromkeys(field.name for view in named for field in view.fields)
    return get_close_matches(plain, fields, n=NEAREST)
