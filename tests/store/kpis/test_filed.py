"""What is due of each case: with its first day, by the month, and of each absence."""

from pathlib import Path

import pytest

from tests.reports.register import entering
from tests.store.kpis.counted import case, whole


@pytest.mark.parametrize(("first", "closed", "overdue"), [
    ("2025-06-30", None, 2), ("2025-07-31", None, 1), ("2025-08-01", None, 0), ("2025-05-01", "2025-06-01", 2),
    ("2025-05-01", "2025-05-31", 1),
])  # fmt: skip
def test_each_month_that_a_case_touches_has_its_report(db: Path, first: str, closed: str | None, overdue: int) -> None:
    """July's is due on the last of August, the period's last day."""
    with entering(db) as it:
        id = case(it, "rusta-matcha", first, system="ka-webb", closed_on=closed, close_reason=closed and "completed")
        it.document(id, "gp", first)
        assert (overdue, None) == whole(it, "documents_overdue")


@pytest.mark.parametrize(("ended", "overdue"), [("2025-08-28", 1), ("2025-08-29", 0)])
def test_an_absence_that_is_not_reported_is_overdue_a_working_day_after_its_end(
    db: Path, ended: str, overdue: int
) -> None:
    """29 August is a Friday: what ended then is due on the Monday after."""
    with entering(db) as it:
        id = case(it)
        it.document(id, "gp", "2025-01-03")
        absence = f'{{"from": "2025-08-25", "to": "{ended}"}}'
        it.document(id, "avvikelse", None, status="draft", fields=absence)
        assert (overdue, None) == whole(it, "documents_overdue")


def test_a_final_report_is_due_as_its_case_ends(db: Path) -> None:
    """Another case's report, or one of a month, is none of it."""
    with entering(db) as it:
        filed, *missing = (case(it, "ipsu-a", to_day="2025-06-30") for _ in range(3))
        for id in (filed, *missing, case(it, "ipsu-a")):
            it.document(id, "gp", "2025-01-02")
        it.document(filed, "sr", "2025-06-30")
        for id in missing:
            it.document(id, "sr", "2025-06-30", period="2025-06")
        assert (2, None) == whole(it, "documents_overdue")
