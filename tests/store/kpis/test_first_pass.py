"""What was right the first time, and how soon work was entered, at the edges of the period."""

from pathlib import Path

import pytest

from tests.reports.register import Register, entering
from tests.store.kpis.counted import EDGES, LAST, case, counted_at_the_edges, deliver, whole


def filed(it: Register, day: object, status: str, version: int = 1, case_id: int = 0, period: str = "") -> int:
    own = case_id or case(it)
    it.document(own, "pr", day, period=period, status=status, version=version)
    return own


def test_a_document_counts_on_the_day_it_was_filed(db: Path) -> None:
    code = "first_pass_share_documents"
    assert 2 == counted_at_the_edges(db, code, lambda it, day: filed(it, day, "confirmed"))


@pytest.mark.parametrize(("statuses", "share"), [
    (("confirmed",), (1, 1)), (("returned",), (0, 1)), (("submitted",), (0, 0)), (("returned", "confirmed"), (0, 1)),
    (("returned", "returned", "confirmed"), (0, 1)), (("confirmed", "confirmed"), (2, 2)),
    (("confirmed", "returned"), (1, 2)), (("submitted", "confirmed"), (1, 1)),
])  # fmt: skip
def test_what_is_filed_again_after_it_was_returned_counts_once(
    db: Path, statuses: tuple[str, ...], share: tuple[int, int]
) -> None:
    with entering(db) as it:
        own = case(it)
        for version, status in enumerate(statuses, start=1):
            filed(it, LAST, status, version, own)
        assert share == whole(it, "first_pass_share_documents")


def test_a_report_of_another_month_or_case_is_another(db: Path) -> None:
    with entering(db) as it:
        own = filed(it, LAST, "returned", 1, period="2025-05")
        filed(it, LAST, "confirmed", 2, own, "2025-06")
        filed(it, LAST, "confirmed", 2)
        assert (2, 3) == whole(it, "first_pass_share_documents")


def test_a_delivery_counts_on_the_day_it_was_entered(db: Path) -> None:
    with entering(db) as it:
        own = case(it)
    for day in EDGES:
        with entering(db, today=str(day)) as it:
            deliver(it, own, "2025-01-15")
    with entering(db) as it:
        middle, twice_as_many = whole(it, "days_to_entry")
    days = [(day - EDGES[0]).days + 44 for day in EDGES[1:3]]  # from 15 January to the last of February
    assert (2 * sum(days), 4) == (middle, twice_as_many)


def test_the_first_entry_counts_whatever_is_changed_later(db: Path) -> None:
    """One that is cancelled does not."""
    with entering(db, today="2025-04-02") as it:
        own = case(it)
        changed, gone = deliver(it, own, "2025-04-01"), deliver(it, own, "2025-03-20")
    for day, quantity in (("2025-05-01", 2_00), ("2025-06-01", 3_00)):
        with entering(db, today=day) as it:
            it.store.alter("deliveries", changed, quantity=quantity)
    with entering(db) as it:
        it.store.alter("deliveries", gone, cancelled=1)
        assert (2, 2) == whole(it, "days_to_entry")
