"""Random registers: the report against an oracle that counts in plain Python."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.reports.kpi_oracle import TO_WORK, Life, counts, values
from tests.reports.register import entering

Run = Callable[..., Any]
FIRST, LAST = dt.date(2025, 3, 1), dt.date(2025, 8, 31)
EPOCH = dt.date(2024, 3, 1)
QUEUE_REASONS = ("referred_on", "declined", "not_target_group", "other", "registered_in_error")
REASONS = (*TO_WORK, "withdrew", "registered_in_error")
SERVICES = ("ips", "sed", "se")


def lives(dice: random.Random, many: int = 90) -> list[Life]:
    """Enrolments of some sixty persons; days fall on the edges of the period more often than elsewhere."""
    genders = {n: dice.choice(["woman", "man", "other", None]) for n in range(60)}
    return [life(dice, f"K{n:03}", person := dice.randrange(60), genders[person]) for n in range(many)]


def day(dice: random.Random, since: dt.date = EPOCH) -> dt.date:
    edges = [FIRST - dt.timedelta(days=1), FIRST, LAST, LAST + dt.timedelta(days=1)]
    near = [edge for edge in edges if edge >= since]
    return dice.choice(near) if near and dice.random() < 0.3 else since + dt.timedelta(days=dice.randrange(400))


def life(dice: random.Random, ref: str, person: int, gender: str | None) -> Life:
    queued = day(dice) if dice.random() < 0.7 else None
    start = day(dice, queued or EPOCH) if queued is None or dice.random() < 0.7 else None
    closed = day(dice, start or queued or EPOCH) if dice.random() < 0.5 else None
    reason = dice.choice(REASONS if start else QUEUE_REASONS) if closed else None
    outcomes = tuple(
        (
            dice.choice(["employment", "employment_ended", "studies_started", "studies_completed", "studies_ended"]),
            when,
            dice.random() < 0.5,
        )
        for _ in range(dice.randrange(3))
        if start and (when := day(dice, start)) and (closed is None or when <= closed)
    )
    pauses = tuple(
        (paused, paused + dt.timedelta(days=dice.choice([0, 5, 60, 250])) if dice.random() < 0.8 else None)
        for _ in range(dice.randrange(3))
        if start and (paused := day(dice, start))
    )
    support = dice.choice([None, None, *SERVICES, "unspecified"]) if start else None
    return Life(ref, person, gender, dice.choice(SERVICES), support, queued, start, closed, reason, outcomes, pauses)


def enter(db: Path, listed: list[Life]) -> None:
    with entering(db) as it:
        people: dict[int, int] = {}
        for drawn in listed:
            person = people.setdefault(drawn.person, it.person(drawn.gender))
            case = it.case(
                drawn.ref, person, drawn.queued_for, support=drawn.support, queued_on=drawn.queued,
                from_day=drawn.start, closed_on=drawn.closed, close_reason=drawn.reason,
            )  # fmt: skip
            for kind, when, subsidised in drawn.outcomes:
                it.outcome(case, kind, when, subsidised)
            for paused, ended in drawn.pauses:
                it.pause(case, paused, ended)


@pytest.mark.parametrize("seed", range(12))
def test_every_figure_is_that_of_the_oracle(db: Path, run: Run, seed: int) -> None:
    listed = lives(random.Random(seed))
    enter(db, listed)
    asked = run(f"report kpi --from {FIRST} --to {LAST}")["kpis"]
    found = {kpi["code"]: kpi["value"] for kpi in asked}
    expected = values(listed, FIRST, LAST)
    assert expected == {code: found[code] for code in expected}
    parts = {kpi["code"]: kpi["breakdown"] for kpi in asked}
    for code, cases in counts(listed, FIRST, LAST).items():
        of_queue = code in ("referrals", "queue")
        by_service = Counter(case.queued_for if of_queue else case.given for case in cases)
        by_gender = Counter(case.gender or "unknown" for case in cases)
        for dimension, by_part in (("service", by_service), ("gender", by_gender)):
            assert by_part == {part: figure["value"] for part, figure in parts[code][dimension].items()}, code
