"""What a steering group sees of a unit: its figures of SUS, its fidelity and what its participants answer; and what
others see of that."""

import datetime as dt
from collections.abc import Sequence

from ipsu_cli.core.answer import Text
from ipsu_cli.core.funding import EVERYBODY
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.reports.fidelity import JointGoal, UnitStanding
from ipsu_cli.reports.kpi_figure import Figure, FigureValue, KeyFigure


class SusFigure(NamedTuple):
    """A figure of SUS with what it was divided by, next to its target and the day that it was judged on."""

    value: FigureValue | None
    numerator: FigureValue | None
    denominator: FigureValue | None
    target: Hundredths | str | None
    met: bool | None
    judged_on: dt.date | None


class Indicator(NamedTuple):
    """What participants answered to a question, next to the target."""

    question: str
    population: str
    positive: FigureValue | None
    answered: FigureValue | None
    asked: FigureValue | None
    share: FigureValue | None
    response: FigureValue | None
    target: Hundredths | str | None
    met: bool | None

    @property
    def code(self) -> str:
        """What it is called in the codes of key figures."""
        return f"{self.question}:{self.population}"


class SteeringUnit(NamedTuple):
    """The three instruments of an agreement, or of all together: the figures of SUS by their codes, fidelity and the
    indicators."""

    agreement: str
    sus: dict[str, SusFigure]
    fidelity: UnitStanding | JointGoal
    indicators: list[Indicator]

    @property
    def name(self) -> str | Text:
        """What a table calls it."""
        return Text("message.jointly") if self.agreement == EVERYBODY else self.agreement


class Steering(NamedTuple):
    """Each unit, and all of them together."""

    units: list[SteeringUnit]
    joint: SteeringUnit

    @property
    def all_units(self) -> list[SteeringUnit]:
        """In the order of the tables."""
        return [*self.units, self.joint]


def suppressed(steering: Steering, kpis: Sequence[KeyFigure]) -> Steering:
    """The units with the figures that the key figures show to others: small counts are hidden there, and what would
    give them away."""
    by_code = {figure.code: figure for figure in kpis}
    return Steering([_as_others_see(unit, by_code) for unit in steering.units], _as_others_see(steering.joint, by_code))


def _as_others_see(unit: SteeringUnit, by_code: dict[str, KeyFigure]) -> SteeringUnit:
    sus = {code: _covered(figure, _seen(by_code.get(code), unit.agreement)) for code, figure in unit.sus.items()}
    indicators = [
        indicator if _is_seen(indicator, unit.agreement, by_code) else _without_counts(indicator)
        for indicator in unit.indicators
    ]
    return unit._replace(sus=sus, indicators=indicators)


def _seen(figure: KeyFigure | None, agreement: str) -> Figure | None:
    """The figure of a unit as others see it; None where it is not reported by unit."""
    if figure is None or agreement == EVERYBODY:
        return figure and figure.whole
    return figure.breakdown.get("agreement", {}).get(agreement)


def _covered(figure: SusFigure, seen: Figure | None) -> SusFigure:
    if seen is None or seen.hidden:
        return figure._replace(value=None, numerator=None, denominator=None, met=None)
    return figure._replace(value=seen.value, numerator=seen.numerator, denominator=seen.denominator)


def _is_seen(indicator: Indicator, agreement: str, by_code: dict[str, KeyFigure]) -> bool:
    """Do others see both shares of a question?"""
    shares = [_seen(by_code.get(f"{kpi}:{indicator.code}"), agreement) for kpi in ("survey_share", "survey_response")]
    return all(share is not None and not share.hidden for share in shares)


def _without_counts(indicator: Indicator) -> Indicator:
    return indicator._replace(positive=None, answered=None, asked=None, share=None, response=None, met=None)
