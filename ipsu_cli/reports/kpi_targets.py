"""Targets judged: each by its own formula, on its own day, in its own cases; and how far the goal has come."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from ipsu_cli.core.dates import ONE_DAY
from ipsu_cli.core.funding import EVERYBODY
from ipsu_cli.core.goal import FRACTION, NUMBER, RATE, YEAR
from ipsu_cli.core.hours import Hours, Quantity
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.money import Ore
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.percent import Percent
from ipsu_cli.core.period import Period, months_apart
from ipsu_cli.core.target import Target
from ipsu_cli.core.to_json import JsonObject, all_but
from ipsu_cli.reports.kpi_measured import FIDELITY, Ask, Tallied, answered, counting, nothing, tally_asked
from ipsu_cli.rules.kpis import COUNT, HOURS, ORE, PERCENT, Kpi, find
from ipsu_cli.store import Store, settings
from ipsu_cli.store.kpis.question import Pair
from ipsu_cli.store.scope import Chosen

Fraction = tuple[int, int]
# By agreement, None for all; and by the days asked for.
TalliedScopes = dict[str | None, dict[Period, Tallied]]
SUMMED = (COUNT, HOURS, ORE)
KINDS: dict[str, type[Hundredths]] = {HOURS: Hours, ORE: Ore, PERCENT: Percent}


class Judged(NamedTuple):
    """A target with what came of it: the day, the value on it and by how much it is more or less. What cannot be
    evaluated has no `met`."""

    target: Target
    kpi: Kpi
    on: dt.date
    value: Fraction | None
    aim: Fraction | None
    met: bool | None

    @property
    def standing(self) -> "TargetStanding":
        """The target as it is shown."""
        return TargetStanding(
            agreement=self.target.agreement or EVERYBODY,
            value=typed(self.kpi, self.target),
            from_day=self.target.from_day,
            by=self.target.by_day,
            counts=self.target.counts,
            judged_on=self.on,
            judged_value=None if self.value is None else rounded(self.kpi, *self.value),
            met=self.met,
            difference=self._difference(),
        )

    def _difference(self) -> Hundredths | None:
        if self.value is None or self.aim is None:
            return None
        (n, d), (aim, of) = self.value, self.aim
        return rounded(self.kpi, n * of - aim * d, d * of)


class TargetStanding(NamedTuple):
    """A target as it is shown, in the key figure's unit: what is aimed at, from when and by when, and what the day that
    it is judged on says of it. `hidden`: others do not see that."""

    agreement: str
    value: Hundredths | str
    from_day: dt.date | None
    by: dt.date | None
    counts: tuple[str, ...]
    judged_on: dt.date
    judged_value: Hundredths | None
    met: bool | None
    difference: Hundredths | None
    hidden: bool = False

    def to_json(self) -> JsonObject:
        """What is hidden is nothing there."""
        return all_but(self, "hidden")


class GoalProgress(NamedTuple):
    """How many days have gone, of how many and as a share of them; how many are left to reach a goal, and how many a
    month that takes."""

    days: int
    of_days: int | None
    time_share: Percent | None
    left: Quantity | None
    per_month: Quantity | None


class GoalPace(NamedTuple):
    """How far the goal for new support has come: persons and the goal, and the days that have gone of all."""

    supported: int
    goal: Fraction
    first: dt.date
    last: dt.date
    by: dt.date | None

    @property
    def pace(self) -> GoalProgress:
        """What that makes."""
        days = (self.last - self.first).days + 1
        of_days = (self.by - self.first).days + 1 if self.by else None
        left = max(self.goal[0] - self.supported * self.goal[1], 0)
        share = Percent.share(days, of_days) if of_days else None
        return GoalProgress(days, of_days, share, Quantity.rounded(left, self.goal[1]), self._per_month(left))

    def _per_month(self, left: int) -> Quantity | None:
        if not self.by or self.by <= self.last:
            return None
        months, over = months_apart(self.last + ONE_DAY, self.by + ONE_DAY)
        return Quantity.rounded(left * over, self.goal[1] * months)


def kind_of(kpi: Kpi) -> type[Hundredths]:
    """The kind of number that a key figure is, where it is not a bare count."""
    return KINDS.get(kpi.unit, Quantity)


def rounded(kpi: Kpi, n: int, d: int) -> Hundredths:
    """A value in the key figure's unit: öre and hours as they are, all else to one decimal."""
    if kpi.unit == ORE:
        return Ore(n // d)
    return Hours(100 * n // d) if kpi.unit == HOURS else kind_of(kpi).rounded(n, d)


def typed(kpi: Kpi, target: Target) -> Hundredths | str:
    """The target's value in the key figure's unit, or as it was typed where it is no number."""
    return kind_of(kpi)(target.goal.n) if target.goal.kind == NUMBER else target.value


def span_of(target: Target, period: Period) -> Period:
    """The days that a target is judged over: those of the period up to its own day.

    New support is counted from the target's first day on, as the goal is.
    """
    last = min(period.last, target.by_day or period.last)
    first = target.from_day if target.kpi == "supported" and target.from_day else period.first
    return Period(first, last) if first <= last else Period.year_to_date(last)


def holds(target: Target, period: Period) -> bool:
    """Has its time come by the period's last day?"""
    return target.from_day is None or target.from_day <= period.last


def judge(store: Store, targets: Sequence[Target], period: Period, as_of: dt.date) -> list[Judged]:
    """Each target judged in the cases of its own agreement, or in all."""
    return judged_by(targets, period, tally_targets(store, targets, period, as_of), settings.entered(store))


def tally_targets(store: Store, targets: Iterable[Target], period: Period, as_of: dt.date) -> TalliedScopes:
    """What a register says for each scope that has targets, over the days that they are judged over."""
    return {
        agreement: tally_asked(
            counting(store, Chosen(agreements=(agreement,) if agreement else ())), as_of, _asked(own, period)
        )
        for agreement, own in _by_scope(targets).items()
    }


def judged_by(
    targets: Iterable[Target], period: Period, tallied: TalliedScopes, kept: Mapping[str, str]
) -> list[Judged]:
    """Each target judged by what was tallied for its scope; `kept` are the office's settings."""
    found: list[Judged] = []
    for agreement, own in _by_scope(targets).items():
        rates = {target.kpi: target.goal for target in own if target.goal.kind == RATE}
        pairs = answered(_asked(own, period), tallied[agreement], rates)
        found += [_judged(target, period, pairs, kept) for target in own]
    return found


def _by_scope(targets: Iterable[Target]) -> dict[str | None, list[Target]]:
    found: dict[str | None, list[Target]] = {}
    for target in targets:
        found.setdefault(target.agreement, []).append(target)
    return found


def _asked(targets: Iterable[Target], period: Period) -> list[Ask]:
    """What has to be known to judge those whose time has come."""
    return sorted({one for target in targets if holds(target, period) for one in _asks(target, period)})


def _asks(target: Target, period: Period) -> list[Ask]:
    """What has to be known to judge it."""
    own = Ask(span_of(target, period), target.kpi, target.counts)
    return [own, own._replace(period=Period.of_year(target.goal.n))] if target.goal.kind == YEAR else [own]


def _judged(target: Target, period: Period, pairs: dict[Ask, Pair], kept: Mapping[str, str]) -> Judged:
    kpi = find(target.kpi)
    assert kpi is not None
    if not holds(target, period):
        return Judged(target, kpi, period.last, None, None, None)
    asks = _asks(target, period)
    value, *others = [kpi.exact(*pairs.get(question, nothing(target.kpi))) for question in asks]
    aim = _aim(target, kpi, others)
    tolerance = int(kept.get(kpi.tolerance) or 0)
    met = None if value is None or aim is None else is_met(kpi, value, aim, tolerance)
    return Judged(target, kpi, span_of(target, period).last, value, aim, met)


def _aim(target: Target, kpi: Kpi, others: Sequence[Fraction | None]) -> Fraction | None:
    """What is aimed at as a fraction in the unit of the value; None where nothing is known to divide by.

    Rates and fractions are those of shares alone. `others` is the value of the year that is aimed at, if one is.
    """
    goal = target.goal
    if goal.kind == RATE:
        return 100, 1
    if goal.kind == YEAR:
        (aim,) = others
        return aim
    if goal.kind == FRACTION:
        return None if goal.d is None else (100 * goal.n, goal.d)
    return goal.n, 1 if kpi.unit == ORE else 100


def is_met(kpi: Kpi, value: Fraction, aim: Fraction, tolerance: int = 0) -> bool:
    """Compared exactly: at least where more is better, else at most. `tolerance` is in per cent of the aim."""
    over = 100 * value[0] * aim[1] - (100 - tolerance) * aim[0] * value[1]
    return over >= 0 if kpi.more else over <= 0


def of_scope(judged: Iterable[Judged], agreement: str | None, period: Period) -> Judged | None:
    """The target of those whose cases are asked for: the one that is to be reached next, else the last one."""
    own = [
        judgement for judgement in judged if judgement.target.agreement == agreement and holds(judgement.target, period)
    ]
    ahead = [judgement for judgement in own if (judgement.target.by_day or dt.date.max) >= period.last]
    return min(ahead, key=_by) if ahead else max(own, key=_by, default=None)


def _by(judged: Judged) -> tuple[dt.date, bool]:
    return judged.target.by_day or dt.date.max, bool(judged.target.counts)


def sum_of_parts(kpi: Kpi, judged: Iterable[Judged], period: Period) -> Hundredths | None:
    """What the agreements' own targets make together; shares do not add up."""
    listed = [judgement for judgement in judged if judgement.target.agreement and judgement.target.goal.kind == NUMBER]
    own = [of_scope(listed, name, period) for name in dict.fromkeys(judgement.target.agreement for judgement in listed)]
    there = [judgement.target.goal.n for judgement in own if judgement]
    if not there or kpi.unit not in SUMMED or kpi.code == FIDELITY:
        return None
    return kind_of(kpi)(sum(there))


def progress(judged: Judged | None, period: Period) -> GoalPace | None:
    """How far the goal for new support has come; nothing without a goal in numbers."""
    if judged is None:
        return None
    assert judged.value and judged.aim, "its time has come"
    (supported, _), (goal, of) = judged.value, judged.aim
    if not goal:
        return None
    span = span_of(judged.target, period)
    return GoalPace(supported, (goal, of), span.first, span.last, judged.target.by_day)


def of_units(targets: Iterable[Target], agreements: Sequence[str]) -> list[Target]:
    """The targets of those agreements, or of all; what all aim at in fidelity, each unit does by itself."""
    if not agreements:
        return list(targets)
    listed = list(targets)
    own = [target for target in listed if target.agreement in agreements]
    shared = [target for target in listed if target.agreement is None and target.kpi == FIDELITY]
    aimed = {target.agreement for target in own if target.kpi == FIDELITY}
    return own + [target._replace(agreement=name) for target in shared for name in agreements if name not in aimed]
