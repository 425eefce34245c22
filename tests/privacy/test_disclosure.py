"""No small count that a report for others hides can be calculated from all that the report shows."""

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.outside import judges
from tests.privacy.disclosure import GENDERS, SERVICES, Counts, Judge, Person, enter, report, shown
from tests.reports.register import entering
from tests.whole import WHOLE

BY = "--by service --by gender"
# In a fast run a few offices, and a few of the counts that each hides; each count is two questions to the solver.
FEW, FEW_COUNTS, MANY = range(3), 5, range(3, 30 if WHOLE else 6)
Reported = Callable[[Sequence[Person]], tuple[Counts, Counts]]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory, new_office: Path) -> Judge:
    judges.package("scipy")
    folder = tmp_path_factory.mktemp("judge")
    shutil.copy2(new_office, folder / "ipsu.db")
    return Judge(folder)


def people(judge: Judge, seed: int) -> list[Person]:
    """Some persons of some kinds. Where they are of very few kinds, tables that cross each other leave less open than
    the program knows (docs/decisions.md)."""
    dice = random.Random(seed)
    kinds = dice.sample(judge.people(), dice.choice((20, 40, 80)))
    return dice.choices(kinds, k=dice.choice((20, 40, 80, 150)))


@pytest.fixture
def reported(tmp_path: Path, new_office: Path) -> Reported:
    """All counts of an office of these persons, and those that others see."""

    def made(everybody: Sequence[Person]) -> tuple[Counts, Counts]:
        db = Path(shutil.copy2(new_office, tmp_path / "ipsu.db"))
        with entering(db) as it:
            enter(it, everybody, [it.agreement("A", SERVICES[0])] * len(everybody))
        return shown(report(tmp_path, BY)), shown(report(tmp_path, f"{BY} --external"))

    return made


def test_the_judge_finds_what_is_given_away(judge: Judge, reported: Reported) -> None:
    """All is shown but one part: the whole and the other part tell it."""
    kind = next(iter(judge.adds))
    true, _ = reported([(kind, service, GENDERS[0]) for service in (SERVICES[0],) * 3 + (SERVICES[1],) * 9])
    place = next(place for place, count in true.items() if place[2:] == ("service", SERVICES[0]) and count == 3)
    assert [place] == judge.given_away(true, {other: count for other, count in true.items() if other != place})


@pytest.mark.parametrize("seed", FEW)
def test_no_small_count_follows_from_the_report(judge: Judge, reported: Reported, seed: int) -> None:
    true, seen = reported(people(judge, seed))
    assert true.items() >= seen.items()
    assert [] == judge.given_away(true, seen, most=FEW_COUNTS)


@pytest.mark.long
def test_none_does_in_many_offices(judge: Judge, reported: Reported) -> None:
    found = {seed: judge.given_away(*reported(people(judge, seed))) for seed in MANY}
    assert {} == {seed: places for seed, places in found.items() if places}
