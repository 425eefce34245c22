"""The deliveries of a case with all that their sums need: hours are added up from the index alone."""

import sqlite3

STATEMENTS = (
    "DROP INDEX deliveries_by_case",
    "CREATE INDEX deliveries_by_case ON deliveries(case_id, to_day, unit, cancelled, quantity)",
)


def up(conn: sqlite3.Connection) -> None:
    """Make the index again, wider."""
    for statement in STATEMENTS:
        conn.execute(statement)
