"""What the register said at the end of a day: views for one connection that stand before the tables.

Every question stays as it is. Of the versions of a row, one counts if it was entered by then and no change
of it by then came after; so it does where a later command was run with an earlier day, too.
"""

import datetime as dt

from ipsu_cli.core.dates import kept_day
from ipsu_cli.store import Store

NEWEST = "SELECT max(today) FROM changes"
FACTS = """
    SELECT substr(name, 1, length(name) - 5) FROM main.sqlite_schema
    WHERE type = 'table' AND substr(name, -5) = '_past' ORDER BY name
"""
COLUMNS = "SELECT name, pk FROM pragma_table_info(:table, 'main') ORDER BY cid"
VIEW = """
    CREATE TEMP VIEW {table} AS
    SELECT {columns} FROM main.{table} WHERE entered_on <= '{day}'
    UNION ALL
    SELECT {columns} FROM main.{table}_past p WHERE p.entered_on <= '{day}'
    AND NOT EXISTS (SELECT 1 FROM main.{table}_past n
                    WHERE {same} AND n.entered_by >= p.entered_by AND n.ceased_on <= '{day}')
"""
# A delivery stood on a line from the day that its invoice was made to the day it was released from it.
RELEASED = """
    CREATE TEMP TABLE released_since AS
    SELECT r.delivery_id, r.line_id FROM main.released r
    JOIN main.invoice_lines l ON l.id = r.line_id JOIN main.invoices n ON n.id = l.invoice_id
    WHERE r.entered_on > '{day}' AND n.made_on <= '{day}'
"""
RELEASED_INDEX = "CREATE INDEX temp.released_since_by_delivery ON released_since(delivery_id)"
INVOICED = """
    CREATE TEMP VIEW invoiced AS
    SELECT i.delivery_id, i.line_id FROM main.invoiced i
    JOIN main.invoice_lines l ON l.id = i.line_id JOIN main.invoices n ON n.id = l.invoice_id
    WHERE n.made_on <= '{day}'
    UNION ALL
    SELECT delivery_id, line_id FROM temp.released_since
"""
FREE = """
    CREATE TEMP VIEW free AS
    SELECT d.id AS delivery_id FROM temp.deliveries d
    WHERE d.cancelled = 0 AND NOT EXISTS (SELECT 1 FROM temp.invoiced i WHERE i.delivery_id = d.id)
"""
DELIVERED_HOURS = """
    CREATE TEMP VIEW delivered_hours AS
    SELECT case_id, sum(quantity) AS hours FROM temp.deliveries WHERE unit = 'hour' AND cancelled = 0 GROUP BY case_id
"""


def newest(store: Store) -> dt.date:
    """The newest today of any command that has changed the register."""
    return kept_day(store.value(NEWEST))


def look_back(store: Store, day: dt.date) -> None:
    """Let every question of this connection be answered as of the end of `day`."""
    if newest(store) <= day:
        return
    for (table,) in store.all(FACTS):
        _stand_before(store, table, day)
    for made in (RELEASED, RELEASED_INDEX, INVOICED, FREE, DELIVERED_HOURS):
        store.conn.execute(made.format(day=day.isoformat()))


def _stand_before(store: Store, table: str, day: dt.date) -> None:
    columns = store.all(COLUMNS, table=table)
    key = [row["name"] for row in columns if row["pk"]]
    store.conn.execute(
        VIEW.format(
            table=table,
            columns=", ".join(row["name"] for row in columns),
            same=" AND ".join(f"n.{name} = p.{name}" for name in key),
            day=day.isoformat(),
        )
    )
