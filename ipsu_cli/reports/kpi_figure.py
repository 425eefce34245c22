"""A key figure as it is shown: whole, by part, and next to its targets."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Text
from ipsu_cli.core.hundredths import Hundredths
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.to_json import JsonObject, only
from ipsu_cli.reports.kpi_measured import PROGRESS
from ipsu_cli.reports.kpi_targets import GoalProgress, TargetStanding
from ipsu_cli.store.kpis import OWN_DIMENSION

NOT_MEASURABLE = "not measurable"

FigureValue = int | Hundredths


class Figure(NamedTuple):
    """A value, and what it was divided by where that says something. `hidden`: others do not see it."""

    value: FigureValue | None
    numerator: FigureValue | None = None
    denominator: FigureValue | None = None
    hidden: bool = False


HIDDEN = Figure(None, hidden=True)


class KeyFigure(NamedTuple):
    """A key figure of a period. `target` is what it is held to, `target_parts` what the agreements' own targets make
    together. `breakdown` has a figure for each part of each dimension. Some have more: `missing` the spans without
    enough meetings, `pace` how far the goal for new support has come."""

    code: str
    label: Text
    unit: str
    whole: Figure
    target: Hundredths | str | None
    target_parts: Hundredths | None
    met: bool | None
    targets: list[TargetStanding]
    breakdown: dict[str, dict[str, Figure]]
    missing: list[str] | None = None
    pace: GoalProgress | None = None

    @property
    def why(self) -> str | None:
        """Why there is no value, of what is not hidden."""
        return NOT_MEASURABLE if self.whole.value is None and not self.whole.hidden else None

    def to_json(self) -> JsonObject:
        """The whole stands with the key figure's own fields."""
        return {
            **only(self, "code", "label", "unit"),
            **self.whole._asdict(),
            **only(self, "why", "target", "target_parts", "met", "targets", "breakdown"),
            **({} if self.missing is None else {"missing": self.missing}),
            **({"pace": self.pace} if self.code == PROGRESS else {}),
        }


def shown_by(key_figures: Sequence[KeyFigure], by: Sequence[str]) -> list[KeyFigure]:
    """The key figures by the dimensions that are shown, and by those of their own."""
    return [
        figure._replace(
            breakdown={
                name: parts
                for name, parts in figure.breakdown.items()
                if name in by or OWN_DIMENSION.get(figure.code) == name
            }
        )
        for figure in key_figures
    ]
