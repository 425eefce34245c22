"""The hours of a case are summed from the index alone: a list of all cases reads no delivery."""

import sqlite3


def up(conn: sqlite3.Connection) -> None:
    """Make the index of the deliveries again, with what is summed."""
    conn.execute("DROP INDEX deliveries_by_case")
    conn.execute("CREATE INDEX deliveries_by_case ON deliveries(case_id, to_day, unit, quantity, cancelled)")
