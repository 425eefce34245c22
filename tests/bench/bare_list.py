"""The yardstick of a list: its own SQL, every row fetched and written with `csv` or `json`, and nothing else.

`python bare_list.py FILE csv|json VALUES SQL [SQL of what lies below a row, by its :id]`
"""

import csv
import json
import sqlite3
import sys


def main(path: str, form: str, values: str, question: str, below: str = "") -> None:
    conn = sqlite3.connect(path)
    conn.create_function("folded", 1, lambda value: value.casefold() if isinstance(value, str) else value)
    rows = conn.execute(question, json.loads(values))
    if form == "csv":
        csv.writer(sys.stdout).writerows(rows)
        return
    for row in named(rows):
        more = {"below": list(named(conn.execute(below, {"id": row["id"]})))} if below else {}
        sys.stdout.write(json.dumps(row | more, default=str))


def named(rows: sqlite3.Cursor) -> "map[dict[str, object]]":
    names = [column[0] for column in rows.description]
    return map(lambda row: dict(zip(names, row, strict=True)), rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
