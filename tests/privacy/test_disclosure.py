"""No small count that reports for others hide can be calculated from all that they show: one report by all dimensions,
or those of the same period by each."""

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.outside import judges
from tests.privacy.disclosure import (
    AGREEMENTS,
    GENDERS,
    ON_ONE,
    SERVICES,
    VALUE,
    Counts,
    Judge,
    Person,
    Place,
    Seen,
    enter,
    report,
    seen,
)  # fmt: skip
from tests.reports.register import entering
from tests.whole import WHOLE

DIMENSIONS = ("service", "gender", "agreement")
TOGETHER = (" ".join(f"--by {dimension}" for dimension in DIMENSIONS),)
EACH = tuple(f"--by {dimension}" for dimension in DIMENSIONS)
# In a fast run a few offices, and a few of the counts that each hides; each count is two questions to the solver.
FEW, FEW_COUNTS, MANY, MANY_COUNTS = range(1), 4, range(1, 30 if WHOLE else 2), 12
Reported = Callable[[Sequence[Person], Sequence[str]], tuple[Counts, Seen]]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Judge:
    judges.package("scipy")
    folder = tmp_path_factory.mktemp("judge")
    shutil.copy2(new_office, folder / "ipsu.db")
    return Judge(folder)


def people(judge: Judge, seed: int) -> list[Person]:
    """Some persons of some kinds, few or many, evenly spread or nearly all in one part, under agreements on one
    service each or on both."""
    dice = random.Random(seed)
    some = dice.sample([*judge.adds], dice.choice((5, 10, 20, 40, 80)))
    services, genders = dice.choice(((1, 1), (6, 1))), dice.choice(((10, 10, 1), (1, 1, 1), (20, 3, 0)))
    agreements, on_one = dice.choice(((1, 1, 1, 1), (8, 4, 2, 1), (20, 1, 1, 1))), dice.random() < 0.5

    def one() -> Person:
        (service,), (gender,) = dice.choices(SERVICES, services), dice.choices(GENDERS, genders)
        (agreement,) = dice.choices(AGREEMENTS, agreements)
        service = ON_ONE[agreement] if on_one else service
        return dice.choice(some), service, gender, agreement

    return [one() for _ in range(dice.choice((10, 20, 40, 80, 150)))]


@pytest.fixture
def reported(tmp_path: Path, new_office: Path) -> Reported:
    """All counts of an office of these persons, and what others see of them in reports by those dimensions."""

    def made(everybody: Sequence[Person], reports: Sequence[str]) -> tuple[Counts, Seen]:
        db = Path(shutil.copy2(new_office, tmp_path / "ipsu.db"))
        with entering(db) as it:
            enter(it, everybody, {name: it.agreement(name, SERVICES[0]) for name in AGREEMENTS})
        true = seen(report(tmp_path, TOGETHER[0])).counts
        return true, seen(*(report(tmp_path, f"{by} --external") for by in reports))

    return made


def test_the_judge_finds_what_is_given_away(judge: Judge, reported: Reported) -> None:
    """All is shown but one part: the whole and the other part tell it."""
    kind = next(iter(judge.adds))
    everybody = [(kind, service, GENDERS[0], "A") for service in (SERVICES[0],) * 3 + (SERVICES[1],) * 9]
    true, _ = reported(everybody, TOGETHER)
    place = next(place for place, count in true.items() if place[2:] == ("service", SERVICES[0]) and count == 3)
    others = Seen({other: count for other, count in true.items() if other != place}, {place}, set())
    assert [place] == judge.given_away(everybody, true, others)


def test_the_judge_knows_the_limit(judge: Judge, reported: Reported) -> None:
    """As many hidden parts as a hidden whole can have at most are one person each."""
    kind = next(iter(judge.adds))
    everybody = [(kind, SERVICES[0], GENDERS[0], agreement) for agreement in AGREEMENTS]
    true, others = reported(everybody, TOGETHER)
    assert [] == judge.given_away(everybody, true, others, most=FEW_COUNTS)
    parts = {place for place in true if place[1:3] == (VALUE, "agreement")}
    assert parts <= {*judge.given_away(everybody, true, others._replace(listed=others.listed | parts))}


@pytest.mark.parametrize("seed", FEW)
def test_no_small_count_follows(judge: Judge, reported: Reported, seed: int) -> None:
    everybody = people(judge, seed)
    true, others = reported(everybody, TOGETHER)
    assert true.items() >= others.counts.items()
    assert [] == judge.given_away(everybody, true, others, most=FEW_COUNTS)


@pytest.mark.long
def test_none_does_in_many_offices(judge: Judge, reported: Reported) -> None:
    """In one report by all dimensions others see at least what they see in those by each."""
    found: dict[int, list[Place]] = {}
    for seed in MANY:
        everybody = people(judge, seed)
        found[seed] = judge.given_away(everybody, *reported(everybody, TOGETHER), most=MANY_COUNTS)
    assert {} == {seed: places for seed, places in found.items() if places}


@pytest.mark.parametrize("seed", FEW)
def test_what_others_see_does_not_depend_on_what_is_asked(judge: Judge, reported: Reported, seed: int) -> None:
    """So reports by each dimension give away no more than one by all."""
    everybody = people(judge, seed)
    (_, together), (_, apart) = reported(everybody, TOGETHER), reported(everybody, EACH)
    assert together == apart
