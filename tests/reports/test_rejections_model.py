"""Random months of work, rejections, credits and corrections: the figures against a model in plain Python."""

import datetime as dt
import random
import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests import program
from tests.reports.rejections_model import Basis, Office, Work

FIRST, LAST = dt.date(2026, 2, 2), dt.date(2026, 5, 31)
PRICE = 450_00
CASES = {"B1": "Lo", "B2": "Mo", "B3": "Mo"}
PERSONS = ("19900101-9802", "19850602-9837", "19881123-9840")
TRAINING = "--training Svets --training-from 2026-01-07 --training-to 2027-06-30"
MONTHS = ("2026-02", "2026-03", "2026-04", "2026-05")
ONE_DAY = dt.timedelta(days=1)


class Spring:
    """An office that is typed into day by day, and the model that is told the same."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.folder, self.dice, self.model = folder, dice, Office()
        self.ids: dict[Work, int] = {}
        self.day = FIRST
        self.did("agreement add S1 --service ipsu --area Syd --from 2026-01-01")
        self.did("price set S1 ipsu-b 450 --unit hour --from 2026-01-01")
        for (case, coach), person in zip(CASES.items(), PERSONS, strict=True):
            self.did(
                f"case add {case} --service ipsu-b --personnummer {person} --name 'Kim Ek' --coach {coach} "
                f"--from {FIRST} --to {LAST} {TRAINING}"
            )
            self.did(f"plan set {case} 2026-W06..2026-W22=30 --submitted {FIRST} --confirmed {FIRST}")

    def did(self, words: str) -> Any:
        result = program.run(f"{words} --json", folder=self.folder, today=str(self.day))
        assert 0 == result.code, (self.day, words, result.err)
        return result.json

    def live(self) -> None:
        often = [self.deliver] * 6 + [self.build] * 3 + [self.resolve, self.approve] * 3
        steps = [*often, self.reject, self.reject, self.credit, self.correct, self.correct, self.cancel]
        while self.day < LAST:
            self.day += self.dice.choice((0, 0, 1, 1, 2, 3)) * ONE_DAY
            self.day = min(self.day, LAST)
            self.dice.choice(steps)()

    def deliver(self) -> None:
        case = self.dice.choice(list(CASES))
        if case in self.model.locked:
            return
        late = self.dice.choice((0, 0, 1, 2, 9, 30))
        work = Work(case, max(FIRST, self.day - late * ONE_DAY), self.dice.randrange(1, 4), self.day)
        made = self.did(f"deliver {case} {work.quantity} --on {work.day}")
        self.model.work.append(work)
        self.ids[work] = made["delivery"]["id"]

    def build(self) -> None:
        month = self.dice.choice([month for month in MONTHS if month <= str(self.day)[:7]])
        last = next(day for n in (31, 30, 28) if (day := _day(month, n)))
        made = self.did(f"invoice build --month {month}")["invoices"]
        basis = self.model.build(made[0]["number"] if made else "", month, self.day, last, PRICE)
        found = sorted((line["case"], line["to"], line["net_ore"]) for line in (made[0]["lines"] if made else ()))
        assert found == sorted((line.case, str(line.last), line.net) for line in basis.lines)
        if not made:
            self.model.bases.remove(basis)

    def reject(self) -> None:
        for basis in self._open(approved=False):
            cases = sorted({line.case for line in basis.lines if not line.gone} - self.model.locked)
            if cases:
                case, why = self.dice.choice(cases), self.dice.choice(("hours", "price", "missing", "other"))
                self.did(
                    f"invoice reject {basis.number} --case {case} --why {why} --reason x --not-self-fixable "
                    f"--on {self.day}"
                )
                self.model.reject(basis, case, why, self.day)
                return

    def resolve(self) -> None:
        for basis in self.model.bases:
            for case in sorted(basis.open_cases):
                corrected = self.dice.random() < 0.5
                outcome = "corrected" if corrected else "upheld"
                self.did(f"invoice resolve {basis.number} --case {case} --outcome {outcome} --on {self.day}")
                self.model.resolve(basis, case, self.day, corrected=corrected)
                return

    def approve(self) -> None:
        for basis in self._open(approved=False):
            if not basis.open_cases:
                self.did(f"invoice approve {basis.number} --on {self.day}")
                basis.approved = True
                return

    def credit(self) -> None:
        for basis in self._open(approved=True):
            standing = {line.case for line in basis.lines if not line.gone and not line.reverses}
            corrected = {work.case for work in self.model.work if work.corrected}
            for case in sorted(standing - corrected - self.model.locked):
                self.did(f"invoice credit {basis.number} --case {case} --reason x")
                self.model.credit(basis, case)
                return

    def correct(self) -> None:
        """What is free, or stands on a basis that was approved."""
        listed = [
            (work, id) for work, id in self.ids.items()
            if (work.line is None or work.line.basis.approved) and not work.corrected
            and work.case not in self.model.locked
        ]  # fmt: skip
        if listed:
            work, id = self.dice.choice(listed)
            self.did(f"delivery correct {id} {work.quantity + 1} --reason x")
            self.model.correct(work, work.quantity + 1, self.day)

    def cancel(self) -> None:
        for basis in self._open(approved=False):
            if not basis.rejections and self.dice.random() < 0.3:
                self.did(f"invoice cancel {basis.number} --reason x")
                basis.cancelled = True
                for work in self.model.work:
                    if work.line is not None and work.line.basis is basis:
                        work.line = None
                return

    def _open(self, *, approved: bool) -> list[Basis]:
        listed = [
            basis for basis in self.model.bases
            if basis.approved == approved and not basis.cancelled and any(not line.gone for line in basis.lines)
        ]  # fmt: skip
        return self.dice.sample(listed, len(listed))


def _day(month: str, n: int) -> dt.date | None:
    try:
        return dt.date.fromisoformat(f"{month}-{n:02}")
    except ValueError:
        return None


def rounded(exact: Fraction | None) -> float | None:
    return None if exact is None else int(exact * 10 + Fraction(1, 2)) / 10


@pytest.mark.parametrize("seed", range(6))
def test_every_figure_is_that_of_the_model(tmp_path: Path, new_office: Path, seed: int) -> None:
    shutil.copy2(new_office, tmp_path / "ipsu.db")
    spring = Spring(tmp_path, random.Random(seed))
    spring.live()
    model = spring.model
    for first, last in ((FIRST, LAST), (dt.date(2026, 3, 1), dt.date(2026, 3, 31))):
        months = [month for month in MONTHS if str(first)[:7] <= month <= str(last)[:7]]
        report = spring.did(f"report rejections --from {first} --to {last} --by coach")
        kpis = {kpi["code"]: kpi for kpi in spring.did(f"report kpi --from {first} --to {last} --by coach")["kpis"]}
        expected = model.rejections(first, last, LAST, CASES)
        assert [_of(row) for row in report["rejections"]] == [(*sums, rounded(m), most) for *sums, m, most in expected]
        groups = {None: list(CASES), "Lo": ["B1"], "Mo": ["B2", "B3"]}
        for coach, cases in groups.items():
            own = {code: kpi if coach is None else kpi["breakdown"]["coach"].get(coach) for code, kpi in kpis.items()}
            n, d = model.first_pass(months, cases)
            assert (n, d) == _pair(own["first_pass_share"]), (coach, months)
            assert rounded(model.days_to_entry(first, last, cases)) == _value(own["days_to_entry"])
            assert rounded(model.days_to_basis(first, last, cases)) == _value(own["days_to_basis"])


def _of(row: dict[str, Any]) -> tuple[Any, ...]:
    keys = ("count", "net_ore", "still_open", "still_open_ore", "days_median", "days_longest")
    return tuple(row[key] for key in keys)


def _pair(figure: dict[str, Any] | None) -> tuple[int, int]:
    return (figure["numerator"], figure["denominator"]) if figure else (0, 0)


def _value(figure: dict[str, Any] | None) -> float | None:
    return figure["value"] if figure else None
