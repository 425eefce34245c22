"""On which days what stands on our lines was worked, next to the days that the agency's lines bill.

Hours that make the same sum in a month may be of other weeks: then it is not this work that is billed.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection
from functools import cache

from ipsu_cli.core.dates import Week, kept_day
from ipsu_cli.core.json_list import json_list
from ipsu_cli.store import Store
from ipsu_cli.store.rows import SqlRows

WORKED = """
    SELECT i.line_id, d.from_day, d.to_day, d.quantity, d.unit
    FROM deliveries d JOIN invoiced i ON i.delivery_id = d.id
    WHERE d.case_id IN (SELECT value FROM json_each(:cases)) AND d.to_day >= :first
"""


class BilledDays:
    """The days of the lines of these cases, from the month of each on."""

    def __init__(self, store: Store, places: Collection[tuple[int, str]]) -> None:
        self._cases = {case for case, _ in places}
        self._worked: dict[int, SqlRows] = defaultdict(list)
        first = min((month for _, month in places), default="")
        for row in store.all(WORKED, cases=json_list(sorted(self._cases)), first=first) if places else ():
            self._worked[row["line_id"]].append(row)

    def agree(self, ours: SqlRows, standing: SqlRows) -> bool:
        """Is what stands of the agency's lines of the days of ours? By week and hours where each lies in one week, else
        each has a day in common with our work. True where our days are not known."""
        worked = [row for line in ours for row in self._worked.get(line["id"], ())]
        if ours[0]["case_id"] not in self._cases:
            return True
        if sum(row["quantity"] for row in worked) != sum(line["quantity"] for line in ours):
            return True
        ours_by_week, theirs_by_week = _by_week(worked, "quantity"), _by_week(standing, "left_hours")
        if ours_by_week is not None and theirs_by_week is not None and all(row["unit"] == "hour" for row in worked):
            return ours_by_week == theirs_by_week
        days: Counter[tuple[str, str]] = Counter()
        for row in worked:
            days[row["from_day"], row["to_day"]] += row["quantity"]
        spans = [span for span, quantity in days.items() if quantity > 0]
        return all(any(_meets(row, span) for span in spans) for row in standing)


def _by_week(rows: SqlRows, quantity: str) -> dict[Week, int] | None:
    """What they make in each week that has something; None where one says no hours, or lies in no one week."""
    weeks: Counter[Week] = Counter()
    for row in rows:
        week = _week_of(row["to_day"])
        if row[quantity] is None or row["from_day"] is None or _week_of(row["from_day"]) != week:
            return None
        weeks[week] += row[quantity]
    return {week: made for week, made in weeks.items() if made}


@cache
def _week_of(day: str) -> Week:
    return Week.of(kept_day(day))  # many rows share few days


def _meets(row: sqlite3.Row, span: tuple[str, str]) -> bool:
    first, last = span
    return bool((row["from_day"] or row["to_day"]) <= last and first <= row["to_day"])
