"""From a row to a record."""

import datetime as dt
import sqlite3
from typing import Any, Protocol

from ipsu_cli.core.dates import kept_day

SqlRows = list[sqlite3.Row]

# The Monday of `w.week`, a week as 2026-W10: week 1 is the one with 4 January in it.
MONDAY = "date(substr(w.week, 1, 4) || '-01-04', 'weekday 0', (7 * substr(w.week, 7) - 13) || ' days')"


class NamedRow(Protocol):
    """A row by the names of its columns."""

    def __getitem__(self, column: str, /) -> Any: ...


def week_of(day: str) -> str:
    """The SQL that gives the week of a column's day as 2026-W10: that of its Thursday; NULL where there is no day."""
    thursday = f"{day}, '-3 days', 'weekday 4'"
    return f"strftime('%Y-W', {thursday}) || substr('0' || ((strftime('%j', {thursday}) - 1) / 7 + 1), -2)"


def half_year_of(day: str) -> str:
    """The SQL that gives the half-year of a column's day as 2025-H1; NULL where there is no day."""
    return f"substr({day}, 1, 4) || '-H' || (1 + (substr({day}, 6, 2) > '06'))"


def day(text: str | None) -> dt.date | None:
    """A day that may be empty. Raises `BadDatabase` for what was a day once."""
    return kept_day(text) if text else None


def number(year: int | None, no: int | None) -> str | None:
    """An invoice's number, as `2026-0001`."""
    return None if year is None else f"{year}-{no:04d}"


def number_of(invoice: str) -> str:
    """The SQL of the same of a row of invoices, NULL where there is none."""
    return f"CASE WHEN {invoice}.year IS NOT NULL THEN printf('%d-%04d', {invoice}.year, {invoice}.no) END"


def placed(number: str) -> dict[str, int] | None:
    """The year and place that a number says, or None if it is no such number."""
    year, dash, no = number.strip().partition("-")
    plain = (year + no).isascii() and year.isdigit() and no.isdigit() and len(number) < 20
    return {"year": int(year), "no": int(no)} if dash and plain else None
