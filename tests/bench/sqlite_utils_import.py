"""The same rows entered as a script with sqlite-utils enters them: `insert_all` of `csv.DictReader`, unchecked.

The table, its index and its triggers are ours, and all is one transaction; nothing is sealed. Run as
`python -m tests.bench.sqlite_utils_import DB FILE`.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from ipsu_cli.store.connection import connect
from tests.bench.bare_import import CHANGE


def main(path: str, file: str) -> None:
    conn = connect(Path(path))
    conn.execute("BEGIN IMMEDIATE")
    change = conn.execute(CHANGE).lastrowid or 0
    cases = {ref: id for id, ref in conn.execute("SELECT id, ref FROM cases")}
    with open(file, encoding="utf-8", newline="") as stream:
        Database(conn).table("deliveries").insert_all(_rows(csv.DictReader(stream), cases, change))
    conn.execute("COMMIT")


def _rows(reader: Iterator[dict[str, str]], cases: dict[str, int], change: int) -> Iterator[dict[str, object]]:
    for row in reader:
        yield {
            "case_id": cases[row["case"]], "from_day": row["on"], "to_day": row["on"], "unit": "hour",
            "quantity": round(float(row["hours"]) * 100), "entered_by": change, "entered_on": "2027-01-01",
        }  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
