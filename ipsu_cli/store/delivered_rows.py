"""The deliveries of a case in a span of days, as a letter to the agency names them."""

import datetime as dt

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.letter import DeliveredRow
from ipsu_cli.store import Store

BETWEEN = """
    SELECT id, from_day, to_day, quantity, unit FROM deliveries
    WHERE case_id = :case AND cancelled = 0 AND to_day BETWEEN :first AND :last ORDER BY from_day, id
"""


def between(store: Store, case_id: int, first: dt.date, last: dt.date) -> list[DeliveredRow]:
    """What was delivered on these days, and what takes it back."""
    return [
        DeliveredRow(
            row["id"], kept_day(row["from_day"]), kept_day(row["to_day"]), Quantity(row["quantity"]), row["unit"]
        )
        for row in store.all(BETWEEN, case=case_id, first=first.isoformat(), last=last.isoformat())
    ]
