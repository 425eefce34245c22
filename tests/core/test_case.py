"""What a case is today: its state, its last day, and the service that is given."""

import datetime as dt
from typing import Any

import pytest

from ipsu_cli.core.case import Case, Referral

day = dt.date.fromisoformat


def case(queued: str = "", support: str | None = None, **days: str) -> Case:
    """A case with those days and no other."""
    bare: dict[str, Any] = {"id": 1, "ref": "C1", "service": "ips", "agreement": None, "person": None}
    referral = Referral(queued_on=day(queued) if queued else None, support=support)
    return Case(**bare | {"referral": referral} | {name: day(text) for name, text in days.items()})


PERIOD = {"from_day": "2026-03-02", "to_day": "2026-03-22"}


@pytest.mark.parametrize(
    ("of", "on", "status"),
    [
        (case(**PERIOD), "2026-03-01", "planned"),
        (case(**PERIOD), "2026-03-02", "active"),
        (case(**PERIOD), "2026-03-22", "active"),
        (case(**PERIOD), "2026-03-23", "ended"),
        (case(**PERIOD, closed_on="2026-03-10"), "2026-03-09", "active"),
        (case(**PERIOD, closed_on="2026-03-10"), "2026-03-10", "ended"),
        (case(from_day="2026-03-02"), "2199-12-31", "active"),
        (case(queued="2026-03-01"), "2026-02-28", "planned"),
        (case(queued="2026-03-01"), "2026-03-01", "queued"),
        (case(queued="2026-03-01", from_day="2026-03-05"), "2026-03-04", "queued"),
        (case(queued="2026-03-01", from_day="2026-03-05"), "2026-03-05", "active"),
        (case(queued="2026-03-01", closed_on="2026-03-03"), "2026-03-03", "ended"),
        (case(), "2026-03-01", "planned"),
    ],
)
def test_the_state_of_a_case(of: Case, on: str, status: str) -> None:
    assert status == of.status(day(on))


@pytest.mark.parametrize(
    ("days", "last"),
    [
        ({}, None),
        ({"to_day": "2026-03-22"}, "2026-03-22"),
        ({"closed_on": "2026-03-10"}, "2026-03-10"),
        ({"to_day": "2026-03-22", "closed_on": "2026-03-10"}, "2026-03-10"),
        ({"to_day": "2026-03-09", "closed_on": "2026-03-10"}, "2026-03-09"),
    ],
)
def test_the_last_day_is_that_of_the_period_or_of_the_closing(days: dict[str, str], last: str | None) -> None:
    assert (last and day(last)) == case(**days).last_day


@pytest.mark.parametrize(
    ("support", "started", "service"),
    [
        (None, True, "ips"), ("sed", True, "sed"), ("sed", False, "ips"), ("unspecified", True, "ips"),
    ],
)  # fmt: skip
def test_the_service_given_is_that_of_the_support(support: str | None, started: bool, service: str) -> None:
    days = {"from_day": "2026-03-02"} if started else {}
    assert service == case(support=support, **days).given
