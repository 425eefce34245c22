"""Meetings with parties: as many in each span as the rate demands, by the agreements that it is asked of."""

from pathlib import Path

from ipsu_cli.core.goal import Goal, read_goal
from ipsu_cli.reports.kpi_measured import meetings
from ipsu_cli.store.kpis.question import WHOLE
from tests.reports.register import entering
from tests.store.kpis.counted import LATER, PERIOD, counter

MONTHLY = read_goal("1/month")
RATES: dict[str | None, Goal] = {"A": MONTHLY, "B": MONTHLY}


def test_each_agreement_is_held_to_its_own_rate_and_all_to_theirs_together(db: Path) -> None:
    """A meets in each of the six months, B in the first and the last; another party's meetings count for nothing."""
    with entering(db) as it:
        one, two = it.agreement("A", "ips"), it.agreement("B", "se")
        for month in range(3, 9):
            it.meeting(one, "AF", f"2025-0{month}-15")
            it.meeting(two, "Vården", f"2025-0{month}-15")
        for on in ("2025-03-01", "2025-08-31"):
            it.meeting(two, "af", on)
        cases = counter(it, ["service", "agreement"])
        held = cases.meetings(PERIOD, LATER)
        own, missing = meetings(held, PERIOD, cases.dimensions, "meetings:af", RATES)
        together, _ = meetings(held, PERIOD, cases.dimensions, "meetings:af", {None: read_goal("2/month")})
    assert {"": (8, 12)} == own[WHOLE]
    assert {"ips": (6, 6), "se": (2, 6)} == own["service"]
    assert {"A": (6, 6), "B": (2, 6)} == own["agreement"]
    assert ["2025-04", "2025-05", "2025-06", "2025-07"] == missing
    parts = {"unspecified": (2, 6)}
    assert {WHOLE: {"": (2, 6)}, "service": parts, "agreement": parts} == together
