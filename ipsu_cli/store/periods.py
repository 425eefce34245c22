"""Months that are closed: their invoices change no more, what comes later lands in the open month."""

import datetime as dt
from collections.abc import Collection

from ipsu_cli.core.dates import Month
from ipsu_cli.store import Store, Writing
from ipsu_cli.store.rows import day

SINCE = "SELECT entered_on FROM closed_months WHERE month = :month"


def closed_on(store: Store, month: Month) -> dt.date | None:
    """The day that the month was closed, None while it is open."""
    return day(store.value(SINCE, month=month))


def open_from(store: Store, month: Month) -> Month:
    """The first open month from `month` on."""
    while closed_on(store, month):
        month = month.next()
    return month


def all_closed(store: Store) -> set[Month]:
    """Every month that is closed."""
    return {Month(row["month"]) for row in store.all("SELECT month FROM closed_months")}


def first_open(closed: Collection[Month], month: Month) -> Month:
    """The first month from `month` on that is not among these."""
    while month in closed:
        month = month.next()
    return month


def close(store: Writing, month: Month) -> None:
    """Close a month."""
    store.add("closed_months", month=month)
