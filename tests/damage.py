"""A file that something other than the program has written to: by SQL with every guard of the schema off."""

import sqlite3
from contextlib import closing
from pathlib import Path

from ipsu_cli.store.migrations import m016_seals, m020_delivered_hours
from ipsu_cli.store.schema import fresh, objects
from tests.program import Result, run

TRIGGERS = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"


def write_behind(path: Path, *statements: str, seals: bool = False) -> None:
    """Run the statements without triggers, references and checks; the triggers are put back after. With `seals` every
    row is sealed again, as somebody would who knows how; they know too that the hours of a case are summed, where that
    is not what they change."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "synchronous = OFF"):
            conn.execute(f"PRAGMA {pragma}")
        for (name,) in conn.execute(TRIGGERS).fetchall():
            conn.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert conn.execute(statement).rowcount, statement
        if seals and not any("delivered_hours" in statement for statement in statements):
            conn.execute("DELETE FROM delivered_hours")
            conn.execute(m020_delivered_hours.SUMMED)
        if seals:
            conn.execute("DROP TABLE seals")
            m016_seals.up(conn)
        there = objects(conn)
        for (kind, name), (_, sql) in fresh().items():
            if kind == "trigger" and (kind, name) not in there:
                conn.execute(sql)


def check(path: Path) -> Result:
    """`ipsu check --json` of the file."""
    return run(["check", "--json", "--db", str(path)], folder=path.parent)


def codes(path: Path) -> set[str]:
    """The codes that are found in the file."""
    return {row["code"] for row in check(path).json["findings"]}
