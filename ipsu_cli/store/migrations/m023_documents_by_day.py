"""What was filed on a day, and what waits for its day, is found without reading the case's other documents."""

import sqlite3


def up(conn: sqlite3.Connection) -> None:
    """Make an index of the documents by the day on which they were filed."""
    conn.execute("CREATE INDEX documents_by_day ON documents(case_id, type, submitted)")
