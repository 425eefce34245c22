"""How a fact keeps its past: a table of former rows next to the live one, filled by triggers.

A live row carries the change that entered it (`entered_by`, `entered_on`). When a later change alters or
removes it, the row as it was goes to `TABLE_past` with the change that ended it (`ceased_by`,
`ceased_on`). `TABLE_ever` is both. So what the register said at the end of a day is one WHERE clause.
"""

import sqlite3

STAMP = """
    entered_by INTEGER NOT NULL REFERENCES changes(id),
    entered_on TEXT NOT NULL CHECK (date(entered_on, '+0 days') IS entered_on)
"""


def keep_past(conn: sqlite3.Connection, table: str) -> None:
    """Give `table` its past."""
    info = conn.execute(f"PRAGMA table_info({table})").fetchall()
    names = [row[1] for row in info]
    columns = ", ".join(f"{row[1]} {row[2]}" for row in info)
    conn.execute(
        f"CREATE TABLE {table}_past ({columns}, ceased_by INTEGER NOT NULL REFERENCES changes(id),"
        " ceased_on TEXT NOT NULL CHECK (date(ceased_on, '+0 days') IS ceased_on)) STRICT"
    )
    key = "id" if "id" in names else names[0]
    conn.execute(f"CREATE INDEX {table}_past_by_{key} ON {table}_past({key})")
    _watch_changes(conn, table, names)
    for verb in ("UPDATE", "DELETE"):
        conn.execute(
            f"CREATE TRIGGER {table}_past_stays_on_{verb.lower()} BEFORE {verb} ON {table}_past BEGIN"
            f" SELECT RAISE(ABORT, '{table}_past: the past does not change'); END"
        )


def widen(conn: sqlite3.Connection, table: str, columns: dict[str, str]) -> None:
    """Give `table` and its past more columns, each with its type and what it is held to; all may be empty."""
    for name, declared in columns.items():
        conn.execute(f"ALTER TABLE {table} ADD COLUMN {name} {declared}")
        conn.execute(f"ALTER TABLE {table}_past ADD COLUMN {name} {declared.partition(' ')[0]}")
    for watched in ("keeps_its_past", "changes_are_stamped", "is_not_lost"):
        conn.execute(f"DROP TRIGGER {table}_{watched}")
    conn.execute(f"DROP VIEW {table}_ever")
    _watch_changes(conn, table, [row[1] for row in conn.execute(f"PRAGMA table_info({table})")])


def _watch_changes(conn: sqlite3.Connection, table: str, names: list[str]) -> None:
    """What a change or a removal leaves behind, and the view of all that ever was."""
    facts = [name for name in names if name != "id"]
    listed, old = ", ".join(names), ", ".join(f"OLD.{name}" for name in names)
    conn.execute(
        f"CREATE TRIGGER {table}_keeps_its_past AFTER UPDATE OF {', '.join(facts)} ON {table}"
        f" WHEN OLD.entered_by <> NEW.entered_by BEGIN"
        f" INSERT INTO {table}_past ({listed}, ceased_by, ceased_on)"
        f" VALUES ({old}, NEW.entered_by, NEW.entered_on); END"
    )
    conn.execute(
        f"CREATE TRIGGER {table}_changes_are_stamped BEFORE UPDATE OF {', '.join(facts)} ON {table}"
        f" WHEN NEW.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN"
        f" SELECT RAISE(ABORT, '{table}: a change without a line in the log'); END"
    )
    conn.execute(
        f"CREATE TRIGGER {table}_is_not_lost BEFORE DELETE ON {table}"
        f" WHEN OLD.entered_by IS NOT (SELECT max(id) FROM changes WHERE digest IS NULL) BEGIN"
        f" SELECT RAISE(ABORT, '{table}: stamp the row before it is removed'); END"
    )
    conn.execute(
        f"CREATE VIEW {table}_ever AS SELECT {listed}, NULL AS ceased_by, NULL AS ceased_on FROM {table}"
        f" UNION ALL SELECT {listed}, ceased_by, ceased_on FROM {table}_past"
    )
