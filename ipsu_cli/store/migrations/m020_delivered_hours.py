"""The hours that each case has delivered, summed as they are entered: a morning reads no delivery to know them."""

import sqlite3

# A row follows from the deliveries of its case, and goes with the case.
DELIVERED_HOURS = """
    CREATE TABLE delivered_hours (
        case_id INTEGER PRIMARY KEY REFERENCES cases(id) ON DELETE CASCADE, hours INTEGER NOT NULL
    ) STRICT
"""
SUMMED = """
    INSERT INTO delivered_hours SELECT case_id, sum(quantity) FROM deliveries WHERE unit = 'hour' AND cancelled = 0
    GROUP BY case_id
"""
COUNTS = "{row}.unit = 'hour' AND {row}.cancelled = 0"
ADDED = f"""
    INSERT INTO delivered_hours SELECT NEW.case_id, NEW.quantity WHERE {COUNTS.format(row="NEW")}
    ON CONFLICT (case_id) DO UPDATE SET hours = hours + excluded.hours;
"""
TAKEN_AWAY = f"""
    UPDATE delivered_hours SET hours = hours - OLD.quantity
    WHERE case_id = OLD.case_id AND {COUNTS.format(row="OLD")};
"""
TRIGGERS = (
    f"CREATE TRIGGER deliveries_add_hours AFTER INSERT ON deliveries BEGIN {ADDED} END",
    f"CREATE TRIGGER deliveries_take_hours_away AFTER DELETE ON deliveries BEGIN {TAKEN_AWAY} END",
    "CREATE TRIGGER deliveries_change_hours AFTER UPDATE OF case_id, unit, quantity, cancelled ON deliveries"
    f" BEGIN {TAKEN_AWAY} {ADDED} END",
)


def up(conn: sqlite3.Connection) -> None:
    """Make the table with what was delivered until now, and let it follow what is entered."""
    for statement in (DELIVERED_HOURS, SUMMED, *TRIGGERS):
        conn.execute(statement)
