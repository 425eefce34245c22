"""Nothing that reports for others hide of few persons is told by the other figures: hours, money, documents, answers to
surveys and targets too, whole and by part, of one office and of two."""

import shutil
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.privacy.exact import Extent, Row, System
from tests.privacy.figures import EVERY, Judge, Report, cases_of
from tests.privacy.worked import WorkedOffice, enter, office
from tests.whole import WHOLE

# Few in a fast run, more in a long one.
FEW, MANY = (102, 109), range(200, 300 if WHOLE else 206)
OTHER = "other.db"
Judged = Callable[..., Judge]


@pytest.fixture
def judged(tmp_path: Path, new_office: Path) -> Judged:
    """The judge of the report for others on an office, or of one on two of them."""

    def entered(name: str, it: WorkedOffice, *, of_each: bool = False) -> None:
        enter(Path(shutil.copy2(new_office, tmp_path / name)), it, of_each=of_each)

    def made(*offices: WorkedOffice, more: str = "--external") -> Judge:
        files = ("ipsu.db", OTHER)[: len(offices)]
        labels = files if len(offices) > 1 else ("",)
        cases = []
        for number, (it, label) in enumerate(zip(offices, labels, strict=True)):
            entered("ipsu.db", it, of_each=True)
            cases += cases_of(it, Report.of(tmp_path, "--by agreement"), number, label)
        for name, it in zip(files, offices, strict=True):
            entered(name, it)
        also = f" --also {OTHER}" * (len(offices) - 1)
        true, seen = (Report.of(tmp_path, f"{EVERY}{also} {words}") for words in ("", more))
        return Judge(cases, true, seen)

    return made


def told(judge: Judge) -> Sequence[object]:
    return [*judge.shown_of_few(), *judge.given_away()]


def without_few(judge: Judge) -> Report:
    """The report with what is of few persons hidden, and nothing more."""

    def seen(code: str, at: tuple[str, str], figure: Any) -> Any:
        names = [place for place in judge.true.places(code, at) if place in judge.numbers]
        few = any(judge.few(place[0], [place]) for place in names)
        return {**figure, **dict.fromkeys(("value", "numerator", "denominator")), "hidden": True} if few else figure

    return Report({
        code: {**seen(code, ("", ""), kpi), "breakdown": {
            by: {part: seen(code, (by, part), figure) for part, figure in parts.items()}
            for by, parts in kpi["breakdown"].items()
        }}
        for code, kpi in judge.true.kpis.items()
    })  # fmt: skip


def test_the_judge_finds_what_is_told(judged: Judged) -> None:
    """With nothing hidden but what is of few persons, the rest tells hours, money, counts and answers."""
    judge = judged(office(4))
    found = Judge(judge.cases, judge.true, without_few(judge)).given_away()
    assert {"cases_started", "delivered_hours", "invoiced_ore", "deviations"} <= {place[0] for place, *_ in found}


@pytest.mark.parametrize("seed", FEW)
def test_nothing_hidden_is_told(judged: Judged, seed: int) -> None:
    assert [] == told(judged(office(seed)))


def test_nor_by_the_parts_of_two_offices(judged: Judged) -> None:
    assert [] == told(judged(office(1), office(11)))


@pytest.mark.long
@pytest.mark.parametrize("seed", MANY)
def test_nor_in_many_offices(judged: Judged, seed: int) -> None:
    assert [] == told(judged(office(seed)))


# The arithmetic of the judge


def row(number: int, *unknowns: str, is_equal: bool = True) -> Row:
    return Row(dict.fromkeys(unknowns, Fraction(1)), Fraction(number), is_equal)


@pytest.mark.parametrize(("rows", "asked", "least", "most"), [
    ([row(10, "a", "b")], ["a"], 0, 10),
    ([row(10, "a", "b")], ["a", "b"], 10, 10),
    ([row(10, "a", "b"), row(7, "b", "c"), row(5, "a", "c")], ["a"], 4, 4),
    ([row(10, "a", "b"), row(3, "b", is_equal=False)], ["a"], 7, 10),
    ([row(0, "a", "b")], ["a"], 0, 0),
    ([row(10, "a", "known")], ["a"], 6, 6),
    ([row(10, "a", "b")], ["other"], 0, None),
    ([row(9, "a", "b", "c"), row(9, "a", "b", "d"), row(2, "c", is_equal=False)], ["a", "b"], 7, 9),
])  # fmt: skip
def test_what_a_system_leaves_open(rows: list[Row], asked: list[str], least: int, most: int | None) -> None:
    assert Extent(Fraction(least), None if most is None else Fraction(most)) == System(
        rows, {"known": Fraction(4)}
    ).extent(asked)
