"""What an office was told no about, in plain Python: the other side of `report rejections` and of the first pass.

It knows nothing of the register. It is told what was typed, on which day, and says what each figure should be.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from statistics import median
from typing import Any

WHYS = ("hours", "price", "missing", "twice", "period", "other")


@dataclass(eq=False)
class Work:
    """A delivery. `corrected` is the day on which it was taken back, `instead` says that it replaces another."""

    case: str
    day: dt.date
    quantity: int
    entered: dt.date
    instead: bool = False
    reversal_of: "Work | None" = None
    corrected: bool = False
    line: "Line | None" = None


@dataclass(eq=False)
class Rejection:
    """A case of a basis that was rejected; `settled` is None while the investigation goes on."""

    case: str
    why: str
    opened: dt.date
    net: int
    settled: dt.date | None = None


@dataclass(eq=False)
class Line:
    """The work of a case and a month on a basis; `again` says that some of it was billed before."""

    basis: "Basis"
    case: str
    last: dt.date
    net: int
    again: bool
    reverses: bool
    failed: bool = False
    gone: bool = False


@dataclass(eq=False)
class Basis:
    """A basis of a month; it is answered as a whole, or case by case."""

    number: str
    month: str
    made: dt.date
    approved: bool = False
    cancelled: bool = False
    lines: list[Line] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)

    @property
    def open_cases(self) -> set[str]:
        return {rejection.case for rejection in self.rejections if rejection.settled is None}


class Office:
    """All of it, as it stands now."""

    def __init__(self) -> None:
        self.work: list[Work] = []
        self.bases: list[Basis] = []
        self.again: set[Work] = set()

    @property
    def locked(self) -> set[str]:
        return {case for basis in self.bases for case in basis.open_cases}

    # What is typed

    def build(self, number: str, month: str, made: dt.date, last: dt.date, price: int) -> Basis:
        """A line for each case and month, and one for each basis whose work is taken back."""
        basis = Basis(number, month, made)
        groups: dict[tuple[Any, ...], list[Work]] = {}
        for work in self.work:
            if work.line is None and work.day <= last and work.case not in self.locked:
                original = work.reversal_of and work.reversal_of.line
                groups.setdefault((work.case, str(work.day)[:7], original), []).append(work)
        for (case, _, original), group in groups.items():
            again = any(work in self.again or work.instead for work in group)
            net = sum(work.quantity for work in group) * price
            line = Line(basis, case, max(work.day for work in group), net, again, original is not None)
            basis.lines.append(line)
            for work in group:
                work.line = line
        self.bases.append(basis)
        return basis

    def reject(self, basis: Basis, case: str, why: str, on: dt.date) -> None:
        own = [line for line in basis.lines if line.case == case]
        basis.rejections.append(Rejection(case, why, on, sum(line.net for line in own)))
        for line in own:
            line.failed = True

    def resolve(self, basis: Basis, case: str, on: dt.date, *, corrected: bool) -> None:
        (rejection,) = [one for one in basis.rejections if one.case == case and one.settled is None]
        rejection.settled = on
        if corrected:
            self._release([line for line in basis.lines if line.case == case])

    def credit(self, basis: Basis, case: str) -> None:
        self._release([line for line in basis.lines if line.case == case])

    def correct(self, work: Work, quantity: int, today: dt.date) -> None:
        if work.line is None:
            work.quantity = quantity
            return
        work.corrected, work.line.failed = True, True
        self.work.append(Work(work.case, work.day, -work.quantity, today, reversal_of=work))
        self.work.append(Work(work.case, work.day, quantity, today, instead=True))

    def _release(self, lines: list[Line]) -> None:
        for line in lines:
            line.failed = line.gone = True
            for work in self.work:
                if work.line is line:
                    work.line = None
                    self.again.add(work)

    # What the figures are

    def rejections(self, first: dt.date, last: dt.date, as_of: dt.date, cases: Iterable[str]) -> list[Any]:
        """By reason: how many, öre, how many are open and their öre, and the days."""
        chosen = set(cases)
        listed = [one for basis in self.bases for one in basis.rejections if one.case in chosen]
        within = [one for one in listed if first <= one.opened <= last]
        return [_summed([one for one in within if one.why == why], as_of) for why in WHYS]

    def first_pass(self, months: Iterable[str], cases: Iterable[str]) -> tuple[int, int]:
        """Lines that were right the first time, and lines that were answered."""
        chosen, asked = set(cases), set(months)
        lines = [
            line for basis in self.bases if basis.month in asked and not basis.cancelled for line in basis.lines
            if line.case in chosen and not line.reverses and not line.again
        ]  # fmt: skip
        rejected = {(basis, one.case) for basis in self.bases for one in basis.rejections}
        answered = [line for line in lines if line.basis.approved or (line.basis, line.case) in rejected]
        return sum(not line.failed for line in answered), len(answered)

    def days_to_entry(self, first: dt.date, last: dt.date, cases: Iterable[str]) -> Fraction | None:
        chosen = set(cases)
        return _median(
            (work.entered - work.day).days
            for work in self.work
            if work.case in chosen and not work.instead and not work.reversal_of and first <= work.entered <= last
        )

    def days_to_basis(self, first: dt.date, last: dt.date, cases: Iterable[str]) -> Fraction | None:
        chosen = set(cases)
        return _median(
            (basis.made - line.last).days
            for basis in self.bases if not basis.cancelled and first <= basis.made <= last
            for line in basis.lines if line.case in chosen and not line.reverses and not line.gone
        )  # fmt: skip


def _summed(listed: list[Rejection], as_of: dt.date) -> tuple[Any, ...]:
    days = [((one.settled or as_of) - one.opened).days for one in listed]
    waiting = [one for one in listed if one.settled is None]
    nets = [sum(one.net for one in some) for some in (listed, waiting)]
    return len(listed), nets[0], len(waiting), nets[1], _median(days), max(days, default=None)


def _median(days: Iterable[int]) -> Fraction | None:
    listed = [Fraction(number) for number in days]
    return median(listed) if listed else None
