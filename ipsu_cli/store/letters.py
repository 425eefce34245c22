"""The letters to the agency that were written before, as the log has them: about which invoice, and when."""

import datetime as dt
from collections.abc import Collection

from ipsu_cli.core.dates import kept_day
from ipsu_cli.core.json_list import json_list
from ipsu_cli.store import Store, Writing, invoices

COMMAND = "invoice letter"
DAYS = f"""
    SELECT DISTINCT today FROM changes
    WHERE command = '{COMMAND}' AND invoice_id IN (SELECT value FROM json_each(:invoices))
      AND id NOT IN (SELECT value FROM json_each(:but)) ORDER BY today
"""


def days_of(store: Store, invoice_ids: Collection[int], but: Collection[int] = ()) -> list[dt.date]:
    """The days of the letters about these invoices, but for those of some changes."""
    rows = store.all(DAYS, invoices=json_list(invoice_ids), but=json_list(but))
    return [kept_day(row["today"]) for row in rows]


def note(store: Writing, number: str | None) -> None:
    """Note in the log that a letter is written, and the invoice that it is about, where that is one."""
    store.change(invoice_id=None if number is None else invoices.id_of(store, number))
