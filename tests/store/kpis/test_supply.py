"""Hours, mappings, plans and documents, at the edges of the period and of what counts."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from ipsu_cli.store import deliveries
from ipsu_cli.store.kpis import WHOLE
from tests.reports.register import Register, entering
from tests.store.kpis.counted import EDGES, PERIOD, case, counted_at_the_edges, counter, deliver, parts, plan, whole


def closed_with_a_plan(it: Register, day: dt.date) -> None:
    plan(it, case(it, closed_on=day, close_reason="completed"), {"2025-W03": 10_00, "2025-W04": 5_00})


def absent(it: Register, day: dt.date) -> None:
    it.document(case(it), "avvikelse", day)


HAPPENING: dict[str, Callable[[Register, dt.date], object]] = {
    "delivered_hours": lambda it, day: deliver(it, case(it), day, 1),
    "mappings_done": lambda it, day: deliver(it, case(it, "ipsu-a"), day, unit="case"),
    "passed": lambda it, day: case(it, closed_on=day, close_reason="completed", training_result="passed"),
    "tapering": closed_with_a_plan,
    "gp_on_time": lambda it, day: it.document(case(it, from_day=day), "gp", day),
    "deviations": absent,
}


@pytest.mark.parametrize("code", HAPPENING)
def test_what_happens_on_the_first_and_the_last_day_counts(db: Path, code: str) -> None:
    assert 2 == counted_at_the_edges(db, code, HAPPENING[code])


def test_a_mapping_that_is_taken_back_is_none_until_that_is_cancelled(db: Path) -> None:
    with entering(db) as it:
        id = case(it, "ipsu-a")
        mapping = deliver(it, id, "2025-04-01", unit="case")
        for _ in range(2):
            deliver(it, case(it, "ipsu-a"), "2025-04-02", unit="case")
        assert (3, None) == whole(it, "mappings_done")
        back = deliver(it, id, "2025-04-01", -1_00, unit="case", reverses=mapping)
        assert (2, None) == whole(it, "mappings_done")
        deliveries.cancel(it.store, back)
        assert (3, None) == whole(it, "mappings_done")


@pytest.mark.parametrize(("hours", "counted"), [
    ([20, 10, 5], (1, 1)), ([10, 5], (1, 1)), ([20, 10, 10], (1, 1)),  # as much again is no rise
    ([10, 20, 5], (0, 1)),  # a rise on the way
    ([10, 10], (0, 1)), ([10], (0, 0)),  # one week tells nothing
])  # fmt: skip
def test_support_tapers_where_its_weeks_never_rise_and_the_last_is_less(
    db: Path, hours: list[int], counted: tuple[int, int]
) -> None:
    with entering(db) as it:
        weeks = {f"2025-W{week}": planned for week, planned in enumerate(hours, start=10)}
        plan(it, case(it, closed_on="2025-04-01", close_reason="completed"), weeks)
        assert counted == whole(it, "tapering")


def test_a_mapping_leads_to_support_where_a_training_is_built_on_it(db: Path) -> None:
    with entering(db) as it:
        built_on, *followed, alone = (case(it, "ipsu-a") for _ in range(4))
        for id in (built_on, *followed, alone):
            deliver(it, id, "2025-04-01", unit="case")
        case(it, "ipsu-b", after_id=built_on)
        for id in followed:
            case(it, "ipsu-a", after_id=id)
        case(it, "ipsu-b", after_id=alone, closed_on="2025-04-02", close_reason="registered_in_error")
        assert (1, 4) == whole(it, "a_to_b")


def test_a_week_belongs_where_its_thursday_is(db: Path) -> None:
    """Of March to August those are weeks 10 to 35."""
    with entering(db) as it:
        plan(it, case(it), {"2025-W09": 1, "2025-W10": 2, "2025-W35": 4, "2025-W36": 8})
        assert (2 + 4, None) == whole(it, "planned_hours")


@pytest.mark.parametrize(("filed", "in_time"), [("2025-03-10", 1), ("2025-03-11", 0), (None, 0)])
def test_a_joint_plan_is_in_time_within_five_working_days(db: Path, filed: str | None, in_time: int) -> None:
    """It is asked about when that day has gone by."""
    with entering(db) as it:
        it.document(case(it, from_day="2025-03-03"), "gp", filed, status="submitted" if filed else "draft")
        counted = {
            as_of: counter(it).count(PERIOD, dt.date(2025, 3, as_of), ["gp_on_time"])["gp_on_time"]
            for as_of in (10, 11)
        }
    assert {10: {}, 11: {WHOLE: {"": (in_time, 1)}}} == counted


def test_what_is_filed_on_the_last_day_is_no_longer_overdue(db: Path) -> None:
    with entering(db) as it:
        for filed in EDGES:
            it.document(case(it), "gp", filed)
        assert (1, None) == whole(it, "documents_overdue")


def test_an_absence_is_known_or_not_or_nothing_is_said(db: Path) -> None:
    with entering(db) as it:
        for fields in ('{"known": 1}', '{"known": 0}', '{"known": 0}', "{}"):
            it.document(case(it), "avvikelse", "2025-04-01", fields=fields)
        assert {"known": (1, None), "unknown": (2, None), "unspecified": (1, None)} == parts(it, "deviations")["own"]


def test_passed_is_a_share_of_those_whose_result_is_known(db: Path) -> None:
    with entering(db) as it:
        for result in ("passed", "not_passed", "not_passed", None):
            case(it, closed_on="2025-04-01", close_reason="completed", training_result=result)
        assert (1, 3) == whole(it, "passed")
