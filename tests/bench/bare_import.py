"""The yardstick of an import: `csv.reader` and `executemany` into the table as it is, with its index and triggers.

The settings of the office's connections hold, each row's seal is computed, and the whole is one transaction with one
line in the log. Nothing is checked: a row that does not fit ends the process. Run as `python bare_import.py DB FILE`.
"""

import csv
import sqlite3
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from ipsu_cli.store.connection import connect

CHANGE = "INSERT INTO changes (at, today, who, command) VALUES ('', '2027-01-01', 'bench', 'bare')"
ADD = "INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
SEAL = "UPDATE changes SET digest = ? WHERE id = ?"


def main(path: str, file: str) -> None:
    conn = connect(Path(path))
    conn.execute("BEGIN IMMEDIATE")
    change = conn.execute(CHANGE).lastrowid
    chain = sha256()
    with open(file, encoding="utf-8", newline="") as stream:
        conn.executemany(ADD, _rows(conn, csv.reader(stream), change or 0, chain))
    conn.execute(SEAL, (chain.digest(), change))
    conn.execute("COMMIT")


def _rows(
    conn: sqlite3.Connection, reader: Iterator[list[str]], change: int, chain: Any
) -> Iterator[tuple[object, ...]]:
    cases = {ref: id for id, ref in conn.execute("SELECT id, ref FROM cases")}
    next(reader)
    for id, (case, day, hours) in enumerate(reader, start=1):
        row = (id, cases[case], day, day, "hour", round(float(hours) * 100), 0, 0, None, change, "2027-01-01")
        chain.update(sha256(f"deliveries{row!r}".encode()).digest())
        yield row


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
