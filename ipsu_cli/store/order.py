"""The days of what an invoice rests on: the work, and the commands that entered it."""

import datetime as dt
from collections.abc import Iterable

from ipsu_cli.core.json_list import json_list
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.store import Store
from ipsu_cli.store.rows import day

# When the deliveries of a line were entered is asked only where any command was run after the day that is judged.
RESTS_ON = """
    SELECT n.id, max(l.to_day) AS worked,
           max(CASE WHEN EXISTS (SELECT 1 FROM changes WHERE today > :on)
               THEN (SELECT max(d.entered_on) FROM deliveries d CROSS JOIN invoiced i ON i.delivery_id = d.id
                     WHERE d.case_id = l.case_id AND d.to_day BETWEEN l.from_day AND l.to_day AND i.line_id = l.id)
               END) AS entered,
           (SELECT max(coalesce(g.closed, g.opened)) FROM investigations g WHERE g.invoice_id = n.id) AS investigated
    FROM json_each(:ids) j
    JOIN invoices n ON n.id = j.value
    JOIN invoice_lines l ON l.invoice_id = n.id AND l.status <> 'corrected'
    GROUP BY n.id
"""
LAST_MADE = "SELECT max(made_on) FROM invoices WHERE entered_by <> :change"


class RestsOn(NamedTuple):
    """The last day of the work on an invoice, the last on which a delivery of it was entered (None where nothing at
    all was entered after the day that is judged), and the last of an investigation of it; None where there is none."""

    worked: dt.date | None = None
    entered: dt.date | None = None
    investigated: dt.date | None = None


def rests_on(store: Store, ids: Iterable[int], on: dt.date) -> dict[int, RestsOn]:
    """What each of these invoices rests on, to be judged on a day; nothing of one that all lines have left."""
    rows = store.all(RESTS_ON, ids=json_list(ids), on=on.isoformat())
    return {row["id"]: RestsOn(*map(day, (row["worked"], row["entered"], row["investigated"]))) for row in rows}


def last_made(store: Store, change: int) -> dt.date | None:
    """The day of the latest invoice that another change has made."""
    return day(store.value(LAST_MADE, change=change))
