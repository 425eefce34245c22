"""Who waits, who has support, and what comes of it, at the edges of the period and of pauses."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from ipsu_cli.core.period import Period
from tests.reports.register import Register, entering
from tests.store.kpis.counted import FIRST, LAST, case, counted_at_the_edges, counter, deliver, parts, whole

HAPPENING: dict[str, Callable[[Register, dt.date], object]] = {
    "referrals": lambda it, day: case(it, "ips", from_day=None, queued_on=day),
    "cases_started": lambda it, day: case(it, "ips", from_day=day),
    "cases_closed": lambda it, day: case(it, "ips", closed_on=day, close_reason="work"),
    "outcomes_employment": lambda it, day: it.outcome(case(it, "ips"), "employment", day),
    "results": lambda it, day: it.document(
        case(it, "rusta-matcha"), "r2", "2025-01-02", status="confirmed", confirmed=str(day)
    ),
}


@pytest.mark.parametrize("code", HAPPENING)
def test_what_happens_on_the_first_and_the_last_day_counts(db: Path, code: str) -> None:
    assert 2 == counted_at_the_edges(db, code, HAPPENING[code])


def test_results_are_a_share_of_those_whose_service_is_paid_by_result(db: Path) -> None:
    with entering(db) as it:
        HAPPENING["results"](it, FIRST)
        case(it, "rusta-matcha")
        case(it, "ips")
        assert (1, 2) == whole(it, "results")


@pytest.mark.parametrize(("pauses", "active"), [
    ([("2025-02-01", "2025-08-30")], 1), ([("2025-02-01", "2025-08-31")], 0), ([("2025-02-01", None)], 0),
    ([("2025-03-02", None)], 1), ([("2025-03-01", "2025-08-31")], 0), ([("2025-01-10", "2025-02-28")], 1),
    ([("2025-02-01", "2025-03-01"), ("2025-03-02", None)], 0),
    ([("2025-02-01", "2025-04-01"), ("2025-04-02", None)], 0),
    ([("2025-02-01", "2025-04-01"), ("2025-04-03", None)], 1),
])  # fmt: skip
def test_one_day_of_the_period_outside_pauses_is_enough(
    db: Path, pauses: list[tuple[str, str | None]], active: int
) -> None:
    with entering(db) as it:
        id = case(it, "ips", "2025-01-02")
        for first, last in pauses:
            it.pause(id, first, last)
        it.pause(case(it, "ips", LAST + dt.timedelta(days=1)), "2025-12-01", "2025-12-02")  # not yet enrolled
        it.pause(case(it, "ips", closed_on="2025-02-28", close_reason="work"), "2025-02-01", "2025-02-10")  # no longer
        assert (active, None) == whole(it, "active")


@pytest.mark.parametrize(("start", "cohort"), [
    ("2025-08-15", "0-5"), ("2025-02-16", "0-5"), ("2025-02-15", "6-10"), ("2024-09-16", "6-10"), ("2024-09-15", "11"),
    ("2024-08-16", "11"), ("2024-08-15", "12-95"), ("2017-08-16", "12-95"), ("2017-08-15", "96+"),
])  # fmt: skip
def test_a_month_of_support_is_whole_on_its_day_of_the_month(db: Path, start: str, cohort: str) -> None:
    last = dt.date(2025, 8, 15)
    with entering(db) as it:
        case(it, "ips", start)
        found = counter(it).count(Period(FIRST, last), last, ["tenure_cohort"])["tenure_cohort"]
    assert {cohort: (1, None)} == found["own"]


@pytest.mark.parametrize(("begun", "ended", "in_work"), [
    ("2025-08-31", None, 1), ("2025-09-01", None, 0), ("2025-04-01", "2025-08-31", 1), ("2025-04-01", "2025-08-30", 0),
    ("2025-04-01", "2025-04-01", 1),
])  # fmt: skip
def test_an_employment_lasts_through_its_last_day(db: Path, begun: str, ended: str | None, in_work: int) -> None:
    """One that begins on the day that another ends goes on."""
    with entering(db) as it:
        id = case(it, "ips")
        it.outcome(id, "employment", begun)
        if ended:
            it.outcome(id, "employment_ended", ended)
        assert (in_work, 1) == whole(it, "in_work")


@pytest.mark.parametrize(("days", "median"), [
    ([3], (6, 2)), ([3, 8], (22, 4)), ([3, 8, 40], (48, 6)), ([0, 2, 4, 100], (24, 8)), ([], None),
])  # fmt: skip
def test_the_first_contact_with_an_employer_is_a_median_of_those_who_began(
    db: Path, days: list[int], median: tuple[int, int] | None
) -> None:
    """A fraction of twice as many as there are; neither a later contact nor one with somebody else counts."""
    with entering(db) as it:
        for n in days:
            id = case(it, "ips", "2025-03-01")
            it.contact(id, "Employer" if n % 2 else "arbetsgivare", dt.date(2025, 3, 1) + dt.timedelta(days=n))
            it.contact(id, "employer", dt.date(2025, 8, 1))
            it.contact(id, "psykiatri", dt.date(2025, 3, 1))
        it.contact(case(it, "ips", "2025-03-01"), "employer", LAST + dt.timedelta(days=1))
        it.contact(case(it, "ips", "2025-02-28"), "employer", dt.date(2025, 3, 1))
        found = counter(it).count(Period(FIRST, LAST), LAST, ["first_contact_median"])["first_contact_median"]
    assert median == found.get("whole", {}).get("")


def test_a_first_contact_after_the_period_counts_by_the_day_of_the_question(db: Path) -> None:
    with entering(db) as it:
        it.contact(case(it, "ips", LAST), "employer", LAST + dt.timedelta(days=3))
        for as_of, median in ((3, (6, 2)), (2, None)):
            day = LAST + dt.timedelta(days=as_of)
            found = counter(it).count(Period(FIRST, LAST), day, ["first_contact_median"])["first_contact_median"]
            assert median == found.get("whole", {}).get("")


@pytest.mark.parametrize(("ended", "new"), [("2025-02-28", 0), ("2025-02-27", 1)])
def test_support_is_new_where_there_was_none_the_day_before_the_period(db: Path, ended: str, new: int) -> None:
    with entering(db) as it:
        person = it.person()
        it.case("K1", person, "ips", from_day="2025-01-02", closed_on=ended, close_reason="other")
        it.case("K2", person, "ips", from_day="2025-03-01")
        counted, _ = whole(it, "supported")
    assert new == counted


QUEUE = "referrals conversion queue wait_max wait_median wait_mean wait_est initial_offered"


@pytest.mark.parametrize("code", QUEUE.split())
def test_the_queue_goes_by_the_service_queued_for(db: Path, code: str) -> None:
    """And support by the one given."""
    with entering(db) as it:
        for queued in ("2025-02-01", "2025-04-01"):
            case(it, "ips", "2025-11-03", queued_on=queued, support="sed")
        assert {"ips"} == parts(it, code, "service")["service"].keys()
        case(it, "ips", support="sed")
        assert {"sed": (1, None)} == parts(it, "ongoing", "service")["service"]


def test_the_same_cases_are_counted_over_one_period_after_another(db: Path) -> None:
    with entering(db) as it:
        deliver(it, case(it, "ipsu-a"), "2025-04-01", unit="case")
        cases = counter(it)
        for period, done in ((Period(FIRST, LAST), 1), (Period(LAST, LAST), 0)):
            found = cases.count(period, LAST, ["mappings_done", "planned_hours"])["mappings_done"]
            assert done == found.get("whole", {"": (0, None)})[""][0]
