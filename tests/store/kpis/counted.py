"""Key figures counted straight from a register that is being entered, and the work that they count."""

import datetime as dt
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ipsu_cli.core.hours import Quantity
from ipsu_cli.core.period import Period
from ipsu_cli.reports.kpi_measured import counting, nothing
from ipsu_cli.store import deliveries
from ipsu_cli.store.kpis import KpiCounter
from ipsu_cli.store.kpis.question import WHOLE, Pair, Parts
from ipsu_cli.store.scope import Chosen
from tests.reports.register import Register, entering

FIRST, LAST = dt.date(2025, 3, 1), dt.date(2025, 8, 31)
PERIOD = Period(FIRST, LAST)
ONE_DAY = dt.timedelta(days=1)
# The days next to the ends of the period, on both sides.
EDGES = (FIRST - ONE_DAY, FIRST, LAST, LAST + ONE_DAY)
LATER = dt.date(2025, 12, 31)

_numbers = itertools.count(1)


def counter(it: Register, dimensions: Sequence[str] = ()) -> KpiCounter:
    return counting(it.store, Chosen(), dimensions)


def parts(it: Register, code: str, *dimensions: str) -> Parts:
    """A key figure of the period, as of the year's end."""
    return counter(it, dimensions).count(PERIOD, LATER, [code])[code]


def whole(it: Register, code: str) -> Pair:
    return parts(it, code).get(WHOLE, {}).get("", nothing(code))


def case(it: Register, service: str = "ipsu-b", from_day: object = "2025-01-02", **more: Any) -> int:
    """A new case of a new person."""
    return it.case(f"K{next(_numbers)}", it.person(), service, from_day=from_day and str(from_day), **more)


def deliver(
    it: Register, case_id: int, day: object, quantity: int = 1_00, unit: str = "hour", reverses: int | None = None
) -> int:
    on = dt.date.fromisoformat(str(day))
    return deliveries.add(it.store, case_id, on, on, unit, Quantity(quantity), reverses=reverses)


def plan(it: Register, case_id: int, weeks: dict[str, int]) -> int:
    """A confirmed plan: `{"2025-W10": 20_00}` are twenty hours in week 10."""
    id = it.document(case_id, "gp", "2025-01-02", status="confirmed", confirmed="2025-01-03")
    for week, hours in weeks.items():
        it.store.add("plan_weeks", document_id=id, week=week, hours=hours)
    return id


def counted_at_the_edges(db: Path, code: str, happen: Callable[[Register, dt.date], object]) -> int:
    """How many count of what happens once on each of the `EDGES`."""
    with entering(db) as it:
        for day in EDGES:
            happen(it, day)
        return whole(it, code)[0]
