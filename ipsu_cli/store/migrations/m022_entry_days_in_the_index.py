"""How soon work is entered is asked of the index alone: it reads no delivery."""

import sqlite3


def up(conn: sqlite3.Connection) -> None:
    """Make the index of the deliveries again, with when each was entered and what it takes back."""
    conn.execute("DROP INDEX deliveries_by_case")
    conn.execute(
        "CREATE INDEX deliveries_by_case"
        " ON deliveries(case_id, to_day, unit, quantity, cancelled, reverses, entered_on)"
    )
