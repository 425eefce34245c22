"""The yardstick of an import: `csv.reader` and `executemany` into the table as it is, with its index and triggers.

The settings of the office's connections hold, each row is sealed, and the whole is one transaction with one line in
the log, whose digest is over the seals. Nothing is checked: a row that does not fit ends the process. Run as
`python -m tests.bench.bare_import DB FILE`.
"""

import csv
import sqlite3
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from ipsu_cli.store import seals
from ipsu_cli.store.connection import connect

CHANGE = "INSERT INTO changes (at, today, who, command) VALUES ('', '2027-01-01', 'bench', 'bare')"
ADD = "INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
SIGN = "UPDATE changes SET digest = ? WHERE id = ?"
AT_ONCE = 1_000


def main(path: str, file: str) -> None:
    conn = connect(Path(path))
    conn.execute("BEGIN IMMEDIATE")
    change = conn.execute(CHANGE).lastrowid or 0
    with open(file, encoding="utf-8", newline="") as stream:
        rows = _rows(conn, csv.reader(stream), change)
        while some := list(islice(rows, AT_ONCE)):
            conn.executemany(ADD, some)
            conn.executemany(
                seals.KEEP, [(change, "deliveries", row[0], seals.seal_of("deliveries", row)) for row in some]
            )
    conn.execute(SIGN, (seals.chained(b"", (), seals.of_change(conn, change)), change))
    conn.execute("COMMIT")


def _rows(conn: sqlite3.Connection, reader: Iterator[list[str]], change: int) -> Iterator[tuple[Any, ...]]:
    cases = {ref: id for id, ref in conn.execute("SELECT id, ref FROM cases")}
    next(reader)
    for id, (case, day, hours) in enumerate(reader, start=1):
        yield id, cases[case], day, day, "hour", round(float(hours) * 100), 0, 0, None, change, "2027-01-01"


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
